/** Questions and changes of the editors' page, by name. Whatever changes something carries the session's second token. */
import type * as schema from '../api/schema';
import type { City, Place, PlaceAnswer, PlaceList } from '../api/types';
import { answered, BASE, Problem, query, request, type Asking } from '../api/request';
import type { Feature } from './feature';
import { edit, sessionEnded } from './state';

export type Ledger = schema.LedgerAnswer;
export type Session = schema.Session;
export type SignInProvider = schema.SignInProvider;
export type QueuedReport = schema.QueuedReport;
export type Link = schema.LinkAnswer;

export const REPORT_STATES = ['open', 'accepted', 'rejected'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** A place with the entity tag that a change of it must name. */
export interface Tagged {
  feature: Feature;
  revision: number;
}

/** What one commit did. */
export interface HistoryEntry<T> {
  revision: number;
  at: string;
  by: string;
  why: string;
  /** `null` = there was none. */
  before: T | null;
  after: T;
}

export interface Committed {
  revision: number;
  warnings: readonly schema.PlaceFinding[];
}

function csrf(): Record<string, string> {
  return { 'x-csrf-token': edit.state.session?.csrf_token ?? '' };
}

/** Passes the answer on; a session that has ended is noticed here, once for all views. */
async function noticed<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_signed_in') sessionEnded();
    throw error;
  }
}

/** Asks the server as whoever is signed in. */
export function ask<T>(path: string, asking: Asking = {}): Promise<T> {
  return noticed(request<T>(`${BASE}${path}`, asking));
}

/** Changes something. */
export function change<T>(path: string, asking: Asking): Promise<T> {
  return ask(path, { method: 'POST', ...asking, headers: { ...csrf(), ...asking.headers } });
}

const id = encodeURIComponent;

/** Names the state that a change is a change of; `null` = there is none yet. */
export function preconditionOf(revision: number | null): Record<string, string> {
  return revision === null ? { 'if-none-match': '*' } : { 'if-match': `"r${revision}"` };
}

/** Who is signed in; `null` = nobody. */
export async function session(): Promise<Session | null> {
  try {
    return await request<Session>(`${BASE}/session`);
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  }
}

export function signIn(name: string, password: string): Promise<Session> {
  return request(`${BASE}/session`, { method: 'POST', body: { name, password } });
}

/** By whom one may sign in beside the password; addresses that a browser goes to. */
export async function providers(): Promise<readonly SignInProvider[]> {
  return (await request<schema.SignInProviders>(`${BASE}/session/providers`)).providers;
}

export function signOut(): Promise<void> {
  return change('/session', { method: 'DELETE' });
}

export function city(): Promise<City> {
  return request(`${BASE}/city`);
}

export function ledger(): Promise<Ledger> {
  return ask('/ledger');
}

/** Which places a list is about; empty = any. */
export interface PlacesAsked {
  region: string;
  role: string;
  /** A column of the ledger. */
  check: string;
  /** Part of a name. */
  q: string;
}

export interface Listing {
  /** At most as many as were asked for. */
  places: Place[];
  /** How many there are. */
  matched: number;
  sources: PlaceList['sources'];
  dataDate: string;
}

/** The places of a list, by id, page after page up to `most`, until `signal` breaks it off. */
export async function listing(asked: PlacesAsked, most: number, signal: AbortSignal): Promise<Listing> {
  type Page = PlaceList & { data_date: string };
  const page = (path: string): Promise<Page> => noticed(request(path, { signal }));
  let { features, numberMatched = 0, next, sources, data_date } = await page(`${BASE}/places${query({ ...asked, limit: Math.min(most, 1000) })}`);
  while (next && features.length < most) {
    // From our own origin, whatever host the server believes to be.
    const { pathname, search } = new URL(next, location.href);
    const more = await page(pathname + search);
    features = [...features, ...more.features];
    sources = { ...sources, ...more.sources };
    next = more.next;
  }
  return { places: features.slice(0, most), matched: numberMatched, sources, dataDate: data_date };
}

/** The place as everybody sees it, with its sources. */
export function shownPlace(placeId: string): Promise<PlaceAnswer> {
  return ask(`/places/${id(placeId)}`);
}

/** Where a place is edited. */
export function placeAt(placeId: string): string {
  return `/admin/places/${id(placeId)}`;
}

/** The place as its editors see it. */
export async function place(placeId: string): Promise<Tagged> {
  const { place: feature, revision } = await ask<schema.EditablePlace>(placeAt(placeId));
  return { feature: feature as unknown as Feature, revision };
}

/** Puts a place in the stead of the one that was read at `revision`; `null` = it is a new one. */
export function putPlace(feature: Feature, revision: number | null, why: string): Promise<Committed> {
  return change(placeAt(feature.id), { method: 'PUT', headers: preconditionOf(revision), body: { place: feature, why } });
}

/** Changes many places, all or none. */
export function putPlaces(changes: readonly Tagged[], why: string): Promise<Committed> {
  const body = { changes: changes.map(({ feature, revision }) => ({ expected: revision, place: feature })), why };
  return change('/admin/changes', { body });
}

/** What was done to what is edited at `path`, newest first. */
export async function historyAt<T>(path: string): Promise<readonly HistoryEntry<T>[]> {
  const { entries } = await ask<schema.History>(`${path}/history`);
  return entries as unknown as HistoryEntry<T>[];
}

/** Takes back what the commit `revision` did to what is edited at `path` and was read at `seen`. */
export function undoAt(path: string, revision: number, seen: number, why: string): Promise<Committed> {
  return change(`${path}/undo`, { headers: preconditionOf(seen), body: { revision, why } });
}

/** A link by which a place's staff confirm what is known of it, for so many days (1 to 400). */
export function makeLink(placeId: string, office: string, days: number): Promise<Link> {
  return change(`${placeAt(placeId)}/confirmation-link`, { body: { office, days } });
}

/** The oldest reports of a state, at most `limit` (1 to 1,000). */
export async function reports(state: ReportState, limit: number): Promise<readonly QueuedReport[]> {
  return (await ask<schema.Queue>(`/admin/corrections?state=${state}&limit=${limit}`)).reports;
}

export function closeReport(report: string, state: 'accepted' | 'rejected', reply: string): Promise<void> {
  return change(`/admin/corrections/${id(report)}/close`, { body: { state, reply } });
}

/** Milliseconds that a long list may take to be read and judged. */
const IMPORT_PATIENCE_MS = 300_000;

function sendList(path: string, form: FormData): Promise<Response> {
  return noticed(answered(`${BASE}/admin/imports${path}`, { method: 'POST', headers: csrf(), body: form, patienceMs: IMPORT_PATIENCE_MS }));
}

/** What importing a list would do; nothing is done. */
export async function previewImport(form: FormData): Promise<schema.ImportPreview> {
  return (await (await sendList('/preview', form)).json()) as schema.ImportPreview;
}

/** Imports a list, if it still does what its preview said. */
export async function commitImport(form: FormData): Promise<schema.Imported> {
  return (await (await sendList('', form)).json()) as schema.Imported;
}

/** What was found wrong with a list, as a workbook. */
export async function importReport(form: FormData): Promise<Blob> {
  return (await sendList('/report', form)).blob();
}
