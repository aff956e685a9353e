/** How far one gets from the chosen point: asks for the areas, and says over the map what they are. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { Superseded } from '../../api/request';
import type { LonLat } from '../../api/types';
import { sign } from '../../components/icons';
import { mapWords } from '../../i18n/plan/map';
import type { Isochrones } from '../answer';
import * as api from '../api';
import { PlanElement } from '../base';
import { failureInWords, failureOf, type PlanFailure } from '../failure';
import { short } from '../figures';
import { NO_REACH, reachQuestion, standsAt } from '../reach';
import { askedScenario, limit, plan, setReach } from '../state';

@customElement('yuren-plan-reach')
export class ReachKey extends PlanElement {
  /** Where the areas begin that were brought into sight last; those of a link are shown as its own camera shows them. */
  private brought: LonLat | null = plan.state.view.reach;

  protected override updated(): void {
    void this.ask();
  }

  /** Asks once an answer on coverage is there to which other areas belong. */
  private async ask(): Promise<void> {
    const { view, status, reach, answer } = plan.state;
    const at = limit();
    if (!view.reach) {
      if (reach !== NO_REACH) plan.set({ reach: NO_REACH });
      return;
    }
    if (!answer || at === null || status !== 'ready') return;
    const question = reachQuestion(view.reach, answer, at, askedScenario());
    const key = JSON.stringify(question);
    if (reach.key === key) return;
    plan.set({ reach: { ...reach, key, failure: null } });
    try {
      const areas = await api.isochrone(question);
      if (plan.state.reach.key !== key) return;
      plan.set({ reach: { key, areas, failure: null } });
      if (this.brought !== view.reach) this.bring(areas);
      this.brought = view.reach;
    } catch (error) {
      if (plan.state.reach.key === key && !(error instanceof Superseded)) plan.set({ reach: { key, areas: null, failure: failureOf(error) } });
    }
  }

  /** All that is within reach. */
  private bring({ features }: Isochrones): void {
    const corners = features.flatMap(({ geometry }) => geometry.coordinates.flat(2));
    if (corners.length === 0) return;
    const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)];
    plan.set({ bring: { bounds: [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)] } });
  }

  /** The areas lie over one another: so do the swatches. */
  private swatch(rank: number): TemplateResult {
    return html`<svg class="swatch" width="22" height="14" aria-hidden="true">
      ${Array.from({ length: rank + 1 }, () => svg`<rect class="reach-area" width="22" height="14"></rect>`)}
      <rect class="reach-rim" x="1" y="1" width="20" height="12"></rect>
    </svg>`;
  }

  private classes({ features }: Isochrones): TemplateResult {
    const m = this.words(mapWords);
    return html`<ul class="plain-list legend-classes" data-testid="reach-times">
      ${features.map(({ properties }, rank) => html`<li>${this.swatch(rank)}<span class="number">${m.reachWithin(short(properties.minutes))}</span></li>`).reverse()}
    </ul>`;
  }

  private trouble(failure: PlanFailure): string {
    // The one part of the question that the reader chose here is the point.
    return failure.parameter === 'lon' ? this.words(mapWords).reachNoStreet : failureInWords(failure, this.language);
  }

  override render() {
    const m = this.words(mapWords);
    const { view, answer, reach } = this.state;
    if (!view.reach) return nothing;
    const { areas, failure } = reach;
    const name = standsAt(answer, view.reach) ?? m.reachSpot;
    const isClosed = areas?.travel_kind === 'network' && (answer?.closed.length ?? 0) > 0;
    return html`<section class="plan-legend reach-key" aria-labelledby="reach-title" data-testid="reach" data-kind=${areas?.travel_kind ?? ''} aria-busy=${!areas && !failure}>
      <div class="reach-bar">
        <h2 id="reach-title">${m.reachFrom(name, m[answer?.method.mode ?? view.question.mode])}</h2>
        <button class="icon-button" data-testid="reach-close" aria-label=${m.reachClose} title=${m.reachClose} @click=${() => setReach(null)}>${sign('close')}</button>
      </div>
      ${areas ? this.classes(areas) : nothing}
      <p class="small" role="status">
        ${areas ? html`<span class="badge rough" data-testid="reach-kind">${areas.travel_kind === 'network' ? m.byStreets : m.byEstimate}</span> ${isClosed ? m.reachClosed : nothing}` : failure ? this.trouble(failure) : m.reachComing}
      </p>
    </section>`;
  }
}
