/**
 * What lies over the whole page, outside of its own tree, so that on paper it is all there is (`styles/print-overlay.css`). While it
 * is open the rest of the page cannot be reached; closed, the focus is back where it was.
 */
export class Overlay {
  readonly element = document.createElement('div');
  #back: Element | null = null;

  /** `escaped` is told when Escape is pressed. */
  constructor(private readonly escaped: () => void) {
    this.element.className = 'report';
  }

  open(): void {
    this.#back = document.activeElement;
    document.body.append(this.element);
    for (const other of this.#others()) other.inert = true;
    document.documentElement.dataset['report'] = 'open';
    addEventListener('keydown', this.#onKey);
  }

  close(): void {
    removeEventListener('keydown', this.#onKey);
    delete document.documentElement.dataset['report'];
    for (const other of this.#others()) other.inert = false;
    this.element.remove();
    if (this.#back instanceof HTMLElement) this.#back.focus();
  }

  /** Brings the focus into it, if it is not there. */
  focus(): void {
    if (!this.element.contains(document.activeElement)) this.element.querySelector<HTMLElement>('.report-title')?.focus();
  }

  #others(): HTMLElement[] {
    return [...document.body.children].filter((child): child is HTMLElement => child instanceof HTMLElement && child !== this.element);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.escaped();
  };
}
