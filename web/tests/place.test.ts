import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Feature } from '../src/edit/feature';
import { findingText } from '../src/edit/finding-text';
import { keyOf } from '../src/edit/place/findings';
import { degrees, moved, redone, shifted, undone, way, type Moves } from '../src/edit/place/moves';
import { newRoleId } from '../src/edit/place/role-id';
import { foreignKinds, isInDistricts, mayChange } from '../src/edit/scope';
import { findingWords } from '../src/i18n/edit/findings';

const START: [number, number] = [119.4382, 32.4012];

describe('a move', () => {
  it.each([
    [1, 0, 'e'],
    [0, 1, 'n'],
    [-10, 0, 'w'],
    [0, -10, 's'],
    [30, 30, 'ne'],
    [-30, 30, 'nw'],
    [30, -30, 'se'],
    [-30, -30, 'sw'],
  ] as const)('of %i m east and %i m north goes %s', (east, north, direction) => {
    const { metres, direction: whither } = way(START, shifted(START, east, north));
    expect(whither).toBe(direction);
    // A point is kept to a tenth of a metre.
    expect(Math.abs(metres - Math.hypot(east, north))).toBeLessThan(0.6);
  });

  it('is undone and redone in order, and a new one ends what could be redone', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), { minLength: 1, maxLength: 8 }), (steps) => {
        const first: Moves = { past: [], now: START, future: [] };
        const states = steps.reduce<Moves[]>((all, [east, north]) => [...all, moved(all.at(-1)!, shifted(all.at(-1)!.now, east, north))], [first]);
        let back = states.at(-1)!;
        for (const state of states.slice(0, -1).reverse()) expect((back = undone(back)).now).toEqual(state.now);
        expect(undone(back)).toBe(back);
        for (const state of states.slice(1)) expect((back = redone(back)).now).toEqual(state.now);
        expect(redone(back)).toBe(back);
        expect(moved(undone(back), START).future).toEqual([]);
      }),
    );
  });

  it('is typed in degrees', () => {
    expect([degrees(' 119.4382 ', 180), degrees('-32.4', 90), degrees('119', 180)]).toEqual([119.4382, -32.4, 119]);
    for (const text of ['', '东经119', '119°', '1e2', '181', '119.']) expect(degrees(text, 180)).toBeNull();
    expect(degrees('119.4', 90)).toBeNull();
  });
});

const feature = { properties: { region: '321002001004', roles: [{ id: 'r-a', kind: 'venue' }, { id: 'r-b', kind: 'school' }, { id: 'r-c', kind: 'heritage', status: 'withdrawn' }] } } as Feature;

describe('a finding', () => {
  it.each([
    ['name', 'name'],
    ['name_source.source', 'name'],
    ['aliases[1]', 'aliases'],
    ['position.radius_m', 'position:radius'],
    ['position.precision', 'position:precision'],
    ['geometry.coordinates', 'position'],
    ['place.position.precision', 'position:precision'],
    ['roles[0].hours.value', 'r-a/hours'],
    ['roles[1].contact.value.phone', 'r-b/contact:phone'],
    ['roles[1].contact.value.website', 'r-b/contact:website'],
    ['roles[0].hours.checked_on', 'r-a/hours'],
    ['roles[0].admission.value.last_admission_minutes', 'r-a/admission:last_admission_minutes'],
    ['roles[0].admission.source', 'r-a/admission'],
    ['roles[0].notices', 'r-a/notices'],
    ['place.roles[0].notices[1].value.from', 'r-a/notices'],
    ['roles[1].booking.value.slots', 'r-b/booking:slots'],
    ['roles[1].booking.value.group_min', 'r-b/booking:group_min'],
    ['roles[1].audience.value.min_age', 'r-b/audience:min_age'],
    ['roles[0].kind', 'r-a/claim'],
    ['roles[1].status', 'r-b/role_status'],
    ['roles[9].hours', ''],
    ['roles', ''],
    [null, ''],
  ])('of %s stands at %s', (field, key) => {
    expect(keyOf(field, feature)).toBe(key);
  });

  it.each([
    ['it is empty', 'empty'],
    ['it has 70 characters: "…"', 'tooLong'],
    ['"中文" is not a telephone number', 'phone'],
    ['"Somewhere" is made up and reads like a real name', 'needsRealSource'],
    ['a position from "synthetic" is synthetic', 'examplePosition'],
    ['[119.4, 32.4] lies in 古运河 (water.geojson, feature #3)', 'inWater'],
    ['[121.5, 31.2] is outside the city\'s bbox', 'outsideCity'],
    ['[119.6, 32.4] is 900 m outside 广陵区 (321002)', 'outsideDistrict'],
    ['waiting_station stands only in a school, and this place is none', 'onlyInSchool'],
    ['0 m is not a radius', 'radius'],
    ['2000 minutes is not the length of a visit', 'number'],
    ['the hours are empty', 'hoursEmpty'],
    ['the hours hold a control character, or a space at an end', 'spaces'],
    ['the hours have 300 characters', 'tooLong'],
    ['1500 minutes before closing is never', 'lastAdmission'],
    ['51 notices', 'tooManyNotices'],
    ['a notice ends on 2026-01-01, before it begins on 2026-01-02', 'noticeOrder'],
    ["a notice's text has 201 characters", 'noticeText'],
    ['49 slots a day', 'tooManySlots'],
    ['the slot 11:00 to 09:00 ends before it begins', 'slotOrder'],
    ['a group of nobody', 'group'],
    ['the smallest group, 9, is above the largest, 3', 'group'],
    ['the youngest age, 9, is above the oldest, 3', 'ages'],
    ['it says nothing', 'contactEmpty'],
  ] as const)('“%s” is said in words', (problem, word) => {
    expect(findingText({ problem, mend: '' }, 'zh')).toBe(findingWords.zh[word]);
  });

  it('of an unknown sort is said as the server says it', () => {
    expect(findingText({ problem: 'it sings', mend: 'silence it' }, 'zh')).toBe('it sings: silence it');
  });
});

describe('a person', () => {
  const person = (districts: string[], kinds: string[]) => ({ name: 'li', role: 'editor', csrf_token: '', districts, kinds });

  it('edits in their districts', () => {
    for (const [districts, isIn] of [[[], true], [['321002'], true], [['321003'], false], [['321000'], true], [['321002001'], true]] as const) {
      expect(isInDistricts(person([...districts], []), '321002001004')).toBe(isIn);
    }
  });

  it('edits roles of their kinds, and the place itself only if all that stand are theirs', () => {
    const venues = person([], ['venue']);
    expect(foreignKinds(venues, feature)).toEqual(['school']);
    expect(['name', 'r-a/hours', 'r-b/hours'].map((path) => mayChange(venues, feature, path))).toEqual([false, true, false]);
    expect(mayChange(person([], ['venue', 'school']), feature, 'name')).toBe(true);
    expect(mayChange(person(['321003'], []), feature, 'r-a/hours')).toBe(false);
  });
});

describe('the id of a new role', () => {
  it('is written as the catalog writes its own, and is new each time', () => {
    const ids = Array.from({ length: 200 }, newRoleId);
    for (const id of ids) expect(id).toMatch(/^r-[0-9a-hjkmnp-tv-z]{12}$/);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
