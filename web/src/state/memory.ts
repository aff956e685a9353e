/** What this browser remembers between visits: display choices, saved places, a banner seen, an editor's office. Never a point. */
import type { View } from './view';

const KEY = 'yuren';

export interface Memory {
  lang?: View['lang'];
  theme?: View['theme'];
  large?: boolean;
  bannerSeen?: boolean;
  favourites?: { id: string; name: string }[];
  /** The office that checks facts, for editors. */
  office?: string;
}

/** What was remembered; nothing where storage is closed or spoilt. */
export function remembered(): Memory {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return found && typeof found === 'object' ? (found as Memory) : {};
  } catch {
    return {};
  }
}

export function remember(patch: Memory): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...remembered(), ...patch }));
  } catch {
    // A private window may refuse; the page works the same, only forgetfully.
  }
}
