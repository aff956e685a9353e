import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BINS, classOfMinutes, classOfShare, histogram, MINUTE_BREAKS } from '../src/plan/classes';
import { gainAt, quantile, regionsAt, statusAt, tallyAt, unservedAt } from '../src/plan/counting';
import { percent, points as pointsOf } from '../src/plan/figures';
import { FIRST_ORDER, sorted } from '../src/plan/panel/sorting';
import { coverageQuestion, FIRST_QUESTION, minutesOf, paceOf, rolesOfNewSite, thresholdMinutes, tidied, toggled } from '../src/plan/question';
import { NO_SCENARIO } from '../src/plan/scenario/scenario';
import { straightMetres, waysOf } from '../src/plan/ways';
import type { CoverageSite } from '../src/plan/answer';
import { MODES } from '../src/state/view';
import { answerOf, type PointOf } from './plan-answers';

/** Two towns of district A and one of B; 8 points, 10 of weight. */
const ANSWER = answerOf([
  ['A1', 3],
  ['A1', 15],
  ['A1', 15.1],
  ['A2', 40],
  ['A2', null, { status: 'across_water' }],
  ['B1', null, { perhaps: 10, status: 'perhaps' }],
  ['B1', 8, { weight: 3 }],
  ['B1', null],
]);

describe('a threshold', () => {
  it('serves who is as near as it, to the tenth of a minute', () => {
    expect([0, 1, 2].map((index) => statusAt(ANSWER.points, index, 15))).toEqual(['served', 'served', 'unserved']);
  });

  it('counts what is served, what perhaps is, and who is left', () => {
    expect(tallyAt(ANSWER, 15)).toEqual({ points: 8, weight: 10, served: 5, perhaps: 1, unserved: 4, acrossWater: 1 });
  });

  it('counts the same by districts and towns as in all', () => {
    const times = fc.option(fc.integer({ min: 0, max: 900 }).map((tenths) => tenths / 10));
    const point = fc.tuple(fc.constantFrom('A1', 'A2', 'B1'), times).map(([town, minutes]): PointOf => [town, minutes]);
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 90 }), (some, at) => {
        const answer = answerOf(some);
        const rows = regionsAt(answer, at);
        const sum = (level: string) => rows.filter(({ region }) => region.level === level).reduce((total, { served }) => total + served, 0);
        // Worked out anew from the list of points.
        const served = some.filter(([, minutes]) => minutes !== null && minutes <= at).length;
        expect([sum('district'), sum('town'), tallyAt(answer, at).served]).toEqual([served, served, served]);
      }),
    );
  });

  it('never serves fewer when it is longer', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 30 }), (at, more) => tallyAt(ANSWER, at + more).served >= tallyAt(ANSWER, at).served));
  });

  it('in metres is what the straight line is estimated to take', () => {
    const pace = paceOf({ detour: 1.35, walk_km_h: 4.5, cycle_km_h: 13, drive_km_h: 28 }, 'walk');
    expect([300, 500, 1000].map((metres) => Number(thresholdMinutes({ metres }, pace).toFixed(6)))).toEqual([5.4, 9, 18]);
    const exact = answerOf([['A1', 9]]);
    expect(statusAt(exact.points, 0, minutesOf(500, pace))).toBe('served');
  });

  it('in metres is asked of the estimate, in minutes of whichever was chosen', () => {
    expect(coverageQuestion({ ...FIRST_QUESTION, kind: 'network' }, { metres: 500 }, NO_SCENARIO)).toMatchObject({ max_m: 500, kind: 'estimate' });
    expect(coverageQuestion({ ...FIRST_QUESTION, kind: 'network' }, { minutes: 10 }, NO_SCENARIO)).toMatchObject({ max_minutes: 10, kind: 'network' });
    expect(coverageQuestion(FIRST_QUESTION, { minutes: 10 }, NO_SCENARIO)).toEqual({ demand: 'village_units', needs: [['venue']], mode: 'walk', max_minutes: 10, slice: 'any' });
  });
});

describe('the gaps', () => {
  it('are listed with the farthest first, those never reached before all', () => {
    expect(unservedAt(ANSWER, 15)).toEqual([4, 7, 3, 2]);
  });

  it('are worst in the town with the least share; of equal ones in that with the most gaps', () => {
    const rows = regionsAt(ANSWER, 15).filter(({ region }) => region.level === 'town');
    expect(sorted(rows, FIRST_ORDER).map(({ region }) => region.code)).toEqual(['A2', 'B1', 'A1']);
    expect(sorted(rows, { column: 'share', turned: true }).map(({ region }) => region.code)).toEqual(['A1', 'B1', 'A2']);
  });
});

