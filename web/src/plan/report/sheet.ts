/** What the report's sheets share: what stands above and below. */
import { html, type TemplateResult } from 'lit';
import { date } from '../../format/units';
import { nameIn, words } from '../../i18n';
import { sourceLine } from '../charts/source';
import { questionInWords, reportWordsOf, titleInWords, type ReportContent } from './content';

/** How many sheets a report has. */
export const SHEETS = 2;

/** The finding, which is the title, and the question. */
export function sheetHead(content: ReportContent, today: string): TemplateResult {
  const r = reportWordsOf(content.lang);
  const { city, lang } = content;
  return html`<header class="sheet-head">
    <p class="sheet-over">
      <span>${city ? r.ofCity(nameIn(lang, city)) : r.report}</span><span>${r.printedOn(date(today, words(lang)))}</span>
    </p>
    <h1>${titleInWords(content)}</h1>
    <p class="sheet-question">${questionInWords(content)}</p>
  </header>`;
}

/** Whom the sheet counts and how, and which sheet it is. */
export function sheetFoot(content: ReportContent, number: number): TemplateResult {
  const r = reportWordsOf(content.lang);
  return html`<footer class="sheet-foot">
    <span>${sourceLine(content.answer, content.lang)}</span><span>${r.sheet(number, SHEETS)}</span>
  </footer>`;
}
