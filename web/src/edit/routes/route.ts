/**
 * A route of study as its editors hold it: as a city's pack writes it, and fact by fact, so that the work of two can be laid together.
 * What is left out is not known. Nothing is changed in place.
 */
import type { Status, Subject } from '../../api/schema';
import type { Theme } from '../../study/question';
import { canonical, type Provenance } from '../feature';

export interface RouteStop {
  place: string;
  /** How long one stays. While it is typed it may be text that is no number yet. */
  minutes?: number | string;
  /** What pupils look for and do there. */
  task?: string;
}

export interface Route {
  id: string;
  title: string;
  title_en?: string;
  /** Empty = not chosen yet, of a route that is being made. */
  theme: Theme | '';
  subjects?: readonly Subject[];
  /** School years, 1 to 12. */
  grades?: readonly number[];
  aim?: string;
  status?: Status;
  stops: readonly RouteStop[];
  provenance: Provenance;
}

/** Longest texts in characters, most stops and longest stay in minutes, as the server has them. */
export const LONGEST_TITLE = 60;
export const LONGEST_TITLE_EN = 120;
export const LONGEST_AIM = 1000;
export const LONGEST_TASK = 500;
export const FEWEST_STOPS = 2;

/**
 * Facts by their paths: `title`, `stops` (the places in order), `minutes:p-1`, `task:p-1`, …; what is not said is not there. Who says
 * so is `source`; the day of the check is no fact of the route.
 */
export type Facts = Readonly<Record<string, unknown>>;

const PLAIN = ['title', 'title_en', 'theme', 'subjects', 'grades', 'aim', 'status'] as const;

const isSaid = (value: unknown): boolean => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

export function factsOf(route: Route): Facts {
  const pairs: [string, unknown][] = [
    ...PLAIN.map((path): [string, unknown] => [path, path === 'status' ? (route.status ?? 'active') : route[path]]),
    ['source', route.provenance.source],
    ['stops', route.stops.map(({ place }) => place)],
    ...route.stops.flatMap(({ place, minutes, task }): [string, unknown][] => [
      [`minutes:${place}`, minutes],
      [`task:${place}`, task],
    ]),
  ];
  return Object.fromEntries(pairs.filter(([, value]) => isSaid(value)));
}

/** The route that says these facts; `of` gives its id and when it was checked. */
export function routeOf(facts: Facts, { id, provenance }: Pick<Route, 'id' | 'provenance'>): Route {
  const stops = ((facts['stops'] ?? []) as string[]).map((place): RouteStop => {
    const [minutes, task] = [facts[`minutes:${place}`], facts[`task:${place}`]];
    return { place, ...(isSaid(minutes) ? { minutes: minutes as number } : {}), ...(isSaid(task) ? { task: task as string } : {}) };
  });
  const said = PLAIN.filter((path) => isSaid(facts[path]) && !(path === 'status' && facts[path] === 'active'));
  const plain = Object.fromEntries(said.map((path) => [path, facts[path]])) as Partial<Route>;
  return { title: '', theme: '', ...plain, id, stops, provenance: { ...provenance, source: String(facts['source'] ?? provenance.source) } };
}

export interface Change {
  path: string;
  /** `undefined` = nothing was said. */
  before: unknown;
  after: unknown;
}

/** Paths at which two routes say different things. */
export function pathsThatDiffer(one: Facts, other: Facts): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((path) => canonical(one[path] ?? null) !== canonical(other[path] ?? null));
}

/** Of which place a path speaks; `null` = of the route. */
export function placeOf(path: string): string | null {
  return /^(?:minutes|task):(.+)$/.exec(path)?.[1] ?? null;
}

/** What differs between two states of a route; what is said of a stop only where both have it. */
export function changesBetween(before: Route, after: Route): Change[] {
  const [old, now] = [factsOf(before), factsOf(after)];
  const inBoth = new Set(after.stops.map(({ place }) => place).filter((place) => before.stops.some((stop) => stop.place === place)));
  return pathsThatDiffer(old, now).flatMap((path) => {
    const place = placeOf(path);
    return place !== null && !inBoth.has(place) ? [] : [{ path, before: old[path], after: now[path] }];
  });
}
