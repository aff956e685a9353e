/** The order of the table of towns and districts. */
import type { RegionTally } from '../counting';

export const COLUMNS = ['name', 'share', 'unserved', 'median'] as const;
export type Column = (typeof COLUMNS)[number];

export interface Order {
  column: Column;
  /** The other way round. */
  turned: boolean;
}

/** Worst first. */
export const FIRST_ORDER: Order = { column: 'share', turned: false };

const names = new Intl.Collator('zh-CN');

type Compare = (one: RegionTally, other: RegionTally) => number;

/** What cannot be reached is later than any time; two of those are equal. */
function byMedian(one: RegionTally, other: RegionTally): number {
  const [a, b] = [one.region.median_minutes ?? Infinity, other.region.median_minutes ?? Infinity];
  return a === b ? 0 : b - a;
}

const BY: Record<Column, Compare> = {
  name: (one, other) => names.compare(one.region.name, other.region.name),
  share: (one, other) => one.share - other.share || other.unserved - one.unserved,
  unserved: (one, other) => other.unserved - one.unserved || one.share - other.share,
  median: byMedian,
};

/** The rows in order; equal ones by their codes, whichever way round. */
export function sorted(rows: readonly RegionTally[], { column, turned }: Order): RegionTally[] {
  const sign = turned ? -1 : 1;
  return [...rows].sort((one, other) => sign * BY[column](one, other) || one.region.code.localeCompare(other.region.code));
}
