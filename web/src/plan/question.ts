/** What the planner asks: which needs, by which way of travelling, when, and how long a way still counts as served. */
import type { TravelMode } from '../api/types';
import type { RoleKind } from '../roles';
import { VILLAGE_UNITS, type CoverageQuestion, type Planning, type ScenarioChanges, type Slice, type TravelKind } from './answer';
import { isEmpty } from './scenario/scenario';

/** All needs must be met; a need is met by any of its roles. */
export type Needs = readonly (readonly RoleKind[])[];

/** The longest way that counts: minutes of travel, or metres in a straight line. */
export type Threshold = { minutes: number } | { metres: number };

export interface Question {
  /** Id of the list of one's own points whose ways count; `null` = village units. */
  demand: string | null;
  needs: Needs;
  mode: TravelMode;
  slice: Slice;
  /** `null` = streets where there are any. */
  kind: TravelKind | null;
  /** Code of the one district asked about; `null` = the whole city. */
  region: string | null;
}

export const FIRST_QUESTION: Question = { demand: null, needs: [['venue']], mode: 'walk', slice: 'any', kind: null, region: null };
export const FIRST_THRESHOLD: Threshold = { minutes: 15 };

/** The server takes no more needs at once. */
export const MOST_NEEDS = 8;
export const LONGEST_MINUTES = 240;
export const LONGEST_METRES = 50_000;

/** The question as the server takes it. A threshold in metres is of the straight line, so that the estimate answers it. */
export function coverageQuestion({ demand, needs, mode, slice, kind, region }: Question, threshold: Threshold, scenario: ScenarioChanges): CoverageQuestion {
  const inMetres = 'metres' in threshold;
  const measured = inMetres ? 'estimate' : kind;
  return {
    demand: demand ?? VILLAGE_UNITS,
    needs,
    mode,
    ...(inMetres ? { max_m: threshold.metres } : { max_minutes: threshold.minutes }),
    ...(measured ? { kind: measured } : {}),
    slice,
    ...(region ? { region } : {}),
    ...(isEmpty(scenario) ? {} : { scenario: { add: scenario.add, remove: scenario.remove, move: scenario.move, close: scenario.close } }),
  };
}

/** How fast and how much longer than straight a way is. */
export interface Pace {
  detour: number;
  km_h: number;
}

export function paceOf(travel: Planning['travel'], mode: TravelMode): Pace {
  return { detour: travel.detour, km_h: { walk: travel.walk_km_h, cycle: travel.cycle_km_h, drive: travel.drive_km_h }[mode] };
}

/** Minutes that a straight line of so many metres is estimated to take. */
export function minutesOf(metres: number, { detour, km_h }: Pace): number {
  return (metres * detour * 60) / (km_h * 1000);
}

/** The threshold in the minutes of the answer's points. */
export function thresholdMinutes(threshold: Threshold, pace: Pace): number {
  return 'minutes' in threshold ? threshold.minutes : minutesOf(threshold.metres, pace);
}

/** The needs without those that no role meets, and without a role twice in one; never none at all. */
export function tidied(needs: Needs): Needs {
  const kept = needs.map((need) => [...new Set(need)]).filter((need) => need.length > 0).slice(0, MOST_NEEDS);
  return kept.length ? kept : FIRST_QUESTION.needs;
}

/** The needs with a role put into one of them or taken out of it. */
export function toggled(needs: Needs, index: number, kind: RoleKind): Needs {
  return needs.map((need, at) => (at !== index ? need : need.includes(kind) ? need.filter((other) => other !== kind) : [...need, kind]));
}

/** Which roles a new site has: of each need the first. */
export function rolesOfNewSite(needs: Needs): RoleKind[] {
  return [...new Set(needs.flatMap(([first]) => (first ? [first] : [])))];
}
