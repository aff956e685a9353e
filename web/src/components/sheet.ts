/**
 * The phone's bottom sheet: three stops, by dragging its grip, by buttons, or by the arrow keys. It is not modal: the
 * map and the search field stay in use. On wider screens the style sheet lays the same panel beside the map.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type Stop = 'peek' | 'half' | 'full';
const STOPS: readonly Stop[] = ['peek', 'half', 'full'];
/** A drag shorter than this is a tap, CSS pixels. */
const SLOP = 6;

export class Sheet implements ReactiveController {
  stop: Stop = 'half';
  #drag: { startY: number; startHeight: number; height: number; moved: boolean; panel: HTMLElement } | null = null;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** Goes to a stop. */
  go(stop: Stop): void {
    this.stop = stop;
    this.host.requestUpdate();
  }

  /** One stop up (`1`) or down (`-1`). */
  step(by: 1 | -1): void {
    this.go(STOPS[Math.min(2, Math.max(0, STOPS.indexOf(this.stop) + by))] ?? 'half');
  }

  down = (event: PointerEvent): void => {
    const grip = event.currentTarget as HTMLElement;
    const panel = grip.closest<HTMLElement>('.panel');
    if (!panel || event.button !== 0 || (event.target as Element).closest('button')) return;
    grip.setPointerCapture(event.pointerId);
    const height = panel.getBoundingClientRect().height;
    this.#drag = { startY: event.clientY, startHeight: height, height, moved: false, panel };
  };

  move = (event: PointerEvent): void => {
    const drag = this.#drag;
    if (!drag) return;
    const by = drag.startY - event.clientY;
    if (Math.abs(by) > SLOP) drag.moved = true;
    if (!drag.moved) return;
    drag.height = drag.startHeight + by;
    drag.panel.classList.add('dragging');
    drag.panel.style.setProperty('--sheet-height', `${drag.height}px`);
  };

  up = (): void => {
    const drag = this.#drag;
    this.#drag = null;
    if (!drag) return;
    drag.panel.classList.remove('dragging');
    drag.panel.style.removeProperty('--sheet-height');
    if (!drag.moved) return;
    const share = drag.height / window.innerHeight;
    this.go(share < 0.3 ? 'peek' : share < 0.68 ? 'half' : 'full');
  };

  key = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    this.step(event.key === 'ArrowUp' ? 1 : -1);
    event.preventDefault();
  };
}
