import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Fault, Stop } from '../src/study/answer';
import { bendsOf, legsOf, linesIn, marksOf, type Start } from '../src/study/map/drawn';
import { FIRST_QUESTION } from '../src/study/question';
import { droppedAt } from '../src/components/dragging';
import { hoursOf, piecesOf, placesVisited, visitMinutes } from '../src/study/timeline';
import { minutesOf, timeOf } from '../src/study/times';
import { assumedInWords } from '../src/study/words/assumed';
import { changed, changeInWords } from '../src/study/words/change';
import { kindOfDay } from '../src/study/words/day';
import { dayFaultInWords, faultsAt, faultsOfDay } from '../src/study/words/fault';
import { mayBeWanted, reasonInWords } from '../src/study/words/reason';
import { legInWords } from '../src/study/words/spans';
import { bookingInWords, hoursInWords, toAsk } from '../src/study/words/stop';
import { groupOf, leg, legAlong, planOf, stopOf, THURSDAY } from './study-answers';

const steps = fc.array(fc.record({ place: fc.constantFrom('p-1', 'p-2', 'p-3', 'p-4'), travel: fc.integer({ min: 0, max: 90 }), wait: fc.integer({ min: 0, max: 60 }), stay: fc.integer({ min: 1, max: 120 }) }), { maxLength: 6 });

describe('the timeline', () => {
  it('has no gap and no overlap from leaving until one must be back', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 600, max: 1400 }), (of, home, backBy) => {
        const group = groupOf(of, { home, backBy: timeOf(backBy) });
        const pieces = piecesOf(group, backBy).filter(({ what }) => what !== 'late');
        expect(pieces[0]?.from ?? minutesOf(group.leave)).toBe(minutesOf(group.leave));
        pieces.slice(1).forEach((piece, index) => expect(piece.from).toBe(pieces[index]?.to));
        expect(pieces.every(({ from, to }) => to > from)).toBe(true);
        const end = pieces.at(-1)?.to ?? minutesOf(group.leave);
        expect(end).toBe(Math.max(minutesOf(group.back), backBy > minutesOf(group.back) ? backBy : 0));
      }),
    );
  });

  it('draws what is late from the time by which they must be back', () => {
    const group = groupOf([{ place: 'p-1', travel: 60, stay: 400 }], { leave: '09:00' });
    expect(piecesOf(group, minutesOf('16:00')).at(-1)).toEqual({ what: 'late', from: minutesOf('16:00'), to: minutesOf(group.back) });
  });

  it('holds the days of all groups', () => {
    const groups = [groupOf([{ place: 'p-1', travel: 10, stay: 60 }]), groupOf([{ place: 'p-2', travel: 10, stay: 500 }], { leave: '07:50' })];
    expect(hoursOf(groups, minutesOf('16:00'))).toEqual({ from: 7 * 60, to: 17 * 60 });
  });

  it('counts places once, and minutes in them without lunch', () => {
    const one = groupOf([{ place: 'p-1', travel: 10, stay: 45 }, { place: 'p-1', travel: 0, stay: 40, what: 'lunch' }]);
    expect([placesVisited([one, one]), visitMinutes(one)]).toEqual([1, 45]);
  });

  it('puts a dragged stop before the first whose middle is below it', () => {
    const middles = [10, 30, 50, 70];
    expect([droppedAt(middles, 0, 40), droppedAt(middles, 0, 5), droppedAt(middles, 3, 0), droppedAt(middles, 1, 99)]).toEqual([1, 0, 0, 3]);
  });
});

