/** Questions of the teacher's page, by name. */
import { LineStream } from '../api/line-stream';
import { answered, BASE, query, request } from '../api/request';
import type * as schema from '../api/schema';
import type { PlaceAnswer } from '../api/types';
import type { Lang } from '../i18n';
import type { FieldStudyDay, StudyBody, StudyLine } from './answer';

const PATH = `${BASE}/itineraries`;
/** Alternatives are each looked for as long as the plan. */
const PATIENCE_MS = 60_000;

const planning = new LineStream<StudyBody, StudyLine>(PATH);

/** Breaks off the search for a better plan: the server stops working on it. */
export function stop(): void {
  planning.stop();
}

/** Asks for a day; `hear` is told of each line as it comes. Rejects as superseded when broken off by a newer one. */
export function stream(body: StudyBody, hear: (line: StudyLine) => void): Promise<void> {
  return planning.ask(body, hear);
}

/** The whole answer at once; a newer question of the lane aborts the older one. */
export function day(body: StudyBody, lane: 'study-others' | 'study-rest' | 'study-alternatives' | 'study-handbook'): Promise<FieldStudyDay> {
  return request(PATH, { method: 'POST', body, lane, patienceMs: PATIENCE_MS });
}

/** A place as it is now; not broken off by another question. */
export function place(id: string): Promise<PlaceAnswer> {
  return request(`${BASE}/places/${encodeURIComponent(id)}`);
}

/** Whether the server has streets by which ways can be told. */
export async function hasStreets(): Promise<boolean> {
  const { streets } = await request<schema.Planning>(`${BASE}/planning`);
  return streets !== null;
}

export const FILES = { ics: 'text/calendar', gpx: 'application/gpx+xml', geojson: 'application/geo+json' } as const;
export type FileFormat = keyof typeof FILES;

/** The day as a file for another program, in a language where the program's kind of file has room for one only. */
export async function file(body: StudyBody, format: FileFormat, lang: Lang): Promise<Blob> {
  const response = await answered(`${PATH}${query({ lang })}`, { method: 'POST', body, headers: { accept: FILES[format] }, patienceMs: PATIENCE_MS });
  const type = response.headers.get('content-type');
  if (!type?.startsWith(FILES[format])) throw new Error(`asked for ${FILES[format]}, got ${type}`);
  return response.blob();
}
