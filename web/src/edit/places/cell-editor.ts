/** One cell while it is changed: Enter saves, Escape leaves it as it was, and what somebody else wrote meanwhile is shown. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { hoursInWords } from '../../format/hours';
import { placesWords } from '../../i18n/edit/places';
import type { Committed } from '../api';
import { EditElement } from '../base';
import { office, setOffice } from '../checking';
import { edit, say } from '../state';
import { CHOICES, shown, pathOf, type Field } from './fields';
import { findingsOf, refusal } from './refusal';
import type { Row } from './rows';
import { saveCell } from './save';
import { fieldName, valueText } from './texts';

/** The change is over: `committed` = it was made; `reread` = the row is not up to date. */
export class CellDone extends CustomEvent<{ committed: Committed | null; reread: boolean }> {
  constructor(committed: Committed | null, reread: boolean) {
    super('cell-done', { detail: { committed, reread } });
  }
}

@customElement('yuren-cell-editor')
export class CellEditor extends EditElement {
  @property({ attribute: false }) row!: Row;
  @property({ attribute: false }) field!: Field;
  @state() private text = '';
  @state() private busy = false;
  @state() private trouble = '';
  /** The trouble is with what was written. */
  @state() private isUnfit = false;
  /** What somebody else wrote there meanwhile. */
  @state() private theirs: string | null = null;
  /** What stood there when the change began, and where. */
  private old = '';
  private path = '';
  private asksOffice = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.old = this.text = shown(this.row, this.field);
    this.path = pathOf(this.row, this.field) ?? '';
    this.asksOffice = this.field !== 'status' && !office();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    edit.set({ unsaved: false });
  }

  protected override firstUpdated(): void {
    const input = this.querySelector<HTMLInputElement>('[name=value]:checked, input[name=value]');
    input?.focus();
    if (input?.type === 'text') input.select();
  }

  get dirty(): boolean {
    return this.text !== this.old;
  }

  /** Says that this has to be finished first. */
  remind(): void {
    this.trouble = this.words(placesWords).finishFirst;
    this.querySelector<HTMLInputElement>('[name=value]:checked, input[name=value]')?.focus();
  }

  private write(text: string): void {
    this.text = text;
    edit.set({ unsaved: this.dirty });
  }

  /** Leaves the cell as it was. */
  leave(): void {
    this.dispatchEvent(new CellDone(null, this.theirs !== null));
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || this.busy || event.isComposing) return;
    event.stopPropagation();
    this.leave();
  }

  private send = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    const e = this.words(placesWords);
    const after = this.text.trim();
    // What somebody else wrote is answered by its own buttons.
    if (this.busy || this.theirs !== null) return;
    if (after === this.old) return this.leave();
    const named = this.querySelector<HTMLInputElement>('[name=office]');
    if (named?.value.trim()) setOffice(named.value);
    if (this.asksOffice && !office()) {
      this.trouble = e.officeNeeded;
      named?.focus();
      return;
    }
    if (this.field === 'name' && !after) {
      this.trouble = e.nameNeeded;
      this.isUnfit = true;
      return;
    }
    this.busy = true;
    this.trouble = '';
    this.isUnfit = false;
    const why = e.whyInline(fieldName(this.field, this.language));
    try {
      const outcome = await saveCell({ place: this.row.place.id, path: this.path, field: this.field, before: this.old, after, why });
      if (outcome.is === 'clash') {
        this.theirs = outcome.theirs;
        if (outcome.theirs === null) this.trouble = e.goneMeanwhile;
      } else {
        if (outcome.is === 'same') say(e.sameAlready);
        this.dispatchEvent(new CellDone(outcome.is === 'saved' ? outcome.committed : null, true));
      }
    } catch (error) {
      this.trouble = refusal(error, this.language);
      this.isUnfit = findingsOf(error).length > 0;
    } finally {
      this.busy = false;
    }
  };

  /** Lays mine over what the other wrote, now that it is known. */
  private keepMine(): void {
    this.old = this.theirs ?? this.old;
    this.theirs = null;
    void this.send();
  }

  private input(): TemplateResult {
    const { field, language } = this;
    const label = field === 'status' ? this.statusLabel() : fieldName(field, language);
    if (field === 'status' || field === 'fee') {
      return html`<fieldset>
        <legend>${label}</legend>
        ${CHOICES[field].map(
          (choice) =>
            html`<label class="check">
              <input type="radio" name="value" value=${choice} .checked=${this.text === choice} @change=${() => this.write(choice)} data-testid="choice-${choice}" />
              <span>${valueText(field, choice, language)}</span>
            </label>`,
        )}
      </fieldset>`;
    }
    const isPhone = field === 'phone';
    return html`<label class="field">
      <span>${label}</span>
      <input
        type="text"
        name="value"
        data-testid="cell-input"
        autocomplete="off"
        spellcheck="false"
        maxlength="500"
        inputmode=${isPhone ? 'tel' : 'text'}
        aria-describedby="cell-hint"
        aria-invalid=${this.isUnfit}
        .value=${this.text}
        @input=${(event: Event) => this.write((event.target as HTMLInputElement).value)}
      />
    </label>`;
  }

  private statusLabel(): string {
    const e = this.words(placesWords);
    return this.path === 'status' ? e.ofPlace : e.ofRole;
  }

  private hint(): string {
    if (this.field !== 'hours' || !this.text.trim()) return '';
    const e = this.words(placesWords);
    const meaning = hoursInWords(this.text, this.w);
    return meaning ? e.hoursHint(meaning) : e.hoursUnread;
  }

  override render() {
    const e = this.words(placesWords);
    const { theirs } = this;
    return html`<form class="cell-form" novalidate data-testid="cell-form" @submit=${this.send} @keydown=${this.onKey}>
      ${this.input()}
      <p class="quiet" id="cell-hint">${this.hint()}</p>
      ${this.asksOffice
        ? html`<label class="field">
              <span>${e.office}</span>
              <input name="office" data-testid="cell-office" maxlength="60" autocomplete="organization" aria-describedby="office-hint" />
            </label>
            <p class="quiet" id="office-hint">${e.officeHint}</p>`
        : nothing}
      <p class="trouble" role="alert" data-testid="cell-trouble">${theirs === null ? this.trouble : e.clash(valueText(this.field, theirs, this.language))}</p>
      <div class="button-row">
        ${theirs === null
          ? html`<button class="button primary" data-testid="cell-save" aria-disabled=${this.busy}>${this.busy ? e.saving : e.save}</button>
              <button type="button" class="button" data-testid="cell-cancel" @click=${this.leave}>${e.cancel}</button>`
          : html`<button type="button" class="button primary" data-testid="cell-mine" aria-disabled=${this.busy} @click=${this.keepMine}>${e.keepMine}</button>
              <button type="button" class="button" data-testid="cell-theirs" @click=${this.leave}>${e.takeTheirs}</button>`}
      </div>
    </form>`;
  }
}
