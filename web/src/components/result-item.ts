/** One row of a list: what, whether one can go in, how far, on what terms. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Place, TravelMode } from '../api/types';
import { wayInWords } from '../format/travel';
import { briefly } from '../format/visit';
import { nameIn, type Lang, type Words } from '../i18n';
import { said } from '../i18n/edit/book';
import { openWords } from '../i18n/open';
import { roleName } from '../i18n/roles';
import { select } from '../state/actions';
import { badges } from './badges';
import { entryInLine } from './entry-line';
import { roleMarker } from './icons';

export function resultItem(place: Place, selected: boolean, mode: TravelMode, lang: Lang, w: Words): TemplateResult {
  const { properties } = place;
  const [role] = properties.roles;
  const way = wayInWords(properties, mode, w, said(openWords, lang));
  const around = properties.regions.find((region) => region.level === 'district');
  const district = around && nameIn(lang, around);
  const more = properties.roles.length - 1;
  const terms = role ? [roleName(role.kind, lang) + (more > 0 ? ` +${more}` : ''), ...briefly(role, w)].join(' · ') : '';
  return html`<li class="result ${selected ? 'selected' : ''}">
    <button class="result-button" data-testid="result" data-id=${place.id} aria-current=${selected ? 'true' : 'false'} @click=${() => select(place.id)}>
      ${role ? roleMarker(role.kind, 30) : nothing}
      <span class="result-words">
        <span class="result-name">${nameIn(lang, properties)}</span>
        ${role?.open ? html`<span class="result-line entry-line">${entryInLine(role.open, { arriving: properties.travel_minutes != null }, lang, w)}</span>` : nothing}
        <span class="result-line">
          ${way ? html`<strong class="far">${way.said}</strong>` : nothing}${way?.measures ? html` <span class="quiet measures">${way.measures}</span>` : nothing}${way && district ? ' · ' : nothing}${district}
        </span>
        <span class="result-line quiet">${terms}</span>
        <span class="badges">${badges(properties, w)}</span>
      </span>
    </button>
  </li>`;
}
