/** How long ago a day was, in words. */
import type { Words } from '../i18n';
import { date } from './units';

const DAY_MS = 86_400_000;
/** Days after which months are counted. */
const DAYS_AT_MOST = 30;

/** The day where the reader is, as `2025-02-14`. */
export function today(now = new Date()): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** Whole months from one day to a later one. */
function months(from: Date, to: Date): number {
  const difference = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  return to.getUTCDate() < from.getUTCDate() ? difference - 1 : difference;
}

/** `3 个月前`; the date itself where it is still to come or is none. */
export function ago(iso: string, day: string, w: Words): string {
  const [from, to] = [new Date(`${iso}T00:00Z`), new Date(`${day}T00:00Z`)];
  const days = Math.round((to.getTime() - from.getTime()) / DAY_MS);
  if (!(days >= 0)) return date(iso, w);
  if (days < 2) return days === 0 ? w.today : w.yesterday;
  if (days < DAYS_AT_MOST) return w.daysAgo(days);
  const count = Math.max(1, months(from, to));
  return count < 12 ? w.monthsAgo(count) : w.yearsAgo(Math.floor(count / 12));
}
