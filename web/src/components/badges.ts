/** What a reader must know of a place before anything else: that it is suspended, an example, or only roughly placed. */
import { html, type TemplateResult } from 'lit';
import type { PlaceProperties } from '../api/types';
import { distance } from '../format/units';
import type { Words } from '../i18n';

/** The badges of a place. */
export function badges(properties: PlaceProperties, w: Words): TemplateResult[] {
  const { position } = properties;
  const synthetic = properties.synthetic || properties.roles.some((role) => role.synthetic);
  return [
    ...(properties.status === 'suspended' ? [html`<span class="badge alarm">${w.badgeSuspended}</span>`] : []),
    ...(properties.status === 'withdrawn' ? [html`<span class="badge alarm">${w.badgeWithdrawn}</span>`] : []),
    ...(synthetic ? [html`<span class="badge example" title=${w.badgeSyntheticLong}>${w.badgeSynthetic}</span>`] : []),
    ...(position.precision === 'approximate'
      ? [html`<span class="badge rough">${w.badgeApproximate(distance(position.radius_m, w))}</span>`]
      : []),
  ];
}
