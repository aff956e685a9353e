/** A role's day in words: when one can go in, or that one cannot, or that nobody knows. */
import type { Day, RoleDay, RoleDays } from '../api/types';
import type { Lang, Words } from '../i18n';
import type { OpenWords } from '../i18n/open';
import { clock, monthDay } from './clock';

/** `9:00–17:00` of each span. */
export function spansInWords(day: RoleDay): string[] {
  return day.spans.map(({ from, to }) => `${clock(from)}–${clock(to)}`);
}

/** `开放 9:00–17:00，16:30 停止入馆`, `闭馆`, `未知`. */
export function stateInWords(day: RoleDay, bookingOnly: boolean, w: Words, o: OpenWords): string {
  if (day.state !== 'open') return day.state === 'closed' ? o.dayClosed : o.dayUnknown;
  const last = day.spans.at(-1)?.last_entry;
  const doubtful = day.spans.some(({ certain }) => !certain);
  return [o.dayOpen(spansInWords(day).join(w.listComma)), last && o.lastEntry(clock(last)), bookingOnly && o.dayBooking, doubtful && o.notCertain].filter(Boolean).join(w.comma);
}

/** What stands beside a day that is not like any other: its holiday, or 补班. */
export function dayName(day: Day | undefined, lang: Lang, o: OpenWords): string | null {
  if (day?.kind === 'makeup_workday') return o.makeup;
  return day?.kind === 'off_day' ? (day.holiday?.[lang] ?? null) : null;
}

/** All of a day, for those who hear it: `10月1日 国庆节 开放 9:00–17:00`. */
export function wholeDay(date: string, role: RoleDays | undefined, kind: Day | undefined, lang: Lang, w: Words, o: OpenWords): string {
  const day = role?.days.find((one) => one.date === date);
  const state = day ? stateInWords(day, role?.booking_only ?? false, w, o) : o.dayUnknown;
  return [monthDay(date, w), dayName(kind, lang, o), state].filter(Boolean).join(' ');
}
