/** Changes of a place as a list: each fact, what it was and what it becomes. */
import { html, type TemplateResult } from 'lit';
import { words, type Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { factWords } from '../../i18n/edit/facts';
import { placeWords } from '../../i18n/edit/place';
import { roleShortName } from '../../i18n/roles';
import { becomes, changeRows } from '../desk/change-list';
import { provenanceText, textOf } from '../fact-text';
import type { Change, Fact, Feature } from '../feature';
import { onlyIn, type WrittenNotice } from './notice';
import { labelOf } from './sheet';

/** A fact's name, with its role's where the place has more than one. */
export function nameOf({ path }: Pick<Change, 'path'>, feature: Feature, lang: Lang): string {
  const { roles } = feature.properties;
  const role = roles.find(({ id }) => path.startsWith(`${id}/`));
  const label = labelOf(path, lang);
  return role && (roles.length > 1 || path.endsWith('/claim')) ? `${roleShortName(role.kind, lang)} · ${label}` : label;
}

/** What a fact was and became, in words; where only the check is new, that. */
function changeText({ before, after, onlyProvenance }: Change, lang: Lang, title: (source: string) => string): TemplateResult {
  if (onlyProvenance) return html`${said(factWords, lang).checkedAgain}${words(lang).colon}${becomes(provenanceText(before, lang, title), provenanceText(after, lang, title))}`;
  // Of a list only what goes and what comes is news.
  if (after?.name === 'notices') {
    const list = (notices: readonly WrittenNotice[]): string => textOf({ ...after, value: notices }, lang);
    return becomes(list(onlyIn(before, after)), list(onlyIn(after, before)));
  }
  const inWords = (fact: Fact | null): string => (fact ? textOf(fact, lang) : said(placeWords, lang).roleGone);
  return becomes(inWords(before), inWords(after));
}

export function changeList(changes: readonly Change[], feature: Feature, lang: Lang, title: (source: string) => string): TemplateResult {
  return changeRows(changes, (change) => nameOf(change, feature, lang), (change) => changeText(change, lang, title));
}
