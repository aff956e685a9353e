import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { decodePlan, encodePlan, FIRST_PLAN } from '../src/plan/address';
import type { LonLat } from '../src/api/types';
import type { PointsOfFile } from '../src/api/schema';
import * as api from '../src/plan/api';
import { amountOf } from '../src/plan/own/amount';
import { digestOf } from '../src/plan/own/digest';
import { isList, LIST_ID, listOf } from '../src/plan/own/list';
import { forget, isMissing, list, sent, take } from '../src/plan/own/lists';
import { allKept } from '../src/plan/own/storage';
import { reasonOf } from '../src/plan/own/trouble';
import { coverageQuestion, FIRST_QUESTION } from '../src/plan/question';
import { said } from '../src/i18n/edit/book';
import { ownWords } from '../src/i18n/plan/own';
import { NO_SCENARIO } from '../src/plan/scenario/scenario';

const DAY = '2026-11-28';
const READ: PointsOfFile = {
  name: '各小区',
  format: 'csv',
  datum: 'wgs84',
  is_population: true,
  headers: ['编号', '小区', '经度', '纬度', '人口'],
  columns: { id: '编号', name: '小区', lon: '经度', lat: '纬度', weight: '人口' },
  rows: 3,
  points: [
    { id: 'a', name: '甲', lon: 119.4, lat: 32.4, weight: 1200 },
    { id: 'b', name: '乙', lon: 119.5, lat: 32.5, weight: 34.5 },
  ],
  weight: 1234.5,
  findings: [],
  counts: {},
};

afterEach(() => vi.unstubAllGlobals());

describe('the digest', () => {
  it('is FNV-1a of 64 bits, by the values that its authors publish', () => {
    expect(['', 'a', 'foobar'].map(digestOf)).toEqual(['cbf29ce484222325', 'af63dc4c8601ec8c', '85944171f73967e8']);
  });

  it('is what whole numbers of any size come to', () => {
    const whole = (text: string): bigint =>
      new TextEncoder().encode(text).reduce((hash, byte) => ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn, 0xcbf29ce484222325n);
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => digestOf(text) === whole(text).toString(16).padStart(16, '0')));
  });
});

