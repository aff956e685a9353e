/** Days kept in this browser: a fragment each, which has no field for anybody's name. */
import { KeptList } from '../state/kept-list';
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

const list = new KeptList<KeptDay>(KEY, MOST_KEPT, ({ title }) => title, isKept);

/** All that are kept, the newest first; none where storage is closed or spoilt. */
export function allKept(): KeptDay[] {
  return list.all();
}

/** Keeps a day; one of the same title is replaced. */
export function keep(day: KeptDay): void {
  list.keep({ ...day, title: day.title.slice(0, LONGEST_TITLE) });
}

export function forget(title: string): void {
  list.forget(title);
}
