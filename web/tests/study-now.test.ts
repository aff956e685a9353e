import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otherwise } from '../src/study/alternatives';
import type { Alternative, Fault, StudyBody } from '../src/study/answer';
import { byPlan, goingOn, inPlace, minutesLeft, restOf, withOthers, type Now } from '../src/study/now';
import { isLunch, LUNCH } from '../src/study/order';
import { putBefore, withoutPair, withPair } from '../src/study/pairs';
import { FIRST_QUESTION, type Pair } from '../src/study/question';
import { minutesOf, timeOf } from '../src/study/times';
import { answerOf, groupOf, planOf } from './study-answers';

/** School 8:40, p-1 8:50–9:35, lunch by it to 10:15, p-2 10:25–11:10, p-3 11:20–12:05. */
const DAY = groupOf([
  { place: 'p-1', travel: 10, stay: 45 },
  { place: 'p-1', travel: 0, stay: 40, what: 'lunch' },
  { place: 'p-2', travel: 10, stay: 45 },
  { place: 'p-3', travel: 10, stay: 45 },
]);

const NOW: Now = { group: 0, at: '11:00', place: 'p-2', done: ['p-1'], lunch: true };

describe('where a group is by its plan', () => {
  it.each([
    ['08:40', null, [], false, null],
    ['08:50', 'p-1', [], false, 45],
    ['09:10', 'p-1', [], false, 25],
    ['09:35', 'p-1', ['p-1'], false, null],
    ['10:20', 'p-1', ['p-1'], true, null],
    ['11:00', 'p-2', ['p-1'], true, 10],
    ['13:00', 'p-3', ['p-1', 'p-2', 'p-3'], true, null],
  ] as const)('at %s', (at, place, done, lunch, left) => {
    const now = byPlan(DAY, at, null);
    expect(now).toEqual({ group: 0, at, place, done, lunch });
    expect(minutesLeft(DAY, now)).toBe(left);
  });

  it('stays the whole visit where the plan says another time', () => {
    expect(minutesLeft(DAY, { ...NOW, at: '11:30' })).toBe(45);
    expect(minutesLeft(DAY, { ...NOW, done: ['p-1', 'p-2'] })).toBeNull();
  });

  it('keeps what was done before the day went on, and where it went on from', () => {
    expect(byPlan(groupOf([{ place: 'p-3', travel: 10, stay: 45 }], { leave: '11:30' }), '11:32', NOW)).toEqual({ ...NOW, at: '11:32' });
  });

  it('has done more, never less, as time goes by', () => {
    const time = fc.integer({ min: 480, max: 900 });
    fc.assert(
      fc.property(time, time, (one, other) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)].map((at) => byPlan(DAY, timeOf(at), null));
        expect(late?.done).toEqual(expect.arrayContaining([...(early?.done ?? [])]));
        const left = late && minutesLeft(DAY, late);
        if (left !== null) expect(left).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the rest of a sequence', () => {
  it('is without what is done, and without lunch where they have had it', () => {
    expect(restOf(['p-1', 'lunch:p-1', 'p-2', 'p-3'], NOW)).toEqual(['p-2', 'p-3']);
  });

  it('has lunch elsewhere than where nobody returns', () => {
    expect(restOf(['p-1', 'lunch:p-1', 'p-2'], { ...NOW, lunch: false })).toEqual([LUNCH, 'p-2']);
    expect(restOf(['p-1', 'p-2', 'lunch:p-2'], { ...NOW, lunch: false })).toEqual(['p-2', 'lunch:p-2']);
  });

  it('keeps the order of what is left', () => {
    const stops = ['p-1', 'p-2', 'p-3', LUNCH];
    fc.assert(
      fc.property(fc.subarray(stops), fc.subarray(stops.slice(0, 3)), fc.boolean(), (sequence, done, lunch) => {
        const rest = restOf(sequence, { ...NOW, done, lunch });
        expect(rest).toEqual(sequence.filter((stop) => !done.includes(stop) && !(lunch && isLunch(stop))));
      }),
    );
  });
});

describe('the question of a day under way', () => {
  const body: StudyBody = { school: { name: '点', lon: 119.4, lat: 32.4 }, date: '2026-12-03', pupils: 60 };

  it('says when, where and what is done, and asks for no second lunch', () => {
    expect(goingOn(body, NOW)).toEqual({ ...body, lunch: null, from_now: { group: 0, at: '11:00', place: 'p-2', done: ['p-1'] } });
    expect(goingOn(body, { ...NOW, lunch: false })).not.toHaveProperty('lunch');
  });

  it('goes on from the school where they have not set out', () => {
    expect(goingOn(body, { ...NOW, place: null }).from_now?.place).toEqual({ lon: 119.4, lat: 32.4 });
    expect(goingOn({ ...body, school: { place: 'p-school' } }, { ...NOW, place: null }).from_now?.place).toBe('p-school');
  });
});

describe('one of several groups', () => {
  const other = groupOf([{ place: 'p-9', travel: 10, stay: 45 }]);
  const rest = groupOf([{ place: 'p-3', travel: 10, stay: 45 }], { leave: '11:00', group: 1 });
  const fault = (group: number | null): Fault => ({ group, place: null, fault: 'back_late', numbers: {} });

  it('has its new day in place of the old one, and the others theirs', () => {
    expect(inPlace(planOf(other, { ...DAY, group: 1 }), planOf(rest)).groups).toEqual([other, rest]);
  });

  it('has its own faults, and the others theirs', () => {
    const whole = withOthers(answerOf(planOf(rest), { outcome: 'plan', faults: [] }), 1, answerOf(planOf(other, groupOf([], { group: 1 })), { outcome: 'arranged', checked: false, faults: [fault(0), fault(1), fault(null)] }));
    expect(whole.plan?.groups).toEqual([other, rest]);
    expect([whole.faults.map(({ group }) => group), whole.outcome, whole.checked]).toEqual([[0, null], 'arranged', false]);
  });

  it('has no day where none was found, whatever the others do', () => {
    expect(withOthers(answerOf(null), 1, answerOf(planOf(other)))).toMatchObject({ plan: null, outcome: 'none' });
  });
});

describe('what comes first', () => {
  it('is put right before the other in every group that has it later', () => {
    expect(putBefore([['p-1', 'lunch:p-1', 'p-2', 'p-3'], ['p-3', 'p-1'], ['p-2']], ['p-3', 'p-1'])).toEqual([['p-3', 'p-1', LUNCH, 'p-2'], ['p-3', 'p-1'], ['p-2']]);
  });

  it('holds afterwards, and nothing is lost', () => {
    const places = ['p-1', 'p-2', 'p-3', 'p-4'];
    fc.assert(
      fc.property(fc.shuffledSubarray(places), fc.constantFrom(...places), fc.constantFrom(...places), (sequence, first, second) => {
        const [found = []] = putBefore([sequence], [first, second]);
        expect(found.toSorted()).toEqual(sequence.toSorted());
        if (first !== second && sequence.includes(first) && sequence.includes(second)) expect(found.indexOf(first)).toBeLessThan(found.indexOf(second));
      }),
    );
  });

  it('is asked for once, never both ways, and of two places', () => {
    const pairs: Pair[] = [['p-1', 'p-2'], ['p-3', 'p-4']];
    expect(withPair(pairs, ['p-2', 'p-1'])).toEqual([['p-3', 'p-4'], ['p-2', 'p-1']]);
    expect(withPair(pairs, ['p-1', 'p-2'])).toEqual([['p-3', 'p-4'], ['p-1', 'p-2']]);
    expect(withPair(pairs, ['p-5', 'p-5'])).toEqual(pairs);
    expect(withoutPair(pairs, ['p-3', 'p-4'])).toEqual([['p-1', 'p-2']]);
    expect(Array.from({ length: 120 }, (_, n): Pair => [`p-${n}`, `q-${n}`]).reduce(withPair, [] as Pair[])).toHaveLength(100);
  });
});

describe('an alternative that is taken', () => {
  const of = (alternative: Alternative['alternative']): Alternative => ({ alternative, outcome: 'plan', plan: planOf(DAY, { ...DAY, group: 1 }), left_out: [] });
  const question = { ...FIRST_QUESTION, must: ['p-1', 'p-open-air'] };

  it('is in the question from then on: rain, without what has no roof', () => {
    expect(otherwise(question, of('rain'))).toEqual({ ...question, rain: true, must: ['p-1'] });
  });

  it('walks, or has a group more', () => {
    expect(otherwise(question, of('no_coach'))).toEqual({ ...question, travel: 'walk' });
    expect(otherwise(question, of('split'))).toEqual({ ...question, groups: 2 });
  });
});

it('the day of these tests is as they say', () => {
  expect(DAY.stops.map(({ start, end }) => [start, end])).toEqual([['08:50', '09:35'], ['09:35', '10:15'], ['10:25', '11:10'], ['11:20', '12:05']]);
  expect(minutesOf(DAY.back)).toBe(minutesOf('12:20'));
});