describe('the median', () => {
  it('counts those who are never reached as farther than all', () => {
    expect(quantile(ANSWER.points, 0.5)).toBe(15);
    expect(quantile(answerOf([['A1', null], ['A1', null], ['A1', 2]]).points, 0.5)).toBeNull();
  });
});

describe('a gain', () => {
  it('is told by share, by units, and by town', () => {
    const after = answerOf([['A1', 3], ['A1', 16], ['A1', 15.1], ['A2', 4], ['A2', 5], ['B1', null], ['B1', 8, { weight: 3 }], ['B1', null]]);
    const gain = gainAt(ANSWER, after, 15);
    expect([gain.shareBefore, gain.shareAfter, gain.gained, gain.lost]).toEqual([0.5, 0.6, [3, 4], [1]]);
    expect(gain.towns.map(({ code, weight }) => [code, weight])).toEqual([['A2', 2], ['A1', -1]]);
  });

  it('is nothing between an answer and itself', () => {
    const { gained, lost, towns } = gainAt(ANSWER, ANSWER, 15);
    expect([gained, lost, towns]).toEqual([[], [], []]);
  });
});

describe('the classes', () => {
  it.each(MODES)('of a way by %s end where the breaks say', (mode) => {
    MINUTE_BREAKS[mode].forEach((edge, rank) => expect([classOfMinutes(edge, mode), classOfMinutes(edge + 0.1, mode)]).toEqual([rank, rank + 1]));
    expect(classOfMinutes(null, mode)).toBe(5);
  });

  it('of a share are six', () => {
    expect([1, 0.95, 0.94, 0.8, 0.6, 0.4, 0.2, 0.19, 0].map(classOfShare)).toEqual([0, 0, 1, 1, 2, 3, 4, 5, 5]);
  });

  it.each(MODES)('and the bars by %s are the same: a break never lies within a bar', (mode) => {
    for (const edge of MINUTE_BREAKS[mode]) expect(edge % BINS[mode].width).toBe(0);
  });

  it('the bars hold all of the weight, each time in the bar that it ends', () => {
    const { bars, beyond } = histogram(ANSWER.points, 'walk');
    expect(bars.filter(({ weight }) => weight > 0).map(({ to, weight }) => [to, weight])).toEqual([[5, 1], [10, 3], [15, 1], [17.5, 1], [40, 1]]);
    expect(beyond).toBe(3);
  });
});

describe('the needs', () => {
  it('gain and lose a role, and never are none', () => {
    expect(toggled([['venue'], []], 1, 'school')).toEqual([['venue'], ['school']]);
    expect(toggled([['venue', 'school']], 0, 'venue')).toEqual([['school']]);
    expect([tidied([[], ['school', 'school']]), tidied([[]])]).toEqual([[['school']], [['venue']]]);
  });

  it('are all met by a new site', () => {
    expect(rolesOfNewSite([['venue', 'heritage'], ['parent_school'], ['venue']])).toEqual(['venue', 'parent_school']);
  });
});

describe('the ways of a unit', () => {
  const site = (id: string, lon: number, patch: Partial<CoverageSite> = {}): CoverageSite => ({ id, name: id, lon, lat: 0, roles: ['venue'], added: false, moved: false, removed: false, open: 'yes', served_weight: 0, ...patch });

  it('are those to the nearest sites of each need, nearest first', () => {
    const sites = [site('far', 0.03), site('near', 0.01), site('school', 0.02, { roles: ['school'] }), site('middle', 0.02)];
    const ways = waysOf([0, 0], sites, [['venue'], ['school'], ['heritage']], { detour: 1.35, km_h: 4.5 }, 2);
    expect(ways.map((need) => need.map((way) => way.site.id))).toEqual([['near', 'middle'], ['school'], []]);
  });

  it('end with the nearest that counts, however many nearer ones are closed or removed', () => {
    const sites = [site('closed', 0.01, { open: 'no' }), site('removed', 0.02, { removed: true }), site('unknown', 0.03, { open: 'unknown' }), site('open', 0.04)];
    const [ways] = waysOf([0, 0], sites, [['venue']], { detour: 1.35, km_h: 4.5 }, 2);
    expect(ways?.map((way) => way.site.id)).toEqual(['closed', 'removed', 'open']);
  });

  it('measure a degree of the equator as the 111.2 km it is', () => {
    expect(straightMetres([0, 0], [1, 0])).toBeCloseTo(111_195, -1);
  });
});

describe('a figure', () => {
  it('is never rounded to everything or nothing', () => {
    expect([0, 0.0001, 0.1234, 0.9999, 1].map(percent)).toEqual(['0%', '0.1%', '12.3%', '99.9%', '100%']);
    expect([0.021, -0.021].map(pointsOf)).toEqual(['+2.1', '−2.1']);
  });
});
