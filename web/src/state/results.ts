/** Keeps the list in step with the view: nearest from a point, or the whole city under some filter. */
import * as api from '../api/client';
import type { PlaceList } from '../api/types';
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

function ask(state: State, k: number): Promise<PlaceList> | null {
  const { point, filters, maxM } = state.view;
  if (point) return api.nearest(point.at, k, maxM, filters);
  const filtered = filters.roles.length + filters.fees.length + filters.regions.length > 0;
  return filtered && state.city ? api.inside(state.city.bbox, STEP, filters) : null;
}

function resultsOf(answer: PlaceList, k: number | null): Results {
  return {
    ...NO_RESULTS,
    status: 'ready',
    places: answer.features,
    matched: answer.numberMatched ?? null,
    more: k === null ? Boolean(answer.next) : answer.features.length === k && k < NEAREST_CAP,
    next: answer.next ?? null,
    notes: answer.notes ?? [],
  };
}

async function load(request: Promise<PlaceList> | null, finish: (answer: PlaceList) => void): Promise<void> {
  if (!request) {
    store.set({ results: NO_RESULTS, waiting: null });
    return;
  }
  setResults({ status: 'loading', slow: false, failure: null });
  const timer = setTimeout(() => setResults({ slow: true }), QUIET_MS);
  try {
    const answer = await request;
    learnSources(answer);
    finish(answer);
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
  return load(ask(state, k), (answer) => {
    const results = resultsOf(answer, byDistance ? k : null);
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
    return load(ask(state, k), (answer) => store.set({ results: resultsOf(answer, k) }));
  }
  if (!next) return Promise.resolve();
  return load(api.nextPage(next), (answer) => {
    const results = resultsOf(answer, null);
    store.set({ results: { ...results, places: [...places, ...results.places] } });
  });
}
