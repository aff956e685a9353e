/** Brings the comparison with a kept scenario to the front: both answer the question that is being asked. */
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Superseded } from '../../api/request';
import { sign } from '../../components/icons';
import { compareWords } from '../../i18n/plan/compare';
import { trialWords } from '../../i18n/plan/trial';
import { shownTheme } from '../../state/display';
import type { CoverageAnswer } from '../answer';
import * as api from '../api';
import { PlanElement } from '../base';
import { failureInWords, failureOf, type PlanFailure } from '../failure';
import { coverageQuestion } from '../question';
import { viewOf, type Kept } from '../scenario/kept';
import { isUnheeded } from '../scenario/closing';
import { askedScenario, limit, plan } from '../state';

@customElement('yuren-plan-compare')
export class CompareInFront extends PlanElement {
  @state() private other: CoverageAnswer | null = null;
  @state() private failure: PlanFailure | null = null;
  private asked: Kept | null = null;

  protected override willUpdate(): void {
    const { comparing } = this.state;
    if (comparing === this.asked) return;
    this.asked = comparing;
    this.other = null;
    if (comparing) void this.ask(comparing);
  }

  protected override updated(_changed: PropertyValues): void {
    const dialog = this.querySelector('dialog');
    const { comparing } = this.state;
    if (comparing && dialog && !dialog.open) dialog.showModal();
    else if (!comparing && dialog?.open) dialog.close();
  }

  private async ask(kept: Kept): Promise<void> {
    const { question, threshold } = this.state.view;
    this.failure = null;
    try {
      const asked = coverageQuestion(question, threshold, askedScenario(viewOf(kept).scenario));
      const [answer] = await Promise.all([api.coverage(asked, 'coverage-other'), import('./swipe')]);
      if (this.asked === kept) this.other = answer;
    } catch (error) {
      if (this.asked === kept && !(error instanceof Superseded)) this.failure = failureOf(error);
    }
  }

  /** What the scenario in front is called beside the kept one. */
  private nameBeside(kept: Kept): string {
    const { name } = this.state.view.scenario;
    return name && name !== kept.name ? name : this.words(compareWords).inFront;
  }

  private body(kept: Kept) {
    const c = this.words(compareWords);
    const { answer, city } = this.state;
    const at = limit(this.state);
    if (this.failure) {
      return html`<div class="trouble" role="alert">
        <p>${failureInWords(this.failure, this.language)}</p>
        <button class="button" @click=${() => void this.ask(kept)}>${this.w.retry}</button>
      </div>`;
    }
    if (!this.other || !answer || at === null) return html`<p class="quiet" role="status">${c.computing}</p>`;
    const theme = shownTheme();
    const unheeded = isUnheeded(this.state.view.scenario, answer) || isUnheeded(viewOf(kept).scenario, this.other);
    return html`${unheeded ? html`<p class="note" data-testid="compare-unheeded">${this.words(trialWords).closedUnheeded}</p>` : nothing}
    <plan-swipe
      .a=${this.other}
      .b=${answer}
      .nameA=${kept.name}
      .nameB=${this.nameBeside(kept)}
      .threshold=${at}
      .lang=${this.language}
      .theme=${theme}
      .city=${city}
    ></plan-swipe>`;
  }

  override render() {
    const c = this.words(compareWords);
    const { comparing } = this.state;
    const close = () => plan.set({ comparing: null });
    return html`<dialog class="compare-dialog" data-testid="compare-dialog" aria-labelledby="compare-title" @close=${close}>
      ${comparing
        ? html`<div class="card-bar">
              <h2 id="compare-title">${c.compare(comparing.name, this.nameBeside(comparing))}</h2>
              <button class="icon-button" data-testid="compare-close" aria-label=${c.close} title=${c.close} @click=${close}>${sign('close')}</button>
            </div>
            ${this.body(comparing)}`
        : nothing}
    </dialog>`;
  }
}
