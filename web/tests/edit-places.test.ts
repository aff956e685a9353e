import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { applied, planned } from '../src/edit/places/bulk';
import { csv } from '../src/edit/places/csv';
import { checkedToday, pathOf, shown, textAt, withText } from '../src/edit/places/fields';
import { filterOf, pageOf, sortOf, sortText } from '../src/edit/places/filter';
import { NewsKeeper } from '../src/edit/places/news';
import { renewed, rowOf, rowsOf, statusOf, type Row } from '../src/edit/places/rows';
import { isInScope } from '../src/edit/places/scope';
import { sheetLines } from '../src/edit/places/sheet';
import { COLUMNS } from '../src/edit/places/columns';
import { sorted } from '../src/edit/places/sort';
import { edit } from '../src/edit/state';
import { placesWords } from '../src/i18n/edit/places';
import { aFeature, aPlace, aRole, CALENDAR, says } from './edit-samples';

const row = (name: string, role = aRole()): Row => rowOf(aPlace(`p-${name}`, name, [role]), role, CALENDAR);
const names = (rows: readonly Row[]): string[] => rows.map(({ place }) => place.properties.name);
const NOWHERE = filterOf({});
const osm = { source: 'osm' };

beforeAll(() => {
  const source = (synthetic: boolean) => ({ title: '', title_en: '', licence: '', attribution: '', url: null, synthetic });
  edit.set({ city: { sources: { osm: source(false), synthetic: source(true) } } as unknown as NonNullable<typeof edit.state.city> });
});

describe('the filter', () => {
  it('takes what makes sense and leaves out the rest', () => {
    expect(filterOf({ g: '321002', r: 'venue', check: 'stale', q: ' 个园 ', status: 'suspended' })).toEqual({
      region: '321002',
      kind: 'venue',
      check: 'stale',
      name: '个园',
      status: 'suspended',
    });
    expect(filterOf({ g: 'x', r: 'zoo', check: 'maybe', status: 'withdrawn' })).toEqual({ region: '', kind: null, check: null, name: '', status: null });
  });

  it('reads and writes an order', () => {
    expect(sortOf('-hours')).toEqual({ column: 'hours', descending: true });
    expect(sortOf('nonsense')).toEqual({ column: 'name', descending: false });
    for (const column of COLUMNS) expect(sortOf(sortText({ column, descending: true }))).toEqual({ column, descending: true });
  });

  it('keeps to the pages that there are', () => {
    expect(['1', '2', '3', '9', '0', '-1', 'x', undefined].map((text) => pageOf(text, 250, 100))).toEqual([1, 2, 3, 3, 1, 1, 1, 1]);
    expect(pageOf('5', 0, 100)).toBe(1);
  });
});

describe('rows', () => {
  const school = aRole({ id: 'r-s', kind: 'school' });
  const venue = aRole({ id: 'r-v', claim: says('osm', '2020-01-01') });
  const both = aPlace('p-1', '少年宫', [school, venue]);

  it('are one a role of the kind that is chosen', () => {
    expect(rowsOf([both], filterOf({ r: 'venue' }), CALENDAR).map(({ key, more }) => [key, more])).toEqual([['p-1/r-v', 1]]);
  });

  it('are one a place without a kind, by the role that the filter is about', () => {
    expect(rowsOf([both], NOWHERE, CALENDAR).map(({ key }) => key)).toEqual(['p-1/r-s']);
    expect(rowsOf([both], filterOf({ check: 'stale' }), CALENDAR).map(({ key, overdue }) => [key, overdue])).toEqual([['p-1/r-v', ['claim']]]);
  });

  it('hold a place that bears no role', () => {
    const [bare] = rowsOf([aPlace('p-2', '旧址', [])], NOWHERE, CALENDAR);
    expect([bare?.key, bare?.role, bare && pathOf(bare, 'hours')]).toEqual(['p-2', null, null]);
  });

  it('are kept by status', () => {
    const closed = aPlace('p-3', '旧馆', [aRole()], { status: 'suspended' });
    expect(names(rowsOf([both, closed], filterOf({ status: 'suspended' }), CALENDAR))).toEqual(['旧馆']);
  });

  it('stay where they are when their role goes', () => {
    const [first] = rowsOf([both], filterOf({ r: 'venue' }), CALENDAR);
    const now = renewed(first as Row, aPlace('p-1', '少年宫', [school]), CALENDAR);
    expect([now.key, statusOf(now), now.more]).toEqual(['p-1/r-v', 'withdrawn', 1]);
  });
});

