/** What a page is called: over it, and in the browser's tab. */
import { html, type TemplateResult } from 'lit';
import type { City } from '../api/types';
import { nameIn, words, type Lang } from '../i18n';

/** The map's name, over a page. Where it takes two lines, the second begins after the city's name. */
export function pageHeading(lang: Lang, city: City | null): TemplateResult {
  const w = words(lang);
  if (!city) return html`${w.appName}`;
  const name = nameIn(lang, city);
  const [before = '', ...after] = w.titleOf(name).split(name);
  return html`${before}${name}<wbr />${after.join(name)}`;
}

/** A page's name in the browser's tab: what stands in front, and the map's name. */
export function tabTitle(lang: Lang, city: City | null, view?: string): string {
  const w = words(lang);
  const name = city ? w.titleOf(nameIn(lang, city)) : w.appName;
  return view ? `${view} · ${name}` : name;
}
