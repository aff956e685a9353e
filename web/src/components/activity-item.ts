/** One activity at one of its times: in the list of what is on, and on its place's card. */
import { html, nothing, type TemplateResult } from 'lit';
import { calendarUrl } from '../api/client';
import type { Activity } from '../api/types';
import { timesInWords } from '../format/activity';
import { feeInWords } from '../format/visit';
import { nameIn, type Lang, type Words } from '../i18n';
import { activityWords } from '../i18n/activities';
import { said } from '../i18n/edit/book';
import { activityKindName } from '../i18n/offers';
import { sign } from './icons';

/** Its title, in the reader's language where it has one. */
export function titleOf(thing: { title: string; title_en: string | null }, lang: Lang): string {
  return nameIn(lang, { name: thing.title, name_en: thing.title_en });
}

/** `14:00–15:30 · 讲座 · 免费`, and what else is to be known before one goes. */
export function activityLines(activity: Activity, lang: Lang, w: Words): TemplateResult {
  const a = said(activityWords, lang);
  const { booking, audience } = activity;
  const terms = [
    activity.series ?? activityKindName(activity.kind, lang),
    feeInWords(activity.fee, w),
    booking && (booking.required ? (booking.walk_in ? w.bookingWalkIn : w.bookingRequired) : w.bookingNone),
    audience?.adult_required ? w.adultRequired : audience?.alone_from_age ? w.aloneFrom(audience.alone_from_age) : null,
    activity.repeats && a.repeats,
  ];
  return html`<span class="result-line"><strong class="far">${timesInWords(activity, w, a)}</strong></span>
    <span class="result-line quiet">${terms.filter(Boolean).join(' · ')}</span>
    <span class="badges">
      ${activity.status === 'suspended' ? html`<span class="badge alarm">${a.called_off}</span>` : nothing}
      ${activity.synthetic ? html`<span class="badge example" title=${w.badgeSyntheticLong}>${w.badgeSynthetic}</span>` : nothing}
    </span>`;
}

/** A link to the place's calendar, which other programs take in. */
export function calendarLink(place: { id: string; name: string; name_en?: string | null }, lang: Lang): TemplateResult {
  const a = said(activityWords, lang);
  return html`<a class="button plain" data-testid="add-to-calendar" href=${calendarUrl(place.id)} download aria-label=${a.addToCalendarOf(nameIn(lang, place))}>
    ${sign('calendar')}${a.addToCalendar}
  </a>`;
}
