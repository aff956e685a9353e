/** What went wrong on the way to the server, in an editor's words. */
import { Offline, Problem } from '../api/request';
import { said } from '../i18n/edit/book';
import { frameWords } from '../i18n/edit/frame';
import type { Lang } from '../i18n';

/** Whether a change was refused because somebody else made one. */
export const changedMeanwhile = (error: unknown): boolean => error instanceof Problem && error.code === 'changed_meanwhile';

/** The sentence for what a change or question of this page came to. */
export function inWords(error: unknown, lang: Lang, isChange = true): string {
  const e = said(frameWords, lang);
  if (error instanceof Offline) return isChange ? e.offline : e.offlineReading;
  if (!(error instanceof Problem)) return e.failed;
  const byCode: Record<string, string> = {
    not_signed_in: e.sessionOver,
    not_allowed: e.notAllowed,
    store_unavailable: e.storeAway,
    store_full: e.storeFull,
    content_too_large: e.tooLarge,
  };
  return byCode[error.code] ?? (error.status === 404 ? e.notFound : e.failed);
}

/** The same, with what the server itself says of it where that says more. */
export function inDetail(error: unknown, lang: Lang, isChange = true): string {
  const sentence = inWords(error, lang, isChange);
  const says = error instanceof Problem && ['not_allowed', 'invalid_content'].includes(error.code);
  return says ? `${sentence} ${error.detail}` : sentence;
}
