/** Where names stand beside the marks of a printed map: never over a mark or another name, and over no line if there is such a spot. */
import { clearance, isUnder, isWithin, type Body, type Spot } from '../map/bodies';

/** Between a mark and its name. */
const GAP = 6;
/** A name is so much nearer to its own mark than to anything else, if there is such a spot. */
const NEARER = 6;
/** Of a name: beside its mark, then over and under it, pushed to either side by a part of its width, then a line further off. */
const BESIDE = [1, -1] as const;
const ROWS = [-1, 1, -1.8, 1.8] as const;
const PUSHED = [0, 0.25, -0.25, 0.5, -0.5] as const;

/** A mark with a name of this size. */
export interface Named {
  mark: Body;
  width: number;
  height: number;
}

/** The spots for a name; of two that are alike the one towards the middle of the picture comes first. */
function around({ mark, width, height }: Named, size: { width: number }): Body[] {
  const inward = mark.x > size.width / 2 ? -1 : 1;
  const at = (x: number, y: number): Body => ({ x: mark.x + inward * x, y: mark.y + y, halfWidth: width / 2, halfHeight: height / 2, radius: 2 });
  const beside = BESIDE.map((side) => at(side * (width / 2 + mark.halfWidth + GAP), 0));
  const rows = ROWS.flatMap((row) => PUSHED.map((part) => at(part * (width + mark.halfWidth), row * (height / 2 + mark.halfHeight + GAP / 3))));
  return [...beside, ...rows];
}

/** By how much a name is nearer to its own mark than to anything else, by which it is seen whose name it is. */
function lead(body: Body, mark: Body, settled: readonly Body[]): number {
  return Math.min(...settled.filter((other) => other !== mark).map((other) => clearance(body, other))) - clearance(body, mark);
}

/**
 * The middle of each name; `null` = there is no room, and the number of its mark has to do. `fixed` is what else must be seen, with all the
 * marks; `lines` are those of the map's own.
 */
export function namesBeside(named: readonly Named[], fixed: readonly Body[], lines: readonly (readonly [Spot, Spot])[], size: { width: number; height: number }): (Spot | null)[] {
  const settled = [...fixed];
  return named.map((one) => {
    const free = around(one, size)
      .filter((body) => isWithin(body, size) && settled.every((other) => clearance(body, other) >= 0))
      .map((body) => ({ body, lead: lead(body, one.mark, settled) }));
    const nearer = free.filter((spot) => spot.lead >= NEARER);
    const best = (nearer.find(({ body }) => !lines.some(([from, to]) => isUnder(body, from, to))) ?? nearer[0] ?? free.find((spot) => spot.lead > 0))?.body;
    if (!best) return null;
    settled.push(best);
    return { x: best.x, y: best.y };
  });
}
