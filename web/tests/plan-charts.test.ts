import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cumulative, shareWithin, spread } from '../src/plan/charts/distribution';
import { distributionFinding, regionsFinding } from '../src/plan/charts/finding';
import { keyOf } from '../src/plan/charts/key';
import { farthestHave, isDrawn, minutesOf } from '../src/plan/charts/lorenz';
import { worstFirst } from '../src/plan/charts/regions';
import { linear, roundStep, ticks } from '../src/plan/charts/scale';
import { sourceLine } from '../src/plan/charts/source';
import { textWidth } from '../src/format/text-width';
import { amount, fitted, signed } from '../src/plan/charts/text';
import { tallyAt } from '../src/plan/counting';
import { answerOf, type PointOf } from './plan-answers';

const minutesOrNever = fc.option(fc.integer({ min: 0, max: 600 }).map((tenths) => tenths / 10), { nil: null });
const aPoint: fc.Arbitrary<PointOf> = fc.tuple(fc.constantFrom('A1', 'A2', 'B1'), minutesOrNever, fc.record({ weight: fc.integer({ min: 1, max: 9 }) }));
const aThreshold = fc.integer({ min: 1, max: 60 });

describe('an axis', () => {
  it('names round values that reach no farther than it does', () => {
    expect(ticks(60, 6)).toEqual([0, 10, 20, 30, 40, 50, 60]);
    expect(ticks(1430, 4)).toEqual([0, 500, 1000]);
    expect(ticks(0.3, 3)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(ticks(0, 4)).toEqual([0]);
  });

  it('has no more parts than asked for, whatever its length', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e7, noNaN: true }), fc.integer({ min: 1, max: 12 }), (span, count) => {
        expect(span / roundStep(span, count)).toBeLessThanOrEqual(count + 1e-6);
        expect(ticks(span, count).at(-1)).toBeLessThanOrEqual(span * (1 + 1e-9));
      }),
    );
  });

  it('maps ends to ends, and a domain of no length to the start', () => {
    const scale = linear([0, 60], [40, 400]);
    expect([scale(0), scale(15), scale(60)]).toEqual([40, 130, 400]);
    expect(linear([5, 5], [40, 400])(5)).toBe(40);
  });
});

describe('a number in a drawing', () => {
  it('has a decimal only where it needs one, and a sign where it is a difference', () => {
    expect([1430, 12.54].map(amount)).toEqual(['1,430', '12.5']);
    expect([12, -3, 0, 1437].map(signed)).toEqual(['+12', '−3', '0', '+1,437']);
  });
});

describe('the key of the dots', () => {
  it('has the classes up to the threshold, which ends the last of them', () => {
    expect(keyOf('walk', 12, 'light').map(({ from, to }) => [from, to])).toEqual([[0, 5], [5, 10], [10, 12]]);
    expect(keyOf('walk', 60, 'light').at(-1)).toMatchObject({ from: 30, to: 60 });
    expect(new Set(keyOf('walk', 60, 'dark').map(({ colour }) => colour)).size).toBe(6);
  });
});

describe('a name too long for its place', () => {
  it('is cut with an ellipsis and no wider than the place', () => {
    expect(fitted('广陵区', 13, 100)).toBe('广陵区');
    const cut = fitted('扬州经济技术开发区八里镇人民政府', 13, 100);
    expect(cut).toMatch(/^扬州经济.*…$/);
    expect(textWidth(cut, 13)).toBeLessThanOrEqual(100);
  });
});

describe('districts and towns', () => {
  const answer = answerOf([
    ['A1', 5],
    ['A1', 20],
    ['A2', 30, { perhaps: 8 }],
    ['B1', null, { perhaps: null, status: 'across_water' }],
    ['B1', null],
  ]);
  const codes = (parent: string | null) => worstFirst(answer, 20, parent).map(({ region }) => region.code);

  it('stand with the worst served first, and the one with more unserved before another as badly served', () => {
    expect(worstFirst(answer, 20, null).map((tally) => [tally.region.code, tally.served, tally.perhaps, tally.unserved])).toEqual([
      ['B', 0, 0, 2],
      ['A', 2, 1, 0],
    ]);
    expect(codes('*')).toEqual(['B1', 'A2', 'A1']);
  });

  it('are of one district where one is asked for', () => {
    expect(codes('A')).toEqual(['A2', 'A1']);
    expect(codes('C')).toEqual([]);
  });

  it('add up to the whole', () => {
    fc.assert(
      fc.property(fc.array(aPoint, { maxLength: 30 }), aThreshold, (points, threshold) => {
        const some = answerOf(points);
        const whole = tallyAt(some, threshold);
        for (const level of [null, '*']) {
          const parts = worstFirst(some, threshold, level);
          expect(parts.reduce((sum, part) => sum + part.served, 0)).toBeCloseTo(whole.served);
          expect(parts.reduce((sum, part) => sum + part.unserved, 0)).toBeCloseTo(whole.weight - whole.served - whole.perhaps);
          expect(parts.map(({ share }) => share)).toEqual(parts.map(({ share }) => share).sort((a, b) => a - b));
        }
      }),
    );
  });
});

