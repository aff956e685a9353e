/** What is known of a stop, and what to see to, in words. */
import { clock } from '../../format/clock';
import { feeInWords } from '../../format/visit';
import { words, type Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { subjectName } from '../../i18n/offers';
import { dayWords } from '../../i18n/study/day';
import { formWords } from '../../i18n/study/form';
import type { Stop } from '../answer';
import { THEMES, type Theme } from '../question';
import { dateInWords } from './day';

/** The name that stands in lists; lunch says where it is had. */
export function stopName({ what, name }: Stop, lang: Lang): string {
  return what === 'lunch' ? said(dayWords, lang).lunchAt(name) : name;
}

export function hoursInWords({ hours, hours_known: known, last_entry: last }: Stop, lang: Lang): string {
  const d = said(dayWords, lang);
  const w = words(lang);
  if (!known) return d.hoursAssumed;
  if (!hours.length) return d.hoursNone;
  const span = (from: string, to: string): string => (from === '0:00' && to === '24:00' ? w.always : d.span(from, to));
  const spans = hours.map(([from = '', to = '']) => span(clock(from), clock(to))).join(w.listComma);
  return last ? spans + w.comma + d.lastEntry(clock(last)) : spans;
}

export function bookingInWords({ booking, notes }: Stop, lang: Lang): string {
  const d = said(dayWords, lang);
  if (notes.includes('booking_unknown')) return d.bookingUnknown;
  const parts = [booking.required ? d.bookingNeeded : d.bookingNot];
  if (booking.too_late) parts.push(d.tooLate);
  else {
    if (booking.book_from) parts.push(d.bookFrom(dateInWords(booking.book_from, lang)));
    if (booking.book_by) parts.push(d.bookBy(dateInWords(booking.book_by, lang)));
  }
  if (booking.group_notice_days) parts.push(d.groupNotice(booking.group_notice_days));
  if (notes.includes('group_limits_unknown')) parts.push(d.groupLimitsUnknown);
  return parts.join(words(lang).comma);
}

export function admitsInWords({ admits }: Stop, lang: Lang): string {
  const d = said(dayWords, lang);
  return admits === null ? d.admitsUnknown : d.admitsPeople(admits);
}

export function feeOf({ fee }: Stop, lang: Lang): string {
  return feeInWords(fee, words(lang));
}

/** Why it was chosen: `与“运河”有关`. */
export function fitInWords({ fit }: Stop, lang: Lang): string[] {
  const d = said(dayWords, lang);
  const f = said(formWords, lang);
  return fit.flatMap((reason) => {
    const [what = '', of = ''] = reason.split(':');
    if (what === 'theme') return (THEMES as readonly string[]).includes(of) ? [d.fitTheme(f[of as Theme])] : [];
    if (what === 'subject') return [d.fitSubject(subjectName(of as never, lang))];
    return { words: [d.fitWords], grade: [d.fitGrade], fresh: [d.fitFresh] }[what] ?? [];
  });
}

/** What keeps some of them out, although the place is on the plan. */
export function troublesAt({ notes, booking }: Stop, lang: Lang): string[] {
  const d = said(dayWords, lang);
  const has = (note: string, text: string): string[] => (notes.includes(note) ? [text] : []);
  return [...(booking.too_late ? [d.tooLate] : []), ...has('not_for_this_age', d.notForThisAge), ...has('adult_for_each', d.adultForEach), ...has('no_roof', d.noRoof)];
}

/** What nobody knows of it and somebody has to ask before: `去之前先问：容量、预约`. */
export function toAsk({ notes }: Stop, lang: Lang): string | null {
  const d = said(dayWords, lang);
  const parts: [string, string][] = [
    ['hours_assumed', d.openingHours],
    ['capacity_unknown', d.howMany],
    ['group_limits_unknown', d.groupLimits],
    ['booking_unknown', d.howToBook],
    ['fee_unknown', d.fee],
  ];
  const asked = parts.filter(([note]) => notes.includes(note)).map(([, name]) => name);
  return asked.length ? d.askFirst(asked.join(words(lang).listComma)) : null;
}
