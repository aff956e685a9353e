/** 批量修改: one fact of many rows, with a sentence that says what will happen before it does. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { sign } from '../../components/icons';
import { placesWords } from '../../i18n/edit/places';
import type { PlaceFinding } from '../../api/request';
import { EditElement } from '../base';
import { office, setOffice } from '../checking';
import { edit } from '../state';
import { changeAll, Moved, planned, type BulkChange, type Done, type Plan } from './bulk';
import { CHOICES } from './fields';
import { findingText } from '../finding-text';
import { findingsOf, refusal } from './refusal';
import type { Row } from './rows';
import { fieldName, valueText } from './texts';

const FACTS = ['checked', 'fee', 'status', 'hours'] as const;
type Fact = (typeof FACTS)[number];

/** The dialog is closed; `done` = what was changed, if anything was. */
export class BulkDone extends CustomEvent<{ done: Done | null; reread: boolean }> {
  constructor(done: Done | null, reread: boolean) {
    super('bulk-done', { detail: { done, reread } });
  }
}

@customElement('yuren-bulk')
export class BulkDialog extends EditElement {
  @property({ attribute: false }) rows: readonly Row[] = [];
  @state() private fact: Fact = 'checked';
  @state() private value = '';
  @state() private step: { is: 'writing' } | { is: 'reading'; done: number; all: number } | { is: 'sending' } = { is: 'writing' };
  @state() private trouble = '';
  /** Names of the places that stand in the way, each with what is wrong. */
  @state() private inTheWay: string[] = [];
  private asksOffice = !office();
  private closed = false;
  private breaking: AbortController | null = null;
  private outcome: { done: Done | null; reread: boolean } = { done: null, reread: false };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.breaking?.abort();
    edit.set({ unsaved: false });
  }

  /** While nobody is signed in it makes way for the sign-in, and comes back as it was. */
  protected override updated(): void {
    const dialog = this.querySelector('dialog');
    const wanted = Boolean(this.state.session);
    if (!dialog || dialog.open === wanted || this.closed) return;
    if (wanted) dialog.showModal();
    else dialog.close();
  }

  private onClose = (): void => {
    if (!this.state.session) return;
    this.closed = true;
    this.dispatchEvent(new BulkDone(this.outcome.done, this.outcome.reread));
  };

  private get change(): BulkChange {
    return this.fact === 'checked' ? { field: 'checked' } : { field: this.fact, value: this.value.trim() };
  }

  private choose(fact: Fact): void {
    this.fact = fact;
    this.value = fact === 'fee' || fact === 'status' ? CHOICES[fact][0] : '';
    this.trouble = '';
    this.inTheWay = [];
  }

  private close = (): void => {
    this.querySelector('dialog')?.close();
  };

  private fail(error: unknown): void {
    const e = this.words(placesWords);
    const names = new Map(this.rows.map(({ place }) => [place.id, place.properties.name]));
    const named = (id: string | null): string => names.get(id ?? '') ?? id ?? '';
    const findings = findingsOf(error);
    if (error instanceof Moved) {
      this.trouble = e.bulkMoved;
      this.inTheWay = error.places.map(named);
      this.outcome.reread = true;
    } else if (findings.length) {
      this.trouble = e.bulkUnfit;
      this.inTheWay = findings.map((finding: PlaceFinding) => `${named(finding.place)} — ${findingText(finding, this.language)}`);
    } else {
      this.trouble = this.breaking?.signal.aborted ? e.stopped : refusal(error, this.language);
    }
  }

  private send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const e = this.words(placesWords);
    const fields = new FormData(event.target as HTMLFormElement);
    const said = (name: string): string => String(fields.get(name) ?? '').trim();
    const missing = (name: string, text: string): void => {
      this.trouble = text;
      this.querySelector<HTMLElement>(`[name=${name}]`)?.focus();
    };
    const { rows } = planned(this.rows, this.change);
    if (this.step.is !== 'writing') return;
    this.inTheWay = [];
    if (!rows.length) return void (this.trouble = e.nothingToDo);
    if (said('office')) setOffice(said('office'));
    if (this.asksOffice && !office()) return missing('office', e.officeNeeded);
    if (!said('why')) return missing('why', e.reasonNeeded);
    this.trouble = '';
    const all = new Set(rows.map(({ place }) => place.id)).size;
    this.breaking = new AbortController();
    const progress = (done: number): void => void (this.step = done < all ? { is: 'reading', done, all } : { is: 'sending' });
    progress(0);
    try {
      const done = await changeAll(rows, this.change, said('why'), progress, this.breaking.signal);
      if (!done) return void (this.trouble = e.nothingToDo);
      this.outcome = { done, reread: false };
      this.close();
    } catch (error) {
      this.fail(error);
    } finally {
      this.step = { is: 'writing' };
    }
  };

  private preview({ rows, before, same, unfit }: Plan): string {
    const e = this.words(placesWords);
    const { change, language } = this;
    const rest = [same ? e.alreadySo(same) : '', unfit ? (change.field === 'checked' ? e.leftOut(unfit) : e.noRole(unfit)) : ''];
    if (!rows.length) return [e.nothingToDo, ...rest].join(' ');
    if (change.field === 'checked') return [e.previewChecked(rows.length), ...rest].join(' ');
    const { field, value } = change;
    const names = before.map(([old, count]) => (before.length > 1 ? e.countOf(valueText(field, old, language), count) : valueText(field, old, language)));
    const few = names.length > 3 ? [...names.slice(0, 3), '…'] : names;
    return [e.preview(rows.length, fieldName(field, language), few.join(e.comma), valueText(field, value, language)), ...rest].join(' ');
  }

  private radios(name: string, legend: string, options: readonly (readonly [value: string, text: string])[], chosen: string, choose: (value: string) => void): TemplateResult {
    return html`<fieldset class="choices">
      <legend>${legend}</legend>
      ${options.map(
        ([value, text]) =>
          html`<label class="check">
            <input type="radio" name=${name} value=${value} data-testid="bulk-${value}" .checked=${chosen === value} @change=${() => choose(value)} />
            <span>${text}</span>
          </label>`,
      )}
    </fieldset>`;
  }

  private valueField(): TemplateResult | typeof nothing {
    const e = this.words(placesWords);
    const { fact } = this;
    const take = (value: string): void => {
      this.value = value;
      edit.set({ unsaved: true });
    };
    if (fact === 'checked') return nothing;
    if (fact !== 'hours') {
      return this.radios('value', e.bulkValue, CHOICES[fact].map((choice) => [choice, valueText(fact, choice, this.language)] as const), this.value, take);
    }
    return html`<label class="field">
      <span>${e.bulkValue}</span>
      <input name="value" data-testid="bulk-value" maxlength="500" autocomplete="off" spellcheck="false" placeholder="Mo-Fr 09:00-17:00; PH off" .value=${this.value} @input=${(event: Event) => take((event.target as HTMLInputElement).value)} />
    </label>`;
  }

  private working(): TemplateResult {
    const e = this.words(placesWords);
    const { step } = this;
    if (step.is !== 'reading') return html`<p role="status">${e.sending}</p>`;
    const { done, all } = step;
    return html`<label class="field"><span>${e.reading(done, all)}</span><progress max=${all} value=${done} data-testid="bulk-progress"></progress></label>
      <button type="button" class="button" data-testid="bulk-stop" @click=${() => this.breaking?.abort()}>${e.cancel}</button>`;
  }

  override render() {
    const e = this.words(placesWords);
    const isWriting = this.step.is === 'writing';
    const facts = FACTS.map((fact) => [fact, fieldName(fact, this.language)] as const);
    return html`<dialog
      class="about bulk"
      aria-labelledby="bulk-title"
      data-testid="bulk-dialog"
      @cancel=${(event: Event) => this.step.is === 'sending' && event.preventDefault()}
      @close=${this.onClose}
    >
      <div class="card-bar">
        <h2 id="bulk-title">${e.bulkTitle(this.rows.length)}</h2>
        <button type="button" class="icon-button" aria-label=${e.close} ?disabled=${this.step.is === 'sending'} @click=${this.close}>${sign('close')}</button>
      </div>
      <form class="form" novalidate @submit=${this.send}>
        ${this.radios('fact', e.bulkFact, facts, this.fact, (fact) => this.choose(fact as Fact))} ${this.valueField()}
        <label class="field">
          <span>${e.reason}</span>
          <input name="why" list="reasons" maxlength="200" autocomplete="off" data-testid="bulk-why" @input=${() => edit.set({ unsaved: true })} />
        </label>
        <datalist id="reasons">${[e.reasonPhone, e.reasonVisit, e.reasonList].map((reason) => html`<option value=${reason}></option>`)}</datalist>
        ${this.asksOffice
          ? html`<label class="field">
                <span>${e.office}</span>
                <input name="office" maxlength="60" autocomplete="organization" aria-describedby="bulk-office-hint" data-testid="bulk-office" />
              </label>
              <p class="quiet" id="bulk-office-hint">${e.officeHint}</p>`
          : nothing}
        <p role="status" class="preview" data-testid="bulk-preview">${this.preview(planned(this.rows, this.change))}</p>
        <div class="trouble" role="alert" data-testid="bulk-trouble" ?hidden=${!this.trouble}>
          ${this.trouble}${this.inTheWay.length ? html`<ul>${this.inTheWay.map((line) => html`<li>${line}</li>`)}</ul>` : nothing}
        </div>
        ${isWriting ? html`<button class="button primary" data-testid="bulk-send">${e.save}</button>` : this.working()}
      </form>
    </dialog>`;
  }
}
