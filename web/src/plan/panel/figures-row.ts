/** The few numbers; each opens the list behind it. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { listWords } from '../../i18n/plan/lists';
import { PlanElement } from '../base';
import { amount } from '../charts/text';
import { counted } from '../counted';
import { quantile, shareOf, tallyAt } from '../counting';
import { percent, short, whole } from '../figures';
import { limit, setTab } from '../state';
import type { Tab } from '../address';

@customElement('yuren-plan-figures')
export class FiguresRow extends PlanElement {
  private figure(id: string, value: string, name: string, more: string | null, tab: Tab): TemplateResult {
    return html`<button class="figure" data-testid="figure-${id}" @click=${() => this.open(tab)}>
      <span class="figure-value number">${value}</span> <span class="figure-name">${name}</span>
      ${more ? html`<span class="figure-more quiet">${more}</span>` : nothing}
    </button>`;
  }

  private open(tab: Tab): void {
    setTab(tab);
    const behind = document.querySelector<HTMLElement>('#plan-tab-body');
    void this.updateComplete.then(() => behind?.scrollIntoView({ block: 'start' }));
  }

  override render() {
    const l = this.words(listWords);
    const { answer } = this.state;
    const at = limit(this.state);
    if (!answer || at === null) return nothing;
    const unit = counted(answer, this.language);
    const tally = tallyAt(answer, at);
    const { not_located_points: nowhere, gini } = answer.summary;
    const median = quantile(answer.points, 0.5);
    const perhaps = tally.weight > 0 ? tally.perhaps / tally.weight : 0;
    return html`<section class="plan-part" aria-label=${l.figures}>
      <div class="figures" data-testid="figures">
        ${this.figure('share', percent(shareOf(tally)), l.shareServed(unit.name), perhaps > 0 ? l.perhapsToo(percent(perhaps)) : null, 'towns')}
        ${this.figure('unserved', amount(tally.unserved), unit.unserved, l.of(unit.atPoints(whole(tally.points), amount(tally.weight))), 'gaps')}
        ${this.figure('median', median === null ? '—' : l.minutes(short(median)), l.median, median === null ? l.tooFar : null, 'charts')}
        ${this.figure('gini', gini === null ? '—' : gini.toFixed(2), l.gini, l.giniHint, 'charts')}
      </div>
      <p class="quiet small">
        <span data-testid="counts-each">${unit.sentence}</span> ${nowhere > 0 ? html`<span data-testid="not-located">${l.notLocated(whole(nowhere))}</span>` : nothing}
      </p>
      <details class="small" data-testid="method">
        <summary>${l.how}</summary>
        <ul>${answer.method.notes.map(({ zh, en }) => html`<li>${this.language === 'en' ? en : zh}</li>`)}</ul>
      </details>
    </section>`;
  }
}
