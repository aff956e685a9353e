/** A first visit: how to choose a starting point, and the whole city at a glance. */
import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { roleName } from '../i18n/roles';
import { select, setFilters } from '../state/actions';
import { isRoleKind } from '../roles';
import { StoreElement } from './base';
import { roleMarker, sign } from './icons';
import { locate } from './locate';

@customElement('yuren-welcome')
export class Welcome extends StoreElement {
  override render() {
    const { w, language: lang } = this;
    const { city, favourites } = this.state;
    const roles = (city?.roles ?? []).filter((role) => isRoleKind(role.kind));
    return html`<div class="welcome" data-testid="welcome">
      <h2>${w.welcomeTitle}</h2>
      <p>${w.welcomeText}</p>
      <button class="button primary wide" @click=${() => locate()}>${sign('locate')}${w.locateMe}</button>
      <p class="quiet">${w.welcomeTap}</p>
      ${favourites.length
        ? html`<h3>${w.favourites}</h3>
            <ul class="plain-list" data-testid="favourites">
              ${favourites.map(({ id, name }) => html`<li><button class="row-button" @click=${() => select(id)}>${sign('star', true)}<span>${name}</span></button></li>`)}
            </ul>`
        : nothing}
      ${roles.length
        ? html`<h3>${w.wholeCityTitle}</h3>
            <p class="quiet">${w.wholeCityText}</p>
            <ul class="plain-list">
              ${roles.map(
                ({ kind, located }) =>
                  html`<li>
                    <button class="row-button" data-testid="kind-${kind}" @click=${() => setFilters({ roles: [kind] })}>
                      ${roleMarker(kind)}<span>${roleName(kind, lang)}</span><span class="count">${w.countPlaces(located)}</span>
                    </button>
                  </li>`,
              )}
            </ul>`
        : nothing}
    </div>`;
  }
}