describe('the order', () => {
  it('is by pinyin and by number within a name', () => {
    const rows = ['示例小学 10', '个园', '示例小学 9', '博物馆'].map((name) => row(name));
    expect(names(sorted(rows, sortOf('name')))).toEqual(['博物馆', '个园', '示例小学 9', '示例小学 10']);
  });

  it('puts what is not known last in either direction', () => {
    const open = (value: string) => aRole({ hours: { value, source: says('osm') } });
    const rows = [row('甲'), row('乙', open('Tu 09:00-12:00')), row('丙', open('Mo 09:00-12:00'))];
    expect(names(sorted(rows, sortOf('hours')))).toEqual(['丙', '乙', '甲']);
    expect(names(sorted(rows, sortOf('-hours')))).toEqual(['乙', '丙', '甲']);
  });

  it('leaves equal rows as they came, in every column', () => {
    const rows = ['一', '二', '三', '四'].map((id) => ({ ...row('同名'), key: id }));
    for (const column of COLUMNS) {
      for (const descending of [false, true]) expect(sorted(rows, { column, descending }).map(({ key }) => key)).toEqual(['一', '二', '三', '四']);
    }
  });
});

describe('a cell', () => {
  const feature = aFeature('p-1', '个园', [
    { id: 'r-1', kind: 'venue', claim: osm, contact: { value: { phone: '0514-1', website: 'https://a.example' }, ...osm } },
    { id: 'r-2', kind: 'school', claim: { source: 'synthetic' } },
  ]);

  it('lays its text into the fact behind it, and says who says so', () => {
    const after = withText(feature, 'r-1/hours', 'hours', 'Mo-Su 09:00-17:00');
    expect(after.properties.roles[0]?.hours).toMatchObject({ value: 'Mo-Su 09:00-17:00', source: 'editors' });
    expect(textAt(after, 'r-1/hours', 'hours')).toBe('Mo-Su 09:00-17:00');
    expect(withText(after, 'r-1/hours', 'hours', '').properties.roles[0]).not.toHaveProperty('hours');
  });

  it('keeps the web page beside a phone', () => {
    expect(withText(feature, 'r-1/contact', 'phone', '').properties.roles[0]?.contact?.value).toEqual({ website: 'https://a.example' });
    expect(withText(feature, 'r-1/contact', 'phone', '0514-2').properties.roles[0]?.contact?.value).toEqual({ phone: '0514-2', website: 'https://a.example' });
  });

  it('says nothing of a fee that is unknown', () => {
    const free = withText(feature, 'r-1/fee', 'fee', 'free');
    expect(textAt(free, 'r-1/fee', 'fee')).toBe('free');
    expect(withText(free, 'r-1/fee', 'fee', 'unknown').properties.roles[0]).not.toHaveProperty('fee');
    expect(textAt(feature, 'r-1/fee', 'fee')).toBe('unknown');
  });

  it('leaves an example its source as long as it is called one', () => {
    const example = { ...feature, properties: { ...feature.properties, name: '示例馆 1', name_source: { source: 'synthetic' } } };
    expect(withText(example, 'name', 'name', '示例馆 2').properties.name_source).toEqual({ source: 'synthetic' });
    expect(withText(example, 'name', 'name', '真馆').properties.name_source.source).toBe('editors');
  });

  it('knows that a role is gone', () => {
    expect(textAt(feature, 'r-9/hours', 'hours')).toBeNull();
  });

  it('takes the place along where a status is that of its only role', () => {
    const one = row('个园');
    expect([pathOf(one, 'status'), pathOf({ ...one, more: 1 }, 'status')]).toEqual(['status', 'r-1/role_status']);
    const paused = row('个园', aRole({ status: 'suspended' }));
    expect([pathOf(paused, 'status'), shown(paused, 'status')]).toEqual(['r-1/role_status', 'suspended']);
  });

  it('marks what is no example as checked, and no more than that', () => {
    const checked = checkedToday(feature, 'r-1');
    expect(checked.properties.roles[0]?.claim).toMatchObject({ source: 'osm', checked_on: expect.stringMatching(/^\d{4}-/) });
    expect(checked.properties.roles[0]?.contact).toMatchObject({ source: 'osm', checked_on: expect.stringMatching(/^\d{4}-/) });
    expect(checkedToday(feature, 'r-2')).toEqual(feature);
  });
});

describe('a change of many', () => {
  const rows = [row('甲'), row('乙', aRole({ fee: 'paid' })), row('丙', aRole({ fee: 'free' })), row('丁')];
  const free = { field: 'fee', value: 'free' } as const;

  it('counts what gives way, what is so already and what cannot take it', () => {
    const bare = rowOf(aPlace('p-戊', '戊', []), null, CALENDAR);
    const plan = planned([...rows, bare], free);
    expect(names(plan.rows)).toEqual(['甲', '乙', '丁']);
    expect(plan).toMatchObject({ before: [['unknown', 2], ['paid', 1]], same: 1, unfit: 1 });
  });

  it('checks only what is no example', () => {
    const example = row('示例馆 1', aRole({ claim: says('synthetic') }));
    expect(planned([row('甲'), example], { field: 'checked' })).toMatchObject({ unfit: 1, same: 0 });
  });

  it('is laid into the place that says what the row shows, and into no other', () => {
    const there = aFeature('p-甲', '甲', [{ id: 'r-1', kind: 'venue', claim: osm }]);
    const other = aFeature('p-甲', '甲', [{ id: 'r-1', kind: 'venue', claim: osm, fee: { value: 'paid', ...osm } }]);
    expect(applied(there, there, rows[0] as Row, free)?.properties.roles[0]?.fee?.value).toBe('free');
    expect(applied(other, other, rows[0] as Row, free)).toBeNull();
  });

  it('of two roles of a place goes into one place', () => {
    const roles = [aRole({ id: 'r-1' }), aRole({ id: 'r-2' })];
    const place = aPlace('p-1', '甲', roles);
    const there = aFeature('p-1', '甲', roles.map(({ id }) => ({ id, kind: 'venue', claim: osm })));
    const once = applied(there, there, rowOf(place, roles[0] ?? null, CALENDAR), free);
    const twice = once && applied(there, once, rowOf(place, roles[1] ?? null, CALENDAR), free);
    expect(twice?.properties.roles.map(({ fee }) => fee?.value)).toEqual(['free', 'free']);
  });
});

