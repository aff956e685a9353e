import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FieldStudyDay, StudyBody } from '../src/study/answer';
import { check } from '../src/study/handbook/checking';
import { changedStops, hasLegMaps, venuesOf, type Handbook } from '../src/study/handbook/content';
import { leavesOf } from '../src/study/handbook/leaves';
import { before, DAY, dayFrame, LEG, legFrames, roundLength } from '../src/study/handbook/print-map';
import { rollPages } from '../src/study/handbook/roll';
import { FIRST_QUESTION } from '../src/study/question';
import { answerOf, groupOf, legAlong, planOf } from './study-answers';

const steps = [
  { place: 'p-1', travel: 10, stay: 45 },
  { place: 'p-1', travel: 0, stay: 40, what: 'lunch' as const },
  { place: 'p-2', travel: 10, stay: 45 },
];

function handbook(answer: FieldStudyDay): Handbook {
  const checked = { asked: true, gone: [], changed: [] };
  return { lang: 'zh', city: null, answer, plan: answer.plan ?? planOf(), question: FIRST_QUESTION, places: {}, names: {}, checked, grounds: null, link: 'https://map.example/study.html#s=p-1', today: '2026-11-28' };
}

const kinds = (answer: FieldStudyDay): string[] => leavesOf(handbook(answer)).map(({ kind }) => kind);

describe('a handbook', () => {
  it('has a cover, a timetable, a map, a page a place, safety, a notice, and a roll call', () => {
    expect(kinds(answerOf(planOf(groupOf(steps))))).toEqual(['cover', 'timetable', 'map', 'venue', 'venue', 'safety', 'notice', 'roll', 'roll']);
  });

  it('has a timetable, a map and a roll call a group, and a place once', () => {
    const plan = planOf(groupOf(steps, { pupils: 30 }), groupOf(steps.toReversed(), { pupils: 29, group: 1 }));
    expect(kinds(answerOf(plan))).toEqual(['cover', 'timetable', 'map', 'timetable', 'map', 'venue', 'venue', 'safety', 'notice', 'roll', 'roll']);
  });

  it('takes as many pages of a long day and of many pupils as they need', () => {
    const long = Array.from({ length: 12 }, (_, index) => ({ place: `p-${index}`, travel: 5, stay: 20 }));
    const found = kinds(answerOf(planOf(groupOf(long, { pupils: 417 }))));
    expect(found.filter((kind) => kind === 'timetable')).toHaveLength(2);
    expect(found.filter((kind) => kind === 'roll')).toHaveLength(14);
    expect([rollPages(1), rollPages(30), rollPages(31)]).toEqual([1, 1, 2]);
  });

  it('names a place once, with the times of every group', () => {
    const plan = planOf(groupOf(steps), groupOf(steps.toReversed(), { group: 1 }));
    expect(venuesOf(plan).map(({ stop, times }) => [stop.place, times.map(({ group, index }) => [group, index])])).toEqual([
      ['p-1', [[0, 0], [1, 2]]],
      ['p-2', [[0, 2], [1, 0]]],
    ]);
  });

  it('has no map of the way to a place where one is already', () => {
    const group = groupOf([{ place: 'p-1', travel: 10, stay: 40, what: 'lunch' }, { place: 'p-2', travel: 0, stay: 40 }]);
    const [lunch, visit] = group.stops;
    if (!lunch || !visit) throw new Error('two stops');
    const plan = planOf({ ...group, stops: [lunch, { ...visit, lon: lunch.lon, lat: lunch.lat }] });
    expect(legFrames({ answer: answerOf(plan), plan })).toEqual({});
  });

  it('shows of a way all that it swings out, on the map of the leg and on that of the day', () => {
    const group = groupOf(steps);
    const [first, ...rest] = group.stops;
    if (!first) throw new Error('a stop');
    const far: [number, number] = [first.lon + 0.5, first.lat + 0.2];
    const answer = answerOf(planOf({ ...group, stops: [{ ...first, leg: legAlong(40, [[119.4, 32.39], far, [first.lon, first.lat]]) }, ...rest] }));
    const content = { answer, plan: answer.plan ?? planOf() };
    for (const [frame, { width, height }] of [[legFrames(content)[first.place], LEG], [dayFrame(content, 0), DAY]] as const) {
      const [x, y] = frame?.project(...far) ?? [-1, -1];
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(height);
    }
  });

  it('has a map of the way to each place, from the stop before it', () => {
    const answer = answerOf(planOf(groupOf(steps)));
    const content = { answer, plan: answer.plan ?? planOf() };
    expect(Object.keys(legFrames(content))).toEqual(['p-1', 'p-2']);
    expect(before(content, 0, 0)).toMatchObject({ name: '某小学', number: null });
    expect(before(content, 0, 2)).toMatchObject({ number: 2 });
    expect(dayFrame(content, 0)).not.toBeNull();
    expect(hasLegMaps(content.plan)).toBe(true);
    const many = Array.from({ length: 13 }, (_, index) => ({ place: `p-${index}`, travel: 5, stay: 20 }));
    expect(hasLegMaps(planOf(groupOf(many)))).toBe(false);
  });

  it('has a scale that is round and fits', () => {
    expect([0.8, 1.9, 2, 4.9, 12, 70].map(roundLength)).toEqual([0.5, 1, 2, 2, 10, 50]);
  });
});

