/** When a role can be entered: whether it can be now, its week, its hours in words, and what it announced. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PlaceDays, Role } from '../api/types';
import { noticeInWords, noticesDiffer } from '../format/admission';
import { hoursInWords } from '../format/hours';
import { date } from '../format/units';
import type { Lang, Words } from '../i18n';
import { said } from '../i18n/edit/book';
import { openWords, type OpenWords } from '../i18n/open';
import { entryInLine } from './entry-line';
import { sign } from './icons';
import { weekStrip } from './week-strip';

/** What a card shows of a role's time. */
export interface Shown {
  /** The coming days, where they are known. */
  week: PlaceDays | null;
  /** The answer on entry is about the arrival. */
  arriving: boolean;
  seeMonth: (role: string, today: string) => void;
}

function hoursText(role: Role, isSaid: boolean, w: Words, o: OpenWords): TemplateResult | typeof nothing {
  // Where nothing is known, the line above has said so.
  if (!role.hours) return isSaid ? nothing : html`<p class="hours">${sign('info')}<span>${w.hoursUnknown}</span></p>`;
  const raw = role.hours.value;
  const textOnly = role.open?.reasons.includes('hours_not_understood') ?? false;
  const words = hoursInWords(raw, w);
  return html`<p class="hours" data-testid="hours">
    ${sign('info')}<span>${w.hours}${textOnly ? html` <span class="badge rough">${o.textOnly}</span>` : nothing}<br />${words ?? (textOnly ? raw : html`<code lang="en">${raw}</code>`)}</span>
  </p>`;
}

function notices(role: Role, today: string, w: Words, o: OpenWords): TemplateResult | typeof nothing {
  const valid = role.notices.map(({ value }) => value).filter(({ to }) => to === null || to >= today);
  if (!valid.length) return nothing;
  return html`<div class="notices" data-testid="notices">
    <h4>${o.notices}</h4>
    <ul class="plain-list">
      ${valid.map((notice) => html`<li>${noticeInWords(notice, w, o)}<br /><span class="quiet">${o.issued(date(notice.issued_on, w))}</span></li>`)}
    </ul>
    ${noticesDiffer(valid) ? html`<p class="note">${o.noticesDiffer}</p>` : nothing}
  </div>`;
}

/** Whether the day that the answer on entry is about has hours at all. */
function hadHours(role: Role, week: PlaceDays | null | undefined): boolean {
  const date = role.open?.at.slice(0, 10);
  return week?.roles.find((one) => one.role === role.id)?.days.some((day) => day.date === date && day.state === 'open') ?? false;
}

export function roleHours(role: Role, shown: Shown | null, lang: Lang, w: Words): TemplateResult {
  const o = said(openWords, lang);
  const week = shown?.week;
  const today = week?.days[0]?.date;
  const scheduled = role.hours !== null || role.notices.length > 0;
  return html`${shown && role.open ? html`<p class="entry-line">${entryInLine(role.open, { arriving: shown.arriving, hadHours: hadHours(role, week) }, lang, w)}</p>` : nothing}
    ${shown && week && today && scheduled
      ? html`${weekStrip(week, role.id, lang, w)}
          <button class="button" data-testid="see-month" @click=${() => shown.seeMonth(role.id, today)}>${sign('calendar')}${o.month}</button>`
      : nothing}
    ${notices(role, today ?? role.open?.at.slice(0, 10) ?? '', w, o)} ${hoursText(role, Boolean(shown && role.open), w, o)}`;
}
