/** What is written of a place and not saved yet, kept by the browser's tab: it outlives a reload, and is facts of a place only. */
import type { Draft } from './draft';

const keyOf = (id: string): string => `yuren-draft:${id}`;

export function keep(id: string, draft: Draft): void {
  try {
    sessionStorage.setItem(keyOf(id), JSON.stringify(draft));
  } catch {
    // A private window may refuse: then a reload loses it, and the browser asks before it.
  }
}

export function forget(id: string): void {
  try {
    sessionStorage.removeItem(keyOf(id));
  } catch {
    // Nothing was kept either.
  }
}

/** The draft that was kept, if it is one. */
export function kept(id: string): Draft | null {
  try {
    const found = JSON.parse(sessionStorage.getItem(keyOf(id)) ?? 'null') as Draft | null;
    return found && found.base.feature.id === id && Array.isArray(found.added) ? found : null;
  } catch {
    return null;
  }
}
