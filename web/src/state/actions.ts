/** Everything a reader can do, as functions: each changes the view, its address, and what must be fetched for it. */
import * as api from '../api/client';
import type { LonLat, Place } from '../api/types';
import { words } from '../i18n';
import { meant } from './entry-span';
import { failureOf } from './failure';
import { remember, remembered } from './memory';
import { refresh } from './results';
import { learnSources, store } from './store';
import { decodeFragment, encodeFragment, FIRST_VIEW, type PointLabel, type View } from './view';

/** How many places of one spot are listed. */
const HERE_LIMIT = 200;
const TOAST_MS = 6000;

let toastTimer: ReturnType<typeof setTimeout> | undefined;

export function say(text: string, action?: { text: string; run: () => void }): void {
  clearTimeout(toastTimer);
  store.set({ toast: action ? { text, action } : { text } });
  toastTimer = setTimeout(() => store.set({ toast: null }), TOAST_MS);
}

function writeAddress(view: View, push: boolean): void {
  const address = `${location.pathname}${location.search}#${encodeFragment(view)}`;
  if (push) history.pushState(null, '', address);
  else history.replaceState(history.state, '', address);
}

/** Whether from a point another time or way is asked about. */
function asksAnew(before: View, now: View): boolean {
  return now.point !== null && (before.open !== now.open || before.mode !== now.mode);
}

/** Fetches what differs between two views. */
function follow(before: View, now: View): void {
  if (before.point?.at !== now.point?.at || before.filters !== now.filters || before.maxM !== now.maxM || asksAnew(before, now)) {
    store.set({ here: null });
    void refresh(true);
  }
  if (before.selected !== now.selected) void loadCard(now.selected, listed(now.selected));
  else if (before.point?.at !== now.point?.at || asksAnew(before, now)) void loadCard(now.selected, withoutDistance(store.state.card?.place ?? null));
}

function change(patch: Partial<View>, push = false): void {
  const before = store.state.view;
  const now = { ...before, ...patch };
  store.set({ view: now });
  writeAddress(now, push);
  follow(before, now);
}

/** The place with its roles as the list had them, those that match first: nothing may move under a reader's eyes. */
function inOrderOf(known: Place | null, place: Place): Place {
  const order = known?.properties.roles.map((role) => role.id) ?? [];
  const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  const roles = [...place.properties.roles].sort((a, b) => rank(a.id) - rank(b.id));
  return { ...place, properties: { ...place.properties, roles } };
}

/** The place as a list shows it, if one does. */
function listed(id: string | null): Place | null {
  const { results, here } = store.state;
  return [...results.places, ...(here?.places ?? [])].find((place) => place.id === id) ?? null;
}

/** The place when its distance was from another point. */
function withoutDistance(place: Place | null): Place | null {
  if (!place) return null;
  const { distance_m: _, distance_kind: __, travel_minutes: ___, travel_kind: ____, ...properties } = place.properties;
  return { ...place, properties };
}

/** When one leaves for the open card's place, as the list has it; `null` = now. */
async function leaving({ open, point }: View): Promise<string | null> {
  if (!open || !point) return null;
  // Where the chip means nothing that is known, the card speaks of now.
  return meant(open).then(({ span }) => span?.at ?? null, () => null);
}

/** Shows a place's card: at first what is known of it, then what the server says, with the distance from the view's point. */
async function loadCard(id: string | null, known: Place | null): Promise<void> {
  if (id === null) {
    store.set({ card: null });
    return;
  }
  store.set({ card: { id, place: known, failure: null } });
  try {
    const { view } = store.state;
    const place = await api.place(id, view.point?.at ?? null, view.mode, await leaving(view));
    learnSources(place);
    if (store.state.view.selected === id) store.set({ card: { id, place: inOrderOf(known, place), failure: null } });
  } catch (error) {
    if (error instanceof api.Superseded || store.state.view.selected !== id) return;
    store.set({ card: { id, place: known, failure: failureOf(error) } });
  }
}

/** Asks anew for the place of the open card. */
export function reloadCard(): Promise<void> {
  const { card } = store.state;
  return loadCard(card?.id ?? null, card?.place ?? null);
}

