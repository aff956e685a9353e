/** The fields of the form: a line, lines, a whole number, one of a few. What is typed is the draft's at once. */
import { html, type TemplateResult } from 'lit';
import type { Contact } from '../feature';
import { fieldId } from '../desk/field';
import { lineField, type LineField } from '../desk/line';
import { fact, wrongLines, wrongs } from './fact';
import { labelOf, pairAt, type Sheet } from './sheet';

interface Line extends Omit<LineField, 'id'> {
  /** The fact's path, with `:phone` or the like for a part of it. */
  key: string;
}

/** A field of the place; `wrong` is what neither the draft nor the server knows of. */
export function line(sheet: Sheet, { key, wrong = '', ...field }: Line): TemplateResult {
  return lineField({ ...field, id: fieldId(key), wrong: [wrong, ...wrongs(sheet, key)].filter(Boolean).join(' ') });
}

/** A fact that is a line of text. */
export function textFact(sheet: Sheet, path: string, more: Partial<Line> = {}): TemplateResult {
  const value = pairAt(sheet, path).now?.value;
  const write = (text: string): void => sheet.desk.setValue(path, text);
  const name = path.split('/').at(-1)!;
  return fact(sheet, path, () => line(sheet, { key: path, label: labelOf(path, sheet.lang), text: String(value ?? ''), testid: name, write, ...more }));
}

/** A fact that is several texts, one a line. */
export function linesFact(sheet: Sheet, path: string): TemplateResult {
  const value = (pairAt(sheet, path).now?.value ?? []) as string[];
  const write = (text: string, isDone: boolean): void => {
    const all = text === '' ? [] : text.split('\n');
    sheet.desk.setValue(path, isDone ? all.map((one) => one.trim()).filter(Boolean) : all);
  };
  return textFact(sheet, path, { text: value.join('\n'), lines: true, hint: sheet.e.onePerLine, write });
}

/** A fact that is a whole number above zero. */
export function numberFact(sheet: Sheet, path: string): TemplateResult {
  const write = (text: string): void => sheet.desk.setValue(path, /^0*[1-9]\d{0,8}$/.test(text) ? Number(text) : text);
  return textFact(sheet, path, { mode: 'numeric', longest: 9, hint: sheet.e.leaveEmpty, write });
}

/** Phone and web page, which are one fact. */
export function contactFact(sheet: Sheet, path: string, names: Record<keyof Contact, string>): TemplateResult {
  const value = (pairAt(sheet, path).now?.value ?? {}) as Contact;
  const part = (name: keyof Contact, mode: 'tel' | 'url'): TemplateResult =>
    line(sheet, {
      key: `${path}:${name}`,
      label: names[name],
      text: value[name] ?? '',
      mode,
      longest: 300,
      testid: name,
      write: (text) => {
        const { [name]: _, ...others } = value;
        const next: Contact = text ? { ...others, [name]: text } : others;
        sheet.desk.setValue(path, Object.keys(next).length ? next : undefined);
      },
    });
  return fact(sheet, path, () => html`${part('phone', 'tel')}${part('website', 'url')}`);
}

/** A fact that is one of a few values; `undefined` = unknown. */
export function choiceFact(sheet: Sheet, path: string, values: readonly (readonly [string, string])[]): TemplateResult {
  const { desk } = sheet;
  const value = String(pairAt(sheet, path).now?.value ?? '');
  const id = fieldId(path);
  const isWrong = wrongs(sheet, path).length > 0;
  return fact(
    sheet,
    path,
    () => html`<div class="field"><label for=${id}><strong>${labelOf(path, sheet.lang)}</strong></label>
      <select id=${id} aria-invalid=${isWrong} aria-describedby="${id}-wrong" data-testid=${path.split('/').at(-1)} @change=${(event: Event) => desk.setValue(path, (event.target as HTMLSelectElement).value)}>
        ${values.map(([key, text]) => html`<option value=${key} .selected=${key === value}>${text}</option>`)}
      </select>
      ${wrongLines(sheet, path)}
    </div>`,
  );
}
