/** What the server found in a place that was sent: at which field of the form, and in an editor's words. */
import type { PlaceFinding } from '../../api/request';
import { Problem } from '../../api/request';
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { findingWords } from '../../i18n/edit/findings';
import type { Feature } from '../feature';

export interface Placed {
  /** The fact's path, with `:phone` or the like for a part of it; empty where no field is at fault. */
  key: string;
  finding: PlaceFinding;
}

const OF_PLACE: readonly [RegExp, string][] = [
  [/^name(_source\b.*)?$/, 'name'],
  [/^name_en$/, 'name_en'],
  [/^aliases\b/, 'aliases'],
  [/^address$/, 'address'],
  [/^status$/, 'status'],
  [/^position\.radius_m$/, 'position:radius'],
  [/^position\.precision$/, 'position:precision'],
  [/^(position|geometry)\b/, 'position'],
];

const OF_ROLE: readonly [RegExp, string][] = [
  [/^(kind|id|claim)\b/, 'claim'],
  [/^name$/, 'role_name'],
  [/^status$/, 'role_status'],
  [/^contact\.value\.phone$/, 'contact:phone'],
  [/^contact\.value\.website$/, 'contact:website'],
  [/^contact\b/, 'contact:phone'],
  [/^(hours|fee|audience|booking|capacity|visit_minutes)\b/, '$1'],
];

function lookedUp(table: readonly [RegExp, string][], field: string): string {
  const row = table.find(([pattern]) => pattern.test(field));
  return row ? row[1].replace('$1', row[0].exec(field)?.[1] ?? '') : '';
}

/** Where in the form a field such as `roles[0].hours.value` stands. */
export function keyOf(field: string | null, feature: Feature): string {
  const plain = (field ?? '').replace(/^place\./, '').replace(/^properties\./, '');
  const [, index, rest = ''] = /^roles\[(\d+)\]\.(.+)$/.exec(plain) ?? [];
  if (index === undefined) return lookedUp(OF_PLACE, plain);
  const role = feature.properties.roles[Number(index)];
  const name = lookedUp(OF_ROLE, rest);
  return role && name ? `${role.id}/${name}` : '';
}

export function placed(findings: readonly PlaceFinding[], feature: Feature): Placed[] {
  return findings.map((finding) => ({ key: keyOf(finding.field, feature), finding }));
}

/** What a refusal says of the fields; `null` = it is none of that kind. */
export function findingsOf(error: unknown, feature: Feature): Placed[] | null {
  if (!(error instanceof Problem)) return null;
  const { findings, parameter, allowed } = error.parts;
  if (error.code === 'unfit_place' && findings?.length) return placed(findings, feature);
  if (error.code !== 'invalid_content' || !parameter?.startsWith('place')) return null;
  return placed([{ place: feature.id, field: parameter, problem: error.detail, mend: allowed ?? '' }], feature);
}

/** The server's sentences by what they have in common, and ours for them. */
const MEANINGS: readonly [RegExp, keyof (typeof findingWords)['zh']][] = [
  [/^it is empty/, 'empty'],
  [/has \d+ characters/, 'tooLong'],
  [/space/, 'spaces'],
  [/cannot be seen|control character/, 'unseen'],
  [/made up and reads like a real/, 'needsRealSource'],
  [/reads as made up/, 'exampleNeedsExampleSource'],
  [/not a telephone number/, 'phone'],
  [/mobile number/, 'mobile'],
  [/not a web address/, 'website'],
  [/outside the city/, 'outsideCity'],
  [/m outside/, 'outsideDistrict'],
  [/ lies in /, 'inWater'],
  [/same point/, 'stacked'],
  [/only in a school/, 'onlyInSchool'],
  [/still to come/, 'futureDay'],
  [/radius|never exact/, 'radius'],
  [/synthetic/, 'examplePosition'],
  [/nobody fits|length of a visit/, 'number'],
];

/** The finding in words; the server's own where it is of a sort not known here. */
export function findingText({ problem, mend }: PlaceFinding, lang: Lang): string {
  const meaning = MEANINGS.find(([pattern]) => pattern.test(problem));
  const own = [problem, mend].filter(Boolean).join(': ');
  return meaning ? said(findingWords, lang)[meaning[1]] : own;
}
