/**
 * Shapes of what the planner's page asks and reads: coverage, siting, and what there is to choose. Minutes have one decimal;
 * `null` = cannot be reached, or not within what was looked at (`horizon_minutes`). Coordinates are WGS-84 degrees.
 */
import type { LonLat, TravelMode } from '../api/types';
import type { RoleKind } from '../roles';

/** The demand set that every city has; points of one's own are known by the id of their list. */
export const VILLAGE_UNITS = 'village_units';

/** A point of the planner's own. */
export interface OwnPoint {
  id: string;
  name: string;
  lon: number;
  lat: number;
  /** Of demand points alone. */
  weight?: number;
}

/** How a way is measured: the straight line times a detour, or along streets. */
export type TravelKind = 'estimate' | 'network';

/** When a site must be open to count. */
export const SLICES = ['any', 'after_school', 'saturday', 'sunday', 'winter_break', 'summer_break'] as const;
export type Slice = (typeof SLICES)[number];

/** What a planner changes on trial. */
export interface ScenarioChanges {
  add: readonly AddedSite[];
  /** Ids of places. */
  remove: readonly string[];
  move: readonly { place: string; lon: number; lat: number }[];
  /** Spots whose nearest stretch of street is closed; only where ways go by streets. */
  close: readonly { lon: number; lat: number }[];
}

export interface AddedSite {
  id: string;
  name: string;
  lon: number;
  lat: number;
  roles: readonly RoleKind[];
}

/** What `POST /coverage` is asked. */
export interface CoverageQuestion {
  /** Id of a demand set, or of a list of one's own points: those are put in its place when it is sent. */
  demand: string;
  /** All needs must be met; a need is met by any of its roles. */
  needs: readonly (readonly RoleKind[])[];
  mode: TravelMode;
  /** One of the two: minutes of travel, or metres in a straight line. */
  max_minutes?: number;
  max_m?: number;
  /** Without it, streets where there are any. */
  kind?: TravelKind;
  slice: Slice;
  /** A district or town; without it, the whole city. */
  region?: string;
  scenario?: ScenarioChanges;
}

export interface MethodNote {
  code: string;
  zh: string;
  en: string;
}

export interface CoverageMethod {
  mode: TravelMode;
  kind: TravelKind;
  max_minutes: number | null;
  max_m: number | null;
  /** What a straight line is multiplied by. */
  detour: number;
  km_h: number;
  slice: { id: Slice; dates: string[]; from?: string | null; to?: string | null };
  data_date: string;
  demand: string;
  is_population: boolean;
  notes: MethodNote[];
  horizon_minutes: number;
}

export interface CoverageSummary {
  points: number;
  weight: number;
  served_weight: number;
  served_share: number;
  perhaps_weight: number;
  perhaps_share: number;
  unserved_points: number;
  across_water_points: number;
  not_located_points: number;
  median_minutes: number | null;
  mean_minutes: number | null;
  p90_minutes: number | null;
  gini: number | null;
}

export interface CoverageRegion {
  code: string;
  parent: string | null;
  level: 'district' | 'town';
  name: string;
  name_en?: string | null;
  points: number;
  weight: number;
  served_weight: number;
  served_share: number;
  perhaps_share: number;
  median_minutes: number | null;
  p90_minutes: number | null;
  centre: LonLat;
}

/** `perhaps`: only by a site whose hours are unknown. `across_water`: only over a lake or river. */
export type PointStatus = 'served' | 'perhaps' | 'across_water' | 'unserved';

/** The demand points, a column a property; all columns are equally long. */
export interface CoveragePoints {
  id: string[];
  name: string[];
  lon: number[];
  lat: number[];
  weight: number[];
  /** Codes of `regions`; `null` = it is not known which. */
  district: (string | null)[];
  town: (string | null)[];
  /** To the farthest of the needs' nearest sites that are known to be open in the slice. */
  minutes: (number | null)[];
  nth_minutes: (number | null)[] | null;
  /** The same with sites whose hours are unknown. */
  perhaps_minutes: (number | null)[];
  /** Index into `sites`; -1 = none. */
  nearest: number[];
  status: PointStatus[];
  access: number[] | null;
  /** `null` = of a point of one's own. */
  precision: (string | null)[];
}

export interface CoverageSite {
  id: string;
  name: string;
  lon: number;
  lat: number;
  roles: RoleKind[];
  added: boolean;
  moved: boolean;
  removed: boolean;
  open: 'yes' | 'no' | 'unknown';
  served_weight: number;
}

