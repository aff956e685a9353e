/** Changes of a place as a list: each fact, what it was and what it becomes. */
import { html, type TemplateResult } from 'lit';
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { placeWords } from '../../i18n/edit/place';
import { roleShortName } from '../../i18n/roles';
import { provenanceText, textOf } from '../fact-text';
import type { Change, Feature } from '../feature';
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
export function changeText({ before, after, onlyProvenance }: Change, lang: Lang, title: (source: string) => string): TemplateResult {
  const e = said(placeWords, lang);
  if (onlyProvenance) {
    const [old, now] = [provenanceText(before, lang, title), provenanceText(after, lang, title)];
    return html`${e.checkedAgain}${lang === 'en' ? ': ' : '：'}<del>${old}</del> → <ins>${now}</ins>`;
  }
  // Of a list only what goes and what comes is news.
  if (after?.name === 'notices') {
    const list = (notices: readonly WrittenNotice[]): string => textOf({ ...after, value: notices }, lang);
    return html`<del>${list(onlyIn(before, after))}</del> → <ins>${list(onlyIn(after, before))}</ins>`;
  }
  return html`<del>${before ? textOf(before, lang) : e.roleGone}</del> → <ins>${after ? textOf(after, lang) : e.roleGone}</ins>`;
}

export function changeList(changes: readonly Change[], feature: Feature, lang: Lang, title: (source: string) => string): TemplateResult {
  return html`<dl class="changes">
    ${changes.map((change) => html`<div data-testid="change"><dt>${nameOf(change, feature, lang)}</dt><dd>${changeText(change, lang, title)}</dd></div>`)}
  </dl>`;
}
