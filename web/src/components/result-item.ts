/** One row of a list: what, how far, on what terms. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Place, PlaceProperties } from '../api/types';
import { distance } from '../format/units';
import { briefly } from '../format/visit';
import { nameIn, type Lang, type Words } from '../i18n';
import { roleName } from '../i18n/roles';
import { select } from '../state/actions';
import { badges } from './badges';
import { roleMarker } from './icons';

/** `直线 850 米`: a distance never stands without what it measures. */
export function distanceInWords(properties: PlaceProperties, w: Words): string | null {
  const { distance_m: metres } = properties;
  return metres == null ? null : w.straight(distance(metres, w));
}

export function resultItem(place: Place, selected: boolean, lang: Lang, w: Words): TemplateResult {
  const { properties } = place;
  const [role] = properties.roles;
  const far = distanceInWords(properties, w);
  const district = properties.regions.find((region) => region.level === 'district')?.name;
  const more = properties.roles.length - 1;
  const terms = role ? [roleName(role.kind, lang) + (more > 0 ? ` +${more}` : ''), ...briefly(role, w)].join(' · ') : '';
  return html`<li class="result ${selected ? 'selected' : ''}">
    <button class="result-button" data-testid="result" data-id=${place.id} aria-current=${selected ? 'true' : 'false'} @click=${() => select(place.id)}>
      ${role ? roleMarker(role.kind, 30) : nothing}
      <span class="result-words">
        <span class="result-name">${nameIn(lang, properties)}</span>
        <span class="result-line">
          ${far ? html`<strong class="far">${far}</strong>` : nothing}${far && district ? ' · ' : nothing}${district}
        </span>
        <span class="result-line quiet">${terms}</span>
        <span class="badges">${badges(properties, w)}</span>
      </span>
    </button>
  </li>`;
}
