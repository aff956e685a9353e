/** A page of the handbook: what stands above and below on each. */
import { html, type TemplateResult } from 'lit';
import { approvalLine, creditLine } from '../../format/credits';
import { date } from '../../format/units';
import { words } from '../../i18n';
import { wholeDateInWords } from '../words/day';
import { handbookWordsOf, type Handbook } from './content';

/** A page without its number: `kind` names it for tests. */
export interface Leaf {
  kind: string;
  title: string;
  body: TemplateResult;
}

export function leaf({ kind, title, body }: Leaf, number: number, count: number, handbook: Handbook): TemplateResult {
  const h = handbookWordsOf(handbook.lang);
  const { answer, city, lang } = handbook;
  const w = words(lang);
  return html`<section class="leaf" data-testid="leaf" data-kind=${kind} aria-label=${h.page(number, count)}>
    <header class="leaf-over"><span>${answer.school.name} · ${h.handbook}</span><span>${wholeDateInWords(answer.date, lang)}</span></header>
    <h1>${title}</h1>
    <div class="leaf-body">${body}</div>
    <footer class="leaf-foot">
      <span>${city ? approvalLine(city, lang) : ''} · ${w.dataOf(date(answer.data_date, w))}${city ? ` · ${creditLine(city)}` : ''}</span><span>${h.page(number, count)}</span>
    </footer>
  </section>`;
}

/** No page has room for more. */
const MOST_LINES = 20;

/** Lines to write on: as many as there is room for, `count` where that is said. */
export function lines(count = MOST_LINES): TemplateResult {
  return html`<div class="write-lines" aria-hidden="true">${Array.from({ length: count }, () => html`<div></div>`)}</div>`;
}
