/** What went wrong on the way to the server, in kinds that have words. */
import { Offline, Problem, type PlaceFinding } from '../api/request';
import type { Lang } from '../i18n';
import { said } from '../i18n/edit/book';
import { planWords } from '../i18n/plan/frame';

export interface PlanFailure {
  kind: 'offline' | 'busy' | 'refused' | 'failed';
  /** What the server says of it. */
  detail: string;
  /** What it finds wrong with what was sent, by rule. */
  findings: readonly PlaceFinding[];
  /** Which part of the question it is about, as the server names it. */
  parameter: string | null;
}

export function failureOf(error: unknown): PlanFailure {
  if (error instanceof Offline) return { kind: 'offline', detail: error.message, findings: [], parameter: null };
  if (!(error instanceof Problem)) return { kind: 'failed', detail: String(error), findings: [], parameter: null };
  const kind = error.status === 429 || error.status === 503 ? 'busy' : error.status < 500 ? 'refused' : 'failed';
  return { kind, detail: error.detail, findings: error.parts.findings ?? [], parameter: error.parts.parameter ?? null };
}

/** The sentence for it. */
export function failureInWords({ kind }: PlanFailure, lang: Lang): string {
  const p = said(planWords, lang);
  return { offline: p.offline, busy: p.busy, refused: p.refused, failed: p.failed }[kind];
}
