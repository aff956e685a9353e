/** Rows that may be places that are there already: the same, or another? */
import { html, nothing, type TemplateResult } from 'lit';
import type { ImportAnswer, ImportQuestion } from '../../api/schema';
import { distance } from '../../format/units';
import { words, type Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { importWords } from '../../i18n/edit/imports';
import { fieldChanges } from './changes';

/** Questions that are listed; the rest can be answered together. */
const LISTED = 100;

export function questionsPart(
  questions: readonly ImportQuestion[],
  count: number,
  answers: Readonly<Record<string, ImportAnswer>>,
  lang: Lang,
  answer: (keys: readonly string[], as: ImportAnswer | null) => void,
): TemplateResult {
  const e = said(importWords, lang);
  const w = words(lang);
  const shown = questions.slice(0, LISTED);
  const all = questions.map(({ key }) => key);
  const question = ({ key, row, doubt, name, candidate_name, distance_m, fields, can_be_new: canBeNew }: ImportQuestion) => {
    const choices: [ImportAnswer | null, string][] =
      doubt === 'withdrawn' ? [['same', e.restore], ['new', e.leave], [null, e.later]] : [['same', e.same], ...(canBeNew ? [['new', e.new] as [ImportAnswer, string]] : []), [null, e.later]];
    const asked = doubt === 'withdrawn' ? e.wasWithdrawn(name) : e.sameName(name, candidate_name, distance(distance_m, w));
    return html`<li>
      <fieldset class="question" data-testid="question" data-key=${key}>
        <legend>${asked} <span class="quiet">${e.row(row.sheet, row.row)}</span></legend>
        ${fields.length ? fieldChanges(fields, lang) : nothing}
        <div class="button-row">
          ${choices.map(
            ([as, text]) =>
              html`<label class="check">
                <input type="radio" name="answer-${key}" data-answer=${as ?? 'later'} .checked=${(answers[key] ?? null) === as} @change=${() => answer([key], as)} />
                <span>${text}</span>
              </label>`,
          )}
        </div>
      </fieldset>
    </li>`;
  };
  return html`<p class="quiet">${e.questionsIntro}</p>
    <div class="button-row">
      <button class="button" data-testid="all-same" @click=${() => answer(all, 'same')}>${e.allSame}</button>
      <button class="button" data-testid="all-new" @click=${() => answer(all, 'new')}>${e.allNew}</button>
    </div>
    <ul class="plain-list">${shown.map(question)}</ul>
    ${count > shown.length ? html`<p class="quiet">${e.listed(shown.length, count)}</p>` : nothing}`;
}
