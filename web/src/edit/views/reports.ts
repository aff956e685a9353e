/** 报错: what people have reported, oldest first, for reviewers. */
import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { frameWords } from '../../i18n/edit/frame';
import { reportWords } from '../../i18n/edit/reports';
import * as api from '../api';
import { EditElement } from '../base';
import { inWords } from '../failure';
import '../reports/item';
import { refine } from '../state';

/** Reports shown at first, and how many more at a time. */
const STEP = 20;

@customElement('yuren-reports')
export class ReportsView extends EditElement {
  @state() private shown = STEP;
  /** Counts the reports closed here: each asks for the queue anew. */
  @state() private closed = 0;

  private queue = new Task(this, {
    // One more than is shown says whether there is more.
    task: ([state, shown]) => api.reports(state, shown + 1),
    args: () => [this.wanted, this.shown, this.closed] as const,
  });
  private known: { state: api.ReportState; reports: readonly api.QueuedReport[] } | null = null;

  private get wanted(): api.ReportState {
    const asked = this.state.route.parameters['state'];
    return api.REPORT_STATES.find((state) => state === asked) ?? 'open';
  }

  private choose = (event: Event): void => {
    this.shown = STEP;
    refine({ state: (event.target as HTMLSelectElement).value });
  };

  /** The focus goes on to the report that takes the closed one's place. */
  private onClosed = async (event: Event): Promise<void> => {
    const item = event.target as HTMLElement;
    const next = item.nextElementSibling ?? item.previousElementSibling;
    this.closed += 1;
    await this.updateComplete;
    await this.queue.taskComplete.catch(() => undefined);
    await this.updateComplete;
    (next?.querySelector<HTMLElement>('h3') ?? this.querySelector<HTMLElement>('h2'))?.focus();
  };

  private list(reports: readonly api.QueuedReport[]): TemplateResult {
    const e = this.words(reportWords);
    if (!reports.length) return html`<p class="notice" data-testid="queue-empty">${this.wanted === 'open' ? e.none : e.noneClosed}</p>`;
    const some = reports.slice(0, this.shown);
    return html`<p class="quiet" role="status">${reports.length > some.length ? e.atMost(some.length) : e.count(some.length)}</p>
      <div @closed=${this.onClosed}>
        ${repeat(
          some,
          (report) => report.id,
          (report) => html`<yuren-report-item .report=${report}></yuren-report-item>`,
        )}
      </div>
      ${reports.length > some.length ? html`<button class="button wide" data-testid="more-reports" @click=${() => (this.shown += STEP)}>${e.more}</button>` : nothing}`;
  }

  override render() {
    const e = this.words(reportWords);
    const known = () => (this.known?.state === this.wanted ? this.list(this.known.reports) : html`<p class="notice quiet">${e.loading}</p>`);
    return html`<h2 tabindex="-1">${this.words(frameWords).reports}</h2>
      <p class="quiet">${e.intro}</p>
      <label class="field inline">
        <span>${e.state}</span>
        <select data-testid="report-state" @change=${this.choose}>
          ${api.REPORT_STATES.map((state) => html`<option value=${state} ?selected=${state === this.wanted}>${e[state]}</option>`)}
        </select>
      </label>
      ${this.queue.render({
        pending: known,
        complete: (reports) => this.list((this.known = { state: this.wanted, reports }).reports),
        error: (error) =>
          html`<div class="trouble" role="alert">
              <p>${inWords(error, this.language, false)}</p>
              <button class="button" @click=${() => void this.queue.run()}>${this.words(frameWords).retry}</button>
            </div>
            ${this.known ? known() : nothing}`,
      })}`;
  }
}
