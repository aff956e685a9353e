/** Which day a study day is by default. */
import type { Day } from '../api/types';
import { plusDays, weekday } from '../format/clock';

/** So much earlier at least a day is planned: places want to be asked, and parents told. */
const LEAD_DAYS = 4;
/** From today until so many days later is looked at: a summer break is over in them. */
export const LOOKED_AT = 104;
/** 0 is a Monday. */
const THURSDAY = 3;

/** The first Thursday on which school is held, and before which there is time; where that is known of none, the first Thursday. */
export function nextThursday(days: readonly Day[], today: string): string | null {
  const first = plusDays(today, LEAD_DAYS);
  const thursdays = days.filter(({ date }) => date >= first && weekday(date) === THURSDAY);
  return (thursdays.find(({ school_day: held }) => held) ?? thursdays[0])?.date ?? null;
}
