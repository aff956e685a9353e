/** Fields of the form: whole numbers within bounds, times of day, and choices. What cannot be is told beside the field. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { formWords } from '../../i18n/study/form';
import { isTime } from '../times';

interface Field {
  /** By which it is found: its test id, and where a chip leads. */
  name: string;
  label: string;
  lang: Lang;
  /** What it is where nothing is written. */
  usual?: string;
}

function invalid(input: HTMLInputElement, trouble: string | null): void {
  input.setAttribute('aria-invalid', String(trouble !== null));
  const told = input.closest('.field')?.querySelector('.field-trouble');
  if (told) told.textContent = trouble ?? '';
}

/** A whole number from 1 to `most`; left empty it is `null`, where that may be. */
export function numberField({ name, label, lang, usual }: Field, value: number | null, most: number, mayBeEmpty: boolean, set: (value: number | null) => void): TemplateResult {
  const f = said(formWords, lang);
  const changed = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const text = input.value.trim();
    const read = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
    const isEmpty = text === '' && !input.validity.badInput;
    const sound = isEmpty ? mayBeEmpty : read >= 1 && read <= most;
    invalid(input, sound ? null : f.wrongNumber(1, most));
    if (sound) set(isEmpty ? null : read);
  };
  return html`<label class="field">
    <span>${label}</span>
    <input type="number" inputmode="numeric" min="1" max=${most} data-testid=${name} data-field=${name} placeholder=${mayBeEmpty ? (usual ?? f.usual) : nothing} .value=${value === null ? '' : String(value)} @change=${changed} />
    <span class="field-trouble" role="alert"></span>
  </label>`;
}

/** A time of day; left empty it is `null`. */
export function timeField({ name, label, lang }: Field, value: string | null, set: (value: string | null) => void): TemplateResult {
  const changed = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const sound = input.value === '' ? !input.validity.badInput : isTime(input.value);
    invalid(input, sound ? null : said(formWords, lang).wrongTime);
    if (sound) set(input.value || null);
  };
  return html`<label class="field">
    <span>${label}</span>
    <input type="time" data-testid=${name} data-field=${name} .value=${value ?? ''} @change=${changed} />
    <span class="field-trouble" role="alert"></span>
  </label>`;
}

/** One of some values. */
export function choiceField<T extends string>({ name, label }: Pick<Field, 'name' | 'label'>, value: T, choices: readonly (readonly [T, string])[], set: (value: T) => void): TemplateResult {
  return html`<label class="field">
    <span>${label}</span>
    <select data-testid=${name} data-field=${name} .value=${live(value)} @change=${(event: Event) => set((event.target as HTMLSelectElement).value as T)}>
      ${choices.map(([choice, text]) => html`<option value=${choice} ?selected=${choice === value}>${text}</option>`)}
    </select>
  </label>`;
}
