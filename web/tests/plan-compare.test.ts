import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, stepOf } from '../src/plan/compare/difference';
import { movedBy, movedTo } from '../src/plan/compare/handle';
import { gainAt } from '../src/plan/counting';
import { answerOf, type PointOf } from './plan-answers';

const before = answerOf([['A1', 40], ['A1', 10], ['A2', 40], ['B1', 10]]);
const after = answerOf([['A1', 10], ['A1', 10], ['A2', 40], ['B1', 40]]);

describe('what differs between two scenarios', () => {
  it('is said of every district, the greatest gain first', () => {
    expect(differences(before, after, 15, 'district').map(({ region, a, b, gained, lost }) => [region.code, a, b, gained, lost])).toEqual([
      ['A', 1 / 3, 2 / 3, 1, 0],
      ['B', 1, 0, 0, 1],
    ]);
  });

  it('is said of the towns for which something changes', () => {
    expect(differences(before, after, 15, 'town').map(({ region }) => region.code)).toEqual(['A1', 'B1']);
    expect(differences(before, before, 15, 'town')).toEqual([]);
  });

  it('counts every demand point that changes once', () => {
    const minutes = fc.option(fc.integer({ min: 0, max: 60 }), { nil: null });
    const pair = fc.tuple(fc.constantFrom('A1', 'A2', 'B1'), minutes, minutes);
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 20 }), fc.integer({ min: 1, max: 60 }), (pairs, threshold) => {
        const [a, b] = [answerOf(pairs.map(([town, time]): PointOf => [town, time])), answerOf(pairs.map(([town, , time]): PointOf => [town, time]))];
        const { gained, lost } = gainAt(a, b, threshold);
        for (const level of ['district', 'town'] as const) {
          const rows = differences(a, b, threshold, level);
          expect(rows.reduce((sum, row) => sum + row.gained, 0)).toBe(gained.length);
          expect(rows.reduce((sum, row) => sum + row.lost, 0)).toBe(lost.length);
        }
      }),
    );
  });
});

describe('the colour of a difference', () => {
  it('is none at zero, of one hue above it and of another below, the stronger the greater', () => {
    expect([-0.9, -0.2, -0.1, -0.001, 0, 0.001, 0.1, 0.14, 0.2, 0.9].map(stepOf)).toEqual([-3, -3, -2, -1, 0, 1, 2, 3, 3, 3]);
  });
});

describe('the line over the map', () => {
  it('goes where arrow and page keys send it, and no farther than the edges', () => {
    expect(['ArrowLeft', 'ArrowRight', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => movedBy(key, 50))).toEqual([48, 52, 40, 60, 0, 100]);
    expect([movedBy('ArrowLeft', 1), movedBy('PageUp', 95)]).toEqual([0, 100]);
    expect(movedBy('a', 50)).toBeNull();
  });

  it('follows the pointer', () => {
    expect([movedTo(150, 100, 200), movedTo(0, 100, 200), movedTo(999, 100, 200), movedTo(5, 0, 0)]).toEqual([25, 0, 100, 50]);
  });
});
