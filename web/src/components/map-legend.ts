/** What the markers mean. */
import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { roleName } from '../i18n/roles';
import { ROLE_KINDS } from '../roles';
import { StoreElement } from './base';
import { roleMarker, sign } from './icons';

@customElement('yuren-legend')
export class MapLegend extends StoreElement {
  @state() private open = false;

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.open) return;
    this.open = false;
    this.querySelector<HTMLElement>('button')?.focus();
    event.stopPropagation();
  }

  override render() {
    const { w, language: lang } = this;
    return html`<div class="legend ${this.open ? 'open' : ''}" @keydown=${this.onKey}>
      <button class="button" data-testid="legend" aria-expanded=${this.open} aria-controls="legend-body" @click=${() => (this.open = !this.open)}>
        ${sign('layers')}${w.legend}
      </button>
      <div id="legend-body" class="legend-body" ?hidden=${!this.open}>
        <ul class="plain-list">
          ${ROLE_KINDS.map((kind) => html`<li>${roleMarker(kind, 22)}<span>${roleName(kind, lang)}</span></li>`)}
        </ul>
        <p class="quiet">${w.legendCluster}</p>
        <p class="quiet">${w.mapHint}</p>
      </div>
    </div>`;
  }
}
