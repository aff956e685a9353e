import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { City } from '../src/api/types';
import { FIRST_PLAN } from '../src/plan/address';
import type { CoverageAnswer, CoverageSite, Planning } from '../src/plan/answer';
import { closedLines, needsInWords, questionInWords, sliceInWords, titleInWords, type ReportContent } from '../src/plan/report/content';
import { creditLine } from '../src/format/credits';
import { fileName } from '../src/plan/report/exports';
import { boundsOf, framed, metresPerPixel } from '../src/print/frame';
import { methodLines } from '../src/plan/report/method';
import { changedSites, mapKey } from '../src/plan/report/print-map';
import { provenBy, type Proposal } from '../src/plan/report/proof';
import { qrOf } from '../src/print/qr';
import { NO_SCENARIO } from '../src/plan/scenario/scenario';
import { answerOf } from './plan-answers';

const planning: Planning = {
  demand_sets: [
    {
      id: 'village_units',
      name: '村居',
      name_en: 'Village units',
      count: 5,
      total_weight: 5,
      is_population: false,
      weight_note: '每个村居算 1，不是人口。',
      weight_note_en: 'Each village unit counts 1; this is not population.',
      data_date: '2025-02-14',
    },
  ],
  candidate_sets: [],
  streets: null,
  presets: [
    { id: 'circle', name: '十五分钟生活圈', name_en: '15-minute circle', mode: 'walk', max_minutes: 15, basis: '某标准。', basis_en: 'some standard', checked: false },
    { id: 'primary', name: '小学', name_en: 'Primary', max_m: 500, basis: '另一标准。', basis_en: 'another', checked: true },
    { id: 'circle', name: '五百米圈', name_en: '500 m circle', max_m: 500, basis: '别的标准。', basis_en: 'a third', checked: false },
  ],
  slices: [],
  travel: { detour: 1.35, walk_km_h: 4.5, cycle_km_h: 13, drive_km_h: 28 },
  water_note: '水面图层较粗。',
  water_note_en: 'The water layer is coarse.',
};

const answer = answerOf([['A1', 5], ['A1', 40], ['A1', 40], ['B1', null, { perhaps: null, status: 'across_water' }]]);

function site(id: string, patch: Partial<CoverageSite>): CoverageSite {
  return { id, name: `点${id}`, lon: 119.4, lat: 32.4, roles: ['venue'], added: false, moved: false, removed: false, open: 'yes', served_weight: 0, ...patch };
}

function content(patch: Partial<ReportContent> = {}): ReportContent {
  const none = { city: null, before: null, metres: null, region: null, scenario: null, placement: null };
  return { lang: 'zh', planning, answer, threshold: 15, needs: [['venue']], link: 'https://map.example/plan.html#m=walk', ...none, ...patch };
}

function withMethod(patch: Partial<CoverageAnswer['method']>): CoverageAnswer {
  return { ...answer, method: { ...answer.method, ...patch } };
}

describe("the report's title", () => {
  it('is the finding', () => {
    expect(titleInWords(content())).toBe('全市 25.0% 的村居，步行 15 分钟内有免费场馆');
    expect(titleInWords(content({ lang: 'en' }))).toBe('In the whole city, 25.0% of the village units are within 15 minutes on foot of free venues');
  });

  it('says what a scenario makes of it', () => {
    const after = answerOf([['A1', 5], ['A1', 10], ['A1', 40], ['B1', null]]);
    const scenario = { ...NO_SCENARIO, name: '加两处' };
    expect(titleInWords(content({ answer: after, before: answer, scenario }))).toBe('全市 25.0% 的村居，步行 15 分钟内有免费场馆；“加两处”之后是 50.0%');
  });

  it('is of the region that was asked about, and of straight metres where those were', () => {
    expect(titleInWords(content({ region: 'A', metres: 500 }))).toBe('A区 25.0% 的村居，直线 500 米内有免费场馆');
  });
});

describe('the question', () => {
  it('names every need, and when they must be open', () => {
    const needs = [['venue', 'heritage'], ['parent_school']] as const;
    expect(needsInWords(needs, 'zh')).toBe('免费场馆或研学资源、家长学校（都要有）');
    expect(questionInWords(content({ needs, answer: withMethod({ slice: { id: 'saturday', dates: ['2026-12-05'], from: '09:00', to: '17:00' } }) }))).toBe(
      '问题：全市哪些村居步行 15 分钟内没有免费场馆或研学资源、家长学校（都要有）？周六要开着（看的是 2026-12-05、09:00–17:00）。',
    );
    expect(sliceInWords(content({ lang: 'en' }))).toBe('Whenever it is open');
  });
});

