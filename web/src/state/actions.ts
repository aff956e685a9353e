/** Everything a reader can do, as functions: each changes the view, its address, and what must be fetched for it. */
import * as api from '../api/client';
import type { LonLat, Place } from '../api/types';
import { words } from '../i18n';
import { listed, loadCard, reloadCard, withoutDistance } from './card';
import { failureOf } from './failure';
import { remember, remembered } from './memory';
import { refresh } from './results';
import { sayer } from './saying';
import { learnSources, store } from './store';
import { decodeFragment, encodeFragment, FIRST_VIEW, type PointLabel, type View } from './view';
import { refreshWhatsOn } from './whats-on';

/** How many places of one spot are listed. */
const HERE_LIMIT = 200;

export const say = sayer(store);

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
  const elsewhere = before.point?.at !== now.point?.at || before.filters !== now.filters || before.maxM !== now.maxM;
  if (before.whatsOn !== now.whatsOn || elsewhere) void refreshWhatsOn();
  if (elsewhere || asksAnew(before, now)) {
    store.set({ here: null });
    void refresh(true);
  }
  if (before.selected !== now.selected) {
    // A month belongs to its card: Back closes both.
    store.set({ month: null });
    void loadCard(now.selected, listed(now.selected));
  } else if (before.point?.at !== now.point?.at || asksAnew(before, now)) void loadCard(now.selected, withoutDistance(store.state.card?.place ?? null));
}

function change(patch: Partial<View>, push = false): void {
  const before = store.state.view;
  const now = { ...before, ...patch };
  store.set({ view: now });
  writeAddress(now, push);
  follow(before, now);
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

/** When one wants to get in, which is asked of places; `null` = it does not matter. */
export function setOpen(open: View['open']): void {
  change({ open, whatsOn: null });
}

/** Goes to the list of what is on then, or of places: a card that lies over it closes. */
export function showList(whatsOn: View['whatsOn']): void {
  change({ whatsOn, selected: null });
}

/** Lists what is on then, or places again. */
export function setWhatsOn(whatsOn: View['whatsOn']): void {
  change({ whatsOn });
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
  if (store.state.whatsOn.failure) void refreshWhatsOn();
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
  // A list of the whole city is asked for by the city's own box.
  const waits = !view.point;
  if (!waits) void refresh(true);
  await loadCity();
  if (waits) void refresh(true);
  void refreshWhatsOn();
}
