/**
 * A grid that is one step of Tab, in which the arrow keys move: within a row from stop to stop, from row to row at the same
 * stop. Stops carry `data-stop`, their rows `data-row`.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement;

/** Rows that Page Up and Page Down pass. */
const LEAP = 10;

export class GridKeys implements ReactiveController {
  /** The stop that Tab comes to, by its names: the element itself may be drawn anew. */
  private row = '';
  private stop = '';

  constructor(
    private readonly host: Host,
    private readonly selector: string,
  ) {
    host.addController(this);
    host.addEventListener('focusin', this.onFocus);
    host.addEventListener('keydown', this.onKey);
  }

  hostUpdated(): void {
    this.mark();
  }

  /** Moves the focus to the stop where it was last; to its row's first one where it is gone, or to the grid's. */
  focus(): void {
    this.mark()?.focus();
  }

  focusOn(row: string, stop: string): void {
    [this.row, this.stop] = [row, stop];
    this.focus();
  }

  private rows(): HTMLElement[][] {
    const rows = this.host.querySelectorAll<HTMLElement>(`${this.selector} [data-row]`);
    const seen = (stop: HTMLElement): boolean => stop.checkVisibility();
    return [...rows].map((row) => [...row.querySelectorAll<HTMLElement>('[data-stop]')].filter(seen)).filter((stops) => stops.length > 0);
  }

  private static rowName(stop: HTMLElement | undefined): string | undefined {
    return stop?.closest<HTMLElement>('[data-row]')?.dataset['row'];
  }

  /** Lets Tab come to the current stop and to no other. */
  private mark(): HTMLElement | undefined {
    const rows = this.rows();
    const named = rows.find(([first]) => GridKeys.rowName(first) === this.row);
    // The first row is the header's.
    const row = named ?? rows[1] ?? rows[0];
    const current = row?.find((stop) => stop.dataset['stop'] === this.stop) ?? row?.[0];
    for (const stop of rows.flat()) stop.tabIndex = stop === current ? 0 : -1;
    return current;
  }

  private onFocus = (event: Event): void => {
    const stop = (event.target as HTMLElement).closest<HTMLElement>('[data-stop]');
    const row = GridKeys.rowName(stop ?? undefined);
    if (!stop || row === undefined) return;
    [this.row, this.stop] = [row, stop.dataset['stop'] ?? ''];
    this.mark();
  };

  private onKey = (event: KeyboardEvent): void => {
    const stop = (event.target as HTMLElement).closest<HTMLElement>('[data-stop]');
    if (!stop || event.altKey || event.metaKey || event.shiftKey) return;
    const rows = this.rows();
    const y = rows.findIndex((stops) => stops.includes(stop));
    const x = rows[y]?.indexOf(stop) ?? -1;
    if (x < 0) return;
    const inRow = (row: number): HTMLElement | undefined => {
      const stops = rows[Math.min(rows.length - 1, Math.max(0, row))] ?? [];
      return stops.find((other) => other.dataset['stop'] === stop.dataset['stop']) ?? stops[Math.min(x, stops.length - 1)];
    };
    const last = rows.length - 1;
    const steps: Record<string, () => HTMLElement | undefined> = {
      ArrowLeft: () => rows[y]?.[x - 1],
      ArrowRight: () => rows[y]?.[x + 1],
      ArrowUp: () => inRow(y - 1),
      ArrowDown: () => inRow(y + 1),
      PageUp: () => inRow(y - LEAP),
      PageDown: () => inRow(y + LEAP),
      Home: () => (event.ctrlKey ? inRow(0) : rows[y]?.[0]),
      End: () => (event.ctrlKey ? inRow(last) : rows[y]?.at(-1)),
    };
    const step = steps[event.key];
    if (!step || (event.ctrlKey && !['Home', 'End'].includes(event.key))) return;
    event.preventDefault();
    step()?.focus();
  };
}
