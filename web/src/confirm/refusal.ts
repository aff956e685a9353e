/** Why a link opens nothing, or a tap was not taken, in words. */
import { Offline, Problem } from '../api/request';
import { date } from '../format/units';
import type { Lang, Words } from '../i18n';
import { said } from '../i18n/edit/book';
import { confirmWords } from '../i18n/confirm';

export interface Refusal {
  text: string;
  /** Whether it is worth another try. */
  again: boolean;
}

export function refusalOf(error: unknown, lang: Lang, w: Words): Refusal {
  const c = said(confirmWords, lang);
  if (error instanceof Offline) return { text: c.offline, again: true };
  if (!(error instanceof Problem)) return { text: c.failed, again: true };
  const final: Record<string, string> = {
    invalid_link: c.invalid,
    expired_link: c.expired(date(error.parts.value ?? '', w)),
    revoked_link: c.revoked,
    withdrawn_place: c.withdrawn,
    no_such_place: c.withdrawn,
  };
  const text = final[error.code];
  if (text) return { text, again: false };
  return { text: error.code === 'store_unavailable' ? c.away : error.code === 'store_full' ? c.full : c.failed, again: true };
}
