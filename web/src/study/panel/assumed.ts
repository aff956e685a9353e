/** What the server assumed: each a way to the field that changes it, then what no field changes. */
import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { formWords } from '../../i18n/study/form';
import { StudyElement } from '../base';
import { assumedInWords } from '../words/assumed';
import { openForm } from './asked';

@customElement('yuren-study-assumed')
export class Assumed extends StudyElement {
  override render() {
    const { view, answer } = this.state;
    // When they leave school is over where the day is under way.
    const assumed = (answer?.assumed ?? []).filter(({ what }) => !(view.now && what === 'leave_from')).map((one) => ({ what: one.what, ...assumedInWords(one, this.language) }));
    if (!assumed.length) return nothing;
    const byField = assumed.toSorted((one, other) => Number(one.field === null) - Number(other.field === null));
    return html`<details class="assumed" open>
      <summary>${this.words(formWords).assumedTitle}</summary>
      <ul class="plain-list assumed-chips">
        ${byField.map(
          ({ what, text, field }) =>
            html`<li>${field ? html`<button class="chip assumed-chip" data-testid="assumed" data-what=${what} @click=${() => openForm(field)}>${text}</button>` : html`<span class="assumed-said" data-testid="assumed" data-what=${what}>${text}</span>`}</li>`,
        )}
      </ul>
    </details>`;
  }
}
