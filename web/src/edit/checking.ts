/** Who checks facts here, and on which day: the provenance of what an editor found out. */
import { remember, remembered } from '../state/memory';
import type { Provenance } from './feature';
import { edit } from './state';

/** The source of what an editor found out, from no list. */
export const EDITORS = 'editors';

/** The day in the city, as `2026-11-24`. */
export function today(now = new Date()): string {
  const zone = edit.state.city?.time_zone;
  // Swedish writes days as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', ...(zone ? { timeZone: zone } : {}) }).format(now);
}

/** The office that checks, as this browser remembers it; empty until it is told. */
export function office(): string {
  return remembered().office ?? '';
}

export function setOffice(name: string): void {
  remember({ office: name.trim() });
}

/** The provenance of what was checked today; `source` where it is not the editors' own. */
export function editorsProvenance(source: string = EDITORS): Provenance {
  const by = office();
  return { source, checked_on: today(), ...(by ? { checked_by: by } : {}) };
}

/** Whether everything from this source is made up. */
export function isSynthetic(source: string): boolean {
  return edit.state.city?.sources[source]?.synthetic ?? false;
}
