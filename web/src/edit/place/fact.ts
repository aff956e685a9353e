/** The frame of a fact in the form: what it was, who says so and when that was checked, and what can be done about it. */
import { html, nothing, type TemplateResult } from 'lit';
import { checkedLine } from '../../components/provenance';
import { said } from '../../i18n/edit/book';
import { factWords } from '../../i18n/edit/facts';
import { EDITORS, isSynthetic, today } from '../checking';
import { textOf } from '../fact-text';
import { canonical, type Fact } from '../feature';
import { findingText } from '../finding-text';
import { fieldId, labelOf, pairAt, titleOf, type Sheet } from './sheet';

/** What is wrong with a field, each as a sentence. */
export function wrongs(sheet: Sheet, key: string): string[] {
  const { desk, state, lang, e } = sheet;
  const own = { needed: e.needed, number: e.numberNeeded, radius: e.radiusNeeded };
  const trouble = desk.troubles.get(key.replace(/:radius$/, ''));
  const isHere = trouble && (trouble === 'radius' ? key === 'position:radius' : true);
  return [...(isHere ? [own[trouble]] : []), ...state.findings.filter((found) => found.key === key).map(({ finding }) => findingText(finding, lang))];
}

/** The sentences under a field, with one that its part of the form has; `describedby` of the field names their id. */
export function wrongLines(sheet: Sheet, key: string, also = ''): TemplateResult {
  return html`<p class="wrong" id="${fieldId(key)}-wrong" role="alert">${[also, ...wrongs(sheet, key)].filter(Boolean).join(' ')}</p>`;
}

function sourceChoice(sheet: Sheet, path: string, chosen: string): TemplateResult {
  const { desk, sources, e, lang } = sheet;
  const real = [EDITORS, ...Object.keys(sources).filter((key) => key !== EDITORS && !isSynthetic(key))];
  return html`<span class="source-group"><span aria-hidden="true">${said(factWords, lang).source}</span>
    <select class="source-choice" aria-label=${e.sourceOf(labelOf(path, lang))} data-testid="source-${path.split('/').at(-1)}" @change=${(event: Event) => desk.setSource(path, (event.target as HTMLSelectElement).value)}>
    ${real.map((key) => html`<option value=${key} .selected=${key === chosen}>${titleOf(key, sheet)}</option>`)}
  </select></span>`;
}

/** Who says so, and how long ago it was checked. */
function standing(sheet: Sheet, { provenance }: Fact): TemplateResult {
  const { e, w } = sheet;
  if (!provenance) return html``;
  if (isSynthetic(provenance.source)) return html`<span class="badge example">${e.example}</span> <span>${titleOf(provenance.source, sheet)}</span>`;
  return html`<span>${titleOf(provenance.source, sheet)} · ${checkedLine(provenance, w)}</span>`;
}

/** A button at a fact; its label says of which. */
function factButton(text: string, label: string, testid: string, run: () => void): TemplateResult {
  return html`<button type="button" class="button plain" data-testid=${testid} aria-label=${label} @click=${run}>${text}</button>`;
}

function edited(sheet: Sheet, path: string): TemplateResult {
  const { desk, e, lang } = sheet;
  const { was, now } = pairAt(sheet, path);
  const same = canonical(was?.value) === canonical(now?.value);
  const source = now?.provenance?.source ?? null;
  const wasExample = was?.provenance && isSynthetic(was.provenance.source);
  const label = labelOf(path, lang);
  return html`<div class="fact-foot">
    ${same ? html`<span class="badge alike">${e.checkedAgain}</span>` : html`<span class="quiet">${e.was(textOf(was, lang))}</span>`}
    ${source === null || same || now?.value === undefined
      ? nothing
      : isSynthetic(source)
        ? html`<span><span class="badge example">${e.example}</span> ${e.keepsExample}</span>`
        : html`${wasExample ? html`<span>${e.leavesExample}</span>` : nothing}${sourceChoice(sheet, path, source)}`}
    ${factButton(e.putBack, e.putBackOf(label), `put-back-${path.split('/').at(-1)}`, () => {
      desk.putBack(path);
      document.getElementById(`${fieldId(path)}-fact`)?.querySelector<HTMLElement>('input, textarea, select, .still-right')?.focus();
    })}
  </div>`;
}

/** Below the field: what stands there, or what became of it. */
export function foot(sheet: Sheet, path: string): TemplateResult | typeof nothing {
  const { desk, draft, state, e, lang } = sheet;
  const { now } = pairAt(sheet, path);
  if (path in draft.edits) return edited(sheet, path);
  if (!now?.provenance || now.value === undefined) return nothing;
  const { source, checked_on, checked_by } = now.provenance;
  const isDone = checked_on === today() && checked_by === state.office;
  const offer = sheet.may(path) && !isSynthetic(source) && !isDone;
  return html`<div class="fact-foot quiet">
    ${standing(sheet, now)}
    ${offer
      ? html`<button type="button" class="button plain still-right" data-testid="still-right-${path.split('/').at(-1)}" aria-label=${e.stillRightOf(labelOf(path, lang))} @click=${() => {
          desk.setSource(path, source);
          // The button makes way for the one that takes it back.
          requestAnimationFrame(() => document.getElementById(`${fieldId(path)}-fact`)?.querySelector<HTMLElement>('.fact-foot button')?.focus());
        }}>${e.stillRight}</button>`
      : nothing}
  </div>`;
}

/** A fact of the form: its fields, or its words where the person may not change it. */
export function fact(sheet: Sheet, path: string, fields: () => TemplateResult): TemplateResult {
  const { draft, lang } = sheet;
  const name = path.split('/').at(-1);
  const inner = sheet.may(path) ? fields() : html`<div class="field"><span>${labelOf(path, lang)}</span><p>${textOf(pairAt(sheet, path).now, lang)}</p></div>`;
  return html`<div class="fact ${path in draft.edits ? 'edited' : ''}" id="${fieldId(path)}-fact" data-testid="fact-${name}">${inner}${foot(sheet, path)}</div>`;
}
