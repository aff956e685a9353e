/** How far still counts: a handle on the histogram of the ways, which is the map's legend too. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { TravelMode } from '../../api/types';
import { said } from '../../i18n/edit/book';
import { openWords } from '../../i18n/open';
import { nameIn } from '../../i18n';
import { questionWords } from '../../i18n/plan/question';
import type { ThresholdPreset, TravelKind } from '../answer';
import { setQuestion, setThreshold } from '../asking';
import { PlanElement } from '../base';
import { BINS, histogram, type Bar } from '../classes';
import { amount } from '../charts/text';
import { counted } from '../counted';
import { percent, short, whole } from '../figures';
import { minutesOf, paceOf } from '../question';
import { limit, plan } from '../state';
import './streets-dialog';

/** The drawing's own size; it is stretched to the panel's. */
const WIDTH = 360;
const HEIGHT = 64;
/** Bars as tall as nothing would not be seen to be there. */
const LEAST = 1.5;
const PAGE_STEP = 5;

@customElement('yuren-plan-threshold')
export class ThresholdSlider extends PlanElement {
  private bars(bars: readonly Bar[], end: number, at: number): TemplateResult[] {
    const tallest = Math.max(1, ...bars.map(({ weight }) => weight));
    const x = (minutes: number): number => (minutes / end) * WIDTH;
    const part = (from: number, to: number, height: number, fill: string, className: string) =>
      svg`<rect x=${x(from) + 0.5} y=${HEIGHT - height} width=${Math.max(0, x(to) - x(from) - 1)} height=${height} class=${className} fill=${fill}></rect>`;
    return bars.flatMap(({ from, to, weight, class: rank }) => {
      if (weight === 0) return [];
      const height = Math.max(LEAST, (weight / tallest) * (HEIGHT - 4));
      const edge = Math.min(to, Math.max(from, at));
      return [
        ...(edge > from ? [part(from, edge, height, `var(--class-${rank})`, `bar class-${rank}`)] : []),
        ...(to > edge ? [part(edge, to, height, `url(#way-hatch-${rank})`, 'bar hatched')] : []),
      ];
    });
  }

  private hatches() {
    return svg`<defs>${Array.from(
      { length: 6 },
      (_, rank) =>
        svg`<pattern id="way-hatch-${rank}" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="class-${rank}" width="5" height="5"></rect><rect class="way-hatch-line" width="1.6" height="5"></rect>
        </pattern>`,
    )}</defs>`;
  }

  /** How one travels in the answer that is shown: a newer question may have none yet. */
  private get mode(): TravelMode {
    const { answer, view } = this.state;
    return answer?.method.mode ?? view.question.mode;
  }

  /** Steps of the handle, minutes. */
  private get step(): number {
    return this.mode === 'walk' ? 1 : 0.5;
  }

  private go(minutes: number, settled: boolean): void {
    const { end } = BINS[this.mode];
    const stepped = Math.round(minutes / this.step) * this.step;
    setThreshold({ minutes: Math.min(end, Math.max(this.step, stepped)) }, settled);
  }

  private onKey(event: KeyboardEvent): void {
    const now = limit() ?? 0;
    const { end } = BINS[this.mode];
    const to: Record<string, number> = {
      ArrowRight: now + this.step,
      ArrowUp: now + this.step,
      ArrowLeft: now - this.step,
      ArrowDown: now - this.step,
      PageUp: now + PAGE_STEP,
      PageDown: now - PAGE_STEP,
      Home: 0,
      End: end,
    };
    const minutes = to[event.key];
    if (minutes === undefined) return;
    event.preventDefault();
    this.go(minutes, true);
  }

  private isChosen(preset: ThresholdPreset): boolean {
    const { threshold } = this.state.view;
    return 'metres' in threshold ? preset.max_m === threshold.metres : preset.max_m == null && preset.max_minutes === threshold.minutes;
  }

  private preset(preset: ThresholdPreset): TemplateResult {
    const { max_m: metres, max_minutes: minutes, mode } = preset;
    const choose = (): void => {
      if (mode && mode !== this.state.view.question.mode) plan.set({ view: { ...plan.state.view, question: { ...plan.state.view.question, mode } } });
      setThreshold(metres != null ? { metres } : { minutes: minutes ?? 0 }, true);
    };
    return html`<button class="chip preset ${this.isChosen(preset) ? 'on' : ''}" aria-pressed=${this.isChosen(preset)} data-testid="preset-${preset.id}" @click=${choose}>
      ${nameIn(this.language, preset)}
    </button>`;
  }

