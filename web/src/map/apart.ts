/**
 * Where marks stand that would hide each other. A mark stands on its point where it can; else beside it, never half on it, so
 * that there is a line to be seen from the one to the other.
 */
import { clearance, disc, isUnder, isWithin, type Body, type Spot } from './bodies';

/** Of the dot on the point of a mark that stands beside it. */
export const DOT = 3;
/** No mark stands further from its point. */
export const FARTHEST = 96;
/** Between two marks. */
const ROOM = 4;
/** What is seen of a line at the least. */
const LINE = 4;
const STEP = 3;
const DIRECTIONS = 24;
/** What else is bad about a spot, as pixels of distance that one would rather go. */
const COVERS_POINT = 40;
const CROSSES = 16;
const DISPLACES = 14;
/** At most, for going towards the others and not away from them. */
const TOWARDS = 10;

interface Line {
  from: Spot;
  to: Spot;
}

const at = (body: Body, { x, y }: Spot): Body => ({ ...body, x, y });
const touch = (one: Body, other: Body): boolean => clearance(one, other) < ROOM;

/** Away from the others; up and to the right where they are all around, or on the same spot. */
function awayFrom(point: Spot, others: readonly Spot[]): number {
  const pushes = others.map(({ x, y }) => ({ x: point.x - x, y: point.y - y })).filter(({ x, y }) => Math.hypot(x, y) < FARTHEST);
  const sum = (of: 'x' | 'y'): number => pushes.reduce((total, push) => total + push[of] / Math.max(1, Math.hypot(push.x, push.y)), 0);
  const [x, y] = [sum('x'), sum('y')];
  return Math.hypot(x, y) < 0.01 ? -Math.PI / 4 : Math.atan2(y, x);
}

/** Spots around a point, the nearest first. */
function* around({ x, y }: Spot, away: number): Generator<Spot & { far: number; turn: number }> {
  for (let far = DOT; far <= FARTHEST; far += STEP) {
    for (let index = 0; index < DIRECTIONS; index += 1) {
      const turn = (2 * Math.PI * index) / DIRECTIONS;
      yield { x: x + far * Math.cos(away + turn), y: y + far * Math.sin(away + turn), far, turn };
    }
  }
}

/**
 * The middle of each mark, given with its point as its middle. None overlaps another, or what is `fixed`, as long as there is a spot for it no
 * more than `FARTHEST` away and `within` the picture, where there are bounds; else it stays on its point. A mark that is close to none is not moved.
 */
export function apart(marks: readonly Body[], fixed: readonly Body[] = [], within: { width: number; height: number } | null = null): Spot[] {
  const stands = marks.map(({ x, y }): Spot => ({ x, y }));
  const isFree = marks.map((mark, index) => ![...fixed, ...marks.filter((_, other) => other !== index)].some((other) => touch(mark, other)));
  const settled = [...fixed, ...marks.filter((_, index) => isFree[index])];
  const close = marks.flatMap((_, index) => (isFree[index] ? [] : [index]));
  const lines: Line[] = [];
  close.forEach((index, turnOf) => {
    const mark = marks[index] as Body;
    const others = close.filter((other) => other !== index).map((other) => marks[other] as Body);
    const later = close.slice(turnOf + 1).map((other) => marks[other] as Body);
    const drawbacks = (body: Body): number =>
      COVERS_POINT * others.filter((other) => clearance(body, disc(other, DOT)) < 0).length +
      DISPLACES * later.filter((other) => touch(body, other)).length +
      CROSSES * lines.filter(({ from, to }) => isUnder(body, from, to)).length +
      CROSSES * settled.filter((other) => isUnder(other, mark, body)).length;
    let best: Spot = mark;
    let least = settled.some((other) => touch(mark, other)) ? Infinity : drawbacks(mark);
    for (const spot of around(mark, awayFrom(mark, [...others, ...fixed, ...lines.map(({ to }) => to)]))) {
      if (spot.far >= least) break;
      const body = at(mark, spot);
      if (clearance(body, disc(mark, DOT)) < LINE || (within && !isWithin(body, within)) || settled.some((other) => touch(body, other))) continue;
      const cost = spot.far + (TOWARDS * (1 - Math.cos(spot.turn))) / 2 + drawbacks(body);
      if (cost < least) [best, least] = [spot, cost];
    }
    stands[index] = { x: best.x, y: best.y };
    settled.push(at(mark, best));
    if (best !== mark) lines.push({ from: mark, to: best });
  });
  return stands;
}
