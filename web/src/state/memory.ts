/** What this browser remembers between visits: display choices, saved places, own reports, a banner seen, an editor's office. Never a point. */
import type { View } from './view';

const KEY = 'yuren';

export interface Memory {
  lang?: View['lang'];
  theme?: View['theme'];
  large?: boolean;
  bannerSeen?: boolean;
  favourites?: { id: string; name: string }[];
  /** Reports made here, the newest first: whoever has a report's id can ask what came of it. */
  reports?: { id: string; place: string }[];
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

/** Reports remembered at most. */
const MOST_REPORTS = 20;

/** Remembers a report made here. */
export function rememberReport(id: string, place: string): void {
  remember({ reports: [{ id, place }, ...(remembered().reports ?? [])].slice(0, MOST_REPORTS) });
}

/** Ids of the reports of a place that were made here. */
export function reportsOf(place: string): string[] {
  return (remembered().reports ?? []).filter((report) => report.place === place).map(({ id }) => id);
}
