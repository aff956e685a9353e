/** What the server found in a document that was sent: at which field of the form, and in words. */
import { Problem, type PlaceFinding } from '../../api/request';
import { words, type Lang } from '../../i18n';
import { findingText } from '../finding-text';

export interface Placed {
  /** The fact's path, with `:phone` or the like for a part of it; empty where no field is at fault. */
  key: string;
  finding: PlaceFinding;
}

/** A field of what was sent, not of the request around it. */
const OF_DOCUMENT = /^\/?(place|route)\b/;

/** What a refusal says of the fields; `null` = it is none of that kind. `keyOf` tells which field it is. */
export function findingsOf(error: unknown, keyOf: (field: string | null) => string): Placed[] | null {
  if (!(error instanceof Problem)) return null;
  const { findings, parameter, allowed } = error.parts;
  if (findings?.length) return findings.map((finding) => ({ key: keyOf(finding.field), finding }));
  if (error.code !== 'invalid_content' || !OF_DOCUMENT.test(parameter ?? '')) return null;
  return [{ key: keyOf(parameter ?? null), finding: { place: null, field: parameter ?? null, problem: error.detail, mend: allowed ?? '' } }];
}

/** Findings as sentences, each with the name of what it is about. */
export function namedFindings(findings: readonly PlaceFinding[], nameOf: (field: string | null) => string, lang: Lang): string[] {
  return findings.map((finding) => `${nameOf(finding.field)}${words(lang).colon}${findingText(finding, lang)}`);
}
