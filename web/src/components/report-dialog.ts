/** 报错: anybody may say that something is wrong with a place. What was written stays until it has been taken. */
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { report, REPORT_KINDS, type ReportKind } from '../api/client';
import { failureInWords, failureOf } from '../state/failure';
import { store } from '../state/store';
import { StoreElement } from './base';
import { sign } from './icons';
import { reportKindInWords } from './report-kinds';

@customElement('yuren-report')
export class ReportDialog extends StoreElement {
  @state() private kind: ReportKind | null = null;
  @state() private step: 'writing' | 'sending' | 'taken' = 'writing';
  @state() private trouble: string | null = null;
  private shownId: string | null = null;

  protected override willUpdate(): void {
    const id = this.state.reporting?.id ?? null;
    if (id === this.shownId) return;
    this.shownId = id;
    this.kind = null;
    this.step = 'writing';
    this.trouble = null;
  }

  protected override updated(): void {
    const dialog = this.querySelector('dialog');
    if (this.state.reporting && dialog && !dialog.open) dialog.showModal();
  }

  private close = (): void => {
    this.querySelector('dialog')?.close();
  };

  private send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { w, kind } = this;
    const place = this.state.reporting?.id;
    const fields = new FormData(event.target as HTMLFormElement);
    const [text, contact] = ['text', 'contact'].map((name) => String(fields.get(name)).trim());
    if (!place || this.step !== 'writing') return;
    if (!kind || (kind === 'other' && !text)) {
      this.trouble = kind ? w.reportTextNeeded : w.reportKindNeeded;
      return;
    }
    this.step = 'sending';
    this.trouble = null;
    try {
      await report({ place, kind, text: text ?? '', contact: contact || null });
      this.step = 'taken';
      await this.updateComplete;
      this.querySelector<HTMLElement>('.thanks')?.focus();
    } catch (error) {
      const failure = failureOf(error);
      this.trouble = { tooMany: w.reportTooMany, offline: w.reportOffline, notFound: failureInWords(failure, false, w), failed: w.reportFailed }[failure.kind];
      this.step = 'writing';
    }
  };

  private form() {
    const { w } = this;
    return html`<form class="form" novalidate @submit=${this.send}>
      <fieldset>
        <legend>${w.reportKind}</legend>
        ${REPORT_KINDS.map(
          (kind) =>
            html`<label class="check">
              <input type="radio" name="kind" value=${kind} data-testid="report-kind-${kind}" .checked=${this.kind === kind} @change=${() => (this.kind = kind)} />
              <span>${reportKindInWords(kind, w)}</span>
            </label>`,
        )}
      </fieldset>
      <label class="field">
        <span>${w.reportText}</span>
        <textarea name="text" rows="3" maxlength="500" data-testid="report-text"></textarea>
      </label>
      <label class="field">
        <span>${w.reportContact}</span>
        <input name="contact" maxlength="100" autocomplete="off" aria-describedby="contact-note" data-testid="report-contact" />
      </label>
      <p class="quiet" id="contact-note">${w.reportContactNote}</p>
      <p class="trouble" role="alert">${this.trouble}</p>
      <button class="button primary" data-testid="report-send" aria-disabled=${this.step === 'sending'}>${this.step === 'sending' ? w.reportSending : w.reportSend}</button>
    </form>`;
  }

  override render() {
    const { w } = this;
    const { reporting } = this.state;
    if (!reporting) return nothing;
    return html`<dialog class="about" data-testid="report-dialog" aria-labelledby="report-title" @close=${() => store.set({ reporting: null })}>
      <div class="card-bar">
        <h2 id="report-title">${w.reportOn(reporting.name)}</h2>
        <button type="button" class="icon-button" aria-label=${w.close} @click=${this.close}>${sign('close')}</button>
      </div>
      ${this.step === 'taken'
        ? html`<div class="form">
            <p class="thanks" tabindex="-1" data-testid="report-thanks">${w.reportThanks}</p>
            <button class="button primary" @click=${this.close}>${w.done}</button>
          </div>`
        : this.form()}
    </dialog>`;
  }
}
