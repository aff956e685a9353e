/** Changing many rows at once, all or none: what would be changed, and the places with that change laid in. */
import { Problem } from '../../api/request';
import * as api from '../api';
import { agingFacts } from '../checking';
import { canonical, type Feature } from '../feature';
import { checkedToday, pathOf, shown, textAt, withText } from './fields';
import type { Row } from './rows';
import { changedMeanwhile } from '../failure';

/** As many places as the server changes at once. */
export const MOST = 500;
/** So many places are read at a time. */
const AT_A_TIME = 4;

/** One value for all, or that their facts were checked today. */
export type BulkChange = { field: 'status' | 'fee' | 'hours'; value: string } | { field: 'checked' };

export interface Plan {
  rows: Row[];
  /** Values that give way, with the number of rows, the most frequent first. */
  before: [value: string, count: number][];
  /** Rows that say so already. */
  same: number;
  /** Rows that cannot take it: no role, or nothing in it that is not an example. */
  unfit: number;
}

function hasCheckable({ role }: Row): boolean {
  return role !== null && agingFacts(role).some(([, { synthetic }]) => !synthetic);
}

/** What the change would do to these rows, by what they show. */
export function planned(rows: readonly Row[], change: BulkChange): Plan {
  if (change.field === 'checked') {
    const fit = rows.filter(hasCheckable);
    return { rows: fit, before: [], same: 0, unfit: rows.length - fit.length };
  }
  const { field, value } = change;
  const fit = rows.filter((row) => pathOf(row, field) !== null);
  const changing = fit.filter((row) => shown(row, field) !== value);
  const counts = new Map<string, number>();
  for (const row of changing) counts.set(shown(row, field), (counts.get(shown(row, field)) ?? 0) + 1);
  const before = [...counts].sort(([, a], [, b]) => b - a);
  return { rows: changing, before, same: fit.length - changing.length, unfit: rows.length - fit.length };
}

/**
 * A row's change laid into its place, which other rows' changes may be in already; `null` = the place, as it was `read`,
 * does not say any more what the row shows.
 */
export function applied(read: Feature, feature: Feature, row: Row, change: BulkChange): Feature | null {
  if (change.field === 'checked') return row.role && checkedToday(feature, row.role.id);
  const path = pathOf(row, change.field);
  if (path === null || textAt(read, path, change.field) !== shown(row, change.field)) return null;
  return withText(feature, path, change.field, change.value);
}

/** Some places are not any more what the rows show; nothing was changed. */
export class Moved extends Error {
  constructor(readonly places: readonly string[]) {
    super('changed meanwhile');
  }
}

export interface Done {
  committed: api.Committed;
  /** The places as they were, at the revision that the change gave them: putting these undoes it. */
  undo: api.Tagged[];
}

/** Reads the places, a few at a time. Breaks off when `signal` says so. */
async function read(ids: readonly string[], progress: (done: number) => void, signal: AbortSignal): Promise<Map<string, api.Tagged>> {
  const found = new Map<string, api.Tagged>();
  const waiting = [...ids];
  const reader = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      signal.throwIfAborted();
      found.set(id, await api.place(id));
      progress(found.size);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, reader));
  signal.throwIfAborted();
  return found;
}

/**
 * Makes the change in every row, or in none; `null` = every place says so already. `progress` hears how many places were
 * read; after the last they are sent.
 */
export async function changeAll(rows: readonly Row[], change: BulkChange, why: string, progress: (done: number) => void, signal: AbortSignal): Promise<Done | null> {
  const found = await read([...new Set(rows.map(({ place }) => place.id))], progress, signal);
  const changed = new Map<string, Feature>();
  const moved = new Set<string>();
  for (const row of rows) {
    const { id } = row.place;
    const before = found.get(id)?.feature;
    const after = before && applied(before, changed.get(id) ?? before, row, change);
    if (after) changed.set(id, after);
    else moved.add(id);
  }
  if (moved.size) throw new Moved([...moved]);
  const pairs = [...found].flatMap(([id, was]) => {
    const feature = changed.get(id);
    return feature && canonical(feature) !== canonical(was.feature) ? [{ was, feature }] : [];
  });
  if (!pairs.length) return null;
  try {
    const committed = await api.putPlaces(pairs.map(({ was: { revision }, feature }) => ({ feature, revision })), why);
    return { committed, undo: pairs.map(({ was: { feature } }) => ({ feature, revision: committed.revision })) };
  } catch (error) {
    if (error instanceof Problem && changedMeanwhile(error)) throw new Moved([error.parts.value ?? '']);
    throw error;
  }
}
