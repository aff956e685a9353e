/** There is no plan: the smallest changes that make one, each a button that makes it. */
import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { dayWords } from '../../i18n/study/day';
import type { Change } from '../answer';
import { StudyElement } from '../base';
import { study } from '../state';
import { planDay, setQuestion } from '../steps';
import { changed, changeInWords } from '../words/change';

function apply(change: Change): void {
  setQuestion(changed(change, study.state.view.question));
  planDay();
}

@customElement('yuren-study-no-plan')
export class NoPlan extends StudyElement {
  override render() {
    const d = this.words(dayWords);
    const { answer } = this.state;
    if (answer?.outcome !== 'none') return nothing;
    const { changes } = answer;
    return html`<section class="no-plan" role="status" data-testid="no-plan">
      <h2 tabindex="-1">${d.none}</h2>
      ${changes.length
        ? html`<p>${d.noneWhy}</p>
            <ul class="plain-list changes">
              ${changes.map((change) => html`<li><button class="button wide" data-testid="apply-change" data-change=${change.change} @click=${() => apply(change)}>${changeInWords(change, answer.pupils, this.language)}</button></li>`)}
            </ul>`
        : html`<p>${answer.left_out.some(({ must }) => must) ? d.noneNoChange : d.nothingFits}</p>`}
    </section>`;
  }
}
