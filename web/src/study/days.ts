/** Which day a study day is by default. */
import type { Day } from '../api/types';
import { plusDays, weekday } from '../format/clock';

/** So much earlier at least a day is planned: places want to be asked, and parents told. */
const LEAD_DAYS = 4;
/** So many days are looked at: a summer break is over in them. */
export const LOOKED_AT = 100;
/** 0 is a Monday. */
const THURSDAY = 3;

/** The first day that is looked at. */
export function firstLookedAt(today: string): string {
  return plusDays(today, LEAD_DAYS);
}

/** The first Thursday on which school is held; where that is known of none, the first Thursday. */
export function nextThursday(days: readonly Day[]): string | null {
  const thursdays = days.filter(({ date }) => weekday(date) === THURSDAY);
  return (thursdays.find(({ school_day: held }) => held) ?? thursdays[0])?.date ?? null;
}
