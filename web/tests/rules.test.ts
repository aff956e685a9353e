import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Notice } from '../src/edit/fact-values';
import { canonical, type Provenance } from '../src/edit/feature';
import { textOf } from '../src/edit/fact-text';
import { applied, draftOf, troublesOf, withValue } from '../src/edit/place/draft';
import { contradictions, newNotice, noticesOf, onlyIn, standing, withNotice, withNoticeSource, type WrittenNotice } from '../src/edit/place/notice';
import { BOUNDS, numberOf, slotsOf, slotsText, wayOf, withPart, withWay, type NumberPart } from '../src/edit/place/parts';
import { aFeature } from './edit-samples';

const two = (value: number): string => String(value).padStart(2, '0');
const clock = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([hour, minute]) => `${two(hour)}:${two(minute)}`);

describe('a number of a rule', () => {
  it('is read within its bounds and else stays as it was typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(BOUNDS) as NumberPart[])), fc.integer({ min: -5, max: 20_000 }), (part, value) => {
        const [least, most] = BOUNDS[part];
        expect(numberOf(String(value), part)).toBe(value >= least && value <= most ? value : String(value));
      }),
    );
    expect([numberOf('', 'lead_days'), numberOf('三十', 'last_admission_minutes'), numberOf('1.5', 'min_age')]).toEqual([undefined, '三十', '1.5']);
  });
});

describe('slots', () => {
  it('are written and read again as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ from: clock, to: clock }), { minLength: 1, maxLength: 6 }), fc.boolean(), (slots, isDone) => {
        expect(slotsOf(slotsText(slots), isDone)).toEqual(slots);
      }),
    );
  });

  it.each([
    ['9:00-11:00', { from: '09:00', to: '11:00' }],
    [' 09：00 — 11：00 ', { from: '09:00', to: '11:00' }],
    ['9:00至11:00', { from: '09:00', to: '11:00' }],
    ['22:00-24:00', { from: '22:00', to: '24:00' }],
    ['25:00-26:00', '25:00-26:00'],
    ['上午', '上午'],
  ])('written as %s are put in order when the field is left', (text, slot) => {
    expect(slotsOf(text, true)).toEqual([slot]);
  });

  it('stay as they are typed, to the last blank line, until the field is left', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (text) => {
        expect(slotsText(slotsOf(text, false))).toBe(text);
      }),
    );
    expect(slotsOf('\n\n', true)).toBeUndefined();
  });
});

it('how one books is chosen in one step, and leaves the rest of the booking alone', () => {
  const booking = { required: true, walk_in: true, lead_days: 1 };
  expect(wayOf(booking)).toBe('walk_in');
  expect(withWay(booking, 'required')).toEqual({ required: true, walk_in: false, lead_days: 1 });
  expect(wayOf(withWay(booking, 'none') as typeof booking)).toBe('none');
  expect(withPart(booking, 'lead_days', undefined)).toEqual({ required: true, walk_in: true });
});

