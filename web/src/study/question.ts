/** What a teacher asks: whose day, when, about what, and within which limits. What is left out the server fills in and tells. */
import type { LonLat } from '../api/types';
import type { StudyBody } from './answer';

export const TRAVELS = ['coach', 'walk', 'cycle'] as const;
export type Travel = (typeof TRAVELS)[number];

export const THEMES = ['canal', 'history', 'revolution', 'science', 'nature', 'craft', 'literature', 'farming', 'architecture'] as const;
export type Theme = (typeof THEMES)[number];

/** Bounds of the numbers, as the server has them. */
export const MOST_PUPILS = 5000;
export const MOST_ADULTS = 1000;
export const MOST_GROUPS = 12;
export const GRADES = 12;
export const MOST_WORDS = 60;
export const MOST_LISTED = 300;
export const LONGEST_STAY = 480;
export const LONGEST_WALK = 100_000;

/** Where the day begins and ends: a place of the map, or a point. */
export type School = { place: string } | { name: string; at: LonLat };

/** Lunch: `none`, or when and where; both ends may be left out. */
export type Lunch = 'none' | 'stops';

export interface StudyQuestion {
  school: School | null;
  /** `null` = the next Thursday with school. */
  date: string | null;
  /** `HH:MM`; `null` = left to the server, which says what it assumed. So are all that follow. */
  leaveFrom: string | null;
  backBy: string | null;
  pupils: number;
  adults: number | null;
  grade: number | null;
  groups: number | null;
  travel: Travel;
  themes: readonly Theme[];
  /** Sought in names and courses. */
  words: string;
  /** Code of the one district asked about. */
  region: string | null;
  /** Ids of places. */
  must: readonly string[];
  not: readonly string[];
  /** Minutes by id of a place. */
  stay: Readonly<Record<string, number>>;
  lunch: Lunch | null;
  maxLeg: number | null;
  maxWalk: number | null;
  /** Places of unknown hours count, and are rung first. */
  askFirst: boolean;
  /** Id of the route of the library that the day goes by. */
  route: string | null;
  /** Other places may fill the rest of a day by a route. */
  besideRoute: boolean;
}

export const FIRST_QUESTION: StudyQuestion = {
  school: null,
  date: null,
  leaveFrom: null,
  backBy: null,
  pupils: 45,
  adults: null,
  grade: null,
  groups: null,
  travel: 'coach',
  themes: [],
  words: '',
  region: null,
  must: [],
  not: [],
  stay: {},
  lunch: null,
  maxLeg: null,
  maxWalk: null,
  askFirst: false,
  route: null,
  besideRoute: false,
};

/** A sequence of place ids for each group, and of lunches (`order.ts`). */
export type Order = readonly (readonly string[])[];

/** The question as the server takes it; `null` while something is missing. */
export function studyBody(question: StudyQuestion): StudyBody | null {
  const { school, date } = question;
  if (!school || !date) return null;
  const words = question.words.trim();
  return {
    school: 'place' in school ? { place: school.place } : { name: school.name, lon: school.at[0], lat: school.at[1] },
    date,
    pupils: question.pupils,
    mode: question.travel,
    ...(question.leaveFrom ? { leave_from: question.leaveFrom } : {}),
    ...(question.backBy ? { back_by: question.backBy } : {}),
    ...(question.adults ? { adults: question.adults } : {}),
    ...(question.grade ? { grade: question.grade } : {}),
    ...(question.groups ? { groups: question.groups } : {}),
    ...(question.themes.length ? { themes: [...question.themes] } : {}),
    ...(words ? { words } : {}),
    ...(question.region ? { region: question.region } : {}),
    ...(question.must.length ? { must: [...question.must] } : {}),
    ...(question.not.length ? { not: [...question.not] } : {}),
    ...(Object.keys(question.stay).length ? { stay: { ...question.stay } } : {}),
    ...(question.lunch === 'none' ? { lunch: null } : question.lunch === 'stops' ? { lunch: { at: 'stops' } } : {}),
    ...(question.maxLeg ? { max_leg_minutes: question.maxLeg } : {}),
    ...(question.maxWalk && question.travel === 'walk' ? { max_walk_m: question.maxWalk } : {}),
    ...(question.askFirst ? { unknown_hours: 'ask_first' } : {}),
    ...(question.route ? { study_route: question.route, ...(question.besideRoute ? { beside_route: true } : {}) } : {}),
  };
}

const with_ = (list: readonly string[], id: string): string[] => [...list.filter((other) => other !== id), id].slice(-MOST_LISTED);
const without = (list: readonly string[], id: string): string[] => list.filter((other) => other !== id);

/** The place must be visited: it is in no other list. */
export function wanted(question: StudyQuestion, id: string): StudyQuestion {
  return { ...question, must: with_(question.must, id), not: without(question.not, id) };
}

/** Nobody goes to the place. */
export function unwanted(question: StudyQuestion, id: string): StudyQuestion {
  return { ...question, must: without(question.must, id), not: with_(question.not, id) };
}

/** Nothing is said of the place any more. */
export function undecided(question: StudyQuestion, id: string): StudyQuestion {
  return { ...question, must: without(question.must, id), not: without(question.not, id) };
}
