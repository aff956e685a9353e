/** Whose data a map is made of. */
import type { City } from '../api/types';
import type { Lang } from '../i18n';

/** The sources' attributions, each once. */
export function creditLine({ sources }: City): string {
  return [...new Set(Object.values(sources).map(({ attribution }) => attribution).filter(Boolean))].join(' · ');
}

/** The map's approval number, or that it has none. */
export function approvalLine({ map_approval: { number, notice, notice_en } }: City, lang: Lang): string {
  return number ?? (lang === 'en' ? notice_en : notice);
}
