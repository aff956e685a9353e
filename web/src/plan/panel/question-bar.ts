/** The question: what is needed, how one travels, when, and where. */
import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { BBox } from '../../api/types';
import { travelSwitch } from '../../components/travel-switch';
import { date } from '../../format/units';
import { nameIn } from '../../i18n';
import { questionWords } from '../../i18n/plan/question';
import { SLICES, type Slice } from '../answer';
import { setQuestion } from '../asking';
import { PlanElement } from '../base';
import { demandChip } from '../own/chip';
import { plan } from '../state';
import './needs';

@customElement('yuren-plan-question')
export class QuestionBar extends PlanElement {
  private slice(chosen: Slice) {
    const q = this.words(questionWords);
    return html`<label class="pick">
      <span class="visually-hidden">${q.slices}</span>
      <select data-testid="slice" @change=${(event: Event) => setQuestion({ slice: (event.target as HTMLSelectElement).value as Slice })}>
        ${SLICES.map((slice) => html`<option value=${slice} ?selected=${slice === chosen}>${q[slice]}</option>`)}
      </select>
    </label>`;
  }

  private choose(region: string | null): void {
    setQuestion({ region });
    const { city } = plan.state;
    const bounds = city?.regions.find(({ code }) => code === region)?.bbox ?? city?.bbox;
    if (bounds) plan.set({ bring: { bounds: bounds as BBox } });
  }

  private region(chosen: string | null) {
    const q = this.words(questionWords);
    const districts = this.state.city?.regions.filter(({ level }) => level === 'district') ?? [];
    return html`<label class="pick">
      <span class="visually-hidden">${q.region}</span>
      <select data-testid="region" @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value || null)}>
        <option value="" ?selected=${chosen === null}>${q.wholeCity}</option>
        ${districts.map((district) => html`<option value=${district.code} ?selected=${district.code === chosen}>${nameIn(this.language, district)}</option>`)}
      </select>
    </label>`;
  }

  /** The days that a slice means, as the answer has them. */
  private days() {
    const q = this.words(questionWords);
    const { answer, view } = this.state;
    const meant = answer?.method.slice;
    if (!meant || meant.id !== view.question.slice || meant.id === 'any' || meant.dates.length === 0) return nothing;
    const hours = meant.from && meant.to ? ` ${meant.from}–${meant.to}` : '';
    const first = date(meant.dates[0] ?? '', this.w);
    const days = meant.dates.length === 1 ? q.onDate(first) : q.onDates(first, String(meant.dates.length));
    return html`<span class="quiet slice-days" data-testid="slice-days">${days}${hours}</span>`;
  }

  override render() {
    const q = this.words(questionWords);
    const { question } = this.state.view;
    return html`<div class="question-bar" role="group" aria-label=${q.question}>
      <div class="question-who"><yuren-plan-needs></yuren-plan-needs>${demandChip(question.demand, this.language)}</div>
      <div class="question-row">
        ${travelSwitch(question.mode, this.language, (mode) => setQuestion({ mode }))} ${this.slice(question.slice)} ${this.region(question.region)} ${this.days()}
      </div>
    </div>`;
  }
}