export async function loadCity(): Promise<void> {
  store.set({ cityFailure: null });
  try {
    const city = await api.city();
    store.set({ city });
    learnSources(city);
  } catch (error) {
    if (!(error instanceof api.Superseded)) store.set({ cityFailure: failureOf(error) });
  }
}

export function setPoint(at: LonLat, label: PointLabel): void {
  const before = store.state.view.point;
  const w = words(store.state.view.lang);
  change({ point: { at, label } });
  if (before) say(w.pointSet, { text: w.undo, run: () => change({ point: before }) });
}

export function removePoint(): void {
  change({ point: null, maxM: null, open: null });
}

export function setFilters(patch: Partial<View['filters']>): void {
  change({ filters: { ...store.state.view.filters, ...patch } });
}

export function clearFilters(): void {
  change({ filters: FIRST_VIEW.filters, maxM: null, open: null });
}

/** When one wants to get in; `null` = it does not matter. */
export function setOpen(open: View['open']): void {
  change({ open });
}

export function setMode(mode: View['mode']): void {
  change({ mode });
}

export function setRadius(maxM: number | null): void {
  change({ maxM });
}

export function setCamera(camera: View['camera']): void {
  change({ camera });
}

/** Opens a place's card, as a step that Back undoes. */
export function select(id: string): void {
  if (store.state.view.selected !== id) change({ selected: id }, store.state.view.selected === null);
}

export function closeCard(): void {
  if (store.state.view.selected !== null) change({ selected: null });
}

export function setDisplay(patch: Partial<Pick<View, 'lang' | 'theme' | 'large'>>): void {
  change(patch);
  remember(patch);
}

/** Lists the places within `radiusM` metres of a spot that the map cannot pull apart. */
export async function showHere(at: LonLat, radiusM: number): Promise<void> {
  try {
    const answer = await api.around(at, radiusM, HERE_LIMIT, store.state.view.filters);
    learnSources(answer);
    store.set({ here: { at, places: answer.features, matched: answer.numberMatched ?? answer.features.length } });
  } catch (error) {
    if (!(error instanceof api.Superseded)) say(words(store.state.view.lang).failed);
  }
}

export function toggleFavourite(place: Place): void {
  const { favourites } = store.state;
  const without = favourites.filter((one) => one.id !== place.id);
  const next = without.length < favourites.length ? without : [...without, { id: place.id, name: place.properties.name }];
  store.set({ favourites: next });
  remember({ favourites: next });
}

export function dismissBanner(): void {
  store.set({ bannerSeen: true });
  remember({ bannerSeen: true });
}

export function retry(): void {
  if (!store.state.city) void loadCity().then(() => refresh(false));
  else void refresh(false);
  const { card } = store.state;
  if (card?.failure) void reloadCard();
}

/** Takes up the address, and keeps in step with it: Back, Forward, a link pasted over this one. */
export async function start(): Promise<void> {
  const { lang = 'zh', theme = 'auto', large = false, favourites = [], bannerSeen = false } = remembered();
  const home: View = { ...FIRST_VIEW, lang, theme, large };
  const { view, skipped } = decodeFragment(location.hash, home);
  store.set({ view, favourites, bannerSeen });
  if (skipped) say(words(view.lang).badRequest);
  addEventListener('popstate', () => {
    const before = store.state.view;
    const { view: now } = decodeFragment(location.hash, { ...FIRST_VIEW, lang: before.lang, theme: before.theme, large: before.large });
    // Labels and arrays are read anew: equal ones stay the same objects, so that nothing is fetched twice.
    const point = JSON.stringify(now.point?.at) === JSON.stringify(before.point?.at.map((x) => Number(x.toFixed(5)))) ? before.point : now.point;
    const filters = JSON.stringify(now.filters) === JSON.stringify(before.filters) ? before.filters : now.filters;
    store.set({ view: { ...now, point, filters } });
    follow(before, store.state.view);
  });
  addEventListener('online', retry);
  if (view.selected) void loadCard(view.selected, null);
  // What a chip means in the city's time, and a list of the whole city, wait for the city.
  const waits = !view.point || view.open !== null;
  if (!waits) void refresh(true);
  await loadCity();
  if (waits) void refresh(true);
}
