/** Questions of the planner's page, by name. */
import { LineStream } from '../api/line-stream';
import { BASE, query, request } from '../api/request';
import type { City, LonLat, TravelMode } from '../api/types';
import type { ImportDatum, PointColumns, PointsOfFile, PointsOptions } from '../api/schema';
import type { CoverageAnswer, CoverageQuestion, Isochrones, Planning, ScenarioChanges, SentQuestion, SitingEvent, SitingQuestion } from './answer';
import type { ListUse } from './own/list';
import { sent } from './own/lists';
import type { ReachQuestion } from './reach';

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
  return request(`${BASE}/coverage`, { method: 'POST', body: sent(question), lane, patienceMs: PATIENCE_MS });
}

/** Milliseconds that a large file may take to come and be read. */
const FILE_PATIENCE_MS = 120_000;

/** The points in a file, and what is wrong with its rows; a newer file aborts the older one. */
export function readPoints(file: File, use: ListUse, datum: ImportDatum, columns: PointColumns): Promise<PointsOfFile> {
  const form = new FormData();
  const options: PointsOptions = { use, ...(Object.keys(columns).length ? { columns } : {}), ...(datum === 'auto' ? {} : { datum }) };
  form.set('options', new Blob([JSON.stringify(options)], { type: 'application/json' }));
  form.set('file', file, file.name);
  return request(`${BASE}/planning/points`, { method: 'POST', body: form, lane: 'points', patienceMs: FILE_PATIENCE_MS });
}

/** Minutes along streets from one point to each of some others, with some streets closed. */
export async function minutesFrom(from: LonLat, to: readonly LonLat[], mode: TravelMode, close: ScenarioChanges['close']): Promise<(number | null)[]> {
  const answer = await request<{ minutes: (number | null)[][] }>(`${BASE}/matrix`, { method: 'POST', body: { mode, kind: 'network', from: [from], to, close }, lane: 'matrix' });
  return answer.minutes[0] ?? [];
}

/** The areas within some times of a point, in the direction away from it. */
export function isochrone({ at: [lon, lat], mode, minutes, kind, close }: ReachQuestion): Promise<Isochrones> {
  const closed = close.map((spot) => `${spot.lon};${spot.lat}`);
  return request(`${BASE}/isochrone${query({ lon, lat, mode, minutes: minutes.map(String), kind, close: closed })}`, { lane: 'isochrone' });
}

const placing = new LineStream<SentQuestion<SitingQuestion>, SitingEvent>(`${BASE}/siting`);

/** Breaks off the search for sites: the server stops working on it. */
export function cancelSiting(): void {
  placing.stop();
}

/** Asks where sites should go; `hear` is told of each event as it comes. Rejects as superseded when broken off. */
export function siting(question: SitingQuestion, hear: (event: SitingEvent) => void): Promise<void> {
  return placing.ask(sent(question), hear);
}
