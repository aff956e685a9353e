/** A route while it is written: as it was read, as it shall be, and why. Nothing is changed in place. */
import { movedTo } from '../../components/dragging';
import { LONGEST_STAY } from '../../study/question';
import type { Prefill } from '../../study/library/prefill';
import { EDITORS } from '../checking';
import type { Provenance } from '../feature';
import { changesBetween, factsOf, FEWEST_STOPS, routeOf, type Change, type Route, type RouteStop } from './route';
import { laidOver } from './together';

/** A route with the revision that a change of it must name; `null` = it is not made yet. */
export interface Tagged {
  route: Route;
  revision: number | null;
}

export interface Draft {
  base: Tagged;
  /** As it shall be; texts as they are typed. */
  route: Route;
  /** It was checked again, though nothing of it is changed. */
  checked: boolean;
  why: string;
}

/** The path of the change that is only a check. */
export const CHECKED = 'checked';

const NOTHING: Route = { id: '', title: '', theme: '', stops: [], provenance: { source: EDITORS } };

export function draftOf(base: Tagged): Draft {
  return { base, route: base.route, checked: false, why: '' };
}

/** A route that is not made yet, with what a day gives for it. */
export function newDraft({ stops, theme, grade }: Prefill): Draft {
  const first = stops.map(({ place, minutes }): RouteStop => ({ place, ...(minutes === null ? {} : { minutes }) }));
  return { ...draftOf({ route: NOTHING, revision: null }), route: { ...NOTHING, theme: theme ?? '', stops: first, ...(grade === null ? {} : { grades: [grade] }) } };
}

export function changesOf({ base, route, checked }: Draft): Change[] {
  const changes = changesBetween(base.route, route);
  return changes.length || !checked ? changes : [{ path: CHECKED, before: undefined, after: undefined }];
}

/** What can be wrong with what is written, by the fact's path. */
export type Trouble = 'title' | 'theme' | 'fewStops' | 'minutes';

function isStay(minutes: number | string | undefined): boolean {
  return minutes === undefined || minutes === '' || (typeof minutes === 'number' && minutes >= 1 && minutes <= LONGEST_STAY);
}

export function troublesOf({ route }: Draft): Map<string, Trouble> {
  return new Map<string, Trouble>([
    ...(route.title.trim() ? [] : [['title', 'title'] as const]),
    ...(route.theme ? [] : [['theme', 'theme'] as const]),
    ...(route.stops.length >= FEWEST_STOPS ? [] : [['stops', 'fewStops'] as const]),
    ...route.stops.filter(({ minutes }) => !isStay(minutes)).map(({ place }) => [`minutes:${place}`, 'minutes'] as const),
  ]);
}

/** The route to be sent: texts without spaces around them, what is empty left out. `says` = who says so, and checked it when. */
export function sent({ route }: Draft, says: (source: string) => Provenance): Route {
  const facts = Object.entries(factsOf(route)).map(([path, value]) => [path, typeof value === 'string' ? value.trim() : value]);
  return routeOf(Object.fromEntries(facts), { id: route.id, provenance: says(route.provenance.source) });
}

/** Lays what is written over a newer state; at `given` paths the other's word stands. */
export function rebased({ base, route, checked, why }: Draft, theirs: Tagged, given: readonly string[]): Draft {
  return { base: theirs, route: laidOver(base.route, route, theirs.route, given), checked, why };
}

/** What was written while `sent` was on its way, over what came of that. */
export function since(sent: Draft, draft: Draft, base: Tagged): Draft {
  const rest = { ...draft, base: { ...sent.base, route: sent.route }, checked: draft.checked && !sent.checked };
  return { ...rebased(rest, base, []), why: draft.why === sent.why ? '' : draft.why };
}

function withRoute(draft: Draft, patch: Partial<Route>): Draft {
  return { ...draft, route: { ...draft.route, ...patch } };
}

export function withFact<K extends keyof Route>(draft: Draft, name: K, value: Route[K]): Draft {
  return withRoute(draft, { [name]: value });
}

export function withSource(draft: Draft, source: string): Draft {
  return withRoute(draft, { provenance: { source } });
}

export function withStop(draft: Draft, stop: RouteStop): Draft {
  const { stops } = draft.route;
  return stops.some(({ place }) => place === stop.place) ? draft : withRoute(draft, { stops: [...stops, stop] });
}

export function withoutStop(draft: Draft, place: string): Draft {
  return withRoute(draft, { stops: draft.route.stops.filter((stop) => stop.place !== place) });
}

export function withStopAt(draft: Draft, place: string, patch: Partial<RouteStop>): Draft {
  return withRoute(draft, { stops: draft.route.stops.map((stop) => (stop.place === place ? { ...stop, ...patch } : stop)) });
}

/** The stop at `from` put so that it is at `to`. */
export function withStopMoved(draft: Draft, from: number, to: number): Draft {
  return withRoute(draft, { stops: movedTo(draft.route.stops, from, to) });
}
