/** The name of the city's map, and how it is to be shown. */
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { setDisplay } from '../state/actions';
import { store } from '../state/store';
import { StoreElement } from './base';
import type { DisplayEvent } from './display-menu';
import './display-menu';
import { sign } from './icons';
import { pageLinks } from './page-links';
import { pageHeading } from './page-title';

@customElement('yuren-header')
export class AppHeader extends StoreElement {
  override render() {
    const { w } = this;
    const { city, view } = this.state;
    const about = html`<button class="button wide" data-testid="about" @click=${() => store.set({ aboutOpen: true })}>${sign('info')}${w.aboutData}</button>`;
    return html`<header class="header">
      <h1>${pageHeading(view.lang, city)}</h1>
      ${pageLinks('places', view.lang)}
      <yuren-display .display=${view} .more=${about} @display=${(event: DisplayEvent) => setDisplay(event.detail)}></yuren-display>
    </header>`;
  }
}
