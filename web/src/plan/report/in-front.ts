/** Brings the report to the front when the planner asks for it. */
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { PlanElement } from '../base';
import { coverageQuestion } from '../question';
import { askedScenario, limit, link, plan } from '../state';
import { provenBy, type Proposal } from './proof';

@customElement('yuren-plan-report')
export class ReportInFront extends PlanElement {
  /** The report's code is there: what is told to an element before that may be lost. */
  @state() private ready = false;
  /** What a method proposed last: the page forgets it once it is taken into the scenario. */
  private proposed: Proposal | null = null;

  protected override willUpdate(): void {
    const { placing, view, reporting } = this.state;
    const { placement } = placing;
    if (placement && placement !== this.proposed?.placement) this.proposed = { placement, asked: view };
    if (reporting && !this.ready) void import('./print-report').then(() => (this.ready = true));
  }

  override render() {
    const { reporting, answer, before, city, planning, view } = this.state;
    const at = limit(this.state);
    if (!reporting || !this.ready || !answer || at === null) return nothing;
    const { question, threshold, scenario } = view;
    return html`<plan-report
      .answer=${answer}
      .without=${before}
      .threshold=${at}
      .metres=${'metres' in threshold ? threshold.metres : null}
      .lang=${this.language}
      .city=${city}
      .planning=${planning}
      .needs=${question.needs}
      .region=${question.region}
      .scenario=${scenario}
      .placement=${provenBy(this.proposed, view)}
      .question=${coverageQuestion(question, threshold, askedScenario(scenario))}
      .link=${link()}
      @close=${() => plan.set({ reporting: false })}
    ></plan-report>`;
  }
}
