/**
 * The one way to the server. A question may take a lane (`list`, `search`, …): a newer one in a lane aborts the older one,
 * whose promise then rejects with {@link Superseded}, so that a late answer never replaces a newer one. What changes
 * something takes none: it is never broken off by another.
 */
export const BASE = '/api/v1';
/** Milliseconds after which a silent server counts as unreachable. */
const PATIENCE_MS = 15_000;

/** A newer request took this one's lane; nothing is wrong and nobody need be told. */
export class Superseded extends Error {}

/** The server could not be reached: no network, or no answer in time. */
export class Offline extends Error {}

/** What is wrong with one field of a place that was sent. */
export interface PlaceFinding {
  place: string | null;
  field: string | null;
  problem: string;
  mend: string;
}

/** What a problem document says beside its code; see `/docs/problems`. */
export interface ProblemParts {
  parameter?: string | null;
  value?: string | null;
  allowed?: string | null;
  findings?: readonly PlaceFinding[];
  headers?: readonly string[];
  /** Seconds after which it may be tried again. */
  retryAfter?: number | null;
}

/** The server answered with an RFC 9457 problem, or with something that is no answer of ours (`code` = `http_<status>`). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly parts: ProblemParts = {},
  ) {
    super(`${code}: ${detail}`);
  }
}

export interface Asking {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  lane?: string;
  /** Breaks the question off. For one of several that answer together: a lane would let a late one break off a newer round. */
  signal?: AbortSignal;
  /** Sent as JSON; a `FormData` as it is. */
  body?: unknown;
  headers?: Record<string, string>;
  /** Milliseconds after which a silent server counts as unreachable. */
  patienceMs?: number;
}

const lanes = new Map<string, AbortController>();

export function query(parameters: Record<string, string | number | readonly string[] | null | undefined>): string {
  const parts = Object.entries(parameters).flatMap(([name, value]) => {
    const text = Array.isArray(value) ? value.join(',') : value == null ? '' : String(value);
    return text === '' ? [] : [`${name}=${encodeURIComponent(text).replaceAll('%2C', ',')}`];
  });
  return parts.length ? `?${parts.join('&')}` : '';
}

/** What the server says is wrong. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const { code, detail, title, ...parts } = (body ?? {}) as Record<string, unknown> & ProblemParts;
  const text = [detail, title].find((part) => typeof part === 'string') ?? response.statusText;
  const wait = Number(response.headers.get('retry-after') ?? NaN);
  const retryAfter = Number.isFinite(wait) ? wait : null;
  return new Problem(response.status, typeof code === 'string' ? code : `http_${response.status}`, text as string, { ...parts, retryAfter });
}

/** Breaks off what is under way in a lane, if anything is. */
export function cancel(lane: string): void {
  lanes.get(lane)?.abort(new Superseded());
}

/** Asks the server; the answer. */
export async function answered(url: string, { method = 'GET', lane, signal, body, headers = {}, patienceMs = PATIENCE_MS }: Asking = {}): Promise<Response> {
  signal?.throwIfAborted();
  const own = new AbortController();
  signal?.addEventListener('abort', () => own.abort(signal.reason), { signal: own.signal });
  if (lane) {
    cancel(lane);
    lanes.set(lane, own);
  }
  const timer = setTimeout(() => own.abort(new Offline('no answer in time')), patienceMs);
  const isForm = body instanceof FormData;
  const content = body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) };
  const type = body === undefined || isForm ? {} : { 'content-type': 'application/json' };
  try {
    const response = await fetch(url, { method, signal: own.signal, headers: { accept: 'application/json', ...type, ...headers }, ...content });
    if (!response.ok) throw await problemOf(response);
    // Read to its end here, so that a body that breaks off is an error of this question.
    const whole = await response.arrayBuffer();
    own.signal.throwIfAborted();
    return new Response(response.status === 204 ? null : whole, { status: response.status, headers: response.headers });
  } catch (error) {
    if (own.signal.aborted) throw own.signal.reason;
    throw error instanceof Problem ? error : new Offline(String(error));
  } finally {
    clearTimeout(timer);
    if (lane && lanes.get(lane) === own) lanes.delete(lane);
  }
}

/** Asks the server; the answer's body. */
export async function request<T>(url: string, asking: Asking = {}): Promise<T> {
  const response = await answered(url, asking);
  return (response.status === 204 ? undefined : await response.json()) as T;
}
