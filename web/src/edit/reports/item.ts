/** One report with its place beside it: mended and answered here. */
import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { Problem } from '../../api/request';
import type { PlaceAnswer } from '../../api/types';
import type { ReportKind } from '../../api/client';
import { reportKindInWords } from '../../components/report-kinds';
import { badges } from '../../components/badges';
import { roleSection } from '../../components/role-section';
import { ago, today } from '../../format/ago';
import { langTag, regionsIn } from '../../i18n';
import { reportWords } from '../../i18n/edit/reports';
import * as api from '../api';
import { EditElement } from '../base';
import { inDetail } from '../failure';
import { withFact } from '../feature';
import { edit, hrefOf, say } from '../state';

@customElement('yuren-report-item')
export class ReportItem extends EditElement {
  @property({ attribute: false }) report!: api.QueuedReport;
  @state() private busy = false;
  @state() private trouble = '';
  @state() private reply = '';

  private place = new Task(this, {
    task: ([id]) => api.shownPlace(id),
    args: () => [this.report.place, edit.state.edits] as const,
  });
  /** What was last told stays while it is asked anew. */
  private known: PlaceAnswer | null = null;

  private async attempt(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.trouble = '';
    try {
      await work();
    } catch (error) {
      const gone = error instanceof Problem && error.code === 'no_such_report';
      this.trouble = gone ? this.words(reportWords).goneMeanwhile : inDetail(error, this.language);
    } finally {
      this.busy = false;
    }
  }

  private close(verdict: 'accepted' | 'rejected'): Promise<void> {
    const e = this.words(reportWords);
    const usual = verdict === 'accepted' ? e.replyFixed : e.replyRight;
    return this.attempt(async () => {
      await api.closeReport(this.report.id, verdict, this.reply.trim() || usual);
      say(verdict === 'accepted' ? e.closedAccepted : e.closedRejected);
      this.dispatchEvent(new CustomEvent('closed', { bubbles: true }));
    });
  }

  /** A place that is closed stays on the map and says so; whether it is gone for good, somebody must find out. */
  private suspend = (): Promise<void> => {
    const e = this.words(reportWords);
    return this.attempt(async () => {
      const { feature, revision } = await api.place(this.report.place);
      const next = withFact(feature, { name: 'status', role: null, value: 'suspended', provenance: null });
      await api.putPlace(next, revision, e.suspendWhy(this.report.text));
      say(e.suspended);
    });
  };

  private shown(place: PlaceAnswer): TemplateResult {
    const { w, language: lang } = this;
    const { name, address, regions, roles } = place.properties;
    return html`<h4>${name}</h4>
      <div class="badges">${badges(place.properties, w)}</div>
      <p class="quiet">${address ?? regionsIn(lang, regions)}</p>
      ${roles.map((role) => roleSection(role, name, place.sources, lang, w))}`;
  }

  private beside(): TemplateResult {
    const e = this.words(reportWords);
    const shown = (place: PlaceAnswer | null) => (place ? this.shown(place) : html`<p class="quiet">${this.w.loading}</p>`);
    return html`<div class="report-place">
      <p class="quiet">${e.placeNow}</p>
      ${this.place.render({
        pending: () => shown(this.known),
        complete: (place) => shown((this.known = place)),
        error: (error) => html`<p class="trouble">${error instanceof Problem && error.status === 404 ? e.gone : inDetail(error, this.language, false)}</p>`,
      })}
    </div>`;
  }

  private mending(): TemplateResult {
    const e = this.words(reportWords);
    const { report, known } = this;
    const isSuspended = known?.properties.status === 'suspended';
    return html`<div class="button-row">
        ${report.kind === 'closed' && !isSuspended ? html`<button class="button" data-testid="suspend" aria-disabled=${this.busy} @click=${this.suspend}>${e.suspend}</button>` : nothing}
        <a class="button" data-testid="fix" href=${hrefOf('place', { id: report.place })}>${e.fix}</a>
        <a class="button plain" href="/#s=${report.place}" target="_blank" rel="noopener">${e.onMap}<span class="visually-hidden">（${this.w.opensNewWindow}）</span></a>
      </div>
      ${report.kind === 'closed' && isSuspended ? html`<p class="quiet" role="status">${e.alreadySuspended}</p>` : nothing}`;
  }

  private answering(): TemplateResult {
    const e = this.words(reportWords);
    return html`<label class="field">
        <span>${e.reply}</span>
        <textarea rows="2" maxlength="500" data-testid="reply" placeholder=${e.replyFixed} .value=${this.reply} @input=${(event: InputEvent) => (this.reply = (event.target as HTMLTextAreaElement).value)}></textarea>
      </label>
      <div class="button-row">
        <button class="button primary" data-testid="accept" aria-disabled=${this.busy} @click=${() => void this.close('accepted')}>${this.busy ? e.closing : e.accept}</button>
        <button class="button" data-testid="reject" aria-disabled=${this.busy} @click=${() => void this.close('rejected')}>${e.reject}</button>
      </div>`;
  }

  override render() {
    const { w, report } = this;
    const e = this.words(reportWords);
    const isOpen = report.state === 'open';
    const day = today(new Date(report.at));
    return html`<article class="report" data-testid="queued" data-id=${report.id} aria-labelledby="report-${report.id}">
      <div class="report-said">
        <h3 id="report-${report.id}" tabindex="-1">${report.place_name ?? report.place}</h3>
        <p><span class="badge alarm">${reportKindInWords(report.kind as ReportKind, w)}</span></p>
        <p class="said">${report.text || html`<span class="quiet">${e.saidNothing}</span>`}</p>
        <p class="quiet"><time datetime=${report.at} title=${new Date(report.at).toLocaleString(langTag(this.language))}>${e.reportedAt(ago(day, today(), w))}</time></p>
        <p class="quiet">${isOpen ? (report.contact ? html`${e.contact}${w.colon}<strong>${report.contact}</strong>` : e.noContact) : e.erased}</p>
        ${isOpen
          ? html`${this.mending()} ${this.answering()}`
          : html`<p><span class="badge">${e[report.state as 'accepted']}</span> ${report.reply}</p>
              <p class="quiet">${report.closed_by ? e.closedBy(report.closed_by) : nothing}</p>`}
        <p class="trouble" role="alert">${this.trouble}</p>
      </div>
      ${this.beside()}
    </article>`;
  }
}
