/** The end of the form: what will change, why, who checked it, and the sending. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PageElement } from '../../components/base';
import { changeList } from './change-list';
import { findingText } from '../finding-text';
import { keyOf } from './findings';
import { line } from './field';
import { onlyIn } from './notice';
import { fieldId, labelOf, titleOf, type Sheet } from './sheet';

/** Longest reason the server takes, characters. */
const LONGEST_WHY = 500;

@customElement('yuren-saving')
export class SavingPart extends PageElement {
  @property({ attribute: false }) sheet!: Sheet;
  /** What is missing beside the facts. */
  @state() private missing: 'why' | 'office' | null = null;

  /** Whether an office stands behind what is changed. */
  private get needsOffice(): boolean {
    const { desk } = this.sheet;
    return desk.changes.some(({ before, after }) => after?.provenance?.checked_on !== undefined || (after?.name === 'notices' && onlyIn(after, before).some(({ checked_on }) => checked_on)));
  }

  private send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { sheet } = this;
    const { desk, draft } = sheet;
    if (desk.state.busy || !desk.changes.length) return;
    const [wrong] = desk.troubles.keys();
    this.missing = wrong ? null : !draft.why.trim() ? 'why' : this.needsOffice && !desk.state.office ? 'office' : null;
    if (wrong || this.missing) {
      await this.updateComplete;
      focusField(wrong ?? this.missing ?? '');
      return;
    }
    const outcome = await desk.save();
    await this.updateComplete;
    if (outcome === 'saved') document.querySelector<HTMLElement>('[data-testid=place-name]')?.focus();
    else if (desk.state.merging) requestAnimationFrame(() => document.querySelector<HTMLElement>('#conflict-title')?.focus());
    else focusField(desk.state.findings[0]?.key ?? '');
  };

  private reason(): TemplateResult {
    const { desk, draft, e } = this.sheet;
    const set = (text: string): void => {
      this.missing = this.missing === 'why' ? null : this.missing;
      desk.setWhy(text);
    };
    const texts = [e.whyPhone, e.whyVisit, e.whyList];
    return html`${line(this.sheet, { key: 'why', label: e.why, text: draft.why, longest: LONGEST_WHY, testid: 'why', wrong: this.missing === 'why' ? e.whyNeeded : '', write: set })}
      <div class="button-row">${texts.map((text) => html`<button type="button" class="chip" data-testid="why-chip" aria-pressed=${draft.why === text} @click=${() => set(text)}>${text}</button>`)}</div>`;
  }

  private office(): TemplateResult | typeof nothing {
    const { desk, state, e } = this.sheet;
    if (!this.needsOffice) return nothing;
    const set = (text: string): void => {
      this.missing = this.missing === 'office' ? null : this.missing;
      desk.setOffice(text);
    };
    const wrong = this.missing === 'office' ? e.officeNeeded : '';
    return line(this.sheet, { key: 'office', label: e.office, text: state.office, hint: e.officeHint, longest: 60, testid: 'office', wrong, write: set });
  }

  private warnings(): TemplateResult | typeof nothing {
    const { state, feature, lang, e } = this.sheet;
    if (!state.warnings.length) return nothing;
    return html`<div class="warnings" role="status" data-testid="warnings">
      <p>${e.warnings}</p>
      <ul>${state.warnings.map((finding) => html`<li>${labelOf(keyOf(finding.field, feature), lang) || e.wholePlace}${lang === 'en' ? ': ' : '：'}${findingText(finding, lang)}</li>`)}</ul>
    </div>`;
  }

  /** What is wrong and stands at no field. */
  private loose(): string[] {
    return this.sheet.state.findings.filter(({ key }) => !document.getElementById(fieldId(key))).map(({ finding }) => findingText(finding, this.sheet.lang));
  }

  override render() {
    const { sheet } = this;
    const { desk, state, feature, lang, e } = sheet;
    const { changes } = desk;
    const none = changes.length === 0;
    const marked = desk.troubles.size > 0 ? e.mendFirst : '';
    return html`<section class="part saving" aria-labelledby="saving-title">
      <h3 id="saving-title" tabindex="-1">${e.saving}</h3>
      ${this.warnings()}
      <p role="status" data-testid="will-change"><strong>${none ? e.nothingChanged : e.willChange(changes.length)}</strong></p>
      ${none ? nothing : changeList(changes, feature, lang, (source) => titleOf(source, sheet))}
      <form class="form" novalidate @submit=${this.send}>
        ${none ? nothing : html`${this.reason()} ${this.office()}`}
        <p class="trouble" role="alert" data-testid="save-trouble">${[state.trouble || marked, ...this.loose()].filter(Boolean).join(' ')}</p>
        <div class="button-row">
          <button class="button primary" data-testid="save" aria-disabled=${none || state.busy}>${state.busy ? e.sending : e.save}</button>
          ${none ? nothing : html`<button type="button" class="button" data-testid="discard" @click=${() => this.discard()}>${e.throwAway}</button>`}
        </div>
      </form>
    </section>`;
  }

  private discard(): void {
    this.sheet.desk.discardForNow();
    this.querySelector<HTMLElement>('#saving-title')?.focus();
  }
}

/** Brings a field of the form into sight and gives it the focus; without such a field, the sentence about the whole. */
export function focusField(key: string): void {
  requestAnimationFrame(() => {
    const part = { position: 'position:lon', contact: 'contact:phone', admission: 'admission:last_admission_minutes' }[key.split('/').at(-1) ?? ''];
    const own = document.getElementById(fieldId(part ? key.replace(/[^/]+$/, part) : key));
    const field = own ?? document.getElementById('saving-title');
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
  });
}
