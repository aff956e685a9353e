/** Answers of coverage small enough to work out by hand. */
import type { CoverageAnswer, CoverageRegion, PointStatus } from '../src/plan/answer';

/** One demand point: its town (`A1` is of district `A`), minutes, and what differs from a sure way of weight 1. */
export type PointOf = [town: string, minutes: number | null, patch?: { perhaps?: number | null; status?: PointStatus; weight?: number }];

function region(code: string, parent: string | null): CoverageRegion {
  const none = { points: 0, weight: 0, served_weight: 0, served_share: 0, perhaps_share: 0, median_minutes: null, p90_minutes: null };
  return { code, parent, level: parent ? 'town' : 'district', name: `${code}区`, name_en: `District ${code}`, centre: [119.4, 32.4], ...none };
}

/** The answer about these points; a point is `served` within 15 minutes, as `max_minutes` says. */
export function answerOf(points: PointOf[]): CoverageAnswer {
  const towns = [...new Set(points.map(([town]) => town))].sort();
  const districts = [...new Set(towns.map((town) => town.slice(0, 1)))];
  const column = <T>(read: (point: PointOf, index: number) => T): T[] => points.map(read);
  const perhaps = column(([, minutes, patch]) => (patch?.perhaps === undefined ? minutes : patch.perhaps));
  const weight = column(([, , patch]) => patch?.weight ?? 1);
  const status = column(([, minutes, patch], index): PointStatus => {
    if (patch?.status) return patch.status;
    if (minutes !== null && minutes <= 15) return 'served';
    return (perhaps[index] ?? Infinity) <= 15 ? 'perhaps' : 'unserved';
  });
  const sum = weight.reduce((a, b) => a + b, 0);
  return {
    method: {
      mode: 'walk',
      kind: 'estimate',
      max_minutes: 15,
      max_m: null,
      detour: 1.35,
      km_h: 4.5,
      slice: { id: 'any', dates: [] },
      data_date: '2025-02-14',
      demand: 'village_units',
      is_population: false,
      notes: [],
      horizon_minutes: 60,
    },
    summary: {
      points: points.length,
      weight: sum,
      served_weight: 0,
      served_share: 0,
      perhaps_weight: 0,
      perhaps_share: 0,
      unserved_points: 0,
      across_water_points: 0,
      not_located_points: 0,
      median_minutes: null,
      mean_minutes: null,
      p90_minutes: null,
      gini: null,
    },
    regions: [...districts.map((code) => region(code, null)), ...towns.map((code) => region(code, code.slice(0, 1)))],
    points: {
      id: column((_, index) => `v${index}`),
      name: column(([town], index) => `${town}村${index}`),
      lon: column((_, index) => 119.4 + index / 100),
      lat: column((_, index) => 32.4 + index / 100),
      weight,
      district: column(([town]) => town.slice(0, 1)),
      town: column(([town]) => town),
      minutes: column(([, minutes]) => minutes),
      nth_minutes: null,
      perhaps_minutes: perhaps,
      nearest: column(([, minutes]) => (minutes === null ? -1 : 0)),
      status,
      access: null,
      precision: column(() => 'osm'),
    },
    sites: [],
    closed: [],
    distribution: { histogram: { edges_minutes: [], weights: [], beyond_weight: 0 }, quantiles: [], lorenz: [], gini: null },
    access: null,
    other_kind: null,
  };
}
