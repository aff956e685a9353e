import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plusDays, weekday } from '../src/format/clock';
import { ROLE_KINDS } from '../src/roles';
import { decodeStudy, encodeStudy, FIRST_VIEW, type StudyView } from '../src/study/address';
import { nextThursday } from '../src/study/days';
import { isLunch, LUNCH, moved, orderOf, withoutPlace } from '../src/study/order';
import { FIRST_QUESTION, studyBody, THEMES, toggledRoles, TRAVELS, undecided, unwanted, USUAL_ROLES, wanted, type Pair } from '../src/study/question';
import { isTime, minutesOf, timeOf } from '../src/study/times';
import { groupOf, planOf, THURSDAY } from './study-answers';

const DISPLAY = { lang: 'zh', theme: 'auto', large: false } as const;
const id = fc.stringMatching(/^p-[a-z0-9]{1,8}$/);
const time = fc.integer({ min: 0, max: 1439 }).map(timeOf);
const point = fc.record({ name: fc.constantFrom('地图上的点', '学校, 东门'), at: fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 })) });
const option = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const whole = (most: number) => fc.integer({ min: 1, max: most });

const views: fc.Arbitrary<StudyView> = fc
  .record({
    question: fc.record({
      school: option(fc.oneof(id.map((place) => ({ place })), point)),
      date: option(fc.constant('2026-12-03')),
      leaveFrom: option(time),
      backBy: option(time),
      pupils: whole(5000),
      adults: option(whole(1000)),
      grade: option(whole(12)),
      groups: option(whole(12)),
      travel: fc.constantFrom(...TRAVELS),
      themes: fc.uniqueArray(fc.constantFrom(...THEMES)),
      words: fc.constantFrom('', '盐商 雕版', 'a&b=c+d%20"#'),
      region: option(fc.constant('321002')),
      must: fc.uniqueArray(id, { maxLength: 4 }),
      not: fc.uniqueArray(id, { maxLength: 4 }),
      stay: fc.dictionary(id, whole(480), { maxKeys: 3, noNullPrototype: true }),
      lunch: option(fc.constantFrom('none' as const, 'stops' as const)),
      maxLeg: option(whole(480)),
      maxWalk: option(whole(100_000)),
      askFirst: fc.boolean(),
      rain: fc.boolean(),
      roles: fc.subarray([...ROLE_KINDS], { minLength: 1 }),
      before: fc.array(fc.uniqueArray(id, { minLength: 2, maxLength: 2 }).map(([first = '', second = '']): Pair => [first, second]), { maxLength: 3 }),
      maxWithoutToilet: option(whole(480)),
      travelKind: option(fc.constantFrom('network' as const, 'estimate' as const)),
      route: option(fc.stringMatching(/^s-[a-z0-9]{1,12}$/)),
      besideRoute: fc.boolean(),
    }),
    now: option(fc.record({ group: fc.integer({ min: 0, max: 2 }), at: time, place: option(id), done: fc.uniqueArray(id, { maxLength: 3 }), lunch: fc.boolean() })),
    order: option(fc.array(fc.uniqueArray(fc.oneof(id, fc.constant(LUNCH), id.map((place) => `${LUNCH}:${place}`)), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })),
  })
  .map(({ question, order, now }) => ({ question, order, now: now && now.group < (order?.length ?? 1) ? now : null, pinned: [...new Set(order?.flat().filter((one) => !isLunch(one)))].slice(0, 2) }));

