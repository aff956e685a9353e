/** The buttons over a map. They take their room from the first, and are there once the map is: before, a press would do nothing. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../i18n';
import { sign } from './icons';

/** What they press upon. */
interface Zoomable {
  zoomBy(step: number): void;
}

/** Back to the whole of what the map is about. */
interface Whole {
  name: string;
  testid: string;
  show(): void;
}

export function mapControls(w: Words, map: Zoomable | null, whole: Whole | null = null): TemplateResult {
  const zoom = (testid: string, name: string, icon: 'plus' | 'minus', step: number): TemplateResult =>
    html`<button type="button" class="icon-button" data-testid=${testid} aria-label=${name} title=${name} @click=${() => map?.zoomBy(step)}>${sign(icon)}</button>`;
  return html`<div class="map-controls ${map ? '' : 'coming'}">
    ${zoom('zoom-in', w.zoomIn, 'plus', 1)} ${zoom('zoom-out', w.zoomOut, 'minus', -1)}
    ${whole ? html`<button type="button" class="icon-button" data-testid=${whole.testid} aria-label=${whole.name} title=${whole.name} @click=${whole.show}>${sign('city')}</button>` : nothing}
  </div>`;
}
