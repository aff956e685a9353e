/** What the city's rules say of a place or a route that was sent, in an editor's words. */
import type { PlaceFinding } from '../api/request';
import type { Lang } from '../i18n';
import { said } from '../i18n/edit/book';
import { findingWords } from '../i18n/edit/findings';

/** The server's sentences by what they have in common, and ours for them. */
const MEANINGS: readonly [RegExp, keyof (typeof findingWords)['zh']][] = [
  [/^it is empty/, 'empty'],
  [/^the hours are empty/, 'hoursEmpty'],
  [/^a notice's text has/, 'noticeText'],
  [/ha(s|ve) \d+ characters/, 'tooLong'],
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
  [/before closing is never/, 'lastAdmission'],
  [/^\d+ notices$/, 'tooManyNotices'],
  [/^a notice ends on/, 'noticeOrder'],
  [/^\d+ slots a day/, 'tooManySlots'],
  [/^the slot .* ends before it begins/, 'slotOrder'],
  [/^a group of nobody|^the smallest group/, 'group'],
  [/^the youngest age/, 'ages'],
  [/^it says nothing/, 'contactEmpty'],
  [/^the place .* was withdrawn/, 'stopWithdrawn'],
  [/^there is no place/, 'stopGone'],
];

/** The finding in words; the server's own where it is of a sort not known here. */
export function findingText({ problem, mend }: Pick<PlaceFinding, 'problem' | 'mend'>, lang: Lang): string {
  const meaning = MEANINGS.find(([pattern]) => pattern.test(problem));
  const own = [problem, mend].filter(Boolean).join(': ');
  return meaning ? said(findingWords, lang)[meaning[1]] : own;
}
