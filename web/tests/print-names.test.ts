import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apart } from '../src/map/apart';
import { clearance, isWithin, type Body } from '../src/map/bodies';
import { namesBeside, type Named } from '../src/print/names';

const SIZE = { width: 930, height: 640 };
const mark = (x: number, y: number): Body => ({ x, y, halfWidth: 13, halfHeight: 13, radius: 13 });
const named = (x: number, y: number, width = 180): Named => ({ mark: mark(x, y), width, height: 20 });
const drawn = ({ width, height }: Named, { x, y }: { x: number; y: number }): Body => ({ x, y, halfWidth: width / 2, halfHeight: height / 2, radius: 2 });

describe('names on a printed map', () => {
  it('stand beside their marks towards the middle where nothing is in the way', () => {
    const [left, right] = namesBeside([named(100, 300), named(800, 300)], [], [], SIZE);
    expect([left?.y, right?.y]).toEqual([300, 300]);
    expect(left?.x).toBeGreaterThan(100);
    expect(right?.x).toBeLessThan(800);
  });

  it('leave a mark alone that stands beside theirs, and a line where they can', () => {
    const one = named(100, 300);
    const school = mark(140, 296);
    const [spot] = namesBeside([one], [one.mark, school], [], SIZE);
    expect(clearance(drawn(one, spot ?? school), school)).toBeGreaterThanOrEqual(0);
    const [beside] = namesBeside([one], [one.mark], [[{ x: 100, y: 300 }, { x: 500, y: 300 }]], SIZE);
    expect(beside?.y).not.toBe(300);
  });

  it('are all there where three stops share a spot', () => {
    const points = [mark(400, 300), mark(400, 300), mark(400, 300)];
    const all = apart(points, [], SIZE).map(({ x, y }) => named(x, y));
    expect(namesBeside(all, all.map((one) => one.mark), [], SIZE)).not.toContain(null);
  });

  it('stand nearest to their own mark', () => {
    const all = [named(400, 300, 60), named(432, 300, 60), named(464, 300, 60)];
    const marks = all.map((one) => one.mark);
    namesBeside(all, marks, [], SIZE).forEach((spot, index) => {
      if (!spot) throw new Error('there is room');
      const away = marks.map((other) => clearance(drawn(all[index] as Named, spot), other));
      expect(Math.min(...away)).toBe(away[index]);
    });
  });

  it('are left out rather than put over one another', () => {
    const one = named(100, 100, 60);
    expect(namesBeside([one], [one.mark, { x: 100, y: 100, halfWidth: 300, halfHeight: 300, radius: 0 }], [], SIZE)).toEqual([null]);
  });

  it('lie wholly on the paper, over no mark and over no other name, wherever the stops of a day are', () => {
    const stops = fc.array(fc.tuple(fc.integer({ min: 60, max: 870 }), fc.integer({ min: 60, max: 580 }), fc.integer({ min: 60, max: 260 })), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(stops, (spots) => {
        const points = spots.map(([x, y]) => mark(x, y));
        const stands = apart(points, [], SIZE);
        const all = spots.map(([x, y, width], index): Named => ({ mark: { ...mark(x, y), ...stands[index] }, width, height: 20 }));
        const marks = all.map((one) => one.mark);
        const names = namesBeside(all, marks, [], SIZE).flatMap((spot, index) => (spot ? [drawn(all[index] as Named, spot)] : []));
        for (const name of names) {
          expect(isWithin(name, SIZE)).toBe(true);
          for (const one of marks) expect(clearance(name, one)).toBeGreaterThanOrEqual(0);
        }
        names.forEach((name, index) => names.slice(index + 1).forEach((other) => expect(clearance(name, other)).toBeGreaterThanOrEqual(0)));
      }),
    );
  });
});
