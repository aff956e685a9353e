/** Days kept in this browser: a fragment each, which has no field for anybody's name. */
import { decodeStudy } from './address';

const KEY = 'yuren-study-days';
/** Kept at most; the oldest goes first. */
export const MOST_KEPT = 30;
const LONGEST_FRAGMENT = 20_000;
const LONGEST_TITLE = 120;

export interface KeptDay {
  /** The school and the date. */
  title: string;
  fragment: string;
}

function isKept(thing: unknown): thing is KeptDay {
  const { title, fragment } = (thing ?? {}) as Record<string, unknown>;
  return typeof title === 'string' && title !== '' && title.length <= LONGEST_TITLE && typeof fragment === 'string' && fragment.length <= LONGEST_FRAGMENT && !decodeStudy(fragment).skipped;
}

/** All that are kept, the newest first; none where storage is closed or spoilt. */
export function allKept(): KeptDay[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(found) ? found.filter(isKept) : [];
  } catch {
    return [];
  }
}

function write(kept: readonly KeptDay[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept.slice(0, MOST_KEPT)));
  } catch {
    // A private window may refuse; a link still keeps a day.
  }
}

/** Keeps a day; one of the same title is replaced. */
export function keep(day: KeptDay): void {
  const title = day.title.slice(0, LONGEST_TITLE);
  write([{ ...day, title }, ...allKept().filter((kept) => kept.title !== title)]);
}

export function forget(title: string): void {
  write(allKept().filter((kept) => kept.title !== title));
}
