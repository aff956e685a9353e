/** Going through the pages of the table. */
import { html, nothing, type TemplateResult } from 'lit';
import { sign } from '../../components/icons';
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { placesWords } from '../../i18n/edit/places';

/** Nothing where there is one page. */
export function pager(page: number, pages: number, lang: Lang, turn: (page: number) => void): TemplateResult | typeof nothing {
  const e = said(placesWords, lang);
  if (pages < 2) return nothing;
  return html`<nav class="pager" aria-label=${e.pages}>
    <button class="button" data-testid="previous-page" aria-disabled=${page === 1} @click=${() => page > 1 && turn(page - 1)}>${sign('back')}${e.previous}</button>
    <span role="status" data-testid="page">${e.page(page, pages)}</span>
    <button class="button" data-testid="next-page" aria-disabled=${page === pages} @click=${() => page < pages && turn(page + 1)}>${e.next}${sign('go')}</button>
  </nav>`;
}
