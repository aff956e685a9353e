/** What the scenario brings: share before and after, units gained, by town. */
import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { nameIn } from '../../i18n';
import { planWords } from '../../i18n/plan/frame';
import { listWords } from '../../i18n/plan/lists';
import { trialWords } from '../../i18n/plan/trial';
import { PlanElement } from '../base';
import { amount, signed } from '../charts/text';
import { counted } from '../counted';
import { finestLevel, gainAt } from '../counting';
import { percent, points } from '../figures';
import { isEmpty } from '../scenario/scenario';
import { askedScenario, limit } from '../state';

const TOWNS = 8;

@customElement('yuren-plan-gain')
export class GainPanel extends PlanElement {
  override render() {
    const t = this.words(trialWords);
    const l = this.words(listWords);
    const { answer, before, view, status, slow } = this.state;
    const at = limit(this.state);
    if (!answer || !before || at === null || isEmpty(askedScenario(view.scenario))) return nothing;
    const busy = status === 'loading' && slow;
    const gain = gainAt(before, answer, at);
    const unit = counted(answer, this.language);
    return html`<section class="gain" aria-labelledby="gain-title" aria-busy=${busy} data-testid="gain">
      <h3 id="gain-title">${t.gain} ${busy ? html`<span class="quiet small">${this.words(planWords).computing}</span>` : nothing}</h3>
      <p class="gain-share" data-testid="gain-share">
        ${t.shares(percent(gain.shareBefore), percent(gain.shareAfter))} <span class="quiet">${t.pointsMore(points(gain.shareAfter - gain.shareBefore))}</span>
      </p>
      ${gain.gained.length ? html`<p data-testid="units-gained">${t.unitsGained(unit.amount(amount(gain.gainedWeight)))}</p>` : nothing}
      ${gain.lost.length ? html`<p data-testid="units-lost">${t.unitsLost(unit.amount(amount(gain.lostWeight)))}</p>` : nothing}
      ${gain.gained.length + gain.lost.length === 0 ? html`<p class="quiet">${t.noChange}</p>` : nothing}
      ${gain.towns.length
        ? html`<table class="towns">
            <caption class="visually-hidden">${finestLevel(answer) === 'town' ? t.byTown : t.byDistrict}</caption>
            <thead><tr><th scope="col">${l.name}</th><th scope="col" class="number">${t.before}</th><th scope="col" class="number">${t.after}</th><th scope="col" class="number">${t.units(unit.name)}</th></tr></thead>
            <tbody>${gain.towns.slice(0, TOWNS).map(
              (town) =>
                html`<tr data-testid="town-gain" data-code=${town.code}>
                  <th scope="row">${nameIn(this.language, town)}</th>
                  <td class="number">${percent(town.before)}</td>
                  <td class="number">${percent(town.after)}</td>
                  <td class="number">${signed(town.weight)}</td>
                </tr>`,
            )}</tbody>
          </table>`
        : nothing}
    </section>`;
  }
}
