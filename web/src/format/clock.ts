/** Days and clock times of the city as answers write them (`2026-11-28`, `2026-11-28T15:29:00+08:00`), in words. */
import type { Words } from '../i18n';

const DAY_MS = 86_400_000;
const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

const utc = (day: string) => Date.parse(`${day}T00:00Z`);

/** The day so many days later, or earlier. */
export function plusDays(day: string, count: number): string {
  return new Date(utc(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** How many days from one day to another. */
export function daysFrom(from: string, to: string): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS);
}

/** 0 for a Monday to 6 for a Sunday. */
export function weekday(day: string): number {
  return (new Date(utc(day)).getUTCDay() + 6) % 7;
}

export function weekdayName(day: string, w: Words): string {
  return w[`day${WEEKDAYS[weekday(day)] ?? 'Mo'}`];
}

/** `11月28日`. */
export function monthDay(day: string, w: Words): string {
  const [, month = '1', date = '1'] = day.split('-');
  return w.monthDay(Number(month), Number(date));
}

/** `9:05` of `09:05`, or of an instant. */
export function clock(text: string): string {
  return text.replace(/^.*T/, '').slice(0, 5).replace(/^0/, '');
}

/** The day it is now where the instant's offset holds. */
export function todayThere(instant: string, now: Date): string {
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{2}):(\d{2})$/.exec(instant) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return new Date(now.getTime() + offset * 60_000).toISOString().slice(0, 10);
}

/** What a clock in this IANA time zone shows now: `2026-11-28T15:29`. */
export function timeIn(zone: string, now: Date): string {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const part = Object.fromEntries(format.formatToParts(now).map(({ type, value }) => [type, value]));
  return `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}`;
}

/** 今天, 明天, a weekday of the coming week, else the date with its weekday. */
export function dayWord(day: string, today: string, w: Words): string {
  const away = daysFrom(today, day);
  if (away === 0) return w.today;
  if (away === 1) return w.tomorrow;
  return away > 1 && away < 7 ? weekdayName(day, w) : w.dayOfWeek(monthDay(day, w), weekdayName(day, w));
}

/** A clock time, with its day where that is not `about`; midnight is the end of the day that it closes. */
export function moment(instant: string, about: string, today: string, w: Words): string {
  const day = instant.slice(0, 10);
  if (day === about) return clock(instant);
  if (day === plusDays(about, 1) && clock(instant) === '0:00') return '24:00';
  return `${dayWord(day, today, w)} ${clock(instant)}`;
}
