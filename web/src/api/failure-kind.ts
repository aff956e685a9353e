/** What went wrong on the way to the server, in kinds that pages have words for. */
import { Offline, Problem } from './request';

/** `busy`: it may be better in a while; `refused`: what was asked is wrong; `failed`: the rest. */
export type FailureKind = 'offline' | 'busy' | 'refused' | 'failed';

export function failureKind(error: unknown): FailureKind {
  if (error instanceof Offline) return 'offline';
  if (!(error instanceof Problem)) return 'failed';
  return error.status === 429 || error.status === 503 ? 'busy' : error.status < 500 ? 'refused' : 'failed';
}

/** What is said of it, for whoever wants to know more. */
export function failureDetail(error: unknown): string {
  if (error instanceof Problem) return error.detail;
  return error instanceof Offline ? error.message : String(error);
}
