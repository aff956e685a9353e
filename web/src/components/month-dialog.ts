/** A month of a role: each day coloured, marked and lettered; the arrow keys walk over it, and the day that one is on is said in full. */
import { Task } from '@lit/task';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { placeDays } from '../api/client';
import type { PlaceDays } from '../api/types';
import { daysFrom, plusDays, weekday, weekdayName } from '../format/clock';
import { wholeDay } from '../format/role-day';
import { said } from '../i18n/edit/book';
import { openWords, type OpenWords } from '../i18n/open';
import { store } from '../state/store';
import { StoreElement } from './base';
import { entryMark } from './entry-line';
import { sign } from './icons';
import { markOf, toneOf } from './week-strip';

/** So many months either way of today's can be looked at. */
const MONTHS_AWAY = 12;

const firstOf = (day: string) => `${day.slice(0, 7)}-01`;

/** The first day of the month that is `count` months away. */
function monthAway(day: string, count: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + count, 1)).toISOString().slice(0, 10);
}

function monthsFrom(from: string, to: string): number {
  const [a, b] = [from, to].map((day) => day.split('-').map(Number));
  return ((b?.[0] ?? 0) - (a?.[0] ?? 0)) * 12 + (b?.[1] ?? 0) - (a?.[1] ?? 0);
}

@customElement('yuren-month')
export class MonthDialog extends StoreElement {
  /** The day that the arrow keys are on; its month is shown. */
  @state() private day = '';
  private shown: string | null = null;
  private opening = false;
  private walking = false;

  private days = new Task(this, {
    task: async ([place, first]) => (place && first ? placeDays(place, first, daysFrom(first, monthAway(first, 1))) : null),
    args: () => [this.state.month?.place ?? null, this.day && firstOf(this.day)] as const,
  });

  protected override willUpdate(): void {
    const { month } = this.state;
    const key = month && `${month.place} ${month.role}`;
    if (key === this.shown) return;
    this.shown = key;
    this.opening = key !== null;
    this.day = month?.today ?? '';
  }

  protected override updated(_changed: PropertyValues): void {
    // Once only: one that is closing must not come back because days arrive.
    if (this.opening) this.querySelector('dialog')?.showModal();
    this.opening = false;
    if (!this.walking) return;
    this.walking = false;
    this.querySelector<HTMLElement>(`[data-day="${this.day}"]`)?.focus();
  }

  private close = (): void => {
    this.querySelector('dialog')?.close();
  };

  private turn(by: number): void {
    this.go(monthAway(this.day, by));
  }

  /** Goes to a day, if its month may be looked at; whether it did. */
  private go(day: string): boolean {
    const away = monthsFrom(this.state.month?.today ?? day, day);
    if (Math.abs(away) > MONTHS_AWAY) return false;
    this.day = day;
    return true;
  }

  private onKey = (event: KeyboardEvent): void => {
    const to: Record<string, () => string> = {
      ArrowLeft: () => plusDays(this.day, -1),
      ArrowRight: () => plusDays(this.day, 1),
      ArrowUp: () => plusDays(this.day, -7),
      ArrowDown: () => plusDays(this.day, 7),
      Home: () => plusDays(this.day, -weekday(this.day)),
      End: () => plusDays(this.day, 6 - weekday(this.day)),
      PageUp: () => monthAway(this.day, -1),
      PageDown: () => monthAway(this.day, 1),
    };
    const next = to[event.key]?.();
    if (!next) return;
    event.preventDefault();
    this.walking = this.go(next);
  };

  private cell(date: string, answer: PlaceDays | null, today: string, o: OpenWords): TemplateResult {
    const { w, language: lang } = this;
    const coming = answer?.roles.find((one) => one.role === this.state.month?.role);
    const role = coming?.days.find((day) => day.date === date);
    const kind = answer?.days.find((day) => day.date === date);
    const letter = kind?.kind === 'off_day' ? o.letterOff : kind?.kind === 'makeup_workday' ? o.letterWork : nothing;
    const chosen = date === this.day;
    return html`<td
      role="gridcell"
      class="day ${answer ? toneOf(role) : ''} ${date === today ? 'is-today' : ''}"
      data-testid="day"
      data-day=${date}
      data-state=${role?.state ?? 'unknown'}
      tabindex=${chosen ? 0 : -1}
      aria-selected=${chosen}
      aria-current=${date === today ? 'date' : 'false'}
      @click=${() => (this.day = date)}
    >
      <span class="visually-hidden">${wholeDay(date, coming, kind, lang, w, o)}</span>
      <span aria-hidden="true" class="day-number">${Number(date.slice(-2))}<span class="day-letter">${letter}</span></span>
      <span aria-hidden="true" class="day-mark">${answer ? entryMark(markOf(role)) : nothing}</span>
    </td>`;
  }

