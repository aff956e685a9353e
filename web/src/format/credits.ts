/** Whose data a map is made of. */
import type { City } from '../api/types';
import type { Lang } from '../i18n';

/** The attributions of the sources, and of the streets where there are any, each once: what another begins with is said by that. */
export function creditLine({ sources }: City, streets?: string): string {
  const texts = [...new Set([...Object.values(sources).map(({ attribution }) => attribution), streets ?? ''].filter(Boolean))];
  return texts.filter((text) => !texts.some((other) => other !== text && other.startsWith(text))).join(' · ');
}

/** The map's approval number, or that it has none. */
export function approvalLine({ map_approval: { number, notice, notice_en } }: City, lang: Lang): string {
  return number ?? (lang === 'en' ? notice_en : notice);
}