describe('an account', () => {
  const school = aRole({ id: 'r-s', kind: 'school' });
  const venue = aRole({ id: 'r-v' });
  const of = rowOf(aPlace('p-1', '少年宫', [venue, school]), venue, CALENDAR);

  it('changes what lies in its districts', () => {
    expect(isInScope({ districts: [], kinds: [] }, of)).toBe(true);
    expect(isInScope({ districts: ['321002'], kinds: [] }, of, 'name')).toBe(true);
    expect(isInScope({ districts: ['321003'], kinds: [] }, of)).toBe(false);
  });

  it('changes its kinds, and a place only if all its roles are', () => {
    const venues = { districts: [], kinds: ['venue'] };
    expect([isInScope(venues, of, 'hours'), isInScope(venues, of, 'status'), isInScope(venues, of, 'name')]).toEqual([true, true, false]);
    expect(isInScope({ districts: [], kinds: ['venue', 'school'] }, of, 'name')).toBe(true);
    expect(isInScope({ districts: [], kinds: ['school'] }, of)).toBe(false);
  });
});

describe('news of edits', () => {
  it('waits for the change under way, and leaves out the editor’s own', () => {
    const told: number[] = [];
    const keeper = new NewsKeeper(({ revision }) => told.push(revision));
    keeper.hear({ revision: 2, places: [], study_routes: [] });
    keeper.hold();
    keeper.hear({ revision: 3, places: [], study_routes: [] });
    keeper.hear({ revision: 4, places: [], study_routes: [] });
    expect(told).toEqual([2]);
    keeper.release(3);
    expect(told).toEqual([2, 4]);
  });
});

/** Reads CSV as RFC 4180 says. */
function parsed(text: string): string[][] {
  const lines: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') lines.push([]);
    if (end === '') break;
  }
  return lines.slice(0, -1);
}

describe('the file', () => {
  it.each(['=1+1', '+8651487', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('lets no cell run as a formula: %j', (text) => {
    expect(parsed(csv([[text]]).slice(1))).toEqual([[`'${text}`]]);
  });

  it('begins with a byte order mark and gives back what was put in', () => {
    const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r\n＝＋－＠]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (lines) => {
        const text = csv(lines);
        expect(text.startsWith('\ufeff')).toBe(true);
        expect(parsed(text.slice(1))).toEqual(lines);
      }),
    );
  });

  it('says which rows are examples, where all comes from, and as of when', () => {
    const example = row('示例馆 1', aRole({ claim: says('synthetic') }));
    const source = { title: '开放街图', title_en: 'OpenStreetMap', licence: '', attribution: '', url: null, synthetic: false };
    const lines = sheetLines([row('个园'), example], { sources: { osm: source }, dataDate: '2025-02-14' }, 'zh');
    const column = lines[0]?.indexOf('是否示例') ?? -1;
    expect(lines.slice(1, 3).map((line) => line[column])).toEqual(['否', '是']);
    expect(new Set(lines.slice(0, 3).map((line) => line.length)).size).toBe(1);
    expect(lines.at(-1)?.[0]).toMatch(/开放街图.*2025-02-14.*示例/);
  });
});

describe('the words of the table', () => {
  const say = (word: unknown): string => (typeof word === 'function' ? String((word as (...values: unknown[]) => string)(1, '2', '3', '4')) : String(word));

  it('are Chinese without Latin letters, save a key and an example of hours, and with Chinese punctuation', () => {
    for (const word of Object.values(placesWords.zh)) {
      expect(say(word).replace(/Esc|Mo-Fr|PH off/g, '')).not.toMatch(/[A-Za-z]/);
      expect(say(word)).not.toMatch(/[\u4e00-\u9fff][,;:?!]/);
    }
  });

  it('are English without Chinese', () => {
    for (const word of Object.values(placesWords.en)) expect(say(word)).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('are each said somewhere', () => {
    const source = Object.values(import.meta.glob<string>('../src/edit/**/*.ts', { query: '?raw', import: 'default', eager: true })).join('\n');
    expect(Object.keys(placesWords.zh).filter((key) => !source.includes(`e.${key}`) && !source.includes(`'${key}'`) && !source.includes(`).${key}`))).toEqual([]);
  });
});
