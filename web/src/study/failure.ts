/** What went wrong on the way to the server, in words: of a refusal, which part of the question it was. */
import { failureDetail, failureKind, type FailureKind } from '../api/failure-kind';
import { Problem } from '../api/request';
import type { Lang } from '../i18n';
import { said } from '../i18n/edit/book';
import { studyWords } from '../i18n/study/frame';

export interface Failure {
  kind: FailureKind;
  /** What the server says of it. */
  detail: string;
  /** The part of the question that was refused: the first step of its pointer. */
  part: string | null;
  /** Which of the list it was, or in which group and at which position. */
  at: readonly number[];
}

export function failureOf(error: unknown): Failure {
  const pointer = error instanceof Problem ? (error.parts.parameter ?? '') : '';
  const [, part = null, ...rest] = pointer.split('/');
  return { kind: failureKind(error), detail: failureDetail(error), part, at: rest.filter((step) => /^\d+$/.test(step)).map(Number) };
}

/** The sentence for it. */
export function failureInWords({ kind, part }: Failure, lang: Lang): string {
  const s = said(studyWords, lang);
  if (kind !== 'refused') return { offline: s.offline, busy: s.busy, failed: s.failed }[kind];
  const parts: Record<string, string> = {
    school: s.badSchool,
    date: s.badDate,
    pupils: s.badPupils,
    adults: s.badAdults,
    groups: s.badGroups,
    back_by: s.badTimes,
    leave_from: s.badTimes,
    must: s.badMust,
    not: s.badMust,
    order: s.badOrder,
    stay: s.badStay,
    before: s.badBefore,
    kind: s.badKind,
    from_now: s.badNow,
    study_route: s.badRoute,
  };
  return (part && parts[part]) || s.refused;
}
