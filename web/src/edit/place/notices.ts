/** A role's notices in the form: what it announced for some days, each with its source. */
import { html, nothing, type TemplateResult } from 'lit';
import { said } from '../../i18n/edit/book';
import { ruleWords } from '../../i18n/edit/rules';
import { EDITORS, today } from '../checking';
import { fieldId } from '../desk/field';
import { noticeText } from '../fact-text';
import type { Notice } from '../fact-values';
import { fact, sourceChoice, standing, wrongLines } from './fact';
import { line } from './field';
import { contradictions, newNotice, noticesOf, withNotice, withNoticeSource, type WrittenNotice } from './notice';
import { labelOf, pairAt, type Sheet } from './sheet';

/** Longest hours and text that the server takes, characters. */
const LONGEST_HOURS = 255;
const LONGEST_TEXT = 200;

/** The notices as they are written, whose sources are chosen but not checked yet. */
function written(sheet: Sheet, path: string): readonly WrittenNotice[] {
  const edit = sheet.draft.edits[path];
  return edit ? ((edit.value ?? []) as WrittenNotice[]) : noticesOf(pairAt(sheet, path).was);
}

function one(sheet: Sheet, path: string, list: readonly WrittenNotice[], index: number): TemplateResult {
  const { desk, lang } = sheet;
  const r = said(ruleWords, lang);
  const notice = list[index]!;
  const { from, to = '', issued_on, hours, text = '' } = notice.value;
  const nth = index + 1;
  const write = (patch: Partial<Notice>): void => desk.setValue(path, withNotice(list, index, patch, noticesOf(pairAt(sheet, path).was), EDITORS));
  const remove = (): void => {
    desk.setValue(path, list.filter((_, i) => i !== index));
    requestAnimationFrame(() => document.getElementById(`${fieldId(path)}-add`)?.focus());
  };
  const day = (name: 'from' | 'to' | 'issued_on', value: string, hint?: string): TemplateResult =>
    line(sheet, { key: `${path}:${index}.${name}`, label: r[name], text: value, type: 'date', ...(hint ? { hint } : {}), testid: `notice-${name}`, write: (typed) => write({ [name]: typed }) });
  return html`<fieldset class="notice-item" data-testid="notice">
    <legend>${r.noticeNth(nth)}</legend>
    <div class="parts">
      ${day('from', from)} ${day('to', to, r.toHint)}
      <div class="with-button">
        ${line(sheet, { key: `${path}:${index}.hours`, label: r.noticeHours, text: hours, lang: 'en', longest: LONGEST_HOURS, hint: r.noticeHoursHint, testid: 'notice-hours', write: (typed) => write({ hours: typed }) })}
        <button type="button" class="chip" data-testid="notice-close" aria-label=${r.closeThenOf(nth)} aria-pressed=${hours === 'off'} @click=${() => write({ hours: 'off' })}>${r.closeThen}</button>
      </div>
      ${line(sheet, { key: `${path}:${index}.text`, label: r.noticeReason, text, longest: LONGEST_TEXT, testid: 'notice-text', write: (typed) => write({ text: typed }) })}
      ${day('issued_on', issued_on)}
    </div>
    ${from && hours ? html`<p class="quiet" data-testid="notice-meaning">${r.familiesSee(noticeText(notice.value, lang))}</p>` : nothing}
    <div class="fact-foot quiet">
      ${notice.isWritten
        ? sourceChoice(sheet, { label: r.sourceOfNotice(nth), testid: 'source-notice', chosen: notice.source, choose: (source) => desk.setValue(path, withNoticeSource(list, index, source)) })
        : standing(sheet, notice)}
      <button type="button" class="button plain" data-testid="notice-remove" aria-label=${r.removeNoticeOf(nth)} @click=${remove}>${r.removeNotice}</button>
    </div>
  </fieldset>`;
}

export function noticesFact(sheet: Sheet, path: string): TemplateResult {
  const { desk, lang } = sheet;
  const r = said(ruleWords, lang);
  const id = fieldId(path);
  const list = written(sheet, path);
  const add = (): void => {
    desk.setValue(path, [...list, newNotice(today(), EDITORS)]);
    requestAnimationFrame(() => document.getElementById(fieldId(`${path}:${list.length}.from`))?.focus());
  };
  return fact(
    sheet,
    path,
    () => html`<fieldset id=${id} tabindex="-1" class="notices-set" aria-describedby="${id}-intro ${id}-wrong">
      <legend>${labelOf(path, lang)}</legend>
      <p class="quiet hint" id="${id}-intro">${r.noticesIntro}</p>
      ${list.map((_, index) => one(sheet, path, list, index))}
      <div role="status">${contradictions(list).map(([other, counting]) => html`<p class="notice-line" data-testid="notices-differ">${r.differ(counting + 1, other + 1)}</p>`)}</div>
      ${wrongLines(sheet, path)}
      <button type="button" class="button" id="${id}-add" data-testid="notice-add" @click=${add}>${r.addNotice}</button>
    </fieldset>`,
  );
}