describe('what is asked before printing', () => {
  const body: StudyBody = { school: { place: 'p-school' }, date: '2026-12-03', pupils: 60, order: [['p-1', 'lunch:p-2', 'p-2']], must: ['p-2'], pinned: ['p-2'] };
  const place = (id: string) => ({ id, properties: { name: id }, sources: {} });
  const refusal = { code: 'withdrawn', status: 422, detail: 'is withdrawn', parameter: '/order/0/2' };
  const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });

  afterEach(() => vi.unstubAllGlobals());

  it('leaves out a place that was withdrawn meanwhile, and names it', async () => {
    const asked: StudyBody[] = [];
    vi.stubGlobal('fetch', async (url: string, { body: text }: { body?: string }) => {
      if (!url.endsWith('/itineraries')) return json(place(url.split('/').at(-1) ?? ''));
      asked.push(JSON.parse(text ?? '') as StudyBody);
      return asked.length === 1 ? json(refusal, 422) : json(answerOf(planOf(groupOf(steps.slice(0, 2))), { outcome: 'arranged' }));
    });
    const found = await check(body, answerOf(planOf(groupOf(steps))), { 'p-2': { name: '何园' } }, 'zh');
    expect(found.checked).toEqual({ asked: true, gone: ['何园'], changed: [] });
    expect(asked[1]).toMatchObject({ order: [['p-1', 'lunch']], must: [], pinned: [] });
    expect(Object.keys(found.places)).toEqual(['p-1']);
  });

  it('prints what is known where the server cannot be reached, and says that nothing was checked', async () => {
    vi.stubGlobal('fetch', async () => {
      throw new TypeError('no network');
    });
    const known = answerOf(planOf(groupOf(steps)));
    expect(await check(body, known, {}, 'zh')).toEqual({ answer: known, checked: { asked: false, gone: [], changed: [] }, places: {} });
  });

  it('says of a question that is refused otherwise that it is', async () => {
    vi.stubGlobal('fetch', async () => json({ ...refusal, parameter: '/date' }, 422));
    await expect(check(body, answerOf(planOf(groupOf(steps))), {}, 'zh')).rejects.toThrow(/withdrawn/);
  });

  it('names what has changed at a stop, and not that it comes at another time', () => {
    const was = planOf(groupOf(steps));
    const [group] = was.groups;
    const now = planOf({ ...group!, stops: group!.stops.map((stop) => (stop.place === 'p-2' ? { ...stop, hours: [['09:00', '16:00'] as [string, string]] } : { ...stop, start: '10:00' })) });
    expect(changedStops(was, now)).toEqual(['地点2']);
    expect(changedStops(null, now)).toEqual([]);
  });
});