const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-02-${two(date)}`);
const notice: fc.Arbitrary<Notice> = fc
  .record({ from: day, length: fc.option(fc.integer({ min: 0, max: 9 })), issued_on: day, hours: fc.constantFrom('off', '10:00-16:00') })
  .map(({ from, length, ...rest }) => ({ from, ...rest, ...(length === null ? {} : { to: new Date(Date.parse(`${from}T00:00Z`) + length * 86_400_000).toISOString().slice(0, 10) }) }));
const entries = fc.array(notice, { maxLength: 5 }).map((list) => list.map((value): WrittenNotice => ({ value, source: 'osm' })));

/** What counts on a day, told by looking at each notice in turn. */
function counting(list: readonly WrittenNotice[], on: string): number[] {
  const about = list.map((_, i) => i).filter((i) => list[i]!.value.from <= on && (list[i]!.value.to ?? '9') >= on);
  return about.sort((a, b) => list[a]!.value.issued_on.localeCompare(list[b]!.value.issued_on) || a - b);
}

describe('notices', () => {
  it('contradict each other exactly where some day has two with other hours, and the one that counts is named second', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const days = Array.from({ length: 45 }, (_, i) => new Date(Date.UTC(2026, 1, 1 + i)).toISOString().slice(0, 10));
        const expected = new Set(
          days.flatMap((on) => {
            const order = counting(list, on);
            return order.flatMap((low, i) => order.slice(i + 1).filter((high) => list[low]!.value.hours !== list[high]!.value.hours).map((high) => `${low} ${high}`));
          }),
        );
        expect(new Set(contradictions(list).map((pair) => pair.join(' ')))).toEqual(expected);
      }),
    );
  });

  it('that begin nowhere yet contradict none', () => {
    expect(contradictions([{ value: { from: '', issued_on: '2026-02-01', hours: 'off' }, source: 'editors' }, { value: { from: '2026-02-01', issued_on: '2026-02-01', hours: '10:00-16:00' }, source: 'editors' }])).toEqual([]);
  });

  const checked = (source: string): Provenance => ({ source, checked_on: '2026-11-25', checked_by: '市文旅局' });
  const was: WrittenNotice[] = [{ value: { from: '2026-02-01', issued_on: '2026-01-20', hours: 'off', text: '检修' }, source: 'osm' }];

  it('that are changed are somebody’s own word, checked when they are sent; the others stay as they were', () => {
    const list = withNotice([...was, newNotice('2026-03-01', 'editors')], 1, { to: '2026-03-09' }, was, 'editors');
    expect(standing(list, checked)).toEqual([was[0], { value: { from: '2026-03-01', to: '2026-03-09', issued_on: '2026-03-01', hours: 'off' }, ...checked('editors') }]);
    const sourced = withNoticeSource(list, 1, 'stats');
    expect(standing(withNotice(sourced, 1, { text: '换展' }, was, 'editors'), checked)[1]).toMatchObject({ source: 'stats', value: { text: '换展' } });
  });

  it('that say again what they said are the old ones again', () => {
    const changed = withNotice(was, 0, { text: '' }, was, 'editors');
    expect(changed[0]).toEqual({ value: { from: '2026-02-01', issued_on: '2026-01-20', hours: 'off' }, source: 'editors', isWritten: true });
    expect(withNotice(changed, 0, { text: '检修' }, was, 'editors')).toEqual(was);
  });

  it('are told by what goes and what comes', () => {
    const [before, after] = [was, [...was, newNotice('2026-03-01', 'editors')]].map((value) => ({ name: 'notices' as const, role: 'r-1', value, provenance: null }));
    expect(onlyIn(after!, before!)).toHaveLength(1);
    expect(onlyIn(before!, after!)).toEqual([]);
    expect(noticesOf(null)).toEqual([]);
  });
});

const place = { ...aFeature('p-1', '市图书馆', [{ id: 'r-1', kind: 'venue', claim: { source: 'osm' }, notices: [{ value: { from: '2026-02-01', issued_on: '2026-01-20', hours: 'off' }, source: 'osm' }] }]) };
const base = draftOf({ feature: place, revision: 1 });

describe('a draft of rules', () => {
  it('knows what of them cannot be sent, by its field', () => {
    const rules: [string, unknown][] = [
      ['r-1/admission', { last_admission_minutes: '半小时' }],
      ['r-1/booking', { required: true, slots: [{ from: '09:00', to: '11:00' }, '上午'], lead_days: 1 }],
      ['r-1/notices', [{ value: { from: '', to: '', issued_on: '', hours: ' ' }, source: 'editors' }, { value: { from: '2026-02-02', to: '2026-02-01', issued_on: '2026-02-01', hours: 'off' }, source: 'editors' }]],
    ];
    const draft = rules.reduce((one, [path, value]) => withValue(one, path, value, 'editors'), base);
    expect(Object.fromEntries(troublesOf(draft))).toEqual({
      'r-1/admission:last_admission_minutes': 'bounds',
      'r-1/booking:slots': 'slots',
      'r-1/notices:0.from': 'day',
      'r-1/notices:0.hours': 'hours',
      'r-1/notices:0.issued_on': 'day',
      'r-1/notices:1.to': 'order',
    });
    // What is half written is in the list of changes too.
    for (const { name, role, value } of [{ name: 'booking' as const, role: 'r-1', value: rules[1]![1] }]) expect(textOf({ name, role, value, provenance: null }, 'zh')).toContain('9:00–11:00');
  });

  it('leaves alone what it knows nothing of: other members of the place and of its roles', () => {
    const [role] = place.properties.roles;
    const activities = [{ id: 'a-1', title: '讲座' }];
    const fuller = { ...place, foreign: 1, properties: { ...place.properties, activities, courses: [], roles: [{ ...role!, unheard_of: { value: 1 } }] } };
    const draft = withValue(withValue(draftOf({ feature: fuller, revision: 1 }), 'r-1/admission', { last_admission_minutes: 30 }, 'editors'), 'name', '新馆', 'editors');
    const shall = applied(draft, (source) => ({ source }), 'editors');
    const expected = { ...fuller, properties: { ...fuller.properties, name: '新馆', name_source: { source: 'editors' }, roles: [{ ...fuller.properties.roles[0], admission: { value: { last_admission_minutes: 30 }, source: 'editors' } }] } };
    expect(canonical(shall)).toBe(canonical(expected));
  });
});

describe('rules in words', () => {
  const fact = (name: 'admission' | 'notices', value: unknown) => ({ name, role: 'r-1', value, provenance: null });

  it('say what families are told', () => {
    expect(textOf(fact('admission', { last_admission_minutes: 30, follows: 'school_days' }), 'zh')).toBe('关门前 30 分钟停止入馆，随上学日开放');
    expect(textOf(fact('admission', { last_admission_minutes: '半小时' }), 'zh')).toBe('（没有）');
    expect(textOf(fact('notices', noticesOf(null)), 'en')).toBe('(nothing)');
    expect(textOf(fact('notices', [newNotice('2026-02-01', 'editors'), { value: { from: '2026-03-01', issued_on: '2026-02-01', hours: '10:00-16:00', text: '换展' }, source: 'osm' }]), 'zh')).toBe(
      '2026年2月1日 不开放；2026年3月1日起，恢复时间另行通知 每天 10:00–16:00（换展）',
    );
  });
});
