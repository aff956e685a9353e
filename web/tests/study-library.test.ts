import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeRoute } from '../src/edit/route';
import { briefly, extent, gradesOf, isOffered } from '../src/study/library/facts';
import { linesOfRoute, marksOfRoute } from '../src/study/library/drawn';
import type { RouteStop, StudyRoute } from '../src/study/library/answer';
import { MOST_STOPS, prefillFragment, prefillOf, readPrefill, type Prefill } from '../src/study/library/prefill';
import { THEMES } from '../src/study/question';
import { groupOf, planOf } from './study-answers';

const DISPLAY = { lang: 'en', theme: 'dark', large: false } as const;

const stopOf = (n: number, patch: Partial<RouteStop> = {}): RouteStop => ({
  place: `p-${n}`,
  name: `地点${n}`,
  name_en: null,
  status: 'active',
  synthetic: false,
  lon: 119 + n,
  lat: 32.4,
  minutes: 40,
  task: null,
  ...patch,
});

function routeOf(stops: RouteStop[], patch: Partial<StudyRoute['properties']> = {}): StudyRoute {
  const properties = {
    title: '沿运河看漕运',
    title_en: null,
    theme: 'canal' as const,
    subjects: [],
    grades: [4, 5, 6],
    aim: null,
    status: 'active' as const,
    synthetic: true,
    minutes: 80,
    metres: 3210,
    stops,
    provenance: { source: 'synthetic', synthetic: true, checked_on: null, checked_by: null },
    ...patch,
  };
  return { type: 'Feature', id: 's-1', geometry: null, properties };
}

describe('a route on the map', () => {
  const route = routeOf([stopOf(1), stopOf(2, { status: 'withdrawn' }), stopOf(3, { status: 'suspended' })]);

  it('keeps the numbers of its card where a stop is withdrawn, which is not drawn', () => {
    expect(marksOfRoute(route, 'zh').map(({ numbers, place }) => [numbers, place])).toEqual([[[1], 'p-1'], [[3], 'p-3']]);
  });

  it('is drawn by straight lines from one to the next that stands, and says so', () => {
    const [line] = linesOfRoute(route).features;
    expect(line?.geometry.coordinates).toEqual([[120, 32.4], [122, 32.4]]);
    expect(line?.properties).toMatchObject({ straight: true });
  });

  it('has no line where one stop alone stands', () => {
    expect(linesOfRoute(routeOf([stopOf(1), stopOf(2, { status: 'withdrawn' })])).features).toEqual([]);
  });
});

describe('a route in words', () => {
  it('says theme, grades and stops, and nothing of grades that nobody told', () => {
    expect(briefly(routeOf([stopOf(1), stopOf(2)]), 'zh')).toBe('运河 · 四至六年级 · 2 站');
    expect(gradesOf(routeOf([], { grades: [] }), 'zh')).toBe('');
  });

  it('says how long and how far only as far as that is told', () => {
    expect(extent(routeOf([]), 'zh')).toBe('共停留 1 小时 20 分，各站直线相连 3.2 公里');
    expect(extent(routeOf([], { minutes: null, metres: 0 }), 'zh')).toBe('');
  });

  it('is offered while it stands', () => {
    expect((['active', 'suspended', 'withdrawn'] as const).map((status) => isOffered(routeOf([], { status })))).toEqual([true, false, false]);
  });
});

describe('a day that becomes a route', () => {
  it('gives its visits in order, each once, with their minutes, and not where lunch is had', () => {
    const group = groupOf([
      { place: 'p-1', travel: 10, stay: 45 },
      { place: 'p-2', travel: 5, stay: 30, what: 'lunch' },
      { place: 'p-2', travel: 0, stay: 60 },
    ]);
    const stops = [{ place: 'p-1', minutes: 45 }, { place: 'p-2', minutes: 60 }];
    expect(prefillOf(planOf(group), 0, { themes: ['canal', 'history'], grade: 5 })).toEqual({ stops, theme: 'canal', grade: 5 });
  });

  const prefills: fc.Arbitrary<Prefill> = fc.record({
    stops: fc.uniqueArray(fc.record({ place: fc.stringMatching(/^p-[a-z0-9]{1,8}$/), minutes: fc.option(fc.integer({ min: 1, max: 480 }), { nil: null }) }), { selector: ({ place }) => place, maxLength: MOST_STOPS }),
    theme: fc.option(fc.constantFrom(...THEMES), { nil: null }),
    grade: fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }),
  });

  it('is written in a fragment, and read back as the same', () => {
    fc.assert(
      fc.property(prefills, (prefill) => {
        expect(readPrefill(decodeRoute(`#${prefillFragment(prefill, DISPLAY)}`).route.parameters)).toEqual(prefill);
      }),
    );
  });

  it('is read without what makes no sense', () => {
    expect(readPrefill({ stops: 'p-1:45,p 2:30,p-3:999,p-1:50', t: 'magic', grade: '13' })).toEqual({ stops: [{ place: 'p-1', minutes: 50 }, { place: 'p-3', minutes: null }], theme: null, grade: null });
    const many = Array.from({ length: 30 }, (_, index) => `p-${index}`).join(',');
    expect(readPrefill({ stops: many }).stops.length).toBe(MOST_STOPS);
  });
});
