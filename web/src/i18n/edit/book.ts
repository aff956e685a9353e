/** A view's words in both languages, side by side. */
import type { Lang } from '../index';

type Word = string | ((...values: never[]) => string);
type Said<W> = W extends (...values: infer V) => string ? (...values: V) => string : string;

export interface Book<W> {
  zh: W;
  en: { [K in keyof W]: Said<W[K]> };
}

/** The words of a view; English has the same keys and takes the same values. */
export function book<W extends Record<string, Word>>(zh: W, en: Book<W>['en']): Book<W> {
  return { zh, en };
}

/** The words of a book in a language. */
export function said<W>(words: Book<W>, lang: Lang): Book<W>['en'] {
  return words[lang] as Book<W>['en'];
}
