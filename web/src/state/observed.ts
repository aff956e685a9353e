/** A page's one state: replaced, never changed in place; listeners hear of it once a microtask. */
export class Observed<S extends object> {
  #state: S;
  #listeners = new Set<(state: S) => void>();
  #told = true;

  constructor(first: S) {
    this.#state = first;
  }

  get state(): S {
    return this.#state;
  }

  set(patch: Partial<S>): void {
    this.#state = { ...this.#state, ...patch };
    if (!this.#told) return;
    this.#told = false;
    queueMicrotask(() => {
      this.#told = true;
      for (const listener of [...this.#listeners]) listener(this.#state);
    });
  }

  /** Calls `listener` after every change until the returned function is called. */
  subscribe(listener: (state: S) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