/** A stretch of street that a scenario closes, mostly from one crossing to the next. */
export interface ClosedStretch {
  /** Its point nearest to the spot that was asked for. */
  lon: number;
  lat: number;
  line: LonLat[];
  length_m: number;
}

export interface Distribution {
  histogram: { edges_minutes: number[]; weights: number[]; beyond_weight: number };
  quantiles: { q: number; minutes: number | null }[];
  /** From [0, 0] to [1, 1]: share of weight, share of time. */
  lorenz: [number, number][];
  gini: number | null;
}

export interface CoverageAnswer {
  method: CoverageMethod;
  summary: CoverageSummary;
  regions: CoverageRegion[];
  points: CoveragePoints;
  sites: CoverageSite[];
  /** One for each spot of the scenario's `close`, in its order. */
  closed: ClosedStretch[];
  distribution: Distribution;
  access: { method: string; mean: number; gini: number | null; unit: string } | null;
  /** The same by the other way of measuring, where there are streets. */
  other_kind: { kind: TravelKind; served_share: number; median_minutes: number | null } | null;
}

export interface DemandSet {
  id: string;
  name: string;
  name_en: string;
  count: number;
  total_weight: number;
  is_population: boolean;
  weight_note: string;
  weight_note_en: string;
  data_date: string;
}

export interface ThresholdPreset {
  id: string;
  name: string;
  name_en: string;
  mode?: TravelMode | null;
  max_m?: number | null;
  max_minutes?: number | null;
  basis: string;
  basis_en: string;
  /** The basis's own text was read. */
  checked: boolean;
}

/** What `GET /planning` says there is to choose. */
export interface Planning {
  demand_sets: DemandSet[];
  candidate_sets: { id: string; name: string; name_en: string; count: number | null }[];
  /** `null` = ways are estimated from straight lines. */
  streets: { data_date: string | null; attribution: string; modes: TravelMode[] } | null;
  presets: ThresholdPreset[];
  slices: { id: Slice; name: string; name_en: string; dates: string[]; note?: string | null; note_en?: string | null }[];
  travel: { detour: number; walk_km_h: number; cycle_km_h: number; drive_km_h: number };
  water_note: string;
  water_note_en: string;
}

export const SITING_MODELS = ['max_cover', 'capacitated_max_cover', 'set_cover', 'p_median', 'p_center'] as const;
export type SitingModel = (typeof SITING_MODELS)[number];

/** What `POST /siting` is asked. */
export interface SitingQuestion extends CoverageQuestion {
  model: SitingModel;
  sites: number;
  /** As `demand`, of candidates. */
  candidates: string;
  /** With `capacitated_max_cover`: how much weight one site serves at most. */
  capacity?: number;
  /** At most so many seconds are spent on the proof. */
  seconds: number;
}

export interface ProposedSite {
  id: string;
  name: string;
  lon: number;
  lat: number;
  gain_weight: number;
}

export interface Placement {
  chosen: ProposedSite[];
  objective: number;
  objective_before: number;
  bound: number;
  /** `null` = nothing is known of the best yet. */
  gap_percent: number | null;
  proof: 'optimal' | 'within' | 'stopped';
  words_zh: string;
  words_en: string;
}

/** A line of the answer of `POST /siting`. */
export type SitingEvent =
  | { stage: 'times'; done: number }
  | ({ stage: 'fast' } & Placement)
  | { stage: 'bound'; bound: number; gap_percent: number | null; elapsed_ms: number }
  | ({ stage: 'done' } & Placement)
  | { stage: 'failed'; problem: { code: string; detail: string } };

/** A question with the points of lists of one's own in place of their ids. */
export type SentQuestion<Q extends CoverageQuestion> = Omit<Q, 'demand' | 'candidates'> & {
  demand: string | { name: string; is_population: boolean; points: readonly OwnPoint[] };
  candidates?: string | { points: readonly OwnPoint[] };
};

/** What `GET /isochrone` answers: the areas within some times of a point, the longest time first. */
export interface Isochrones {
  type: 'FeatureCollection';
  features: {
    type: 'Feature';
    geometry: { type: 'MultiPolygon'; coordinates: LonLat[][][] };
    properties: { minutes: number; mode: TravelMode; travel_kind: TravelKind; tolerance_m: number };
  }[];
  travel_kind: TravelKind;
}
