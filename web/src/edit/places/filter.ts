/** What the table of places is to show, as the fragment says it: `g`, `r`, `check`, `q`, `status`, `sort`, `p`. */
import { isRoleKind, type RoleKind } from '../../roles';
import { STANDINGS, type Standing } from '../checking';
import { isColumn, type Column } from './columns';

export interface Filter {
  /** Code of a region; empty = the whole city. */
  region: string;
  kind: RoleKind | null;
  check: Standing | null;
  /** Part of a name. */
  name: string;
  status: 'active' | 'suspended' | null;
}

export interface Sort {
  column: Column;
  descending: boolean;
}

export const STATUSES = ['active', 'suspended'] as const;

/** The filter that these parameters say; what makes no sense is left out. */
export function filterOf({ g = '', r = '', check = '', q = '', status = '' }: Readonly<Record<string, string>>): Filter {
  const oneOf = <T extends string>(all: readonly T[], text: string): T | null => all.find((one) => one === text) ?? null;
  return {
    region: /^\d{6,12}$/.test(g) ? g : '',
    kind: isRoleKind(r) ? r : null,
    check: oneOf(STANDINGS, check),
    name: q.trim().slice(0, 64),
    status: oneOf(STATUSES, status),
  };
}

/** The parameters that take every filter away. */
export const NO_FILTER = { g: '', r: '', check: '', q: '', status: '', p: '' };

/** `-hours` is hours, last first. By name where nothing is said. */
export function sortOf(text = ''): Sort {
  const column = text.replace(/^-/, '');
  return isColumn(column) ? { column, descending: text.startsWith('-') } : { column: 'name', descending: false };
}

export function sortText({ column, descending }: Sort): string {
  return `${descending ? '-' : ''}${column}`;
}

/** The page of the table, from 1 on. */
export function pageOf(text: string | undefined, rows: number, perPage: number): number {
  const last = Math.max(1, Math.ceil(rows / perPage));
  const page = Number(text ?? 1);
  return Number.isInteger(page) ? Math.min(last, Math.max(1, page)) : 1;
}
