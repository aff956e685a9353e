/** How a page is shown, whatever it shows: language, theme, type size. */
import { langTag, type Lang } from '../i18n';

export type Theme = 'auto' | 'light' | 'dark';

export interface Display {
  lang: Lang;
  theme: Theme;
  large: boolean;
}

const DARK = '(prefers-color-scheme: dark)';

/** Puts it on the page's root, where the style sheets look for it. */
export function show({ lang, theme, large }: Display): void {
  const root = document.documentElement;
  const dark = theme === 'dark' || (theme === 'auto' && matchMedia(DARK).matches);
  root.lang = langTag(lang);
  root.dataset['theme'] = dark ? 'dark' : 'light';
  root.dataset['large'] = String(large);
}

/** The theme in which the page is shown now. */
export function shownTheme(): 'light' | 'dark' {
  return document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
}

/** Calls `changed` whenever the system turns light or dark. */
export function onSystemTheme(changed: () => void): void {
  matchMedia(DARK).addEventListener('change', changed);
}

type Reader = (text: string) => Partial<Display> | null;

/** How a fragment says it, a reader a key; `null` where the value makes no sense. */
export const DISPLAY_READERS: Record<'lang' | 'theme' | 'big', Reader> = {
  lang: (text) => (text === 'zh' || text === 'en' ? { lang: text } : null),
  theme: (text) => (text === 'auto' || text === 'light' || text === 'dark' ? { theme: text } : null),
  big: (text) => (text === '1' || text === '0' ? { large: text === '1' } : null),
};

/** The fragment's pairs that say it; what is usual is left out. */
export function displayPairs({ lang, theme, large }: Display): [string, string][] {
  const pairs: [string, string | false][] = [
    ['lang', lang !== 'zh' && lang],
    ['theme', theme !== 'auto' && theme],
    ['big', large && '1'],
  ];
  return pairs.filter((pair): pair is [string, string] => pair[1] !== false);
}
