/** Questions that a reader's page asks, by name. */
import { BASE, cancel, query, request } from './request';
import type { City, Day, Fee, LonLat, PlaceAnswer, PlaceDays, PlaceList, ReportState, ReportTaken, SearchAnswer, TravelMode } from './types';
import type { RoleKind } from '../roles';

export { Offline, Problem, Superseded } from './request';

/** What anybody may say is wrong with a place. */
export const REPORT_KINDS = ['closed', 'moved', 'hours', 'not_free', 'name', 'unsafe', 'other'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export interface Report {
  place: string;
  kind: ReportKind;
  /** At most 500 characters; needed for `other`. */
  text: string;
  /** At most 100 characters. */
  contact: string | null;
}

export interface Filters {
  roles: readonly RoleKind[];
  fees: readonly Fee[];
  /** District codes. */
  regions: readonly string[];
}

/** When one wants to get in: `now` or the city's own time (`2026-10-10T15:20`). */
export interface EntrySpan {
  at: string;
  /** At any moment between the two; `null` = at that one. */
  until: string | null;
  /** Whether places that nobody enters without a booking count too. */
  withBooking: boolean;
}

function spanQuery(span: EntrySpan | null) {
  return { open_at: span?.at, open_until: span?.until, booking: span?.withBooking ? 'include' : null };
}

function filterQuery(filters: Filters) {
  return { role: filters.roles, fee: filters.fees, region: filters.regions };
}

/** What the city is and how much of it is on the map. */
export function city(): Promise<City> {
  return request(`${BASE}/city`, { lane: 'city' });
}

/** The `k` (1 to 100) places nearest to a point, within `maxM` metres where given, that let one in during `span` where given. */
export function nearest(at: LonLat, k: number, maxM: number | null, filters: Filters, mode: TravelMode, span: EntrySpan | null): Promise<PlaceList> {
  const [lon, lat] = at;
  return request(`${BASE}/places/nearest${query({ lon, lat, k, max_m: maxM, ...filterQuery(filters), mode, ...spanQuery(span) })}`, { lane: 'list' });
}

/** Places inside `[west, south, east, north]`, by id, a page at a time. */
export function inside(bbox: readonly number[], limit: number, filters: Filters): Promise<PlaceList> {
  return request(`${BASE}/places${query({ bbox: bbox.join(','), limit, ...filterQuery(filters) })}`, { lane: 'list' });
}

/** Places within `radiusM` metres of a point, nearest first. */
export function around(at: LonLat, radiusM: number, limit: number, filters: Filters): Promise<PlaceList> {
  return request(`${BASE}/places${query({ near: at.join(','), radius_m: radiusM, limit, ...filterQuery(filters) })}`, { lane: 'here' });
}

/** The page after this one: `next` of an earlier answer, taken from our own origin whatever host it names. */
export function nextPage(next: string): Promise<PlaceList> {
  const { pathname, search } = new URL(next, location.href);
  return request(pathname + search, { lane: 'list' });
}

/** One place; from a point, with the way there by `mode`, and whether one can go in on arrival when one leaves at `leaving`. */
export function place(id: string, from: LonLat | null, mode: TravelMode, leaving: string | null): Promise<PlaceAnswer> {
  const way = from ? { lon: from[0], lat: from[1], mode, open_at: leaving } : {};
  return request(`${BASE}/places/${encodeURIComponent(id)}${query(way)}`, { lane: 'place' });
}

/** When a place can be entered on `days` (1 to 62) days from `from`, a date; from today on where it is `null`. */
export function placeDays(id: string, from: string | null, days: number): Promise<PlaceDays> {
  return request(`${BASE}/places/${encodeURIComponent(id)}/days${query({ from, days })}`);
}

/** What kind of days these are, at most 400, both ends included. */
export async function days(from: string, to: string): Promise<Day[]> {
  const answer = await request<{ days: Day[] }>(`${BASE}/days${query({ from, to })}`);
  return answer.days;
}

/** Names like `text`: characters, pinyin or initials. */
export function search(text: string, near: LonLat | null, limit: number): Promise<SearchAnswer> {
  return request(`${BASE}/search${query({ q: text, lon: near?.[0], lat: near?.[1], limit })}`, { lane: 'search' });
}

/** Forgets the search that is under way, if any. */
export function cancelSearch(): void {
  cancel('search');
}

/** Says that something is wrong with a place. */
export function report(what: Report): Promise<ReportTaken> {
  return request(`${BASE}/corrections`, { method: 'POST', body: what });
}

/** What came of a report. */
export function reportState(id: string): Promise<ReportState> {
  return request(`${BASE}/corrections/${encodeURIComponent(id)}`);
}

/** Address of the news of edits. */
export function eventsUrl(): string {
  return `${BASE}/events`;
}

/** Address of the map's style. */
export function styleUrl(lang: string, theme: string): string {
  return new URL(`${BASE}/style.json?lang=${lang}&theme=${theme}`, location.href).href;
}

/** Address of the tile description of places under these filters. */
export function placeTilesUrl(filters: Filters): string {
  return new URL(`${BASE}/tiles/places.json${query(filterQuery(filters))}`, location.href).href;
}
