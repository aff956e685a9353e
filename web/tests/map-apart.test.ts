import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apart, DOT, FARTHEST } from '../src/map/apart';
import { clearance, disc, isUnder, type Body, type Spot } from '../src/map/bodies';

const RADIUS = 15;
const mark = (x: number, y: number, halfWidth = RADIUS): Body => ({ x, y, halfWidth, halfHeight: RADIUS, radius: RADIUS });
const standing = (marks: readonly Body[], stands: readonly Spot[]): Body[] => marks.map((one, index) => ({ ...one, ...stands[index] }));

function leastClearance(bodies: readonly Body[]): number {
  return Math.min(...bodies.flatMap((one, index) => bodies.slice(index + 1).map((other) => clearance(one, other))));
}

/** As many as a long day has, in a corner so small that most of them are close. */
const crowd = fc.array(fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 0, max: 120 }), fc.constantFrom(15, 22)), { minLength: 2, maxLength: 10 }).map((spots) => spots.map((spot) => mark(...spot)));

describe('marks of a map', () => {
  it('measures discs, pills and boxes from edge to edge', () => {
    expect(clearance(mark(0, 0), mark(40, 0))).toBe(10);
    expect(clearance(mark(0, 0), mark(30, 40))).toBe(20);
    expect(clearance(mark(0, 0, 25), mark(60, 0))).toBe(20);
    expect(clearance({ ...mark(0, 0), radius: 0 }, { ...mark(40, 40), radius: 0 })).toBeCloseTo(Math.hypot(10, 10));
    expect([isUnder(mark(50, 0), { x: 0, y: 0 }, { x: 100, y: 0 }), isUnder(mark(50, 20), { x: 0, y: 0 }, { x: 100, y: 0 })]).toEqual([true, false]);
  });

  it('stay on their points where none is close', () => {
    const marks = [mark(0, 0), mark(40, 0), mark(20, 60)];
    expect(apart(marks)).toEqual(marks.map(({ x, y }) => ({ x, y })));
    expect(apart([])).toEqual([]);
  });

  it('never overlap, stand on their points or beside them with a line to be seen, and no further than said', () => {
    fc.assert(
      fc.property(crowd, (marks) => {
        const stands = apart(marks);
        expect(leastClearance(standing(marks, stands))).toBeGreaterThanOrEqual(0);
        marks.forEach((one, index) => {
          const { x, y } = stands[index] as Spot;
          const far = Math.hypot(x - one.x, y - one.y);
          expect(far).toBeLessThanOrEqual(FARTHEST + 0.01);
          if (far > 0) expect(clearance({ ...one, x, y }, disc(one, DOT))).toBeGreaterThan(0);
        });
        expect(apart(marks), 'the same again').toEqual(stands);
      }),
    );
  });

  it('leave one alone that is close to none, however the others have to move', () => {
    fc.assert(
      fc.property(crowd, fc.integer({ min: 0, max: 120 }), (marks, y) => {
        const alone = mark(170, y);
        expect(apart([...marks, alone]).at(-1)).toEqual({ x: 170, y });
      }),
    );
  });

  it('show the points of two that share one, and the mark between two neighbours steps out of their row', () => {
    const both = [mark(0, 0), mark(0, 0)];
    for (const body of standing(both, apart(both))) expect(clearance(body, disc({ x: 0, y: 0 }, DOT))).toBeGreaterThan(0);
    const row = [mark(0, 0), mark(26, 0), mark(52, 0)];
    const stands = apart(row);
    expect([stands[0], stands[2]]).toEqual([{ x: 0, y: 0 }, { x: 52, y: 0 }]);
    expect(Math.abs((stands[1] as Spot).y)).toBeGreaterThan(RADIUS);
  });

  it('make way for what is fixed, and stay in the picture', () => {
    const school = mark(10, 10);
    const marks = [mark(20, 16), mark(20, 16), mark(300, 190)];
    const size = { width: 320, height: 200 };
    const placed = standing(marks, apart(marks, [school], size));
    expect(leastClearance([...placed, school])).toBeGreaterThanOrEqual(0);
    for (const { x, y } of placed.slice(0, 2)) expect(Math.min(x, y)).toBeGreaterThanOrEqual(RADIUS);
  });
});
