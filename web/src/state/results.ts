/** Keeps the list in step with the view: nearest from a point, or the whole city under some filter. */
import * as api from '../api/client';
import type { LonLat, Place, PlaceList } from '../api/types';
import { soonestFirst } from '../format/entry';
import { meant } from './entry-span';
import type { Meant } from './meant';
import { failureOf } from './failure';
import { learnSources, NO_RESULTS, setResults, store, type Results, type State } from './store';

const STEP = 20;
/** The most that one nearest query gives. */
export const NEAREST_CAP = 100;
/** Nothing is said about loading before this many milliseconds. */
const QUIET_MS = 300;

let fingerDown = false;

/** A finger or button is down on the list: what comes now must not move it. */
export function holdList(down: boolean): void {
  fingerDown = down;
}

interface Answered {
  /** `null` = nobody knows when the chip means. */
  answer: PlaceList | null;
  meant: Meant | null;
}

async function askNearest({ view }: State, at: LonLat, k: number): Promise<Answered> {
  const { filters, maxM, mode, open } = view;
  const said = open && (await meant(open));
  // Meanwhile the reader may have wanted something else.
  if (store.state.view.open !== open) throw new api.Superseded();
  if (said && !said.span) return { answer: null, meant: said };
  return { answer: await api.nearest(at, k, maxM, filters, mode, said?.span ?? null), meant: said };
}

async function plainly(answer: Promise<PlaceList>): Promise<Answered> {
  return { answer: await answer, meant: null };
}

function ask(state: State, k: number): Promise<Answered> | null {
  const { point, filters } = state.view;
  if (point) return askNearest(state, point.at, k);
  const filtered = filters.roles.length + filters.fees.length + filters.regions.length > 0;
  return filtered && state.city ? plainly(api.inside(state.city.bbox, STEP, filters)) : null;
}

function withSoonestFirst(place: Place): Place {
  return { ...place, properties: { ...place.properties, roles: soonestFirst(place.properties.roles) } };
}

function resultsOf({ answer, meant }: Answered, k: number | null): Results {
  if (!answer) return { ...NO_RESULTS, status: 'ready', meant };
  return {
    ...NO_RESULTS,
    status: 'ready',
    places: meant ? answer.features.map(withSoonestFirst) : answer.features,
    matched: answer.numberMatched ?? null,
    more: k === null ? Boolean(answer.next) : answer.features.length === k && k < NEAREST_CAP,
    next: answer.next ?? null,
    notes: answer.notes ?? [],
    meant,
  };
}

/** `quietly` = nobody asked, so nothing is said until the answer is there. */
async function load(request: Promise<Answered> | null, quietly: boolean, finish: (answered: Answered) => void): Promise<void> {
  if (!request) {
    store.set({ results: NO_RESULTS, waiting: null });
    return;
  }
  if (!quietly) setResults({ status: 'loading', slow: false, failure: null });
  const timer = setTimeout(() => setResults({ slow: true }), QUIET_MS);
  try {
    const answered = await request;
    if (answered.answer) learnSources(answered.answer);
    finish(answered);
  } catch (error) {
    if (error instanceof api.Superseded) return;
    setResults({ status: 'failed', slow: false, failure: failureOf(error) });
  } finally {
    clearTimeout(timer);
  }
}

function sameOrder(a: Results, b: Results): boolean {
  return a.places.length === b.places.length && a.places.every((place, i) => place.id === b.places[i]?.id);
}

/** Asks anew for what the view says. `asked` = the reader did something to want it, so it may replace the list. */
export function refresh(asked: boolean): Promise<void> {
  const { state } = store;
  const k = asked ? STEP : Math.min(NEAREST_CAP, Math.max(STEP, state.results.places.length));
  const byDistance = state.view.point !== null;
  return load(ask(state, k), !asked && state.results.places.length > 0, (answered) => {
    const results = resultsOf(answered, byDistance ? k : null);
    const shown = store.state.results;
    const mayMove = (asked && !fingerDown) || shown.places.length === 0 || sameOrder(shown, results);
    if (mayMove) store.set({ results, waiting: null });
    else store.set({ waiting: results, results: { ...shown, status: 'ready', slow: false, failure: null } });
  });
}

/** Puts the waiting list in place. */
export function acceptWaiting(): void {
  const { waiting } = store.state;
  if (waiting) store.set({ results: waiting, waiting: null });
}

/** The places after those shown. */
export function loadMore(): Promise<void> {
  const { state } = store;
  const { places, next } = state.results;
  if (state.view.point) {
    const k = Math.min(NEAREST_CAP, places.length + STEP);
    return load(ask(state, k), false, (answered) => store.set({ results: resultsOf(answered, k) }));
  }
  if (!next) return Promise.resolve();
  return load(plainly(api.nextPage(next)), false, (answered) => {
    const results = resultsOf(answered, null);
    store.set({ results: { ...results, places: [...places, ...results.places] } });
  });
}
