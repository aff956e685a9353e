/** Cutting polygons and lines in the map's plane. */

export type Corner = readonly [x: number, y: number];
/** An open ring: its last corner is not the first again. */
export type Ring = readonly Corner[];

/** Twice the area that a ring goes around, positive where it turns left. */
export function turn(ring: Ring): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
}

/**
 * The part of `subject` (any simple ring) that lies in `window` (a convex ring), after Sutherland and Hodgman (1974). Where
 * it falls into several parts they hang together by edges of no width along the window's border, which a filled drawing does
 * not show.
 */
export function clipped(subject: Ring, window: Ring): Ring {
  const sign = turn(window) < 0 ? -1 : 1;
  let ring: Ring = subject;
  for (let i = 0; i < window.length && ring.length > 0; i++) {
    const [ax, ay] = window[i]!;
    const [bx, by] = window[(i + 1) % window.length]!;
    const side = ([x, y]: readonly [number, number]): number => sign * ((bx - ax) * (y - ay) - (by - ay) * (x - ax));
    const kept: [number, number][] = [];
    ring.forEach((corner, index) => {
      const before = ring[(index + ring.length - 1) % ring.length]!;
      const [here, there] = [side(corner), side(before)];
      if (here >= 0 !== there >= 0) {
        const share = there / (there - here);
        kept.push([before[0] + share * (corner[0] - before[0]), before[1] + share * (corner[1] - before[1])]);
      }
      if (here >= 0) kept.push([corner[0], corner[1]]);
    });
    ring = kept;
  }
  return ring;
}

/** Whether a point lies in an odd number of the rings. */
export function isInside([x, y]: Corner, rings: readonly Ring[]): boolean {
  let odd = false;
  for (const ring of rings) {
    ring.forEach(([ax, ay], index) => {
      const [bx, by] = ring[(index + 1) % ring.length]!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
    });
  }
  return odd;
}

/** The parts of a line from `a` to `b` that lie in the rings; all of it where there are none. */
export function inside(a: Corner, b: Corner, rings: readonly Ring[]): [Corner, Corner][] {
  if (rings.length === 0) return [[a, b]];
  const at = (share: number): Corner => [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
  const [west, east, north, south] = [Math.min(a[0], b[0]), Math.max(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[1], b[1])];
  const cuts = [0, 1];
  for (const ring of rings) {
    ring.forEach(([cx, cy], index) => {
      const [dx, dy] = ring[(index + 1) % ring.length]!;
      if (Math.max(cx, dx) < west || Math.min(cx, dx) > east || Math.max(cy, dy) < north || Math.min(cy, dy) > south) return;
      const area = (b[0] - a[0]) * (dy - cy) - (b[1] - a[1]) * (dx - cx);
      const share = ((cx - a[0]) * (dy - cy) - (cy - a[1]) * (dx - cx)) / area;
      if (share > 0 && share < 1) cuts.push(share);
    });
  }
  cuts.sort((one, other) => one - other);
  return cuts.slice(1).flatMap((to, index): [Corner, Corner][] => {
    const from = cuts[index]!;
    return to > from && isInside(at((from + to) / 2), rings) ? [[at(from), at(to)]] : [];
  });
}