describe("the teacher's address", () => {
  it('says every view, and is read back as the same', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(decodeStudy(`#${encodeStudy(view, DISPLAY)}`)).toEqual({ view, display: {}, skipped: false });
      }),
    );
  });

  it('leaves out what makes no sense, and says so', () => {
    const { view, skipped } = decodeStudy('#p=5001&g=13&k=0&d=tomorrow&f=25:00&m=rocket&s=200,10,x&o=p-1,p 2&y=p-1,%20&st=p-1:0&t=magic');
    expect(view).toEqual(FIRST_VIEW);
    expect(skipped).toBe(true);
  });

  it.each([
    'x=2', 'ro=venue.castle', 'ro=', 'be=p-1', 'be=p-1:p-1', 'be=p-1:p-2:p-3', 'be=p 1:p-2', 'lt=481', 'lt=0', 'tk=rocket',
    'i=0;11:20;p-1;;', 'i=13;11:20;p-1;;', 'i=1;25:00;p-1;;', 'i=1;11:20;p 1;;', 'i=1;11:20;p-1;p 2;', 'i=1;11:20;p-1;;2', 'i=1;11:20;p-1;', 'i=2;11:20;p-1;;',
    `be=${Array.from({ length: 101 }, (_, n) => `p-${n}:q-${n}`).join(',')}`,
    `i=1;11:20;;${Array.from({ length: 301 }, (_, n) => `p-${n}`).join(',')};`,
  ])('leaves out what is out of bounds: %s', (fragment) => {
    expect(decodeStudy(`#${fragment}`)).toMatchObject({ view: FIRST_VIEW, skipped: true });
  });

  it('pins nothing that is not in the sequence', () => {
    expect(decodeStudy('#o=p-1,lunch,p-2&z=p-2,p-9').view.pinned).toEqual(['p-2']);
  });

  it('has no field in which a name of a person would fit: what is not known is not kept', () => {
    expect(encodeStudy(decodeStudy('#s=p-1&pupil=某某&teacher=某某&name=某某').view, DISPLAY)).toBe('s=p-1');
  });
});

describe('the question', () => {
  it('is none without a school or a day', () => {
    expect(studyBody(FIRST_QUESTION)).toBeNull();
    expect(studyBody({ ...FIRST_QUESTION, school: { place: 'p-1' } })).toBeNull();
  });

  it('leaves to the server what the teacher left out', () => {
    expect(studyBody({ ...FIRST_QUESTION, school: { place: 'p-1' }, date: '2026-12-03' })).toEqual({ school: { place: 'p-1' }, date: '2026-12-03', pupils: 45, mode: 'coach' });
  });

  it('names the route of the library, and other places beside it only where there is one', () => {
    const asked = { ...FIRST_QUESTION, school: { place: 'p-1' }, date: '2026-12-03', besideRoute: true };
    expect(studyBody(asked)).not.toHaveProperty('beside_route');
    expect(studyBody({ ...asked, route: 's-1' })).toMatchObject({ study_route: 's-1', beside_route: true });
    expect(studyBody({ ...asked, route: 's-1', besideRoute: false })).not.toHaveProperty('beside_route');
  });

  it('says that there is no lunch by null, and metres on foot only of those who walk', () => {
    const asked = { ...FIRST_QUESTION, school: { name: '点', at: [119.4, 32.4] as [number, number] }, date: '2026-12-03', lunch: 'none' as const, maxWalk: 3000 };
    expect(studyBody(asked)).toMatchObject({ school: { name: '点', lon: 119.4, lat: 32.4 }, lunch: null });
    expect(studyBody(asked)).not.toHaveProperty('max_walk_m');
    expect(studyBody({ ...asked, travel: 'walk', lunch: 'stops' })).toMatchObject({ max_walk_m: 3000, lunch: { at: 'stops' } });
  });

  it('says the wishes beyond the usual, and kinds of places only where they are not the usual ones', () => {
    const asked = { ...FIRST_QUESTION, school: { place: 'p-1' }, date: '2026-12-03' };
    expect(studyBody({ ...asked, rain: true, before: [['p-2', 'p-3']], maxWithoutToilet: 90, travelKind: 'estimate' })).toMatchObject({ rain: true, before: [['p-2', 'p-3']], max_without_toilet_minutes: 90, kind: 'estimate' });
    expect(studyBody(asked)).not.toHaveProperty('roles');
    expect(studyBody({ ...asked, roles: toggledRoles(asked, 'heritage') })).toMatchObject({ roles: ['venue', 'practice_centre'] });
  });

  it('always has a kind of place, and taking one twice changes nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ROLE_KINDS)), fc.constantFrom(...ROLE_KINDS), (kinds, kind) => {
        const question = kinds.reduce((asked, one) => ({ ...asked, roles: toggledRoles(asked, one) }), FIRST_QUESTION);
        expect(question.roles.length).toBeGreaterThan(0);
        const once = { ...question, roles: toggledRoles(question, kind) };
        if (once.roles !== question.roles) expect(toggledRoles(once, kind)).toEqual(question.roles);
      }),
    );
    expect(toggledRoles({ ...FIRST_QUESTION, roles: ['venue'] }, 'venue')).toEqual(['venue']);
    expect(toggledRoles({ ...FIRST_QUESTION, roles: toggledRoles(FIRST_QUESTION, 'school') }, 'school')).toEqual(USUAL_ROLES);
  });

  it('has no place that must be seen and is not to be', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(wanted, unwanted, undecided), fc.constantFrom('p-1', 'p-2', 'p-3'))), (steps) => {
        const { must, not } = steps.reduce((question, [step, place]) => step(question, place), FIRST_QUESTION);
        expect(must.filter((place) => not.includes(place))).toEqual([]);
        expect(new Set([...must, ...not]).size).toBe(must.length + not.length);
      }),
    );
  });
});

