/** What is written and not saved yet, kept by the browser's tab: it outlives a reload, and is facts of the map only. */

export class KeptDrafts<T> {
  /** `isSound` says of what is read under an id whether it is one of these. */
  constructor(
    private readonly prefix: string,
    private readonly isSound: (found: T, id: string) => boolean,
  ) {}

  keep(id: string, draft: T): void {
    try {
      sessionStorage.setItem(this.#keyOf(id), JSON.stringify(draft));
    } catch {
      // A private window may refuse: then a reload loses it, and the browser asks before it.
    }
  }

  forget(id: string): void {
    try {
      sessionStorage.removeItem(this.#keyOf(id));
    } catch {
      // Nothing was kept either.
    }
  }

  /** The draft that was kept, if it is one. */
  kept(id: string): T | null {
    try {
      const found = JSON.parse(sessionStorage.getItem(this.#keyOf(id)) ?? 'null') as T | null;
      return found && this.isSound(found, id) ? found : null;
    } catch {
      return null;
    }
  }

  #keyOf(id: string): string {
    return `${this.prefix}:${id}`;
  }
}
