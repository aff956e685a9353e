/** Brings the report to the front when the planner asks for it. */
import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PlanElement } from '../base';
import { coverageQuestion } from '../question';
import { limit, link, plan } from '../state';
import { provenBy, type Proposal } from './proof';

@customElement('yuren-plan-report')
export class ReportInFront extends PlanElement {
  /** What a method proposed last: the page forgets it once it is taken into the scenario. */
  private proposed: Proposal | null = null;

  protected override willUpdate(): void {
    const { placing, view, reporting } = this.state;
    const { placement } = placing;
    if (placement && placement !== this.proposed?.placement) this.proposed = { placement, asked: view };
    if (reporting) void import('./print-report');
  }

  override render() {
    const { reporting, answer, before, city, planning, view } = this.state;
    const at = limit(this.state);
    if (!reporting || !answer || at === null) return nothing;
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
      .question=${coverageQuestion(question, threshold, scenario)}
      .link=${link()}
      @close=${() => plan.set({ reporting: false })}
    ></plan-report>`;
  }
}
