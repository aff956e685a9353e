/** Cutting a polygon by a convex one. */
import type { Ring } from './shapes';

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
