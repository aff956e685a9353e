/** What a teacher asks: whose day, when, about what, and within which limits. What is left out the server fills in and tells. */
import type { LonLat } from '../api/types';
import { ROLE_KINDS, type RoleKind } from '../roles';
import type { StudyBody, TravelKind } from './answer';

export const TRAVELS = ['coach', 'walk', 'cycle'] as const;
export type Travel = (typeof TRAVELS)[number];

export const THEMES = ['canal', 'history', 'revolution', 'science', 'nature', 'craft', 'literature', 'farming', 'architecture'] as const;
export type Theme = (typeof THEMES)[number];

/** Kinds of places that are visited where nothing is said. */
export const USUAL_ROLES: readonly RoleKind[] = ['venue', 'heritage', 'practice_centre'];

/** Bounds of the numbers, as the server has them. */
export const MOST_PUPILS = 5000;
export const MOST_ADULTS = 1000;
export const MOST_GROUPS = 12;
export const GRADES = 12;
export const MOST_WORDS = 60;
export const MOST_LISTED = 300;
export const MOST_BEFORE = 100;
export const LONGEST_STAY = 480;
export const LONGEST_WALK = 100_000;

/** Where the day begins and ends: a place of the map, or a point. */
export type School = { place: string } | { name: string; at: LonLat };

/** Lunch: `none`, or when and where; both ends may be left out. */
export type Lunch = 'none' | 'stops';

/** Whoever visits both places visits the first before the second. */
export type Pair = readonly [first: string, second: string];

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
  /** Only places that are known to have a roof. */
  rain: boolean;
  /** Kinds of places that may be visited, in the order of all kinds; one at least. */
  roles: readonly RoleKind[];
  before: readonly Pair[];
  /** Minutes. */
  maxWithoutToilet: number | null;
  /** What times are made from; `null` = streets where the city has them. */
  travelKind: TravelKind | null;
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
  rain: false,
  roles: USUAL_ROLES,
  before: [],
  maxWithoutToilet: null,
  travelKind: null,
  route: null,
  besideRoute: false,
};

export function hasUsualRoles({ roles }: StudyQuestion): boolean {
  return roles.length === USUAL_ROLES.length && USUAL_ROLES.every((kind) => roles.includes(kind));
}

/** The kinds with one more or one less; the last stays. */
export function toggledRoles({ roles }: StudyQuestion, kind: RoleKind): readonly RoleKind[] {
  const chosen = ROLE_KINDS.filter((one) => (one === kind ? !roles.includes(one) : roles.includes(one)));
  return chosen.length ? chosen : roles;
}

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
    ...(question.rain ? { rain: true } : {}),
    ...(hasUsualRoles(question) ? {} : { roles: [...question.roles] }),
    ...(question.before.length ? { before: question.before.map(([first, second]) => [first, second]) } : {}),
    ...(question.maxWithoutToilet ? { max_without_toilet_minutes: question.maxWithoutToilet } : {}),
    ...(question.travelKind ? { kind: question.travelKind } : {}),
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
