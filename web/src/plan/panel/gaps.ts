/** Who is not served, the farthest first. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { nameIn } from '../../i18n';
import { listWords } from '../../i18n/plan/lists';
import type { CoverageAnswer } from '../answer';
import { PlanElement } from '../base';
import { amount } from '../charts/text';
import { counted, unitOf } from '../counted';
import { unservedAt, weightOfPoints } from '../counting';
import { short, whole } from '../figures';
import { explain, limit, plan } from '../state';

const ROWS = 40;
/** Near enough to see the sites about it. */
const ZOOM = 11;

@customElement('yuren-plan-gaps')
export class GapList extends PlanElement {
  @state() private shown = ROWS;

  private open({ points }: CoverageAnswer, index: number): void {
    explain(points.id[index] ?? null);
    plan.set({ bring: { at: [points.lon[index] ?? 0, points.lat[index] ?? 0], zoom: ZOOM } });
  }

  private row(answer: CoverageAnswer, index: number, towns: ReadonlyMap<string, string>): TemplateResult {
    const l = this.words(listWords);
    const { points, method } = answer;
    const minutes = points.minutes[index] ?? null;
    const far = minutes === null ? l.beyondHorizon(whole(method.horizon_minutes)) : l.minutes(short(minutes));
    const id = points.id[index] ?? '';
    const isWeighed = ['people', 'weight'].includes(unitOf(answer));
    const weight = isWeighed ? counted(answer, this.language).amount(amount(points.weight[index] ?? 0)) : '';
    return html`<li>
      <button class="row-button gap-row" data-testid="gap" data-id=${id} aria-pressed=${this.state.view.unit === id} @click=${() => this.open(answer, index)}>
        <span class="gap-name">${points.name[index]}<span class="quiet small">${[towns.get(points.town[index] ?? points.district[index] ?? ''), weight].filter(Boolean).join(' · ')}</span></span>
        <span class="count">${points.status[index] === 'across_water' ? html`<span class="badge rough">${l.acrossWater}</span>` : far}</span>
      </button>
    </li>`;
  }

  override render() {
    const l = this.words(listWords);
    const { answer } = this.state;
    const at = limit(this.state);
    if (!answer || at === null) return nothing;
    const gaps = unservedAt(answer, at);
    if (gaps.length === 0) return html`<p class="finding" data-testid="no-gaps">${l.noGaps}</p>`;
    const names = new Map(answer.regions.map((region) => [region.code, nameIn(this.language, region)]));
    const rest = Math.min(ROWS, gaps.length - this.shown);
    return html`<p class="finding" data-testid="gaps-found">${l.gapsFound(counted(answer, this.language).atPoints(whole(gaps.length), amount(weightOfPoints(answer, gaps))))}</p>
      <ol class="plain-list" data-testid="gaps">${gaps.slice(0, this.shown).map((index) => this.row(answer, index, names))}</ol>
      ${rest > 0 ? html`<button class="button wide" data-testid="more-gaps" @click=${() => (this.shown += ROWS)}>${l.more(whole(rest))}</button>` : nothing}`;
  }
}