describe('the distribution', () => {
  const answer = answerOf([
    ['A1', 4, { weight: 2 }],
    ['A1', 14.9],
    ['A1', 15],
    ['A1', 59],
    ['A1', null],
  ]);

  it('says what share arrives within so many minutes, counting those who never do', () => {
    expect(shareWithin(answer, 15)).toBeCloseTo(4 / 6);
    expect(shareWithin(answer, 3)).toBe(0);
  });

  it('has in its bars and beyond them the whole weight, served up to the threshold', () => {
    fc.assert(
      fc.property(fc.array(aPoint, { maxLength: 30 }), aThreshold, (points, threshold) => {
        const some = answerOf(points);
        const { bars, beyond, total: all, end } = spread(some, threshold);
        const inBars = bars.reduce((sum, bar) => sum + bar.served + bar.unserved, 0);
        expect(inBars + beyond).toBeCloseTo(all);
        expect(bars.at(-1)?.to).toBeCloseTo(end);
        expect(end).toBeGreaterThanOrEqual(Math.min(2 * threshold, 60));
        expect(bars.length).toBeLessThanOrEqual(24);
        expect(bars.reduce((sum, bar) => sum + bar.served, 0)).toBeCloseTo(tallyAt(some, threshold).served);
      }),
    );
  });

  it('rises to the share that can be reached at all', () => {
    const curve = cumulative(answer);
    expect(curve.map(([minutes]) => minutes)).toEqual([4, 14.9, 15, 59]);
    expect(curve.at(-1)?.[1]).toBeCloseTo(5 / 6);
    expect(cumulative(answerOf([]))).toEqual([]);
  });
});

describe('the finding of the distribution', () => {
  it('is of eight in ten, else of half, else of how many are within the threshold', () => {
    const near = Array.from({ length: 8 }, (): PointOf => ['A1', 12]);
    const never: PointOf = ['A1', null];
    expect(distributionFinding(answerOf([...near, never, never]), 15)).toEqual({ kind: 'most', minutes: 12 });
    expect(distributionFinding(answerOf([...near, never, never, never]), 15)).toEqual({ kind: 'half', minutes: 12 });
    expect(distributionFinding(answerOf([['A1', 12], never, never, never]), 15)).toEqual({ kind: 'few', share: 0.25, minutes: 15 });
    expect(distributionFinding(answerOf([]), 15)).toEqual({ kind: 'nobody' });
  });
});

describe('the finding of the districts', () => {
  it('names the worst and the best, or says that they are alike', () => {
    const apart = regionsFinding(answerOf([['A1', 5], ['B1', 40]]), 15, null);
    expect(apart.kind === 'apart' && [apart.worst.region.code, apart.best.region.code]).toEqual(['B', 'A']);
    expect(regionsFinding(answerOf([['A1', 5], ['B1', 5]]), 15, null)).toEqual({ kind: 'even', share: 1 });
    expect(regionsFinding(answerOf([['A1', 5], ['B1', 5]]), 15, 'A').kind).toBe('one');
    expect(regionsFinding(answerOf([]), 15, null).kind).toBe('none');
  });
});

describe('the Lorenz curve', () => {
  it('gives the share of minutes of a share of people, between its points too', () => {
    const curve: [number, number][] = [[0, 0], [0.5, 0.2], [1, 1]];
    expect(minutesOf(curve, 0.25)).toBeCloseTo(0.1);
    expect(farthestHave(curve, 0.5)).toBeCloseTo(0.8);
    expect(farthestHave(curve, 0.2)).toBeCloseTo(0.32);
    expect(farthestHave([[0, 0], [1, 1]], 0.2)).toBeCloseTo(0.2);
  });

  it('is not drawn of nobody', () => {
    expect([isDrawn([]), isDrawn([[0, 0], [1, NaN]]), isDrawn([[0, 0], [1, 1]])]).toEqual([false, false, true]);
  });
});

describe('the source line', () => {
  it('says whom it counts, that this is no population, of which day, and how ways were measured', () => {
    const answer = answerOf([['A1', 5], ['A1', 6]]);
    expect(sourceLine(answer, 'zh')).toBe('来源：2 个村居，数据 2025-02-14；每个村居算 1，不是人口；步行，按直线 × 1.35 估算，每小时 4.5 公里。');
    const byStreets = { ...answer, method: { ...answer.method, kind: 'network' as const, is_population: true, demand: 'points' } };
    expect(sourceLine(byStreets, 'en')).toBe('Source: own points “points”, 2 people; places of 2025-02-14; counted by the people of these points; on foot, along streets.');
  });
});
