/** Questions of the planner's page, by name. */
import { BASE, Offline, problemOf, request, Superseded } from '../api/request';
import type { City, LonLat, TravelMode } from '../api/types';
import type { CoverageAnswer, CoverageQuestion, Planning, SitingEvent, SitingQuestion } from './answer';
import { lines } from '../api/lines';

/** A coverage of many needs along streets may take a while from nothing. */
const PATIENCE_MS = 60_000;

export function city(): Promise<City> {
  return request(`${BASE}/city`, { lane: 'city' });
}

/** What there is to choose. */
export function planning(): Promise<Planning> {
  return request(`${BASE}/planning`, { lane: 'planning' });
}

/** Who is served; a newer question of the lane aborts the older one. */
export function coverage(question: CoverageQuestion, lane: 'coverage' | 'coverage-before' | 'coverage-other'): Promise<CoverageAnswer> {
  return request(`${BASE}/coverage`, { method: 'POST', body: question, lane, patienceMs: PATIENCE_MS });
}

/** Minutes from one point to each of some others. */
export async function minutesFrom(from: LonLat, to: readonly LonLat[], mode: TravelMode): Promise<(number | null)[]> {
  const answer = await request<{ minutes: (number | null)[][] }>(`${BASE}/matrix`, { method: 'POST', body: { mode, from: [from], to }, lane: 'matrix' });
  return answer.minutes[0] ?? [];
}

let placing: AbortController | null = null;

/** Breaks off the search for sites: the server stops working on it. */
export function cancelSiting(): void {
  placing?.abort(new Superseded());
  placing = null;
}

/** Asks where sites should go; `hear` is told of each event as it comes. Rejects with {@link Superseded} when broken off. */
export async function siting(question: SitingQuestion, hear: (event: SitingEvent) => void): Promise<void> {
  cancelSiting();
  const own = new AbortController();
  placing = own;
  try {
    const response = await fetch(`${BASE}/siting`, {
      method: 'POST',
      signal: own.signal,
      headers: { accept: 'application/x-ndjson', 'content-type': 'application/json' },
      body: JSON.stringify(question),
    });
    if (!response.ok || !response.body) throw await problemOf(response);
    for await (const line of lines(response.body)) hear(JSON.parse(line) as SitingEvent);
  } catch (error) {
    if (own.signal.aborted) throw own.signal.reason;
    throw error instanceof TypeError ? new Offline(String(error)) : error;
  } finally {
    if (placing === own) placing = null;
  }
}
