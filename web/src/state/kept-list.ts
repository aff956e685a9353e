/** A list kept in this browser, the newest first, in which a name stands once; the oldest goes when there are too many. */

export class KeptList<T extends object> {
  /** `isSound` says of what is read whether it is one; what is not is passed over. */
  constructor(
    private readonly key: string,
    private readonly most: number,
    private readonly nameOf: (kept: T) => string,
    private readonly isSound: (thing: unknown) => thing is T,
  ) {}

  /** All that are kept; none where storage is closed or spoilt. */
  all(): T[] {
    try {
      const found: unknown = JSON.parse(localStorage.getItem(this.key) ?? '[]');
      return Array.isArray(found) ? found.filter(this.isSound) : [];
    } catch {
      return [];
    }
  }

  /** Keeps one; one of the same name is replaced. */
  keep(one: T): void {
    this.#write([one, ...this.all().filter((kept) => this.nameOf(kept) !== this.nameOf(one))]);
  }

  forget(name: string): void {
    this.#write(this.all().filter((kept) => this.nameOf(kept) !== name));
  }

  #write(kept: readonly T[]): void {
    try {
      localStorage.setItem(this.key, JSON.stringify(kept.slice(0, this.most)));
    } catch {
      // A private window may refuse; a link still keeps what was to be kept.
    }
  }
}