describe('the map', () => {
  it('has the numbers of the timeline, those of one spot together', () => {
    fc.assert(
      fc.property(steps, (of) => {
        const group = groupOf(of);
        const marks = marksOf(planOf(group), 0);
        expect(marks.flatMap(({ numbers }) => numbers).toSorted((a, b) => a - b)).toEqual(group.stops.map(({ n }) => n));
        const drawn = piecesOf(group, 0).flatMap((piece) => (piece.what === 'stop' ? [piece.stop.n] : []));
        expect(drawn).toEqual(group.stops.map(({ n }) => n));
      }),
    );
  });

  it('says of a spot where one only has lunch that nothing is visited there', () => {
    const plan = planOf(groupOf([{ place: 'p-1', travel: 10, stay: 40, what: 'lunch' }, { place: 'p-2', travel: 10, stay: 40 }]));
    expect(marksOf(plan, 0).map(({ place }) => place)).toEqual([null, 'p-2']);
  });

  /** Round a corner, to the first stop and home. */
  const corner: [number, number][] = [[119.4, 32.39], [119.43, 32.39], [119.43, 32.4]];

  it('draws a leg to each stop and home, straight where it has no line of its own, and none on the spot', () => {
    const group = groupOf([{ place: 'p-1', travel: 10, stay: 45 }, { place: 'p-2', travel: 10, stay: 45 }]);
    const [first, second] = group.stops as [Stop, Stop];
    const plan = planOf({ ...group, stops: [first, { ...second, lon: first.lon, lat: first.lat }], home: legAlong(5, corner) });
    const { features } = legsOf(plan, [119.4, 32.39], 0);
    expect(features.map(({ properties }) => properties)).toEqual([
      { front: true, straight: true },
      { front: true, straight: false },
    ]);
    expect(features.map(({ geometry }) => geometry.coordinates)).toEqual([[[119.4, 32.39], [first.lon, first.lat]], corner]);
  });

  it('draws a leg that the streets have no way for straight, and says that there are both', () => {
    const group = groupOf([{ place: 'p-1', travel: 10, stay: 45 }]);
    const along = { ...group, stops: group.stops.map((stop) => ({ ...stop, leg: legAlong(10, corner) })), home: legAlong(10, corner) };
    expect(linesIn(planOf(group))).toBe('straight');
    expect(linesIn(planOf(along))).toBe('streets');
    const mixed = planOf({ ...along, home: { ...legAlong(10, null), minutes: null } });
    expect(linesIn(mixed)).toBe('both');
    expect(legsOf(mixed, [119.4, 32.39], 0).features.map(({ properties }) => properties?.['straight'])).toEqual([false, true]);
    const onTheSpot = planOf({ ...along, home: legAlong(0, null) });
    expect(linesIn(onTheSpot)).toBe('streets');
  });

  it('keeps in view where a way swings out', () => {
    const group = groupOf([{ place: 'p-1', travel: 10, stay: 45 }]);
    expect(bendsOf(planOf(group), 0)).toEqual([]);
    expect(bendsOf(planOf({ ...group, home: legAlong(10, corner) }), 0)).toEqual(corner);
    expect(bendsOf(null, 0)).toEqual([]);
  });

  it('draws the first leg of a group that is under way from where it is, and none where that is not known', () => {
    const plan = planOf(groupOf([{ place: 'p-1', travel: 10, stay: 45 }]), groupOf([{ place: 'p-2', travel: 10, stay: 45 }], { group: 1 }));
    const firsts = (start: Start | null) => legsOf(plan, [119.4, 32.39], 1, start).features.map(({ geometry }) => geometry.coordinates[0]);
    const { lon, lat } = stopOf({ n: 1, place: 'p-1' });
    const stop = [lon, lat];
    expect(firsts(null)).toEqual([[119.4, 32.39], stop, [119.4, 32.39], stop]);
    expect(firsts({ group: 1, at: [119.5, 32.5] })).toEqual([[119.4, 32.39], stop, [119.5, 32.5], stop]);
    expect(firsts({ group: 1, at: null })).toEqual([[119.4, 32.39], stop, stop]);
  });

  it('draws the ways between the stops where it is not known where the school is', () => {
    const group = groupOf([{ place: 'p-1', travel: 10, stay: 45 }, { place: 'p-2', travel: 10, stay: 45 }]);
    const [first, second] = group.stops as [Stop, Stop];
    const plan = planOf({ ...group, stops: [first, { ...second, leg: legAlong(5, [[first.lon, first.lat], [second.lon, second.lat]]) }] });
    expect(legsOf(plan, null, 0).features.map(({ properties }) => properties?.['straight'])).toEqual([false]);
  });
});

