/** How far one gets from a point (等时圈): which times are asked for, and what was answered. */
import type { LonLat, TravelMode } from '../api/types';
import type { CoverageAnswer, Isochrones, ScenarioChanges, TravelKind } from './answer';
import type { PlanFailure } from './failure';
import { straightMetres } from './ways';

/** What `GET /isochrone` is asked. */
export interface ReachQuestion {
  at: LonLat;
  mode: TravelMode;
  /** In rising order. */
  minutes: readonly number[];
  kind: TravelKind;
  close: readonly { lon: number; lat: number }[];
}

/** What is known of it; `null` = nothing was asked, or the answer is on its way. */
export interface Reach {
  /** What it answers. */
  key: string;
  areas: Isochrones | null;
  failure: PlanFailure | null;
}

export const NO_REACH: Reach = { key: '', areas: null, failure: null };

/** The threshold and its thirds, to the tenth of a minute, each once. */
export function timesOf(threshold: number): number[] {
  const tenths = [1, 2, 3].map((third) => Math.max(1, Math.round((threshold * 10 * third) / 3)));
  return [...new Set(tenths)].map((tenth) => tenth / 10);
}

/** The areas that belong to an answer: its threshold, its ways, the streets that it has closed. */
export function reachQuestion(at: LonLat, { method, closed }: CoverageAnswer, threshold: number, { close }: ScenarioChanges): ReachQuestion {
  const { mode, kind, max_minutes: minutes } = method;
  return { at, mode, minutes: timesOf(minutes ?? threshold), kind, close: closed.length > 0 ? close : [] };
}

/** Nearer than this a demand point or a site is where the areas begin, metres: an address keeps a metre. */
const SAME_SPOT_M = 3;

/** What stands where the areas begin: a site or a demand point; `null` = neither. */
export function standsAt(answer: CoverageAnswer | null, at: LonLat): string | null {
  if (!answer) return null;
  const { points, sites } = answer;
  const isHere = (lon = 0, lat = 0): boolean => straightMetres(at, [lon, lat]) < SAME_SPOT_M;
  const site = sites.find(({ lon, lat }) => isHere(lon, lat));
  const unit = points.id.findIndex((_, index) => isHere(points.lon[index], points.lat[index]));
  return site?.name ?? points.name[unit] ?? null;
}