describe('a list of own points', () => {
  it('has the same id for the same points, whatever the file is called and whenever it is opened', () => {
    const one = listOf(READ, 'demand', true, DAY);
    expect(one.id).toMatch(LIST_ID);
    expect(listOf({ ...READ, name: '别名' }, 'demand', true, '2027-01-01').id).toBe(one.id);
  });

  it('has another id where a point, a weight, what it counts or what it is for is another', () => {
    const [first, second] = READ.points as [PointsOfFile['points'][0], PointsOfFile['points'][0]];
    const ids = [
      listOf(READ, 'demand', true, DAY),
      listOf(READ, 'demand', false, DAY),
      listOf(READ, 'candidates', false, DAY),
      listOf({ ...READ, points: [first, { ...second, weight: 35 }] }, 'demand', true, DAY),
      listOf({ ...READ, points: [first, { ...second, lat: 32.500001 }] }, 'demand', true, DAY),
      listOf({ ...READ, points: [second, first] }, 'demand', true, DAY),
    ].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('counts 1 a point without weights, and nothing of candidates', () => {
    const points = READ.points.map(({ weight: _, ...point }) => point);
    expect(listOf({ ...READ, points }, 'demand', false, DAY).weight).toBe(2);
    expect(listOf(READ, 'candidates', false, DAY)).toMatchObject({ weight: 0, points });
  });

  it('is never called as the village units are, by which answers are told apart', () => {
    expect(listOf({ ...READ, name: 'village_units' }, 'demand', false, DAY).name).not.toBe('village_units');
  });

  it('is said by what it counts', () => {
    expect(amountOf(listOf(READ, 'demand', true, DAY), 'zh')).toBe('2 个点、1,234.5 人');
    expect(amountOf(listOf(READ, 'demand', false, DAY), 'en')).toBe('2 points, weight 1,234.5');
    expect(amountOf(listOf(READ, 'candidates', false, DAY), 'zh')).toBe('2 个点');
  });

  it('is known again from what was kept, and from nothing that is spoilt', () => {
    const kept = listOf(READ, 'demand', true, DAY);
    expect(isList(structuredClone(kept))).toBe(true);
    for (const spoilt of [null, 'x', {}, { ...kept, id: 'own.x' }, { ...kept, points: [] }, { ...kept, points: [{ id: 'a', name: 'b', lon: NaN, lat: 1 }] }, { ...kept, use: 'both' }]) {
      expect(isList(spoilt)).toBe(false);
    }
  });
});

describe('a question', () => {
  it('is sent with the points in place of their id, and keeps the id for itself', async () => {
    const [demand, candidates] = [listOf(READ, 'demand', true, DAY), listOf(READ, 'candidates', false, DAY)];
    await Promise.all([take(demand), take(candidates)]);
    const question = coverageQuestion({ ...FIRST_QUESTION, demand: demand.id }, { minutes: 15 }, NO_SCENARIO);
    expect(question.demand).toBe(demand.id);
    expect(sent(question)).toEqual({ ...question, demand: { name: '各小区', is_population: true, points: demand.points } });
    expect(sent({ ...question, model: 'max_cover', sites: 1, candidates: candidates.id, seconds: 1 })).toMatchObject({ candidates: { points: candidates.points } });
    expect(isMissing(demand.id)).toBe(false);

    await forget(demand.id);
    expect([list(demand.id), isMissing(demand.id), isMissing('village_units'), isMissing(null)]).toEqual([null, true, false, false]);
  });

  it('about village units is sent as it is', () => {
    const question = coverageQuestion(FIRST_QUESTION, { minutes: 15 }, NO_SCENARIO);
    expect(sent(question)).toEqual(question);
  });
});

describe('what a browser that keeps nothing says', () => {
  it('is that, and the page goes on', async () => {
    expect(await take(listOf(READ, 'demand', true, DAY))).toBe(false);
    expect(await allKept()).toEqual([]);
  });
});

describe('the address', () => {
  const { id } = listOf(READ, 'demand', true, DAY);
  const display = { lang: 'zh', theme: 'auto', large: false } as const;

  it('names the list by its digest, and tells nothing of its points: not which was looked at, nor where the map was brought for it', () => {
    const at: LonLat = [119.4392, 32.3945];
    const looked = { unit: 'a', reach: at, camera: { at, zoom: 11 } };
    const fragment = encodePlan({ ...FIRST_PLAN, ...looked, question: { ...FIRST_QUESTION, demand: id } }, display);
    expect(fragment).toBe(`n=venue&d=${id}&t=15`);
    expect(decodePlan(fragment)).toMatchObject({ view: { question: { demand: id }, unit: null }, skipped: false });
  });

  it.each(['d=village_units', 'd=own.', 'd=own.0123', 'd=own.0123456789abcdeg'])('leaves out %s, and says so', (part) => {
    expect(decodePlan(part)).toEqual({ view: FIRST_PLAN, display: {}, skipped: true });
  });
});

describe('a file', () => {
  it('is sent with what it is for, and with a datum and columns only where they are said', async () => {
    const fetched = vi.fn(async (_url: string, _asking: RequestInit) => new Response(JSON.stringify(READ), { headers: { 'content-type': 'application/json' } }));
    vi.stubGlobal('fetch', fetched);
    const file = new File(['lon,lat\n119.4,32.4'], 'points.csv');
    expect(await api.readPoints(file, 'demand', 'auto', {})).toEqual(READ);
    await api.readPoints(file, 'candidates', 'gcj02', { lon: '东', name: '' });
    const forms = fetched.mock.calls.map(([, { body }]) => body as FormData);
    expect(fetched.mock.calls.map(([url]) => url)).toEqual(['/api/v1/planning/points', '/api/v1/planning/points']);
    expect(await Promise.all(forms.map((form) => (form.get('options') as Blob).text()))).toEqual(['{"use":"demand"}', '{"use":"candidates","columns":{"lon":"东","name":""},"datum":"gcj02"}']);
    expect((forms[0]?.get('file') as File).name).toBe('points.csv');
  });
});

describe('a file that is refused', () => {
  it('is so in words of the page for every rule that may refuse one, and in those of the server for any other', () => {
    for (const lang of ['zh', 'en'] as const) {
      const rules = ['unreadable', 'nul', 'entities', 'too-large', 'encoding', 'no-rows', 'no-header', 'columns', 'datum'];
      expect(rules.filter((rule) => reasonOf(rule, said(ownWords, lang)) === '')).toEqual([]);
      expect(['toString', 'new-rule', ''].map((rule) => reasonOf(rule, said(ownWords, lang)))).toEqual(['', '', '']);
    }
  });
});