describe('the default day', () => {
  const days = Array.from({ length: 30 }, (_, index) => ({ ...THURSDAY, date: plusDays('2026-12-01', index) }));

  it('is the first Thursday with school', () => {
    expect(nextThursday(days, '2026-11-29')).toBe('2026-12-03');
    expect(nextThursday(days, '2026-11-30'), 'there is not time enough').toBe('2026-12-10');
    const withoutFirst = days.map((day) => (day.date === '2026-12-03' ? { ...day, school_day: false } : day));
    expect(nextThursday(withoutFirst, '2026-11-29')).toBe('2026-12-10');
  });

  it('is a Thursday where no school year is known', () => {
    const found = nextThursday(days.map((day) => ({ ...day, school_day: null })), '2026-11-29');
    expect(found && weekday(found)).toBe(3);
    expect(nextThursday([], '2026-11-29')).toBeNull();
  });
});

describe('a sequence', () => {
  const plan = planOf(groupOf([{ place: 'p-1', travel: 10, stay: 45 }, { place: 'p-1', travel: 0, stay: 40, what: 'lunch' }, { place: 'p-2', travel: 10, stay: 45 }]), groupOf([{ place: 'p-2', travel: 10, stay: 45 }]));

  it('is taken from a plan, lunch by its word and its place', () => {
    expect(orderOf(plan)).toEqual([['p-1', 'lunch:p-1', 'p-2'], ['p-2']]);
  });

  it('keeps everything when a stop moves, and the other groups as they are; lunch may then be elsewhere', () => {
    expect(moved(orderOf(plan), 0, 2, 0)).toEqual([['p-2', 'p-1', LUNCH], ['p-2']]);
    fc.assert(
      fc.property(fc.integer({ min: -2, max: 5 }), fc.integer({ min: -2, max: 5 }), (from, to) => {
        const found = moved(orderOf(plan), 0, from, to);
        const plain = (sequence: readonly string[] = []) => sequence.map((stop) => (isLunch(stop) ? LUNCH : stop)).toSorted();
        expect(plain(found[0])).toEqual(plain(orderOf(plan)[0]));
        expect(found[1]).toEqual(['p-2']);
      }),
    );
  });

  it('loses a place in every group', () => {
    expect(withoutPlace(orderOf(plan), 'p-2')).toEqual([['p-1', LUNCH], []]);
  });
});

describe('a time of day', () => {
  it('goes there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), (minutes) => {
        expect(minutesOf(timeOf(minutes))).toBe(minutes);
      }),
    );
  });

  it('may be past midnight in an arrangement, and not in a question', () => {
    expect(minutesOf('25:10')).toBe(1510);
    expect([isTime('25:10'), isTime('23:59'), isTime('8:30'), isTime('08:60')]).toEqual([false, true, false, false]);
  });
});
