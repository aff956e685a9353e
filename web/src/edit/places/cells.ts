/** The table's cells that are more than a text. */
import { html, nothing, type TemplateResult } from 'lit';
import { roleMarker, sign } from '../../components/icons';
import { date, distance } from '../../format/units';
import { words, type Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { placesWords } from '../../i18n/edit/places';
import { roleName, roleShortName } from '../../i18n/roles';
import { statusOf, type Row } from './rows';
import { cellText, checkedText, overdueText } from './texts';

export function roleCell({ role, more }: Row, lang: Lang): TemplateResult {
  if (!role) return html``;
  return html`<span class="role-name" title=${roleName(role.kind, lang)}>${roleMarker(role.kind, 22)}<span>${roleShortName(role.kind, lang)}</span></span>
    ${role.name ? html`<span class="quiet beside">${role.name}</span>` : nothing}
    ${more > 0 ? html`<span class="quiet beside">${said(placesWords, lang).moreRoles(more)}</span>` : nothing}`;
}

export function statusCell(row: Row, lang: Lang): TemplateResult {
  const text = cellText(row, 'status', lang);
  return statusOf(row) === 'active' ? html`${text}` : html`<span class="badge alarm">${text}</span>`;
}

/** When it was checked, and what of it has to be checked again. */
export function checkedCell(row: Row, lang: Lang): TemplateResult {
  const overdue = overdueText(row, lang);
  return html`<span title=${row.checkedOn ? date(row.checkedOn, words(lang)) : nothing}>${checkedText(row, lang)}</span>
    ${overdue ? html`<span class="badge alarm overdue" data-testid="overdue">${sign('alert')}<span>${overdue}</span></span>` : nothing}`;
}

export function marksCell({ place, synthetic }: Row, lang: Lang): TemplateResult {
  const [w, e] = [words(lang), said(placesWords, lang)];
  const { precision, radius_m } = place.properties.position;
  const example = synthetic ? html`<span class="badge example" title=${w.badgeSyntheticLong}>${e.example}</span>` : nothing;
  const rough = precision === 'approximate' ? html`<span class="badge rough" title=${w.badgeApproximate(distance(radius_m, w))}>${e.approximate}</span>` : nothing;
  return html`<span class="badges">${example}${rough}</span>`;
}
