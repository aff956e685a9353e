/** What a chip means as a span of the city's time: now, today, this weekend, after school. */
import * as api from '../api/client';
import type { EntrySpan } from '../api/client';
import type { Day } from '../api/types';
import { plusDays, timeIn, weekday } from '../format/clock';
import { knownCity } from './known-city';
import type { AfterSchool, Meant } from './meant';
import type { OpenChoice } from './view';

/** Longer than any school break. */
const SCHOOL_DAYS_AHEAD = 100;
/** After school lasts so many hours. */
const HOURS_AFTER_SCHOOL = 2;
const SATURDAY = 5;

function laterClock(time: string, hours: number): string {
  const [hour = '0', minute = '00'] = time.split(':');
  return `${String(Math.min(23, Number(hour) + hours)).padStart(2, '0')}:${minute}`;
}

/** The first time after school that is not over at `now`, the city's own time; `null` where no school calendar tells. */
export function nextAfterSchool(days: readonly Day[], now: string): AfterSchool | null {
  for (const { date, dismissal, school_year } of days) {
    const from = dismissal.find(({ stage }) => stage === 'primary')?.time;
    if (!from) continue;
    const to = laterClock(from, HOURS_AFTER_SCHOOL);
    if (`${date}T${to}` > now) return { day: date, from, to, example: school_year?.example ?? false };
  }
  return null;
}

/** The span of the weekend that is, or comes next: from now on once it has begun. */
export function weekendSpan(now: string): EntrySpan {
  const today = now.slice(0, 10);
  const saturday = plusDays(today, SATURDAY - weekday(today));
  const sunday = plusDays(saturday, 1);
  return { at: today < saturday ? `${saturday}T00:00` : 'now', until: `${sunday}T23:59`, withBooking: true };
}

let known: { today: string; days: Promise<Day[]> } | null = null;

/** The days from today on; asked once a day. */
function comingDays(today: string): Promise<Day[]> {
  if (known?.today !== today) {
    const days = api.days(today, plusDays(today, SCHOOL_DAYS_AHEAD));
    known = { today, days };
    days.catch(() => (known = null));
  }
  return known.days;
}

export async function meant(choice: OpenChoice): Promise<Meant> {
  if (choice === 'now') return { span: { at: 'now', until: null, withBooking: false }, school: null };
  const { time_zone: zone } = await knownCity();
  const now = timeIn(zone, new Date());
  const today = now.slice(0, 10);
  if (choice === 'today') return { span: { at: 'now', until: `${today}T23:59`, withBooking: false }, school: null };
  if (choice === 'weekend') return { span: weekendSpan(now), school: null };
  const school = nextAfterSchool(await comingDays(today), now);
  if (!school) return { span: null, school };
  const begins = `${school.day}T${school.from}`;
  return { span: { at: begins > now ? begins : 'now', until: `${school.day}T${school.to}`, withBooking: false }, school };
}
