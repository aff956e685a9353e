/** Errors of the client as kinds, and kinds in the reader's words. */
import { Offline, Problem } from '../api/client';
import type { Words } from '../i18n';
import type { Failure } from './store';

export function failureOf(error: unknown): Failure {
  if (error instanceof Offline) return { kind: 'offline', detail: error.message };
  if (!(error instanceof Problem)) return { kind: 'failed', detail: String(error) };
  const kind = error.status === 429 ? 'tooMany' : error.status === 404 ? 'notFound' : 'failed';
  return { kind, detail: error.message };
}

/** What to tell the reader; `something` = there is still content on the page. */
export function failureInWords(failure: Failure, something: boolean, w: Words): string {
  if (failure.kind === 'offline') return something ? w.offline : w.offlineNothing;
  return { tooMany: w.tooMany, notFound: w.notFound, failed: w.failed }[failure.kind];
}
