/** Where the line of a swipe stands, and how keys move it. */

/** Percent of the width by an arrow key, and by a page key. */
const STEP = 2;
const PAGE = 10;

function bounded(percent: number): number {
  return Math.min(100, Math.max(0, percent));
}

/** Where a key moves the line to; `null` = it is not a key for this. */
export function movedBy(key: string, percent: number): number | null {
  const to: Record<string, number> = {
    ArrowLeft: percent - STEP,
    ArrowDown: percent - STEP,
    ArrowRight: percent + STEP,
    ArrowUp: percent + STEP,
    PageDown: percent - PAGE,
    PageUp: percent + PAGE,
    Home: 0,
    End: 100,
  };
  const wanted = to[key];
  return wanted === undefined ? null : bounded(wanted);
}

/** Where a pointer at `x` puts the line of a box from `left` that is `width` wide. */
export function movedTo(x: number, left: number, width: number): number {
  return width > 0 ? bounded((100 * (x - left)) / width) : 50;
}
