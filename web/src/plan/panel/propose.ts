/** Proposals of where sites should go: the fast answer at once, then its proof. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { sign } from '../../components/icons';
import { nameIn } from '../../i18n';
import { ownWords } from '../../i18n/plan/own';
import { trialWords } from '../../i18n/plan/trial';
import { SITING_MODELS, type Placement, type SitingModel } from '../answer';
import { PlanElement } from '../base';
import { failureInWords } from '../failure';
import { amount } from '../charts/text';
import { counted, unitWords, type UnitWords } from '../counted';
import { short } from '../figures';
import { learn } from '../own/lists';
import { capacityOf, isUnderWay, MOST_CAPACITY, MOST_SITES, type Placing } from '../scenario/placing';
import { accept, capacityWanted, propose, setWish, stop } from '../scenario/proposing';
import { plan } from '../state';

@customElement('yuren-plan-propose')
export class ProposePanel extends PlanElement {
  override connectedCallback(): void {
    super.connectedCallback();
    void learn();
  }

  /** The sets that the server names, and lists of one's own. The demand points are a set of their own where they are no village units. */
  private candidateSets(): readonly { id: string; name: string; name_en?: string }[] {
    const { planning, own, view } = this.state;
    const named = (planning?.candidate_sets ?? []).filter(({ id }) => id !== 'demand' || view.question.demand !== null);
    return [...named, ...own.filter(({ use }) => use === 'candidates')];
  }

  /** What a gain counts. */
  private get unit(): UnitWords {
    const { answer } = this.state;
    return answer ? counted(answer, this.language) : unitWords('village', this.language);
  }

  private form(placing: Placing): TemplateResult {
    const t = this.words(trialWords);
    const busy = isUnderWay(placing);
    const value = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;
    return html`<div class="propose-form">
      <label class="field">
        <span>${t.goal}</span>
        <select data-testid="siting-model" ?disabled=${busy} @change=${(event: Event) => setWish({ model: value(event) as SitingModel })}>
          ${SITING_MODELS.map((model) => html`<option value=${model} ?selected=${model === placing.model}>${model === 'max_cover' ? t.max_cover(this.unit.name) : t[model]}</option>`)}
        </select>
      </label>
      <label class="field" ?hidden=${placing.model === 'set_cover'}>
        <span>${t.howMany}</span>
        <input data-testid="siting-sites" type="number" inputmode="numeric" min="1" max=${MOST_SITES} .value=${String(placing.sites)} ?disabled=${busy}
          @change=${(event: Event) => setWish({ sites: Math.min(MOST_SITES, Math.max(1, Math.round(Number(value(event))) || 1)) })} />
      </label>
      ${placing.model === 'capacitated_max_cover' ? this.capacity(busy) : nothing}
      <label class="field whole">
        <span>${t.candidates}</span>
        <select data-testid="siting-candidates" ?disabled=${busy} @change=${(event: Event) => setWish({ candidates: value(event) })}>
          ${this.candidateSets().map((set) => html`<option value=${set.id} ?selected=${set.id === placing.candidates}>${nameIn(this.language, set)}</option>`)}
        </select>
      </label>
      <button class="button" data-testid="own-candidates" aria-haspopup="dialog" ?disabled=${busy} @click=${() => plan.set({ choosing: 'candidates' })}>${sign('upload')}${this.words(ownWords).where}</button>
    </div>`;
  }

  /** How much one site serves at most, and what that means. */
  private capacity(busy: boolean): TemplateResult {
    const t = this.words(trialWords);
    const villages = this.state.answer?.method.demand === 'village_units';
    const take = (event: Event): void => setWish({ capacity: capacityOf((event.target as HTMLInputElement).value) });
    return html`<label class="field whole">
        <span>${t.capacity}</span>
        <input data-testid="siting-capacity" type="number" inputmode="decimal" min="1" max=${MOST_CAPACITY} step="any" aria-describedby="capacity-hint"
          .value=${String(capacityWanted(this.state))} ?disabled=${busy} @change=${take} />
      </label>
      <p class="quiet small whole" id="capacity-hint">${t.capacityHint(villages ? t.capacityVillages : t.capacityWeight)}</p>`;
  }

  private proof({ stage, placement, gap, elapsedMs }: Placing): string {
    const t = this.words(trialWords);
    if (stage === 'fast') return gap === null ? t.proving : `${t.proving} ${t.within(`${short(gap)}%`)}${elapsedMs ? ` · ${t.elapsed((elapsedMs / 1000).toFixed(1))}` : ''}`;
    switch (placement?.proof) {
      case 'optimal':
        return t.proved;
      case 'within':
        return t.within(`${short(gap ?? placement.gap_percent ?? 0)}%`);
      default:
        return t.stopped;
    }
  }

  private proposal(placement: Placement, placing: Placing): TemplateResult {
    const t = this.words(trialWords);
    if (placement.chosen.length === 0) return html`<p class="note">${t.none}</p>`;
    return html`<ol class="proposals" data-testid="proposals">
        ${placement.chosen.map(
          ({ id, name, lon, lat, gain_weight: gain }) =>
            html`<li data-testid="proposal" data-id=${id}>
              <button class="row-name" @click=${() => plan.set({ bring: { at: [lon, lat], zoom: 12.5 } })}>${name}</button>
              ${gain > 0 ? html`<span class="quiet number">${t.gains(this.unit.amount(amount(gain)))}</span>` : nothing}
            </li>`,
        )}
      </ol>
      <button class="button primary wide" data-testid="accept-proposals" @click=${accept} ?disabled=${placing.stage === 'times'}>${t.accept}</button>`;
  }

  override render() {
    const t = this.words(trialWords);
    const { placing } = this.state;
    const { stage, placement, failure, done } = placing;
    return html`<section aria-labelledby="propose-title" data-testid="propose" data-stage=${stage}>
      <h3 id="propose-title">${t.propose}</h3>
      ${this.form(placing)}
      ${isUnderWay(placing)
        ? html`<div class="working">
            ${stage === 'times' ? html`<progress max="1" .value=${done} aria-label=${t.times}></progress>` : html`<progress aria-label=${t.proving}></progress>`}
            <button class="button" data-testid="cancel-siting" @click=${stop}>${t.cancel}</button>
          </div>`
        : html`<button class="button" data-testid="start-siting" @click=${() => void propose()}>${t.start}</button>`}
      <p role="status" class="proof" data-testid="proof" data-proof=${stage === 'done' ? (placement?.proof ?? '') : ''}>
        ${stage === 'times' ? t.times : placement ? this.proof(placing) : nothing}
      </p>
      ${placement ? this.proposal(placement, placing) : nothing}
      ${stage === 'failed' ? html`<p class="trouble" role="alert">${failure ? `${failureInWords(failure, this.language)} ${failure.detail}` : t.none}</p>` : nothing}
    </section>`;
  }
}