  private grid(answer: PlaceDays | null, today: string, o: OpenWords): TemplateResult {
    const first = firstOf(this.day);
    const before = weekday(first);
    const count = daysFrom(first, monthAway(first, 1));
    const weeks = Array.from({ length: Math.ceil((before + count) / 7) }, (_, week) => Array.from({ length: 7 }, (__, i) => week * 7 + i - before));
    const [year = 0, month = 0] = first.split('-').map(Number);
    return html`<table class="month-grid" role="grid" aria-label=${o.monthTitle(year, month)} @keydown=${this.onKey}>
      <thead>
        <tr>
          ${[0, 1, 2, 3, 4, 5, 6].map((i) => html`<th scope="col">${weekdayName(plusDays('2024-01-01', i), this.w)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${weeks.map((week) => html`<tr>${week.map((i) => (i < 0 || i >= count ? html`<td></td>` : this.cell(plusDays(first, i), answer, today, o)))}</tr>`)}
      </tbody>
    </table>`;
  }

  private legend(o: OpenWords): TemplateResult {
    return html`<ul class="plain-list month-legend">
      <li class="open">${entryMark('full')}${o.legendOpen}</li>
      <li class="shut">${entryMark('ring')}${o.legendClosed}</li>
      <li class="unknown">${entryMark('question')}${o.legendUnknown}</li>
      <li><b>${o.letterOff}</b>${o.legendOff}</li>
      <li><b>${o.letterWork}</b>${o.legendWork}</li>
    </ul>`;
  }

  /** What the chosen day is, in full, and why. */
  private chosen(answer: PlaceDays | null, o: OpenWords): TemplateResult {
    const { w, language: lang } = this;
    const coming = answer?.roles.find((one) => one.role === this.state.month?.role);
    const role = coming?.days.find((day) => day.date === this.day);
    const kind = answer?.days.find((day) => day.date === this.day);
    return html`<p class="month-chosen" data-testid="chosen-day">
      ${answer ? html`${weekdayName(this.day, w)} ${wholeDay(this.day, coming, kind, lang, w, o)}${role?.why ? html`<br /><span class="why">${role.why[lang]}</span>` : nothing}` : w.loading}
    </p>`;
  }

  private body(today: string): TemplateResult {
    const { w } = this;
    const o = said(openWords, this.language);
    const shownNow = this.days.value;
    // What was fetched for another month says nothing of this one.
    const answer = shownNow?.days[0]?.date === firstOf(this.day) ? shownNow : null;
    const [year = 0, month = 0] = this.day.split('-').map(Number);
    const away = monthsFrom(today, this.day);
    const unannounced = answer?.days.some((day) => !day.announced && day.date >= today);
    return html`<div class="month-bar">
        <button class="icon-button" data-testid="month-before" aria-label=${o.earlier} title=${o.earlier} ?disabled=${away <= -MONTHS_AWAY} @click=${() => this.turn(-1)}>${sign('back')}</button>
        <h3 aria-live="polite" data-testid="month-title">${o.monthTitle(year, month)}</h3>
        <button class="icon-button turned" data-testid="month-after" aria-label=${o.later} title=${o.later} ?disabled=${away >= MONTHS_AWAY} @click=${() => this.turn(1)}>${sign('back')}</button>
      </div>
      ${unannounced ? html`<p class="note" data-testid="not-announced">${o.notAnnounced(year)}</p>` : nothing}
      ${this.grid(answer, today, o)} ${this.chosen(answer, o)} ${this.legend(o)}
      ${this.days.error && !answer
        ? html`<div class="failure" role="alert">
            <p>${o.daysFailed}</p>
            <button class="button" @click=${() => void this.days.run()}>${w.retry}</button>
          </div>`
        : nothing}`;
  }

  override render() {
    const { w } = this;
    const { month } = this.state;
    if (!month || !this.day) return nothing;
    return html`<dialog class="about month" data-testid="month-dialog" aria-labelledby="month-name" @close=${() => store.set({ month: null })}>
      <div class="card-bar">
        <h2 id="month-name">${said(openWords, this.language).monthOf(month.title)}</h2>
        <button type="button" class="icon-button" aria-label=${w.close} @click=${this.close}>${sign('close')}</button>
      </div>
      ${this.body(month.today)}
    </dialog>`;
  }
}
