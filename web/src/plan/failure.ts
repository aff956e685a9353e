/** What went wrong on the way to the server, in kinds that have words. */
import { failureDetail, failureKind, type FailureKind } from '../api/failure-kind';
import { Problem, type PlaceFinding } from '../api/request';
import type { Lang } from '../i18n';
import { said } from '../i18n/edit/book';
import { planWords } from '../i18n/plan/frame';

export interface PlanFailure {
  kind: FailureKind;
  /** What the server says of it. */
  detail: string;
  /** What it finds wrong with what was sent, by rule. */
  findings: readonly PlaceFinding[];
  /** Which part of the question it is about, as the server names it. */
  parameter: string | null;
  /** The names in the header of a file that it cannot use. */
  headers: readonly string[];
}

export function failureOf(error: unknown): PlanFailure {
  const parts = error instanceof Problem ? error.parts : {};
  return { kind: failureKind(error), detail: failureDetail(error), findings: parts.findings ?? [], parameter: parts.parameter ?? null, headers: parts.headers ?? [] };
}

/** The sentence for it. */
export function failureInWords({ kind }: PlanFailure, lang: Lang): string {
  const p = said(planWords, lang);
  return { offline: p.offline, busy: p.busy, refused: p.refused, failed: p.failed }[kind];
}
