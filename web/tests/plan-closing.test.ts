import { describe, expect, it } from 'vitest';
import { decodePlan } from '../src/plan/address';
import type { Planning } from '../src/plan/answer';
import { coverageQuestion, FIRST_QUESTION, FIRST_THRESHOLD } from '../src/plan/question';
import { closings, goesByStreets, heeded, isUnheeded, MOST_CLOSED, nearestName, refusedClosing, withClosing, withClosingAt, withoutClosing } from '../src/plan/scenario/closing';
import { changeCount, isEmpty, MOST_CHANGES, NO_SCENARIO } from '../src/plan/scenario/scenario';
import { answerOf } from './plan-answers';

const STRETCH = { lon: 24.9401, lat: 60.1701, line: [[24.94, 60.17], [24.941, 60.17]] as [number, number][], length_m: 55.6 };
const two = withClosing(withClosing(NO_SCENARIO, [24.94, 60.17]), [24.95, 60.18]);
const planning = (modes: string[] | null) => ({ streets: modes && { data_date: null, attribution: 'x', modes } }) as unknown as Planning;

describe('a closed street', () => {
  it('is a change like others, and is moved and opened again by its place in the list', () => {
    expect([isEmpty(two), changeCount(two)]).toEqual([false, 2]);
    expect(withClosingAt(two, 1, [1, 2]).close).toEqual([{ lon: 24.94, lat: 60.17 }, { lon: 1, lat: 2 }]);
    expect(withoutClosing(two, 0).close).toEqual([{ lon: 24.95, lat: 60.18 }]);
  });

  it('is one of so many that the server takes the fullest scenario', () => {
    const full = Array.from({ length: MOST_CLOSED + 1 }).reduce<typeof NO_SCENARIO>((scenario) => withClosing(scenario, [1, 2]), NO_SCENARIO);
    expect(full.close).toHaveLength(MOST_CLOSED);
    expect(3 * MOST_CHANGES + MOST_CLOSED).toBeLessThanOrEqual(200);
    const link = `b=${Array.from({ length: MOST_CHANGES }, () => '1.00000,2.00000').join(';')}`;
    expect(decodePlan(link).view.scenario.close).toHaveLength(MOST_CLOSED);
  });

  it('is asked about only where ways go by streets', () => {
    const by = (question: Partial<typeof FIRST_QUESTION>, threshold: typeof FIRST_THRESHOLD | { metres: number }, modes: string[] | null) =>
      goesByStreets({ ...FIRST_QUESTION, ...question }, threshold, planning(modes));
    expect(by({}, FIRST_THRESHOLD, ['walk'])).toBe(true);
    expect(by({ kind: 'network' }, FIRST_THRESHOLD, ['walk'])).toBe(true);
    expect(by({ kind: 'estimate' }, FIRST_THRESHOLD, ['walk'])).toBe(false);
    expect(by({}, { metres: 500 }, ['walk'])).toBe(false);
    expect(by({ mode: 'drive' }, FIRST_THRESHOLD, ['walk'])).toBe(false);
    expect(by({}, FIRST_THRESHOLD, null)).toBe(false);
    expect(goesByStreets(FIRST_QUESTION, FIRST_THRESHOLD, null)).toBe(false);

    const asked = (byStreets: boolean) => coverageQuestion(FIRST_QUESTION, FIRST_THRESHOLD, heeded(two, byStreets)).scenario;
    expect(asked(true)?.close).toEqual(two.close);
    expect(asked(false)).toBeUndefined();
  });

  it('that an estimate leaves out is said to be left out', () => {
    const estimate = answerOf([['A1', 5]]);
    const network = { ...estimate, method: { ...estimate.method, kind: 'network' as const } };
    expect([isUnheeded(two, estimate), isUnheeded(two, network), isUnheeded(NO_SCENARIO, estimate)]).toEqual([true, false, false]);
  });

  it('stands on the stretch that the server found, once it has answered this scenario', () => {
    const answer = { ...answerOf([['A1', 5], ['A2', 6]]), closed: [STRETCH, STRETCH] };
    expect(closings(two, answer, true).map(({ at, stretch }) => [at, stretch?.length_m])).toEqual([[[24.9401, 60.1701], 55.6], [[24.9401, 60.1701], 55.6]]);
    expect(closings(two, answer, false)[1]).toMatchObject({ number: 2, at: [24.95, 60.18], stretch: null });
    // The answer is to another scenario.
    expect(closings(withoutClosing(two, 0), answer, true)[0]?.stretch).toBeNull();
    expect(closings(two, null, false)[0]?.near).toBeNull();
  });

  it('is told by the demand point nearest to it', () => {
    const { points } = answerOf([['A1', 5], ['A2', 6], ['B1', 7]]);
    expect(nearestName(points, [119.4101, 32.41])).toBe('A2村1');
    expect(nearestName({ ...points, name: [] }, [119.4, 32.4])).toBeNull();
  });

  it('is found in what the server refuses', () => {
    expect(['/scenario/close/0', '/scenario/close/12', '/scenario/close', '/scenario/add/0', '/scenario/close/0/lon', '', null].map(refusedClosing)).toEqual([0, 12, -1, -1, -1, -1, -1]);
  });
});
