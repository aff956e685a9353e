/** Values as a fragment writes them: what comes from an address is read within bounds, or not at all. */
import { MOST_LISTED } from './question';

export const isId = (text: string): boolean => /^[\w-]{1,64}$/.test(text);

/** A whole number from 1 to `most`. */
export function number(text: string, most: number): number | null {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : NaN;
  return value >= 1 && value <= most ? value : null;
}

/** Ids, each once, at most `most`. */
export function ids(text: string, most = MOST_LISTED): string[] | null {
  const found = [...new Set(text.split(','))];
  return found.length <= most && found.every(isId) ? found : null;
}
