/** Scenarios kept in this browser, and their writing as a file: a scenario with the question it answers, as a fragment says it. */
import { KeptList } from '../../state/kept-list';
import { decodePlan, encodePlan, FIRST_PLAN, type PlanView } from '../address';
import { LONGEST_NAME } from './scenario';

const KEY = 'yuren-scenarios';
const FORMAT = 'yuren-scenario';
const VERSION = 1;
/** Kept at most; the oldest goes first. */
export const MOST_KEPT = 40;
/** A file is no longer than this, characters. */
export const LONGEST_FILE = 100_000;

export interface Kept {
  name: string;
  /** Day on which it was saved, `2026-11-28`. */
  day: string;
  /** Question, threshold and scenario, as in the address. */
  fragment: string;
}

const DISPLAY = { lang: 'zh', theme: 'auto', large: false } as const;

/** What of a view is kept: where the map stood and which tab was open is not. */
export function keptOf({ question, threshold, scenario }: PlanView, day: string): Kept {
  return { name: scenario.name, day, fragment: encodePlan({ ...FIRST_PLAN, question, threshold, scenario }, DISPLAY) };
}

/** Question, threshold and scenario of a kept one. */
export function viewOf({ fragment, name }: Kept): Pick<PlanView, 'question' | 'threshold' | 'scenario'> {
  const { question, threshold, scenario } = decodePlan(fragment).view;
  return { question, threshold, scenario: { ...scenario, name } };
}

function isKept(thing: unknown): thing is Kept {
  const { name, day, fragment } = (thing ?? {}) as Record<string, unknown>;
  return typeof name === 'string' && name.trim() !== '' && name.length <= LONGEST_NAME && typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) && typeof fragment === 'string' && fragment.length <= LONGEST_FILE;
}

const list = new KeptList<Kept>(KEY, MOST_KEPT, ({ name }) => name, isKept);

/** All that are kept, the newest first; none where storage is closed or spoilt. */
export function allKept(): Kept[] {
  return list.all();
}

/** Keeps a scenario; one of the same name is replaced. */
export function keep(kept: Kept): void {
  list.keep(kept);
}

export function forget(name: string): void {
  list.forget(name);
}

/** The text of a scenario's file. */
export function fileOf(kept: Kept): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, ...kept }, null, 2)}\n`;
}

/** The scenario of a file's text; `null` where there is none that makes sense. */
export function ofFile(text: string): Kept | null {
  if (text.length > LONGEST_FILE) return null;
  try {
    const found = JSON.parse(text) as Record<string, unknown> | null;
    if (found?.['format'] !== FORMAT || found['version'] !== VERSION || !isKept(found)) return null;
    const { name, day, fragment } = found;
    return decodePlan(fragment).skipped ? null : { name, day, fragment };
  } catch {
    return null;
  }
}
