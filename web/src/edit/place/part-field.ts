/** Fields for the members of a fact that has several. */
import { html, type TemplateResult } from 'lit';
import { said } from '../../i18n/edit/book';
import { ruleWords } from '../../i18n/edit/rules';
import { fieldId } from '../desk/field';
import { wrongLines, wrongs } from './fact';
import { line } from './field';
import { numberOf, withPart, type NumberPart, type Parts } from './parts';
import type { Sheet } from './sheet';

/** A fact whose members are edited. */
export interface Whole {
  sheet: Sheet;
  path: string;
  parts: Parts;
  write: (parts: Parts) => void;
}

type Choice = readonly [value: string, text: string];

/** A choice of one among a few; its key is that of the member. */
export function choice(sheet: Sheet, key: string, label: string, values: readonly Choice[], chosen: string, choose: (value: string) => void): TemplateResult {
  const id = fieldId(key);
  return html`<div class="field"><label for=${id}><strong>${label}</strong></label>
    <select id=${id} aria-invalid=${wrongs(sheet, key).length > 0} aria-describedby="${id}-wrong" data-testid=${key.split(':').at(-1)} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${values.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
    </select>
    ${wrongLines(sheet, key)}
  </div>`;
}

/** A member that is one of a few words, or not said. */
export function choicePart({ sheet, path, parts, write }: Whole, part: 'follows' | 'makeup_workdays' | 'holidays', values: readonly ('workdays' | 'school_days' | 'weekends' | 'as_workday' | 'as_weekend' | 'closed' | 'off_day' | 'statutory')[]): TemplateResult {
  const r = said(ruleWords, sheet.lang);
  const all: Choice[] = [['', r.unsaid], ...values.map((value): Choice => [value, r[value]])];
  return choice(sheet, `${path}:${part}`, r[part], all, String(parts[part] ?? ''), (value) => write(withPart(parts, part, value || undefined)));
}

/** A member that is a whole number. */
export function numberPart({ sheet, path, parts, write }: Whole, part: NumberPart, hint?: string): TemplateResult {
  return line(sheet, {
    key: `${path}:${part}`,
    label: said(ruleWords, sheet.lang)[part],
    text: String(parts[part] ?? ''),
    ...(hint ? { hint } : {}),
    mode: 'numeric',
    longest: 6,
    testid: part,
    write: (text) => write(withPart(parts, part, numberOf(text, part))),
  });
}
