/** 线路: the library of study routes as its editors see it; one route with all that it says, or a new one. */
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { readPrefill } from '../../study/library/prefill';
import { EditElement } from '../base';
import '../routes/form';
import '../routes/list';
import { may } from '../state';

@customElement('yuren-routes')
export class RoutesView extends EditElement {
  override render() {
    const { parameters } = this.state.route;
    const { id } = parameters;
    if (id) return keyed(id, html`<yuren-route-form .routeId=${id}></yuren-route-form>`);
    // A new route outlives the end of a session, as everything that is written does.
    const isWriting = this.state.interrupted || may('editor');
    if (parameters['new'] && isWriting) return keyed(JSON.stringify(parameters), html`<yuren-route-form .prefill=${readPrefill(parameters)}></yuren-route-form>`);
    return html`<yuren-routes-list></yuren-routes-list>`;
  }
}