describe('the method box', () => {
  const textOf = (term: string, patch: Partial<ReportContent> = {}) => methodLines(content(patch)).find((line) => line.term === term)?.text;

  it('says that ways are estimated, and how', () => {
    expect(textOf('路程')).toBe('步行。没有道路数据，按直线距离 × 1.35（绕行系数）、每小时 4.5 公里估算，不是实测的路程。');
    const streets = { data_date: '2026-01-02', attribution: '© OpenStreetMap contributors', modes: [] };
    expect(textOf('路程', { answer: withMethod({ kind: 'network' }), planning: { ...planning, streets } })).toBe('步行。沿道路计算；道路数据 2026-01-02，© OpenStreetMap contributors。');
  });

  it('gives every basis of the threshold and whether its text was checked, or says that it has none', () => {
    expect(textOf('门槛')).toBe('步行 15 分钟内算有服务。依据（原文未核对）：十五分钟生活圈，某标准。');
    expect(textOf('门槛', { metres: 500 })).toBe('直线 500 米内算有服务。依据（原文已核对）：小学，另一标准。依据（原文未核对）：五百米圈，别的标准。');
    expect(textOf('门槛', { threshold: 13 })).toBe('步行 13 分钟内算有服务。这个门槛是自己定的，没有引用标准。');
    expect(textOf('门槛', { answer: withMethod({ mode: 'drive' }) })).toContain('没有引用标准');
  });

  it('says that village units are no population, and how many have no position', () => {
    const some = { ...answer, summary: { ...answer.summary, not_located_points: 7 } };
    expect(textOf('需求点', { answer: some })).toBe('11 个村居中有位置的 4 个。每个村居算 1，不是人口。');
  });

  it('says what else is estimated or unknown, and what lies across water', () => {
    const rough = { ...answer, points: { ...answer.points, precision: ['osm', 'approximate', 'synthetic', 'osm'] }, sites: [site('1', { open: 'unknown' }), site('2', {})] };
    expect(textOf('哪些是估算的', { answer: rough })).toBe('路程是估算的。4 个需求点中 1 个的位置只是约略。4 个需求点中 1 个的位置是编出来的示例。1 处地点的开放时间未知。');
    expect(textOf('隔水')).toBe('1 个需求点离得近但隔着湖或江，不算有服务。水面图层较粗。');
    expect(textOf('哪些是估算的', { answer: withMethod({ kind: 'network' }) })).toBe('没有。');
  });

  it('passes on what the server has noted besides, once', () => {
    const notes = [
      { code: 'estimate', zh: '时间为估算。', en: 'Times are estimates.' },
      { code: 'synthetic_sites', zh: '3 个设施点是示例。', en: '3 sites are examples.' },
    ];
    expect(textOf('还要知道', { answer: withMethod({ notes }) })).toBe('3 个设施点是示例。');
    expect(textOf('还要知道')).toBeUndefined();
  });

  it('puts the other way of measuring beside it where there are streets', () => {
    expect(textOf('另一种算法')).toBeUndefined();
    expect(textOf('另一种算法', { answer: { ...answer, other_kind: { kind: 'estimate', served_share: 0.5, median_minutes: 3 } } })).toBe('按直线估算，有服务的是 50.0%。');
  });
});

describe('the map on paper', () => {
  it('explains the marks that are on it, and no others', () => {
    expect(mapKey(content()).map(({ symbol }) => symbol)).toEqual(['dot-0', 'dot-1', 'dot-2', 'dot-across_water', 'dot-unserved']);
    const trial = { ...answer, sites: [site('1', {}), site('2', { removed: true }), site('3', { added: true })] };
    expect(mapKey(content({ answer: trial })).map(({ symbol }) => symbol).slice(-3)).toEqual(['site', 'added', 'site-removed']);
  });

  it('shows the streets that are closed, and lists them by the numbers that they have on it', () => {
    const stretch = (lon: number, lat: number) => ({ lon, lat, line: [[lon, lat], [lon, lat + 0.1]] as [number, number][], length_m: 124 });
    const trial = { ...answer, closed: [stretch(119.401, 32.4), stretch(119.421, 32.42)] };
    expect(mapKey(content({ answer: trial })).at(-1)).toEqual({ symbol: 'closed', meaning: '方案里封的路' });
    expect(closedLines({ answer: trial, lang: 'zh' })).toEqual(['×1　封路（A1村0附近），长 120 米', '×2　封路（A1村2附近），长 120 米']);
    expect(closedLines({ answer: trial, lang: 'en' })[0]).toBe('×1  Closed street (near A1村0), 120 m long');
    expect(closedLines({ answer, lang: 'zh' })).toEqual([]);
  });

  it('numbers the sites of a scenario, added ones first', () => {
    const trial = { ...answer, sites: [site('m', { moved: true }), site('a', { added: true }), site('x', {}), site('am', { added: true, moved: true })] };
    expect(changedSites({ answer: trial }).map(({ id }) => id)).toEqual(['a', 'am', 'm']);
  });

  it('has every point within its frame, and north up', () => {
    const degrees = fc.tuple(fc.double({ min: -179, max: 179, noNaN: true }), fc.double({ min: -80, max: 80, noNaN: true }));
    fc.assert(
      fc.property(fc.array(degrees, { minLength: 1, maxLength: 8 }), (points) => {
        const bounds = boundsOf(points.map(([lon]) => lon), points.map(([, lat]) => lat));
        if (!bounds) return;
        const { project } = framed(bounds, 860, 840, 36);
        for (const [lon, lat] of points) {
          const [x, y] = project(lon, lat);
          expect(x).toBeGreaterThanOrEqual(36 - 1e-3);
          expect(x).toBeLessThanOrEqual(860 - 36 + 1e-3);
          expect(y).toBeGreaterThanOrEqual(36 - 1e-3);
          expect(y).toBeLessThanOrEqual(840 - 36 + 1e-3);
        }
      }),
    );
    const { project, center } = framed([119, 32, 120, 33], 860, 840, 36);
    expect(project(119.5, 33)[1]).toBeLessThan(project(119.5, 32)[1]);
    const [x, y] = project(...center);
    expect([x, y].map(Math.round)).toEqual([430, 420]);
    expect(boundsOf([], [])).toBeNull();
  });

  it('has a scale: a degree of the equator is about 111 km', () => {
    const { project, zoom } = framed([0, -0.5, 1, 0.5], 860, 840, 36);
    expect(((project(1, 0)[0] - project(0, 0)[0]) * metresPerPixel(0, zoom)) / 1000).toBeCloseTo(111.3, 0);
  });
});

