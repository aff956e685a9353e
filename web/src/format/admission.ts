/** What the hours cannot say, and a venue's own notices, in words. */
import type { Admission, Notice } from '../api/types';
import type { Words } from '../i18n';
import type { OpenWords } from '../i18n/open';
import { hoursInWords } from './hours';
import { date } from './units';

/** 最晚入馆、调休、随上学日; empty where nothing of it is known. */
export function admissionInWords(admission: Admission, w: Words, o: OpenWords): string {
  const { follows, makeup_workdays: makeup, holidays, last_admission_minutes: last } = admission;
  const parts = [
    last === null ? null : o.lastAdmission(last),
    follows && { workdays: o.followsWorkdays, school_days: o.followsSchoolDays, weekends: o.followsWeekends }[follows],
    makeup && { as_workday: o.makeupAsWorkday, as_weekend: o.makeupAsWeekend, closed: o.makeupClosed }[makeup],
    holidays && { statutory: o.holidaysStatutory, off_day: o.holidaysAll }[holidays],
  ];
  return parts.filter(Boolean).join(w.comma);
}

/** `2026年11月1日至2026年12月15日 不开放（内部改造）`. */
export function noticeInWords(notice: Notice, w: Words, o: OpenWords): string {
  const { from, to, hours, text } = notice;
  const days = to === null ? o.noticeFrom(date(from, w)) : to === from ? date(from, w) : o.noticeTime(date(from, w), date(to, w));
  const what = hours === 'off' ? w.closedDays : (hoursInWords(hours, w) ?? hours);
  return [days, what].join(' ') + (text ? w.aside(text) : '');
}

/** Whether two of them say something else of one day. */
export function noticesDiffer(notices: readonly Notice[]): boolean {
  const end = ({ to }: Notice) => to ?? '9999-12-31';
  return notices.some((one, i) => notices.slice(i + 1).some((other) => one.hours !== other.hours && one.from <= end(other) && other.from <= end(one)));
}
