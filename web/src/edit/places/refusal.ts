/** Why a change of the table was refused, in an editor's words. */
import { Problem, type PlaceFinding } from '../../api/request';
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { placesWords } from '../../i18n/edit/places';
import { changedMeanwhile, inDetail } from '../failure';
import { findingText } from '../finding-text';
import type { Field } from './fields';

/** Which fields of a place a field of the table is about, as findings name them. */
const ABOUT: Record<Field, RegExp> = { name: /^name/, status: /status/, hours: /\.hours/, fee: /\.fee/, phone: /\.contact/ };

/** What of these findings is about a field: a change of the hours is no time to talk of the position. */
export function about<F extends { field: string | null }>(findings: readonly F[], field: Field): F[] {
  return findings.filter((finding) => ABOUT[field].test(finding.field ?? ''));
}

export function findingsOf(error: unknown): readonly PlaceFinding[] {
  return error instanceof Problem && error.code === 'unfit_place' ? (error.parts.findings ?? []) : [];
}

export function refusal(error: unknown, lang: Lang): string {
  const e = said(placesWords, lang);
  if (changedMeanwhile(error)) return e.restless;
  const findings = findingsOf(error);
  return findings.length ? e.unfit(findings.map((finding) => findingText(finding, lang)).join(' ')) : inDetail(error, lang);
}
