/** What a page is called: over it, and in the browser's tab. */
import { html, type TemplateResult } from 'lit';
import type { City } from '../api/types';
import { nameIn, words, type Lang } from '../i18n';

/** A page's name in the browser's tab: what the page is for, where that is said, and the map's name. */
export function tabTitle(lang: Lang, city: City | null, view?: string): string {
  const w = words(lang);
  const name = city ? w.titleOf(nameIn(lang, city)) : w.appName;
  return view ? `${view} · ${name}` : name;
}

/** The map's name, over a page. Where it takes two lines, the second begins after the city's name. */
export function pageHeading(lang: Lang, city: City | null): TemplateResult {
  const name = tabTitle(lang, city);
  const ofCity = city ? nameIn(lang, city) : '';
  const end = name.indexOf(ofCity) + ofCity.length;
  return html`${name.slice(0, end)}<wbr />${name.slice(end)}`;
}
