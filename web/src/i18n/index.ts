/** The page's words in the language in use. */
import { en } from './en';
import { zh, type Words } from './zh';

export type Lang = 'zh' | 'en';
export type { Words };

const BOOKS: Record<Lang, Words> = { zh, en };

/** All words of a language: `words('zh').within('2 公里')`. */
export function words(lang: Lang): Words {
  return BOOKS[lang];
}

/** The language tag for `lang` attributes. */
export function langTag(lang: Lang): string {
  return lang === 'zh' ? 'zh-CN' : 'en';
}

/** The name to show of something that has a Chinese name and perhaps an English one. */
export function nameIn(lang: Lang, thing: { name: string; name_en?: string | null }): string {
  return (lang === 'en' && thing.name_en) || thing.name;
}

/** Regions in one line, as they are given: between English names of several words there must be a mark. */
export function regionsIn(lang: Lang, regions: readonly { name: string; name_en?: string | null }[]): string {
  return regions.map((region) => nameIn(lang, region)).join(lang === 'en' ? ' · ' : ' ');
}
