/** The end of a form: what will change, why, who checked it, and the sending. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PageElement } from '../../components/base';
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { deskWords } from '../../i18n/edit/desk';
import { findingText } from '../finding-text';
import type { AnyDesk } from './desk';
import { fieldId, focusField } from './field';
import { namedFindings } from './findings';
import { lineField } from './line';
import { LONGEST_WHY } from './writing';

/** Longest name of an office that the form takes, characters. */
const LONGEST_OFFICE = 60;

/** What is saved. */
export interface Saving {
  desk: AnyDesk;
  lang: Lang;
  /** What is asked for the reason, and what is said where it is missing. */
  words: Record<'why' | 'whyNeeded', string>;
  /** Reasons that are often given. */
  reasons: readonly string[];
  /** Whether an office stands behind what is changed. */
  needsOffice: boolean;
  /** What will change, fact by fact. */
  changes: TemplateResult | typeof nothing;
  /** What a field that the server names is called. */
  nameOf: (field: string | null) => string;
}

@customElement('yuren-saving')
export class SavingPart extends PageElement {
  @property({ attribute: false }) saving!: Saving;
  /** What is missing beside the facts. */
  @state() private missing: 'why' | 'office' | null = null;

  private get e() {
    return said(deskWords, this.saving.lang);
  }

  private send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { desk, needsOffice } = this.saving;
    const { draft, busy, office } = desk.state;
    if (!draft || busy || !desk.changes.length) return;
    desk.set({ tried: true });
    const [wrong] = desk.troubles.keys();
    this.missing = wrong ? null : !draft.why.trim() ? 'why' : needsOffice && !office ? 'office' : null;
    const first = wrong ?? this.missing;
    const isSaved = first === null && (await desk.save());
    await this.updateComplete;
    if (isSaved) document.getElementById('desk-title')?.focus();
    else if (first === null && desk.state.merging) requestAnimationFrame(() => document.getElementById('conflict-title')?.focus());
    else focusField(first ?? desk.state.findings[0]?.key ?? '');
  };

  /** A field beside the facts, of which is said that it is missing as long as nothing is written in it. */
  private line(name: 'why' | 'office', label: string, text: string, longest: number, needed: string, set: (text: string) => void, hint?: string): TemplateResult {
    return lineField({ id: fieldId(name), label, text, longest, testid: name, wrong: this.missing === name ? needed : '', write: (typed) => this.write(name, typed, set), ...(hint ? { hint } : {}) });
  }

  private write(name: 'why' | 'office', text: string, set: (text: string) => void): void {
    if (this.missing === name) this.missing = null;
    set(text);
  }

  private asked(): TemplateResult {
    const { e } = this;
    const { desk, words, reasons, needsOffice } = this.saving;
    const { draft, office } = desk.state;
    const why = draft?.why ?? '';
    const setWhy = (text: string): void => desk.setWhy(text);
    return html`${this.line('why', words.why, why, LONGEST_WHY, words.whyNeeded, setWhy)}
      ${reasons.length ? html`<div class="button-row">${reasons.map((text) => html`<button type="button" class="chip" data-testid="why-chip" aria-pressed=${why === text} @click=${() => this.write('why', text, setWhy)}>${text}</button>`)}</div>` : nothing}
      ${needsOffice ? this.line('office', e.office, office, LONGEST_OFFICE, e.officeNeeded, (text) => desk.setOffice(text), e.officeHint) : nothing}`;
  }

  private warnings(): TemplateResult | typeof nothing {
    const { desk, nameOf, lang } = this.saving;
    const { warnings } = desk.state;
    if (!warnings.length) return nothing;
    return html`<div class="warnings" role="status" data-testid="warnings">
      <p>${this.e.warnings}</p>
      <ul>${namedFindings(warnings, nameOf, lang).map((sentence) => html`<li>${sentence}</li>`)}</ul>
    </div>`;
  }

  /** What is wrong and stands at no field. */
  private loose(): string[] {
    const { desk, lang } = this.saving;
    return desk.state.findings.filter(({ key }) => !document.getElementById(`${fieldId(key)}-wrong`)).map(({ finding }) => findingText(finding, lang));
  }

  override render() {
    const { e } = this;
    const { desk, changes } = this.saving;
    const { trouble, busy } = desk.state;
    const count = desk.changes.length;
    const none = count === 0;
    const marked = desk.isMarked ? e.mendFirst : '';
    return html`<section class="part saving" aria-labelledby="saving-title">
      <h3 id="saving-title" tabindex="-1">${e.saving}</h3>
      ${this.warnings()}
      <p role="status" data-testid="will-change"><strong>${none ? e.nothingChanged : e.willChange(count)}</strong></p>
      ${none ? nothing : changes}
      <form class="form" novalidate @submit=${this.send}>
        ${none ? nothing : this.asked()}
        <p class="trouble" role="alert" data-testid="save-trouble">${[trouble || marked, ...this.loose()].filter(Boolean).join(' ')}</p>
        <div class="button-row">
          <button class="button primary" data-testid="save" aria-disabled=${none || busy}>${busy ? e.sending : e.save}</button>
          ${none ? nothing : html`<button type="button" class="button" data-testid="discard" @click=${() => this.discard()}>${e.throwAway}</button>`}
        </div>
      </form>
    </section>`;
  }

  private discard(): void {
    this.saving.desk.discardForNow();
    this.querySelector<HTMLElement>('#saving-title')?.focus();
  }
}
