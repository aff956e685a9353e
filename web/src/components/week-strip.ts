/** Seven days of a role from today on, with today's reason below. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Day, PlaceDays, RoleDay } from '../api/types';
import { clock, weekdayName } from '../format/clock';
import type { EntryMark, EntryTone } from '../format/entry';
import { dayName, wholeDay } from '../format/role-day';
import type { Lang, Words } from '../i18n';
import { said } from '../i18n/edit/book';
import { openWords } from '../i18n/open';
import { entryMark } from './entry-line';

/** The mark of a day. */
export function markOf(day: RoleDay | undefined): EntryMark {
  if (!day || day.state === 'unknown') return 'question';
  return day.state === 'open' ? 'full' : 'ring';
}

/** The tone that its mark has. */
export function toneOf(day: RoleDay | undefined): EntryTone {
  if (!day || day.state === 'unknown') return 'unknown';
  return day.state === 'open' ? 'open' : 'shut';
}

export function weekStrip(week: PlaceDays, role: string, lang: Lang, w: Words): TemplateResult | typeof nothing {
  const o = said(openWords, lang);
  const coming = week.roles.find((one) => one.role === role);
  const [today] = coming?.days ?? [];
  if (!coming || !today) return nothing;
  const span = ({ from, to }: RoleDay['spans'][number]) =>
    from === '00:00' && to === '24:00' ? html`<span>${w.always}</span>` : html`<span>${clock(from)}–<wbr />${clock(to)}</span>`;
  const hours = (day: RoleDay) =>
    day.state === 'open'
      ? day.spans.map(span)
      : html`<span>${day.state === 'closed' ? o.dayClosed : o.dayUnknown}</span>`;
  const cell = (day: RoleDay, kind: Day | undefined) => {
    const isToday = day.date === today.date;
    const name = isToday ? w.today : weekdayName(day.date, w);
    return html`<li class="week-day is-${toneOf(day)}" data-testid="week-day" data-date=${day.date} data-state=${day.state} aria-current=${isToday ? 'date' : 'false'}>
      <span class="visually-hidden">${name} ${wholeDay(day.date, coming, kind, lang, w, o)}</span>
      <span aria-hidden="true" class="week-name">${name}</span>
      <span aria-hidden="true" class="quiet">${Number(day.date.slice(-2))}</span>
      <span aria-hidden="true">${entryMark(markOf(day))}</span>
      <span aria-hidden="true" class="week-hours">${hours(day)}</span>
      <span aria-hidden="true" class="week-kind">${dayName(kind, lang, o) ?? nothing}</span>
    </li>`;
  };
  return html`<ol class="week" aria-label=${o.week} data-testid="week">
      ${coming.days.map((day) => cell(day, week.days.find(({ date }) => date === day.date)))}
    </ol>
    ${today.why ? html`<p class="why" data-testid="today-why">${today.why[lang]}</p>` : nothing}`;
}
