/** The focus is not lost: where what had it is gone or can have it no more, the nearest thing around it that can have it does. */

const CAN_HAVE_IT = 'button:enabled, a[href], input:enabled, select:enabled, summary';

export class KeptFocus {
  /** What had the focus last, then what it was in, from the inside out. */
  private path: readonly Element[] = [];
  private isAsked = false;
  private better: (() => HTMLElement | null) | null = null;

  constructor(root: HTMLElement) {
    root.addEventListener('focusin', (event) => {
      const path = event.composedPath();
      this.path = path.slice(0, path.indexOf(root) + 1).filter((one): one is Element => one instanceof Element);
    });
  }

  /** Nothing has it, and something had it that cannot any more. */
  get isLost(): boolean {
    const [had] = this.path;
    return document.activeElement === document.body && had !== undefined && !(had.isConnected && had.checkVisibility() && !had.matches(':disabled'));
  }

  private nearest(): HTMLElement | undefined {
    const [, ...around] = this.path;
    if (!this.isLost) return undefined;
    const first = (of: Element): HTMLElement | undefined => [...of.querySelectorAll<HTMLElement>(CAN_HAVE_IT)].find((one) => one.checkVisibility());
    return around.filter(({ isConnected }) => isConnected).map(first).find(Boolean);
  }

  /**
   * Looks after it once everything is drawn: where nothing has it, what `better` gives is to have it rather than what is near. Of
   * several calls before that the newest `better` counts, whoever else calls.
   */
  keep(better: (() => HTMLElement | null) | null = null): void {
    const isAsked = this.isAsked;
    this.isAsked = true;
    this.better = better ?? this.better;
    if (!isAsked) requestAnimationFrame(this.give);
  }

  private give = (): void => {
    const goal = this.better?.() ?? null;
    this.isAsked = false;
    this.better = null;
    if (document.activeElement !== document.body) return;
    (goal?.isConnected && goal !== document.body ? goal : this.nearest())?.focus({ preventScroll: goal !== null });
  };
}
