/** The pages for readers: 找地方, 看覆盖 and 排研学. */
import { html, type TemplateResult } from 'lit';
import { words, type Lang } from '../i18n';

export type PageName = 'places' | 'plan' | 'study';

const PAGES: readonly { page: PageName; path: string }[] = [
  { page: 'places', path: '/' },
  { page: 'plan', path: '/plan.html' },
  { page: 'study', path: '/study.html' },
];

/** Links to them; the language goes along. */
export function pageLinks(current: PageName, lang: Lang): TemplateResult {
  const w = words(lang);
  const names: Record<PageName, string> = { places: w.findPlaces, plan: w.seeCoverage, study: w.planStudy };
  const fragment = lang === 'zh' ? '' : `#lang=${lang}`;
  return html`<nav class="pages" aria-label=${w.pages}>
    ${PAGES.map(
      ({ page, path }) => html`<a class="page-link" href=${`${path}${fragment}`} data-testid="page-${page}" aria-current=${page === current ? 'page' : 'false'}>${names[page]}</a>`,
    )}
  </nav>`;
}
