/** The day as it would be in the rain, without a coach, in one group more: side by side, and a switch to each. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { clock } from '../../format/clock';
import { dayWords } from '../../i18n/study/day';
import type { Alternative, StudyPlan } from '../answer';
import { askAlternatives, takeAlternative } from '../alternatives';
import { StudyElement } from '../base';
import { placesVisited } from '../timeline';

@customElement('yuren-study-alternatives')
export class Alternatives extends StudyElement {
  private row(name: string, plan: StudyPlan | null, take: TemplateResult | typeof nothing, id: string): TemplateResult {
    const d = this.words(dayWords);
    const stops = plan?.groups[0]?.stops.filter(({ what }) => what === 'visit') ?? [];
    const backs = plan?.groups.map(({ back }) => back).toSorted() ?? [];
    return html`<tr data-testid="alternative" data-alternative=${id}>
      <th scope="row">${name}</th>
      <td class="number">${plan ? placesVisited(plan.groups) : d.noPlan}</td>
      <td class="number">${plan ? clock(backs.at(-1) ?? '') : ''}</td>
      <td>${stops.map((stop) => stop.name).join(this.w.listComma)}${take}</td>
    </tr>`;
  }

  private table(found: readonly Alternative[]): TemplateResult {
    const d = this.words(dayWords);
    const names: Record<Alternative['alternative'], string> = { rain: d.rain, no_coach: d.no_coach, split: d.splitMore };
    const take = (one: Alternative) =>
      one.plan ? html`<button class="button" data-testid="take-alternative" @click=${() => takeAlternative(one)}>${d.take(names[one.alternative])}</button>` : nothing;
    return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${d.alternatives}>
      <table class="alternatives">
        <thead>
          <tr><th scope="col">${d.column}</th><th scope="col">${d.visits}</th><th scope="col">${d.backAt}</th><th scope="col">${d.goesTo}</th></tr>
        </thead>
        <tbody>
          ${this.row(d.asPlanned, this.state.answer?.plan ?? null, nothing, 'as-planned')} ${found.map((one) => this.row(names[one.alternative], one.plan, take(one), one.alternative))}
        </tbody>
      </table>
    </div>`;
  }

  override render() {
    const d = this.words(dayWords);
    const { alternatives, answer } = this.state;
    if (!answer?.plan) return nothing;
    const isAsking = alternatives?.status === 'asking';
    return html`<section aria-labelledby="alternatives-title">
      <h3 id="alternatives-title">${d.alternatives}</h3>
      ${alternatives?.status === 'ready'
        ? this.table(alternatives.found)
        : html`<button class="button wide" data-testid="ask-alternatives" aria-disabled=${isAsking} @click=${() => !isAsking && void askAlternatives()}>${d.askAlternatives}</button>`}
      ${alternatives?.status === 'failed' ? html`<p class="trouble" role="alert">${d.alternativesFailed}</p>` : nothing}
    </section>`;
  }
}