  /** What the chosen threshold rests on. */
  private basis() {
    const q = this.words(questionWords);
    const presets = (this.state.planning?.presets ?? []).filter((one) => this.isChosen(one));
    if (presets.length === 0) return nothing;
    const all = presets.every(({ checked }) => checked);
    return html`<details class="small" data-testid="basis">
      <summary>${q.basis} <span class="badge rough">${all ? q.checkedBasis : q.unchecked}</span></summary>
      <ul>${presets.map((preset) => html`<li>${nameIn(this.language, preset)}<br />${this.language === 'en' ? preset.basis_en : preset.basis}</li>`)}</ul>
    </details>`;
  }

  /** Measures ways otherwise. Metres are of the straight line, so that along streets the threshold is what they come to in minutes. */
  private measure(kind: TravelKind): void {
    const { view } = plan.state;
    const minutes = limit();
    if (kind === 'network' && 'metres' in view.threshold && minutes !== null) plan.set({ view: { ...view, threshold: { minutes: Math.round(minutes * 10) / 10 } } });
    setQuestion({ kind });
  }

  /** Straight lines or streets, and what the other way of measuring says. */
  private kind() {
    const q = this.words(questionWords);
    const { answer, planning } = this.state;
    if (!answer) return nothing;
    const { kind, detour } = answer.method;
    const other = answer.other_kind;
    const names = { estimate: q.estimate(String(detour)), network: q.network };
    if (!planning?.streets && !other) {
      return html`<p class="quiet small kind-line" data-testid="kind">${names[kind]} <yuren-plan-streets></yuren-plan-streets></p>`;
    }
    return html`<fieldset class="modes kinds" data-testid="kind">
        <legend class="visually-hidden">${q.kind}</legend>
        ${(['network', 'estimate'] as const).map(
          (one) =>
            html`<label class="mode" data-testid="kind-${one}">
              <input class="visually-hidden" type="radio" name="kind" .checked=${one === kind} @change=${() => this.measure(one)} /><span>${names[one]}</span>
            </label>`,
        )}
      </fieldset>
      ${other ? html`<p class="quiet small" data-testid="other-kind">${q.byBoth(names[other.kind], percent(other.served_share))}</p>` : nothing}`;
  }

  override render() {
    const q = this.words(questionWords);
    const o = said(openWords, this.language);
    const { view, answer, planning } = this.state;
    const mode = this.mode;
    const { end } = BINS[mode];
    const at = limit(this.state) ?? 0;
    const inMetres = 'metres' in view.threshold;
    const says = inMetres && 'metres' in view.threshold ? q.metresOf(whole(view.threshold.metres)) : q.thresholdOf(o[mode], short(at));
    const pace = planning && paceOf(planning.travel, mode);
    const about = inMetres && 'metres' in view.threshold && pace ? q.aboutMinutes(o[mode], short(minutesOf(view.threshold.metres, pace))) : null;
    const { bars, beyond } = answer ? histogram(answer.points, mode) : { bars: [], beyond: 0 };
    return html`<section class="plan-part threshold" aria-labelledby="threshold-title">
      <h2 id="threshold-title" class="part-title">${q.threshold}</h2>
      <p class="threshold-now"><output data-testid="threshold-says">${says}</output> ${about ? html`<span class="quiet">${about}</span>` : nothing}</p>
      <div class="slider">
        <svg class="histogram" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">${this.hatches()}${this.bars(bars, end, at)}</svg>
        <input
          type="range"
          data-testid="threshold"
          min="0"
          max=${end}
          step="0.1"
          .value=${String(Math.min(end, at))}
          aria-label=${q.threshold}
          aria-valuetext=${says}
          @keydown=${this.onKey}
          @input=${(event: Event) => this.go(Number((event.target as HTMLInputElement).value), false)}
          @change=${(event: Event) => this.go(Number((event.target as HTMLInputElement).value), true)}
        />
        <div class="axis quiet" aria-hidden="true">
          ${[0, 0.25, 0.5, 0.75, 1].map((share) => html`<span>${short(share * end)}${share === 1 ? ` ${q.minutes}` : ''}</span>`)}
        </div>
      </div>
      ${answer ? html`<p class="quiet small beyond" data-testid="beyond">${q.beyond(String(end), counted(answer, this.language).amount(amount(beyond)))}</p>` : nothing}
      <div class="presets" role="group" aria-label=${q.presets}>${(planning?.presets ?? []).map((preset) => this.preset(preset))}</div>
      ${this.basis()} ${this.kind()}
    </section>`;
  }
}
