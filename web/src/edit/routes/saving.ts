/** The end of a route's form: what will change, why, who checked it, and the sending. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PageElement } from '../../components/base';
import { said } from '../../i18n/edit/book';
import { placeWords } from '../../i18n/edit/place';
import { isSynthetic } from '../checking';
import { findingText } from '../finding-text';
import { lineField } from '../line';
import { go } from '../state';
import { changeList, labelOf } from './change-list';
import { keyOf } from './findings';
import { fieldId, type Sheet } from './sheet';

/** Longest reason the server takes, characters. */
const LONGEST_WHY = 500;

/** Brings a field of the form into sight and gives it the focus; without such a field, the sentence about the whole. */
function focusField(path: string): void {
  requestAnimationFrame(() => {
    const field = document.getElementById(fieldId(path)) ?? document.getElementById('saving-title');
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
  });
}

@customElement('yuren-route-saving')
export class RouteSaving extends PageElement {
  @property({ attribute: false }) sheet!: Sheet;
  /** What is missing beside the facts. */
  @state() private missing: 'why' | 'office' | null = null;

  /** Whether an office stands behind the route: an example has none. */
  private get needsOffice(): boolean {
    return !isSynthetic(this.sheet.draft.route.provenance.source);
  }

  private send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { desk, draft } = this.sheet;
    if (desk.state.busy || !desk.changes.length) return;
    desk.set({ tried: true });
    const [wrong] = desk.troubles.keys();
    this.missing = wrong ? null : !draft.why.trim() ? 'why' : this.needsOffice && !desk.state.office ? 'office' : null;
    if (wrong || this.missing) {
      await this.updateComplete;
      focusField(wrong ?? this.missing ?? '');
      return;
    }
    const saved = await desk.save();
    await this.updateComplete;
    if (saved !== null && desk.isNew) go('routes', { id: saved });
    else if (saved !== null) document.querySelector<HTMLElement>('[data-testid=route-name]')?.focus();
    else if (desk.state.merging) requestAnimationFrame(() => document.querySelector<HTMLElement>('#conflict-title')?.focus());
    else focusField(desk.state.findings[0]?.key ?? '');
  };

  private reason(): TemplateResult {
    const { desk, draft, lang, e } = this.sheet;
    const p = said(placeWords, lang);
    const write = (text: string): void => {
      this.missing = this.missing === 'why' ? null : this.missing;
      desk.setWhy(text);
    };
    return lineField({ id: fieldId('why'), label: desk.isNew ? e.whyMake : p.why, text: draft.why, longest: LONGEST_WHY, testid: 'why', wrong: this.missing === 'why' ? (desk.isNew ? e.whyMakeNeeded : p.whyNeeded) : '', write });
  }

  private office(): TemplateResult | typeof nothing {
    const { desk, state, lang } = this.sheet;
    if (!this.needsOffice) return nothing;
    const p = said(placeWords, lang);
    const write = (text: string): void => {
      this.missing = this.missing === 'office' ? null : this.missing;
      desk.setOffice(text);
    };
    return lineField({ id: fieldId('office'), label: p.office, text: state.office, hint: p.officeHint, longest: 60, testid: 'office', wrong: this.missing === 'office' ? p.officeNeeded : '', write });
  }

  private warnings(): TemplateResult | typeof nothing {
    const { state, draft, lang, w } = this.sheet;
    const p = said(placeWords, lang);
    if (!state.warnings.length) return nothing;
    const label = (field: string | null): string => labelOf(keyOf(field, draft.route), state.places, lang);
    return html`<div class="warnings" role="status" data-testid="warnings">
      <p>${p.warnings}</p>
      <ul>${state.warnings.map((finding) => html`<li>${label(finding.field)}${w.colon}${findingText(finding, lang)}</li>`)}</ul>
    </div>`;
  }

  /** What is wrong and stands at no field. */
  private loose(): string[] {
    return this.sheet.state.findings.filter(({ key }) => !document.getElementById(`${fieldId(key)}-wrong`)).map(({ finding }) => findingText(finding, this.sheet.lang));
  }

  override render() {
    const { desk, state, lang } = this.sheet;
    const p = said(placeWords, lang);
    const { changes } = desk;
    const none = changes.length === 0;
    const marked = state.tried && desk.troubles.size > 0 ? p.mendFirst : '';
    return html`<section class="part saving" aria-labelledby="saving-title">
      <h3 id="saving-title" tabindex="-1">${p.saving}</h3>
      ${this.warnings()}
      <p role="status" data-testid="will-change"><strong>${none ? p.nothingChanged : p.willChange(changes.length)}</strong></p>
      ${none || desk.isNew ? nothing : changeList(changes, state.places, lang)}
      <form class="form" novalidate @submit=${this.send}>
        ${none ? nothing : html`${this.reason()} ${this.office()}`}
        <p class="trouble" role="alert" data-testid="save-trouble">${[state.trouble || marked, ...this.loose()].filter(Boolean).join(' ')}</p>
        <div class="button-row">
          <button class="button primary" data-testid="save" aria-disabled=${none || state.busy}>${state.busy ? p.sending : p.save}</button>
          ${none ? nothing : html`<button type="button" class="button" data-testid="discard" @click=${() => this.discard()}>${p.throwAway}</button>`}
        </div>
      </form>
    </section>`;
  }

  private discard(): void {
    this.sheet.desk.discardForNow();
    this.querySelector<HTMLElement>('#saving-title')?.focus();
  }
}
