import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { clipped, inside, isInside, turn, type Corner, type Ring } from '../src/plan/map/clip';
import { degrees, mercatorX, mercatorY } from '../src/map/mercator';
import { tilesOf } from '../src/plan/map/outline';
import { hexagons, nearestAreas } from '../src/plan/map/shapes';

const square = (x: number, y: number, side: number): Ring => [[x, y], [x + side, y], [x + side, y + side], [x, y + side]];
const area = (ring: Ring): number => Math.abs(turn(ring)) / 2;
/** A ring around Yangzhou, where the tests' points lie. */
const AROUND: Ring = [[119, 33], [120, 33], [120, 32], [119, 32]].map(([x = 0, y = 0]): Corner => [mercatorX(x), mercatorY(y)]);

const inRing = ([x = 0, y = 0]: Position, ring: Position[]): boolean => isInside([x, y], [ring.slice(0, -1).map(([a = 0, b = 0]): Corner => [a, b])]);

describe('the plane of the map', () => {
  it('goes there and back', () => {
    fc.assert(
      fc.property(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -85, max: 85, noNaN: true }), (x, y) => {
        const [backX, backY] = degrees([mercatorX(x), mercatorY(y)]);
        expect(backX).toBeCloseTo(x, 7);
        expect(backY).toBeCloseTo(y, 7);
      }),
    );
  });
});

describe('a cut', () => {
  it('leaves what lies in both', () => {
    expect(area(clipped(square(0, 0, 4), square(2, 2, 4)))).toBe(4);
    expect(area(clipped(square(0, 0, 4), square(1, 1, 2)))).toBe(4);
    expect(clipped(square(0, 0, 1), square(5, 5, 1))).toEqual([]);
  });

  it('is the same whichever way round either goes', () => {
    const back = [...square(2, 2, 4)].reverse();
    expect(area(clipped([...square(0, 0, 4)].reverse(), back))).toBe(4);
  });

  it('takes a notch out of what is not convex', () => {
    const u: Ring = [[0, 0], [6, 0], [6, 6], [4, 6], [4, 2], [2, 2], [2, 6], [0, 6]];
    expect(area(clipped(u, square(0, 4, 6)))).toBe(8);
  });

  it('of a line leaves its parts inside', () => {
    expect(inside([-1, 1], [5, 1], [square(0, 0, 4)])).toEqual([[[0, 1], [4, 1]]]);
    expect(inside([-1, 9], [5, 9], [square(0, 0, 4)])).toEqual([]);
    expect(inside([-1, 1], [5, 1], [])).toEqual([[[-1, 1], [5, 1]]]);
  });
});

describe('the areas of towns', () => {
  const spot = fc.tuple(fc.integer({ min: 11910, max: 11990 }), fc.integer({ min: 3210, max: 3290 })).map(([x, y]) => [x / 100, y / 100] as const);

  it('give every spot to the town of the nearest unit', () => {
    fc.assert(
      fc.property(fc.uniqueArray(spot, { minLength: 2, maxLength: 25, selector: String }), fc.double({ min: 119.1, max: 119.9, noNaN: true }), fc.double({ min: 32.1, max: 32.9, noNaN: true }), (units, x, y) => {
        const keys = units.map((_, index) => `t${index % 3}`);
        const { areas } = nearestAreas({ lon: units.map(([at]) => at), lat: units.map(([, at]) => at) }, keys, [AROUND]);
        const away = units.map(([ux, uy]) => Math.hypot(mercatorX(ux) - mercatorX(x), mercatorY(uy) - mercatorY(y)));
        const ranked = keys.map((key, index) => ({ key, away: away[index] ?? 0 })).sort((one, other) => one.away - other.away);
        const rival = ranked.find(({ key }) => key !== ranked[0]?.key);
        // A spot on the border between two towns may fall to either.
        fc.pre(!rival || rival.away - (ranked[0]?.away ?? 0) > 0.5);
        const owners = areas.features.filter(({ geometry }) => geometry.coordinates.some(([ring = []]) => inRing([x, y], ring))).map(({ properties }) => properties.key);
        expect(owners).toEqual([ranked[0]?.key]);
      }),
      { numRuns: 60 },
    );
  });

  it('end at the outline, and meet in borders within it', () => {
    const { areas, borders } = nearestAreas({ lon: [119.4, 119.6], lat: [32.5, 32.5] }, ['west', 'east'], [AROUND]);
    const corners = areas.features.flatMap(({ geometry }) => geometry.coordinates.flat(2));
    expect([Math.min(...corners.map(([x = 0]) => x)), Math.max(...corners.map(([x = 0]) => x))].map((x) => Number(x.toFixed(6)))).toEqual([119, 120]);
    const [line = []] = borders.geometry.coordinates;
    expect(line.map(([x = 0]) => Number(x.toFixed(6)))).toEqual([119.5, 119.5]);
    expect(line.map(([, y = 0]) => Number(y.toFixed(4))).sort()).toEqual([32, 33]);
  });

  it('are drawn for a single unit, and for none', () => {
    expect(nearestAreas({ lon: [119.5], lat: [32.5] }, ['one'], [AROUND]).areas.features).toHaveLength(1);
    expect(nearestAreas({ lon: [], lat: [] }, [], [AROUND]).areas.features).toEqual([]);
  });
});

describe('hexagons', () => {
  it('hold the units that are counted in them', () => {
    fc.assert(
      fc.property(fc.double({ min: 119, max: 120, noNaN: true }), fc.double({ min: 32, max: 33, noNaN: true }), (x, y) => {
        const { areas } = hexagons({ lon: [x], lat: [y] });
        const [[ring = []] = []] = areas.features[0]?.geometry.coordinates ?? [];
        // Corners may lie a rounding error beside the point: the middle of both is inside.
        const [cx, cy] = [ring.slice(0, -1).reduce((sum, [at = 0]) => sum + at, 0) / 6, ring.slice(0, -1).reduce((sum, [, at = 0]) => sum + at, 0) / 6];
        expect(inRing([x + (cx - x) * 1e-6, y + (cy - y) * 1e-6], ring)).toBe(true);
      }),
    );
  });

  it('are shared by neighbours', () => {
    const { keys, areas } = hexagons({ lon: [119.4, 119.4001, 119.6], lat: [32.4, 32.4, 32.4] });
    expect([keys[0] === keys[1], areas.features.length]).toEqual([true, 2]);
  });
});

describe('the tiles of an outline', () => {
  it('cover the city and are few', () => {
    const tiles = tilesOf([119.0, 32.22, 119.91, 33.42]);
    expect(tiles.length).toBeLessThanOrEqual(12);
    expect(tiles.every(({ z }) => z === tiles[0]?.z)).toBe(true);
    expect(tilesOf([-170, -80, 170, 80])).toHaveLength(4);
  });
});
