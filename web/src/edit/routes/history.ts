/** What was done to the route, newest first: who, when, why, fact by fact. */
import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { PageElement } from '../../components/base';
import { ago, today } from '../../format/ago';
import { said } from '../../i18n/edit/book';
import { placeWords } from '../../i18n/edit/place';
import { authorText, CITY_PACK } from '../author';
import { inWords } from '../failure';
import * as api from './api';
import { changeList } from './change-list';
import { changesBetween } from './route';
import type { Sheet } from './sheet';

@customElement('yuren-route-history')
export class RouteHistory extends PageElement {
  @property({ attribute: false }) sheet!: Sheet;

  private entries = new Task(this, {
    task: ([id]) => api.routeHistory(id),
    args: () => [this.sheet.desk.id, (this.sheet.state.theirs ?? this.sheet.draft.base).revision] as const,
    // The history speaks of places where the route no longer leads.
    onComplete: (entries) => this.sheet.desk.learn(entries.flatMap(({ before, after }) => [...(before?.stops ?? []), ...after.stops].map(({ place }) => place))),
  });
  /** What was last told stays while it is asked anew. */
  private known: readonly api.RouteEntry[] | null = null;

  private entry({ revision, at, by, why, before, after }: api.RouteEntry): TemplateResult {
    const { lang, w, e, state } = this.sheet;
    const p = said(placeWords, lang);
    const moment = new Date(at);
    const changes = before ? changesBetween(before, after) : [];
    const reason = by === CITY_PACK ? nothing : html` · <span class=${why ? '' : 'quiet'}>${why || p.noReason}</span>`;
    return html`<li data-testid="history-entry" data-revision=${revision}>
      <p><strong>${authorText(by, lang)}</strong> <time datetime=${at} title=${moment.toLocaleString(lang === 'en' ? 'en-GB' : 'zh-CN')}>${ago(today(moment), today(), w)}</time>${reason}</p>
      ${before === null ? html`<p>${e.madeRoute}</p>` : changes.length ? changeList(changes, state.places, lang) : html`<p class="quiet">${p.checkedAgain}</p>`}
    </li>`;
  }

  private list(entries: readonly api.RouteEntry[]): TemplateResult {
    return html`<ol class="plain-list history">${entries.map((entry) => this.entry(entry))}</ol>`;
  }

  override render() {
    const { lang } = this.sheet;
    const p = said(placeWords, lang);
    return html`<section class="part" aria-labelledby="history-title">
      <h3 id="history-title" tabindex="-1">${p.history}</h3>
      ${this.entries.render({
        pending: () => (this.known ? this.list(this.known) : html`<p class="quiet">${p.historyLoading}</p>`),
        complete: (entries) => this.list((this.known = entries)),
        error: (error) =>
          html`<p class="trouble" role="alert">${inWords(error, lang, false)} <button type="button" class="button" @click=${() => void this.entries.run()}>${p.retry}</button></p>
            ${this.known ? this.list(this.known) : nothing}`,
      })}
    </section>`;
  }
}
