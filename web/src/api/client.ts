/**
 * The one way to the server. A request takes a lane (`list`, `search`, …): a newer request in a lane aborts the older
 * one, whose promise then rejects with {@link Superseded}, so that a late answer never replaces a newer one.
 */
import type { City, Fee, LonLat, PlaceAnswer, PlaceList, SearchAnswer } from './types';
import type { RoleKind } from '../roles';

const BASE = '/api/v1';
/** Milliseconds after which a silent server counts as unreachable. */
const PATIENCE_MS = 15_000;

/** A newer request took this one's lane; nothing is wrong and nobody need be told. */
export class Superseded extends Error {}

/** The server could not be reached: no network, or no answer in time. */
export class Offline extends Error {}

/** The server answered with an RFC 9457 problem, or with something that is no answer of ours (`code` = `http_<status>`). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}

export interface Filters {
  roles: readonly RoleKind[];
  fees: readonly Fee[];
  /** District codes. */
  regions: readonly string[];
}

const lanes = new Map<string, AbortController>();

function query(parameters: Record<string, string | number | readonly string[] | null | undefined>): string {
  const parts = Object.entries(parameters).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? value.join(',') : value == null ? '' : String(value);
    return text === '' ? [] : [`${name}=${encodeURIComponent(text).replaceAll('%2C', ',')}`];
  });
  return parts.length ? `?${parts.join('&')}` : '';
}

async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const { code, detail, title } = (body ?? {}) as { code?: unknown; detail?: unknown; title?: unknown };
  const text = [detail, title].find((part) => typeof part === 'string') ?? response.statusText;
  return new Problem(response.status, typeof code === 'string' ? code : `http_${response.status}`, text as string);
}

async function get<T>(url: string, lane: string): Promise<T> {
  lanes.get(lane)?.abort(new Superseded());
  const own = new AbortController();
  lanes.set(lane, own);
  const timer = setTimeout(() => own.abort(new Offline('no answer in time')), PATIENCE_MS);
  try {
    const response = await fetch(url, { signal: own.signal, headers: { accept: 'application/json' } });
    if (!response.ok) throw await problemOf(response);
    const body = (await response.json()) as T;
    own.signal.throwIfAborted();
    return body;
  } catch (error) {
    if (own.signal.aborted) throw own.signal.reason;
    throw error instanceof Problem ? error : new Offline(String(error));
  } finally {
    clearTimeout(timer);
    if (lanes.get(lane) === own) lanes.delete(lane);
  }
}

function filterQuery(filters: Filters) {
  return { role: filters.roles, fee: filters.fees, region: filters.regions };
}

/** What the city is and how much of it is on the map. */
export function city(): Promise<City> {
  return get(`${BASE}/city`, 'city');
}

/** The `k` (1 to 100) places nearest to a point, within `maxM` metres where given. */
export function nearest(at: LonLat, k: number, maxM: number | null, filters: Filters): Promise<PlaceList> {
  const [lon, lat] = at;
  return get(`${BASE}/places/nearest${query({ lon, lat, k, max_m: maxM, ...filterQuery(filters) })}`, 'list');
}

/** Places inside `[west, south, east, north]`, by id, a page at a time. */
export function inside(bbox: readonly number[], limit: number, filters: Filters): Promise<PlaceList> {
  return get(`${BASE}/places${query({ bbox: bbox.join(','), limit, ...filterQuery(filters) })}`, 'list');
}

/** Places within `radiusM` metres of a point, nearest first. */
export function around(at: LonLat, radiusM: number, limit: number, filters: Filters): Promise<PlaceList> {
  return get(`${BASE}/places${query({ near: at.join(','), radius_m: radiusM, limit, ...filterQuery(filters) })}`, 'here');
}

/** The page after this one: `next` of an earlier answer, taken from our own origin whatever host it names. */
export function nextPage(next: string): Promise<PlaceList> {
  const { pathname, search } = new URL(next, location.href);
  return get(pathname + search, 'list');
}

/** One place, with its distance from a point where there is one. */
export function place(id: string, from: LonLat | null): Promise<PlaceAnswer> {
  return get(`${BASE}/places/${encodeURIComponent(id)}${query({ lon: from?.[0], lat: from?.[1] })}`, 'place');
}

/** Names like `text`: characters, pinyin or initials. */
export function search(text: string, near: LonLat | null, limit: number): Promise<SearchAnswer> {
  return get(`${BASE}/search${query({ q: text, lon: near?.[0], lat: near?.[1], limit })}`, 'search');
}

/** Forgets the search that is under way, if any. */
export function cancelSearch(): void {
  lanes.get('search')?.abort(new Superseded());
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