describe('words', () => {
  it('say the numbers of a reason, and what would have to make way', () => {
    expect(reasonInWords({ reason: 'admits_fewer', numbers: { most: 45, people: 66, groups: 2 } }, {}, 'zh')).toBe('最多容 45 人，现在 66 人，分成 2 组就进得去');
    expect(reasonInWords({ reason: 'back_late', numbers: { late_minutes: 23, back: '16:23', instead_of: 'p-1' } }, { 'p-1': { name: '何园' } }, 'zh')).toBe('排进去会晚 23 分钟返校；换下何园就排得进去');
    expect(reasonInWords({ reason: 'not_for_this_age', numbers: { min_age: 12, max_age: null } }, {}, 'en')).toBe('for ages 12–any only');
  });

  it('offer to insist only where that may help', () => {
    expect((['closed_today', 'no_way', 'below_the_best', 'back_late'] as const).map((reason) => mayBeWanted({ reason }))).toEqual([false, false, true, true]);
  });

  it('name a fault at its stop, and at the end those of the day', () => {
    const group = groupOf([{ place: 'p-1', travel: 10, stay: 45 }, { place: 'p-1', travel: 0, stay: 40, what: 'lunch' }]);
    const [visit, lunch] = group.stops as [Stop, Stop];
    const faults: Fault[] = [
      { group: 0, place: 'p-1', fault: 'closed_today', numbers: {} },
      { group: 1, place: 'p-1', fault: 'closed_today', numbers: {} },
      { group: 0, place: 'p-1', fault: 'closed_then', numbers: { start: lunch.start } },
      { group: null, place: 'p-1', fault: 'too_many_inside', numbers: { at: '09:00', people: 120, most: 60 } },
      { group: 0, place: null, fault: 'back_late', numbers: { back: '16:40', back_by: '16:00' } },
      { group: 0, place: 'p-9', fault: 'must_missing', numbers: {} },
    ];
    expect(faultsAt(faults, 0, visit).map(({ fault }) => fault)).toEqual(['closed_today', 'too_many_inside']);
    expect(faultsAt(faults, 0, lunch).map(({ fault }) => fault)).toEqual(['closed_then']);
    expect(faultsOfDay(faults, 0, group.stops).map((fault) => dayFaultInWords(fault, { 'p-9': { name: '何园' } }, 'zh'))).toEqual(['16:40 才返校，晚于 16:00', '何园：非去不可，却没有去']);
  });

  it('say the smallest changes, each as a part of the question', () => {
    const changes: Change[] = [
      { change: 'leave_earlier', leave_from: '08:10', minutes: 20, score: 1 },
      { change: 'split', groups: 2, score: 1 },
      { change: 'drop_must', places: [{ place: 'p-1', name: '何园', name_en: null }], score: 1 },
      { change: 'without_lunch', score: 1 },
      { change: 'longer_without_toilet', max_without_toilet_minutes: 90, score: 1 },
      { change: 'ask_first', places: [{ place: 'p-2', name: '个园', name_en: null }], score: 1 },
    ];
    const question = { ...FIRST_QUESTION, must: ['p-1', 'p-2'] };
    expect(changes.map((change) => changed(change, question))).toEqual([{ leaveFrom: '08:10' }, { groups: 2 }, { must: ['p-2'] }, { lunch: 'none' }, { maxWithoutToilet: 90 }, { askFirst: true }]);
    expect(changes.slice(0, 3).map((change) => changeInWords(change, 80, 'zh'))).toEqual(['8:10 就出发', '分 2 组，每组约 40 名学生', '不去何园']);
    expect(changeInWords(changes[5]!, 80, 'zh')).toBe('先打电话问个园那天开不开');
  });

  it('leave out what a route of the library asks for by not wanting it', () => {
    const change: Change = { change: 'drop_must', places: [{ place: 'p-1', name: '何园', name_en: null }, { place: 'p-3', name: '个园', name_en: null }], score: 1 };
    expect(changed(change, { ...FIRST_QUESTION, must: ['p-1'], not: ['p-4'], route: 's-1' })).toEqual({ must: [], not: ['p-4', 'p-3'] });
  });

  it('say what was assumed and why, and which field changes it', () => {
    expect(assumedInWords({ what: 'back_by', value: '16:30', why: 'school_out' }, 'zh')).toEqual({ text: '16:30 前返校（放学时间）', field: 'back_by' });
    expect(assumedInWords({ what: 'lunch', value: '40 min, 11:00–13:00', why: 'usual' }, 'en')).toEqual({ text: 'lunch 11:00–13:00, 40 min (as usual)', field: 'lunch' });
    expect(assumedInWords({ what: 'something_new', value: '7', why: 'to_be_checked' }, 'zh')).toEqual({ text: 'something_new 7（待核对）', field: null });
  });

  it('say what kind of day it is, and when the grade is out', () => {
    expect(kindOfDay(THURSDAY, 5, 'zh')).toEqual(['上学日', '小学 16:30 放学', '按示例校历']);
    expect(kindOfDay({ ...THURSDAY, school_day: false, school: 'winter_break', dismissal: [] }, 5, 'zh')).toEqual(['放假中']);
    expect(kindOfDay({ ...THURSDAY, school_day: null, announced: false, dismissal: [] }, 5, 'zh')).toEqual(['是否上学未知', '放假安排尚未公布']);
  });

  it('say of a leg what it measures, and of hours that are not known that they are assumed', () => {
    expect(legInWords(leg(23), 'coach', 'zh')).toBe('乘车约 23 分钟 · 9.2 公里 · 直线估算');
    expect(legInWords({ ...leg(23), distance_m: null, kind: 'network' }, 'walk', 'en')).toBe('about 23 min on foot · along streets');
    expect(legInWords({ minutes: null, distance_m: null, kind: 'estimate', line: null }, 'walk', 'zh')).toMatch(/没有路程/);
    expect(hoursInWords(stopOf({ n: 1, place: 'p-1' }), 'zh')).toBe('8:30–17:00，16:30 停止入馆');
    expect(hoursInWords(stopOf({ n: 1, place: 'p-1', hours_known: false }), 'zh')).toMatch(/未知/);
  });

  it('say what has to be asked before', () => {
    expect(toAsk(stopOf({ n: 1, place: 'p-1', notes: ['capacity_unknown', 'fee_unknown', 'stay_assumed'] }), 'zh')).toBe('去之前先问：容量、收费');
    expect(toAsk(stopOf({ n: 1, place: 'p-1' }), 'zh')).toBeNull();
  });

  it('say until when to book, or that it is too late', () => {
    const booking = { required: true, group_notice_days: 3, book_from: null, book_by: '2026-11-30', too_late: false };
    expect(bookingInWords(stopOf({ n: 1, place: 'p-1', booking }), 'zh')).toBe('须预约，最晚11月30日（周一）约，团体提前 3 天告知');
    expect(bookingInWords(stopOf({ n: 1, place: 'p-1', booking: { ...booking, too_late: true } }), 'zh')).toMatch(/来不及/);
    expect(bookingInWords(stopOf({ n: 1, place: 'p-1', notes: ['booking_unknown'] }), 'zh')).toMatch(/未知/);
  });
});
