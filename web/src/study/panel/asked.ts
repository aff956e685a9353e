/** What was asked, in a line, and what the server assumed: each a way back to the field that changes it. */
import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { sign } from '../../components/icons';
import { formWords } from '../../i18n/study/form';
import { StudyElement } from '../base';
import { study } from '../state';
import { assumedInWords, type FieldName } from '../words/assumed';
import { dateInWords } from '../words/day';

/** Opens the form at a field. */
function edit(field: FieldName | null): void {
  study.set({ editing: true });
  requestAnimationFrame(() => {
    const form = document.querySelector<HTMLElement>('yuren-study-form');
    const input = field && form?.querySelector<HTMLElement>(`[data-field="${field}"]`);
    const folded = input?.closest('details');
    if (folded) folded.open = true;
    const goal = input ?? form?.querySelector<HTMLElement>('h2');
    goal?.scrollIntoView({ block: 'center' });
    goal?.focus({ preventScroll: true });
  });
}

@customElement('yuren-study-asked')
export class Asked extends StudyElement {
  override render() {
    const f = this.words(formWords);
    const { view, answer, schoolName } = this.state;
    const { question } = view;
    const assumed = (answer?.assumed ?? []).map((one) => ({ what: one.what, ...assumedInWords(one, this.language) }));
    return html`<section class="asked">
      <p class="asked-line" data-testid="summary">${f.summary(answer?.school.name ?? schoolName ?? f.unnamed, question.date ? dateInWords(question.date, this.language) : '', question.pupils, f[question.travel])}</p>
      <button class="button" data-testid="edit-question" @click=${() => edit(null)}>${sign('pencil')}${f.change}</button>
      <yuren-study-by-route></yuren-study-by-route>
      ${assumed.length
        ? html`<details class="assumed" open>
            <summary>${f.assumedTitle}</summary>
            <ul class="plain-list assumed-chips">
              ${assumed.map(
                ({ what, text, field }) =>
                  html`<li>${field ? html`<button class="chip assumed-chip" data-testid="assumed" data-what=${what} @click=${() => edit(field)}>${text}</button>` : html`<span class="assumed-said" data-testid="assumed" data-what=${what}>${text}</span>`}</li>`,
              )}
            </ul>
          </details>`
        : nothing}
    </section>`;
  }
}
