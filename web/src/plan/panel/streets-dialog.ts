/** How streets are added to a city that has none. */
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { sign } from '../../components/icons';
import { questionWords } from '../../i18n/plan/question';
import { PlanElement } from '../base';

/** As it is typed on the server. */
const COMMAND = 'yuren network build data/yangzhou FILE.osm.pbf';

@customElement('yuren-plan-streets')
export class StreetsDialog extends PlanElement {
  override render() {
    const q = this.words(questionWords);
    const { planning } = this.state;
    const dialog = (): HTMLDialogElement | null => this.querySelector('dialog');
    return html`<button class="button plain inline" data-testid="how-to-add-streets" @click=${() => dialog()?.showModal()}>${q.howToAdd}</button>
      <dialog class="about" data-testid="streets-dialog" aria-labelledby="streets-title">
        <div class="card-bar">
          <h2 id="streets-title">${q.streetsTitle}</h2>
          <button class="icon-button" aria-label=${q.close} @click=${() => dialog()?.close()}>${sign('close')}</button>
        </div>
        <p>${q.streetsNow(String(planning?.travel.detour ?? ''))}</p>
        <p>${q.streetsHow}</p>
        <pre class="command"><code>${COMMAND}</code></pre>
        <p>${q.streetsThen}</p>
        <p class="quiet">${q.streetsWater}</p>
      </dialog>`;
  }
}
