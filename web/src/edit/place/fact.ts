/** The frame of a fact in the form: what it was, who says so and when that was checked, and what can be done about it. */
import { html, nothing, type TemplateResult } from 'lit';
import { checkedLine } from '../../components/provenance';
import { said } from '../../i18n/edit/book';
import { factWords } from '../../i18n/edit/facts';
import { ruleWords } from '../../i18n/edit/rules';
import { EDITORS, isSynthetic, today } from '../checking';
import { textOf } from '../fact-text';
import { canonical, type Provenance } from '../feature';
import { findingText } from '../finding-text';
import { fieldId } from '../desk/field';
import { wrongLine } from '../desk/line';
import type { Trouble } from './draft';
import { BOUNDS, type NumberPart } from './parts';
import { labelOf, pairAt, titleOf, type Sheet } from './sheet';

function troubleText(trouble: Trouble, key: string, { e, lang }: Sheet): string {
  const r = said(ruleWords, lang);
  switch (trouble) {
    case 'needed':
      return e.needed;
    case 'number':
      return e.numberNeeded;
    case 'radius':
      return e.radiusNeeded;
    case 'bounds': {
      const [least, most] = BOUNDS[key.split(':').at(-1) as NumberPart];
      return r.between(least, most);
    }
    case 'slots':
      return r.slotNeeded;
    case 'day':
      return r.dayNeeded;
    case 'order':
      return r.endsBefore;
    case 'hours':
      return r.noticeHoursNeeded;
  }
}

/** What is wrong with a field, each as a sentence. */
export function wrongs(sheet: Sheet, key: string): string[] {
  const { desk, state, lang } = sheet;
  const trouble = desk.troubles.get(key);
  return [...(trouble ? [troubleText(trouble, key, sheet)] : []), ...state.findings.filter((found) => found.key === key).map(({ finding }) => findingText(finding, lang))];
}

/** The sentences under a field, with one that its part of the form has; `describedby` of the field names their id. */
export function wrongLines(sheet: Sheet, key: string, also = ''): TemplateResult {
  return wrongLine(fieldId(key), [also, ...wrongs(sheet, key)].filter(Boolean).join(' '));
}

interface Sources {
  label: string;
  testid: string;
  chosen: string;
  choose: (source: string) => void;
}

/** Whose word something is, as a choice. */
export function sourceChoice(sheet: Sheet, { label, testid, chosen, choose }: Sources): TemplateResult {
  const { sources, lang } = sheet;
  const real = [EDITORS, ...Object.keys(sources).filter((key) => key !== EDITORS && !isSynthetic(key))];
  return html`<span class="source-group"><span aria-hidden="true">${said(factWords, lang).source}</span>
    <select class="source-choice" aria-label=${label} data-testid=${testid} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
    ${real.map((key) => html`<option value=${key} .selected=${key === chosen}>${titleOf(key, sheet)}</option>`)}
  </select></span>`;
}

/** Who says so, and how long ago it was checked. */
export function standing(sheet: Sheet, provenance: Provenance): TemplateResult {
  const { e, w } = sheet;
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
    ${same ? html`<span class="badge alike">${said(factWords, lang).checkedAgain}</span>` : html`<span class="quiet">${e.was(textOf(was, lang))}</span>`}
    ${source === null || same || now?.value === undefined
      ? nothing
      : isSynthetic(source)
        ? html`<span><span class="badge example">${e.example}</span> ${e.keepsExample}</span>`
        : html`${wasExample ? html`<span>${e.leavesExample}</span>` : nothing}${sourceChoice(sheet, { label: e.sourceOf(label), testid: `source-${path.split('/').at(-1)}`, chosen: source, choose: (chosen) => desk.setSource(path, chosen) })}`}
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
    ${standing(sheet, now.provenance)}
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
