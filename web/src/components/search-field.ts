/** The family's search field: what is found is a starting point, or a place to be shown. */
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { SearchAnswer, SearchHit } from '../api/types';
import { select, setPoint } from '../state/actions';
import { learnSources } from '../state/store';
import { StoreElement } from './base';
import { sign } from './icons';
import { locate } from './locate';
import './place-search';

@customElement('yuren-search')
export class SearchField extends StoreElement {
  private choose({ id, geometry, properties }: SearchHit): void {
    if (properties.result === 'place') select(id);
    else if (geometry) setPoint(geometry.coordinates, { kind: 'named', name: properties.name });
  }

  override render() {
    const { w } = this;
    const { view } = this.state;
    const here = html`<button class="icon-button accent" data-testid="locate" aria-label=${w.locateMe} title=${w.locateMe} @click=${() => locate()}>${sign('locate')}</button>`;
    return html`<yuren-place-search
      .lang=${view.lang}
      .near=${view.point?.at ?? null}
      .label=${w.searchLabel}
      .placeholder=${w.searchPlaceholder}
      .more=${here}
      @found=${(event: CustomEvent<SearchAnswer>) => learnSources(event.detail)}
      @choose=${(event: CustomEvent<SearchHit>) => this.choose(event.detail)}
    ></yuren-place-search>`;
  }
}
