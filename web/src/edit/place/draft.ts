/**
 * A place while it is edited: as it was read, what is edited of it fact by fact, and roles that are added. The place as it
 * shall be follows from them, so that the same edits can be laid over a newer state. Nothing is changed in place.
 */
import type { Provenance, Feature, Role } from '../feature';
import { canonical, changesBetween, factAt, withFact, type Change, type Position } from '../feature';
import type { RoleKind } from '../../api/types';
import type { Tagged } from '../api';
import { noticeTroubles, standing, type NoticeTrouble, type WrittenNotice } from './notice';
import { partTroubles } from './parts';

export interface Edit {
  /** What it shall say. A number that cannot be read as one yet is the text as it was typed. */
  value: unknown;
  /** Whose word it is; `null` for facts that carry no source. */
  source: string | null;
}

export interface AddedRole {
  id: string;
  kind: RoleKind;
}

export interface Draft {
  base: Tagged;
  /** By the fact's path. */
  edits: Readonly<Record<string, Edit>>;
  added: readonly AddedRole[];
  /** Why it is changed. */
  why: string;
}

/** What is checked today carries this; what is made up carries nothing but its source. */
export type Checked = (source: string) => Provenance;

export function draftOf(base: Tagged): Draft {
  return { base, edits: {}, added: [], why: '' };
}

function withAdded(feature: Feature, added: readonly AddedRole[], checked: Checked, source: string): Feature {
  const roles = added.map(({ id, kind }): Role => ({ id, kind, claim: checked(source) }));
  return { ...feature, properties: { ...feature.properties, roles: [...feature.properties.roles, ...roles] } };
}

/** The place as it shall be. `ours` is the source of what nobody else says. */
export function applied({ base, edits, added }: Draft, checked: Checked, ours: string): Feature {
  let feature = withAdded(base.feature, added, checked, ours);
  for (const [path, { value, source }] of Object.entries(edits)) {
    const fact = factAt(feature, path);
    const said = isNotices(path) && value ? standing(value as WrittenNotice[], checked) : value;
    if (fact) feature = withFact(feature, { ...fact, value: said, provenance: source === null ? null : checked(source) });
  }
  return feature;
}

const isNotices = (path: string): boolean => path.endsWith('/notices');

/** Facts that say whose word they are; of notices each does. */
export function isSourced(path: string): boolean {
  return !isNotices(path) && !['name_en', 'aliases', 'address', 'status', 'entrances', 'region', 'source_keys', 'role_name', 'role_status'].includes(path.split('/').at(-1) ?? path);
}

const isBlank = (value: unknown): boolean => value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** The draft with another value of a fact; what is as it was is no edit. */
export function withValue(draft: Draft, path: string, value: unknown, ours: string): Draft {
  const said = isBlank(value) && path !== 'name' ? undefined : value;
  const was = factAt(draft.base.feature, path);
  const { [path]: before, ...others } = draft.edits;
  if (canonical(was?.value) === canonical(said)) return { ...draft, edits: others };
  // A source that was chosen for another value stays; one that only confirmed the old value says nothing of a new one.
  const isOther = before && canonical(before.value) !== canonical(was?.value);
  const source = isOther ? before.source : ours;
  return { ...draft, edits: { ...others, [path]: { value: said, source: isSourced(path) ? source : null } } };
}

/** The draft in which a fact, edited or as it stands, is the word of this source. */
export function withSource(draft: Draft, path: string, source: string): Draft {
  const value = draft.edits[path]?.value ?? factAt(draft.base.feature, path)?.value;
  return { ...draft, edits: { ...draft.edits, [path]: { value, source } } };
}

export function withoutEdit(draft: Draft, path: string): Draft {
  const { [path]: _, ...edits } = draft.edits;
  return { ...draft, edits };
}

export function withRole(draft: Draft, role: AddedRole): Draft {
  return { ...draft, added: [...draft.added, role] };
}

/** Without a role that was added, and whatever was written of it. */
export function withoutRole(draft: Draft, id: string): Draft {
  const edits = Object.fromEntries(Object.entries(draft.edits).filter(([path]) => !path.startsWith(`${id}/`)));
  return { ...draft, edits, added: draft.added.filter((role) => role.id !== id) };
}

/** The same edits laid over a newer state; those at `given` paths are given up. */
export function rebased(draft: Draft, base: Tagged, given: readonly string[] = []): Draft {
  const stays = ([path]: [string, Edit]): boolean => !given.includes(path) && (factAt(base.feature, path) !== null || draft.added.some((role) => path.startsWith(`${role.id}/`)));
  const edits = Object.fromEntries(Object.entries(draft.edits).filter(stays));
  return { ...draft, base, edits };
}

/** What was written while `sent` was on its way, over what came of that. */
export function since(sent: Draft, draft: Draft, base: Tagged): Draft {
  const edits = Object.fromEntries(Object.entries(draft.edits).filter(([path, edit]) => edit !== sent.edits[path]));
  const added = draft.added.filter((role) => !sent.added.includes(role));
  return rebased({ base, edits, added, why: draft.why === sent.why ? '' : draft.why }, base);
}

export function isUntouched({ edits, added }: Draft): boolean {
  return added.length === 0 && Object.keys(edits).length === 0;
}

/** What the draft changes, as its person counts: an added role is one change, with what is said of it. */
export function changesOf(draft: Draft, feature: Feature): Change[] {
  const isNew = (path: string): boolean => draft.added.some((role) => path.startsWith(`${role.id}/`));
  return changesBetween(draft.base.feature, feature).filter(({ path, after }) => !isNew(path) || path.endsWith('/claim') || path in draft.edits || after === null);
}

export type Trouble = 'needed' | 'number' | 'radius' | 'bounds' | 'slots' | NoticeTrouble;

function troublesAt(path: string, value: unknown): [key: string, Trouble][] {
  if (path === 'name') return String(value ?? '').trim() === '' ? [[path, 'needed']] : [];
  if (path === 'position') return (value as Position).radius_m > 0 ? [] : [['position:radius', 'radius']];
  if (isNotices(path)) return noticeTroubles((value ?? []) as WrittenNotice[]).map(([part, trouble]) => [`${path}:${part}`, trouble]);
  if (/\/(capacity|visit_minutes)$/.test(path) && typeof value === 'string') return [[path, 'number']];
  return partTroubles(value).map(([part, trouble]) => [`${path}:${part}`, trouble]);
}

/** What of the draft cannot be sent as it is, by the field: its fact's path, with `:radius` or the like for a part of it. */
export function troublesOf({ edits }: Draft): Map<string, Trouble> {
  return new Map(Object.entries(edits).flatMap(([path, { value }]) => troublesAt(path, value)));
}
