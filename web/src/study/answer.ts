/**
 * What the server is asked for a day of field study, and says. Times are `HH:MM` of the city, distances metres, points WGS-84
 * degrees.
 */
import type { Day } from '../api/types';
import type { RoleKind } from '../roles';
import type { Theme, Travel } from './question';

export type TravelKind = 'network' | 'estimate';
export const ALTERNATIVES = ['rain', 'no_coach', 'split'] as const;
export type AlternativeKind = (typeof ALTERNATIVES)[number];

export interface StudyBody {
  school: { place: string } | { name: string; lon: number; lat: number };
  date: string;
  leave_from?: string;
  back_by?: string;
  pupils: number;
  adults?: number;
  grade?: number;
  groups?: number;
  mode?: Travel;
  kind?: TravelKind;
  themes?: Theme[];
  words?: string;
  region?: string;
  must?: string[];
  not?: string[];
  stay?: Record<string, number>;
  lunch?: { from?: string; to?: string; minutes?: number; at?: 'anywhere' | 'stops' } | null;
  max_leg_minutes?: number;
  max_walk_m?: number;
  unknown_hours?: 'leave_out' | 'ask_first';
  order?: string[][];
  improve?: boolean;
  pinned?: string[];
  alternatives?: AlternativeKind[];
  seconds?: number;
}

export interface Leg {
  minutes: number;
  distance_m: number | null;
  kind: TravelKind;
}

export interface StudyBooking {
  required: boolean;
  group_notice_days: number | null;
  book_from: string | null;
  /** The last day on which it can be booked. */
  book_by: string | null;
  too_late: boolean;
}

export interface Stop {
  /** Its number on the map, in the timeline and on paper, from 1 in each group. */
  n: number;
  what: 'visit' | 'lunch';
  place: string;
  role: string;
  name: string;
  kind: RoleKind;
  lon: number;
  lat: number;
  precision: string;
  synthetic: boolean;
  arrive: string;
  start: string;
  end: string;
  wait_minutes: number;
  /** The way to it. */
  leg: Leg;
  hours: [string, string][];
  hours_known: boolean;
  last_entry: string | null;
  stay_known: boolean;
  /** How many are let in at once. */
  admits: number | null;
  fee: 'free' | 'paid' | 'unknown';
  booking: StudyBooking;
  phone: string | null;
  fit: string[];
  /** Ids. */
  courses: string[];
  notes: string[];
}

export interface StudyGroup {
  /** From 0. */
  group: number;
  people: number;
  pupils: number;
  adults: number;
  /** In a sequence by hand hours may go past 24. */
  leave: string;
  back: string;
  travel_minutes: number;
  walk_m: number;
  slack_minutes: number;
  stops: Stop[];
  /** The way back. */
  home: Leg;
}

export interface StudyPlan {
  score: number;
  groups: StudyGroup[];
}

export interface Assumed {
  what: string;
  value: string;
  why: 'school_out' | 'usual' | 'to_be_checked';
}

/** Minutes, metres, people, times and ids of places, by their names. */
export type Numbers = Record<string, unknown>;

export interface Fault {
  /** `null` = of several groups together. */
  group: number | null;
  /** `null` = of the day as a whole. */
  place: string | null;
  fault: string;
  numbers: Numbers;
}

export interface LeftOut {
  place: string;
  name: string;
  score: number;
  must: boolean;
  groups: number[];
  reason: string;
  numbers: Numbers;
}

/** A change of the question with which there is a plan; its fields are the question's. */
export type Change = { score: number } & (
  | { change: 'leave_earlier'; leave_from: string; minutes: number }
  | { change: 'come_back_later'; back_by: string; minutes: number }
  | { change: 'longer_leg'; max_leg_minutes: number }
  | { change: 'more_on_foot'; max_walk_m: number }
  | { change: 'longer_without_toilet'; max_without_toilet_minutes: number }
  | { change: 'split'; groups: number }
  | { change: 'without_lunch' }
  | { change: 'drop_must'; places: { place: string; name: string }[] }
);

export interface Alternative {
  alternative: AlternativeKind;
  outcome: 'plan' | 'none' | 'arranged';
  plan: StudyPlan | null;
  left_out: LeftOut[];
}

export interface FieldStudyDay {
  revision: number;
  data_date: string;
  school: { place: string | null; name: string; lon: number; lat: number };
  date: string;
  day: Day;
  leave_from: string;
  back_by: string;
  pupils: number;
  adults: number;
  grade: number | null;
  mode: Travel;
  travel_kind: TravelKind;
  assumed: Assumed[];
  outcome: 'plan' | 'none' | 'arranged';
  plan: StudyPlan | null;
  faults: Fault[];
  left_out: LeftOut[];
  left_out_more: number;
  changes: Change[];
  alternatives: Alternative[];
  synthetic: boolean;
}

/** A line of an answer that comes as it is found; now and then one that says only that the search goes on. */
export type StudyLine = { better: StudyPlan } | { searching: Record<string, never> } | { done: FieldStudyDay } | { failed: { problem: { status?: number; code?: string; detail?: string } } };
