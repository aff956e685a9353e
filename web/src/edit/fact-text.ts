/** A fact's value as one line of text. */
import type { Audience, Booking, LonLat, Wheelchair } from '../api/types';
import { admissionInWords, noticeInWords } from '../format/admission';
import { audienceInWords, bookingInWords, wheelchairInWords } from '../format/visit';
import { words, type Lang } from '../i18n';
import { said } from '../i18n/edit/book';
import { factWords } from '../i18n/edit/facts';
import { openWords } from '../i18n/open';
import { roleName } from '../i18n/roles';
import type { RoleKind } from '../roles';
import type { Admission, Notice } from './fact-values';
import { canonical, type Contact, type Fact, type Position, type Sourced } from './feature';

/** What families are told of these rules; empty where that is nothing. */
function admissionText(admission: Admission, lang: Lang): string {
  const { follows, makeup_workdays, holidays, last_admission_minutes: last } = admission;
  // While it is edited a number may not be one yet.
  const minutes = typeof last === 'number' ? last : null;
  const all = { follows: follows ?? null, makeup_workdays: makeup_workdays ?? null, holidays: holidays ?? null, last_admission_minutes: minutes };
  return admissionInWords(all, words(lang), said(openWords, lang));
}

/** What families are told by this notice, with the venue's own words. */
export function noticeText(notice: Notice, lang: Lang): string {
  const { to, text } = notice;
  return noticeInWords({ ...notice, to: to ?? null, text: text ?? null }, words(lang), said(openWords, lang)) + (text ? said(factWords, lang).aside(text) : '');
}

/** How one books, in words; while they are edited, slots may be text that is none. */
function bookingText(booking: Booking, lang: Lang): string {
  const { slots = [] } = booking;
  return bookingInWords({ ...booking, slots: slots.filter((slot) => typeof slot === 'object') }, words(lang));
}

/** What the fact says, for a table or a history. */
export function textOf(fact: Fact | null, lang: Lang): string {
  const w = said(factWords, lang);
  const { name, value } = fact ?? {};
  if (value === undefined || value === null || value === '') return w.nothing;
  switch (name) {
    case 'claim':
      return roleName(value as RoleKind, lang);
    case 'status':
    case 'role_status':
    case 'fee':
      return w[value as 'active' | 'free'];
    case 'position': {
      const { point, precision, radius_m } = value as Position;
      // While it is edited the radius may be missing.
      return [`${point[0]}, ${point[1]}`, w[precision], radius_m >= 0 ? w.within(radius_m) : ''].filter(Boolean).join(' · ');
    }
    case 'contact': {
      const { phone, website } = value as Contact;
      return [phone, website].filter(Boolean).join(' · ') || w.nothing;
    }
    case 'audience':
      return audienceInWords(value as Audience, words(lang));
    case 'booking':
      return bookingText(value as Booking, lang);
    case 'admission':
      return admissionText(value as Admission, lang) || w.nothing;
    case 'notices':
      return (value as Sourced<Notice>[]).map((notice) => noticeText(notice.value, lang)).join(words(lang).ruleStop) || w.nothing;
    case 'wheelchair':
      return wheelchairInWords(value as Wheelchair, words(lang));
    case 'entrances':
      return (value as LonLat[]).map((point) => point.join(', ')).join(' · ') || w.nothing;
    case 'aliases':
      return (value as string[]).join(' · ') || w.nothing;
    default:
      return typeof value === 'string' || typeof value === 'number' ? String(value) : canonical(value);
  }
}

/** Who says so and when it was checked; empty for facts that carry no such thing. */
export function provenanceText(fact: Fact | null, lang: Lang, title: (source: string) => string): string {
  if (!fact?.provenance) return '';
  const w = said(factWords, lang);
  const { source, checked_on, checked_by } = fact.provenance;
  return [title(source), checked_on ?? w.unchecked, checked_by].filter(Boolean).join(' · ');
}
