/** 改地点: one place with all its facts, or the search for it. */
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { EditElement } from '../base';
import '../place/form';
import '../place/search';

@customElement('yuren-place')
export class PlaceView extends EditElement {
  override render() {
    const { id } = this.state.route.parameters;
    return id ? keyed(id, html`<yuren-place-form .placeId=${id}></yuren-place-form>`) : html`<yuren-find-place></yuren-find-place>`;
  }
}
