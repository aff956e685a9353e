/** A field of a form with its name, hint, and what is wrong with it. */
import { html, nothing, type TemplateResult } from 'lit';

/** A year of four digits, so that the day can be typed in one go. */
const LAST_DAY = '9999-12-31';

export interface LineField {
  /** Of the field in the page. */
  id: string;
  label: string;
  text: string;
  hint?: string | TemplateResult;
  mode?: 'numeric' | 'tel' | 'url' | 'decimal';
  /** What a browser offers for it; a day and a time are written as in a record. */
  type?: 'text' | 'date' | 'time';
  lines?: boolean;
  /** Characters at most; of lines only where it is said. */
  longest?: number;
  lang?: string;
  testid: string;
  /** Sentences about what is wrong; empty = nothing is. */
  wrong?: string;
  /** `isDone` = the field was left. */
  write: (text: string, isDone: boolean) => void;
}

/** What is wrong with a field; `describedby` of the field names its id. */
export function wrongLine(id: string, wrong: string): TemplateResult {
  return html`<p class="wrong" id="${id}-wrong" role="alert">${wrong}</p>`;
}

export function lineField({ id, label, text, hint, mode, type = 'text', lines, longest, lang, testid, wrong = '', write }: LineField): TemplateResult {
  const described = `${id}-hint ${id}-wrong`;
  const onInput = (event: Event): void => write((event.target as HTMLInputElement).value, false);
  const onChange = (event: Event): void => write((event.target as HTMLInputElement).value.trim(), true);
  const field = lines
    ? html`<textarea id=${id} rows="2" maxlength=${longest ?? nothing} aria-describedby=${described} aria-invalid=${wrong !== ''} data-testid=${testid} .value=${text} @input=${onInput} @change=${onChange}></textarea>`
    : html`<input id=${id} type=${type} inputmode=${mode ?? nothing} lang=${lang ?? nothing} max=${type === 'date' ? LAST_DAY : nothing} maxlength=${type === 'text' ? (longest ?? 200) : nothing} autocomplete="off" spellcheck="false" aria-describedby=${described} aria-invalid=${wrong !== ''} data-testid=${testid} .value=${text} @input=${onInput} @change=${onChange} />`;
  return html`<div class="field"><label for=${id}><strong>${label}</strong></label>${field}
    <p class="quiet hint" id="${id}-hint">${hint ?? nothing}</p>
    ${wrongLine(id, wrong)}
  </div>`;
}
