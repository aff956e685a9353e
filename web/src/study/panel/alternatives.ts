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
  /** Takes it up, and goes to what the day is now. */
  private take(one: Alternative): void {
    takeAlternative(one);
    document.querySelector<HTMLElement>('[data-testid=finding]')?.focus();
  }

  private row(id: string, name: string, plan: StudyPlan | null, take: TemplateResult | typeof nothing): TemplateResult {
    const d = this.words(dayWords);
    const visits = plan?.groups.flatMap(({ stops }) => stops.filter(({ what }) => what === 'visit')) ?? [];
    const names = new Map(visits.map((stop) => [stop.place, stop.name]));
    const back = plan?.groups.map((group) => group.back).toSorted().at(-1) ?? '';
    return html`<li class="alternative" data-testid="alternative" data-alternative=${id}>
      <p class="alternative-head"><strong>${name}</strong><span class="number">${plan ? d.alternative(placesVisited(plan.groups), clock(back)) : d.noPlan}</span></p>
      ${names.size ? html`<p class="quiet small">${[...names.values()].join(this.w.listComma)}</p>` : nothing} ${take}
    </li>`;
  }

  private list(found: readonly Alternative[]): TemplateResult {
    const d = this.words(dayWords);
    const names: Record<Alternative['alternative'], string> = { rain: d.rain, no_coach: d.no_coach, split: d.splitMore };
    const take = (one: Alternative) =>
      one.plan ? html`<button class="button" data-testid="take-alternative" @click=${() => this.take(one)}>${d.take(names[one.alternative])}</button>` : nothing;
    return html`<ul class="plain-list">
      ${this.row('as-planned', d.asPlanned, this.state.answer?.plan ?? null, nothing)} ${found.map((one) => this.row(one.alternative, names[one.alternative], one.plan, take(one)))}
    </ul>`;
  }

  override render() {
    const d = this.words(dayWords);
    const { alternatives, answer } = this.state;
    if (!answer?.plan) return nothing;
    const isAsking = alternatives?.status === 'asking';
    return html`<section aria-labelledby="alternatives-title">
      <h3 id="alternatives-title">${d.alternatives}</h3>
      ${alternatives?.status === 'ready'
        ? this.list(alternatives.found)
        : html`<button class="button wide" data-testid="ask-alternatives" aria-disabled=${isAsking} @click=${() => !isAsking && void askAlternatives()}>${d.askAlternatives}</button>`}
      ${alternatives?.status === 'failed' ? html`<p class="trouble" role="alert">${d.alternativesFailed}</p>` : nothing}
    </section>`;
  }
}