describe('the code that leads back', () => {
  /** Whether a module of the drawn path is dark. */
  function isDark(path: string, x: number, y: number): boolean {
    return [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].some(([, from, row, length]) => Number(row) === y && x >= Number(from) && x < Number(from) + Number(length));
  }

  it('has quiet ground of four modules and the three corner marks', () => {
    const code = qrOf('https://map.example/plan.html#m=walk');
    if (!code) throw new Error('no code');
    const ring = Array.from({ length: code.side }, (_, at) => at);
    expect(ring.some((at) => [0, 1, 2, 3].some((edge) => isDark(code.path, at, edge) || isDark(code.path, edge, at)))).toBe(false);
    const end = code.side - 5;
    for (const [x, y] of [[4, 4], [end, 4], [4, end]] as const) expect(isDark(code.path, x, y)).toBe(true);
    expect(isDark(code.path, 5, 5)).toBe(false);
  });

  it('is left out where the address is too long to be read from paper', () => {
    expect(qrOf(`https://map.example/#${'a'.repeat(2500)}`)).toBeNull();
    expect(qrOf(`https://map.example/#${'a'.repeat(9000)}`)).toBeNull();
  });
});

describe('the proof of a proposal', () => {
  const at = (lon: number) => ({ id: `a${lon}`, name: '新址', lon, lat: 32, roles: ['venue' as const] });
  const chosen = [119.1, 119.2].map((lon) => ({ id: `c${lon}`, name: '村', lon, lat: 32, gain_weight: 3 }));
  const placement = { chosen, objective: 9, objective_before: 3, bound: 9, gap_percent: 0, proof: 'optimal' as const, words_zh: '已证明最优', words_en: 'Proven optimal' };
  const asked = { question: FIRST_PLAN.question, threshold: FIRST_PLAN.threshold, scenario: { ...NO_SCENARIO, add: [at(119)] } };
  const proposal: Proposal = { placement, asked };
  const taken = { ...asked, scenario: { ...asked.scenario, name: '命名了', add: [at(119), at(119.1), at(119.2)] } };

  it('goes with the scenario that has taken the proposed sites', () => {
    expect(provenBy(proposal, taken)).toBe(placement);
  });

  it('does not go with another scenario, nor with another question', () => {
    expect(provenBy(null, taken)).toBeNull();
    expect(provenBy(proposal, asked)).toBeNull();
    expect(provenBy(proposal, { ...taken, threshold: { minutes: 10 } })).toBeNull();
    expect(provenBy(proposal, { ...taken, question: { ...asked.question, mode: 'drive' } })).toBeNull();
    expect(provenBy(proposal, { ...taken, scenario: { ...taken.scenario, remove: ['p-1'] } })).toBeNull();
    expect(provenBy(proposal, { ...taken, scenario: { ...taken.scenario, close: [{ lon: 119, lat: 32 }] } })).toBeNull();
    expect(provenBy(proposal, { ...taken, scenario: { ...taken.scenario, add: [at(119), at(119.1), at(119.3)] } })).toBeNull();
  });
});

describe('the credits of a map', () => {
  const city = (...texts: string[]) => ({ sources: Object.fromEntries(texts.map((attribution, key) => [key, { attribution }])) }) as unknown as City;

  it('name each source once, and streets beside them', () => {
    expect(creditLine(city('© OSM', '国家统计局', '© OSM', ''))).toBe('© OSM · 国家统计局');
    expect(creditLine(city('© OSM', '国家统计局'), '© OSM (ODbL 1.0)')).toBe('国家统计局 · © OSM (ODbL 1.0)');
    expect(creditLine(city('© OSM'), '© OSM')).toBe('© OSM');
  });
});

describe('a file to keep', () => {
  it('is named by what it is and by the day', () => {
    expect(fileName('csv', '2026-11-28', 'zh')).toBe('覆盖-2026-11-28.csv');
    expect(fileName('xlsx', '2026-11-28', 'en')).toBe('coverage-2026-11-28.xlsx');
  });
});
