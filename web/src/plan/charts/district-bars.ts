/** Districts, or a district's towns, the worst served first: a bar each of what is served, perhaps served, and not. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { textWidth } from '../../format/text-width';
import { nameIn } from '../../i18n';
import type { CoverageAnswer } from '../answer';
import { counted } from '../counted';
import { finestLevel } from '../counting';
import { percent } from '../figures';
import { PlanChart, TYPE, type ChartTable, type Look } from './chart';
import { regionsFinding } from './finding';
import { gridLine, tickName } from './marks';
import { linear } from './scale';
import { worstFirst } from './regions';
import { amount, fitted, wholePercent } from './text';

const ROW = 30;
const BAR = 18;
const BOTTOM = 40;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

@customElement('plan-districts')
export class DistrictBars extends PlanChart {
  protected readonly name = 'districts';
  /** The district whose towns are shown; `null` = the districts. */
  @state() private within: string | null = null;

  private get where(): string {
    const district = this.answer?.regions.find(({ code }) => code === this.within);
    return district ? this.c.townsOf(nameIn(this.lang, district)) : this.c.districts;
  }

  protected override willUpdate(): void {
    // A question of one region may have no such district any more.
    if (this.within && !this.answer?.regions.some(({ code }) => code === this.within)) this.within = null;
  }

  protected finding(answer: CoverageAnswer): string {
    const { c } = this;
    const found = regionsFinding(answer, this.threshold, this.within);
    const name = (tally: { region: { name: string; name_en?: string | null } }) => nameIn(this.lang, tally.region);
    if (found.kind === 'none') return c.regionsNone;
    if (found.kind === 'one') return c.regionsOne(name(found.only), percent(found.only.share));
    if (found.kind === 'even') return c.regionsEven(this.where, percent(found.share));
    return c.regionsApart(name(found.worst), percent(found.worst.share), name(found.best), percent(found.best.share));
  }

  protected told(): string {
    return this.c.regionsTold(this.where, amount(this.threshold));
  }

  protected override legend(): [Look, string][] {
    const { c } = this;
    return [
      ['served', c.served],
      ['perhaps', c.perhaps],
      ['unserved', c.unserved],
    ];
  }

  protected override tools(answer: CoverageAnswer): TemplateResult | typeof nothing {
    const { c } = this;
    const districts = answer.regions.filter(({ level }) => level === 'district');
    if (!districts.length || finestLevel(answer) === 'district') return nothing;
    return html`<label class="chart-choice">
      <span>${c.seeTowns}</span>
      <select data-testid="chart-district" @change=${(event: Event) => (this.within = (event.target as HTMLSelectElement).value || null)}>
        <option value="" ?selected=${this.within === null}>${c.allDistricts}</option>
        ${districts.map((district) => html`<option value=${district.code} ?selected=${district.code === this.within}>${nameIn(this.lang, district)}</option>`)}
      </select>
    </label>`;
  }

  protected drawing(answer: CoverageAnswer, width: number): { height: number; parts: TemplateResult } {
    const { c } = this;
    const tallies = worstFirst(answer, this.threshold, this.within);
    const names = tallies.map(({ region }) => fitted(nameIn(this.lang, region), TYPE, 0.36 * width));
    const left = Math.max(0, ...names.map((name) => textWidth(name, TYPE))) + 10;
    const right = width - textWidth('99.9%', TYPE) - 8;
    const x = linear([0, 1], [left, right]);
    const foot = tallies.length * ROW + 4;
    const part = (row: number, from: number, to: number, look: Look) =>
      to > from
        ? svg`<rect
            class="chart-${look}"
            x=${x(from)}
            width=${x(to) - x(from)}
            y=${row * ROW + (ROW - BAR) / 2}
            height=${BAR}
            fill=${look === 'unserved' ? this.hatched : 'none'}
          ></rect>`
        : null;
    return {
      height: foot + BOTTOM,
      parts: svg`
        ${TICKS.map((tick) => [gridLine([x(tick), 0], [x(tick), foot]), tickName(x(tick), foot + 15, 'middle', wholePercent(tick))])}
        ${tallies.map((tally, row) => {
          const { region, weight } = tally;
          const share = (value: number) => (weight > 0 ? value / weight : 0);
          const perhaps = share(tally.served + tally.perhaps);
          const opens = this.within === null && !this.paper && finestLevel(answer) === 'town';
          return svg`<g class=${opens ? 'chart-opens' : 'chart-row'} @click=${() => opens && (this.within = region.code)}>
            <title>${nameIn(this.lang, region)}: ${counted(answer, this.lang).amount(`${amount(tally.served)} / ${amount(weight)}`)}</title>
            <rect class="chart-hit" x="0" y=${row * ROW} width=${width} height=${ROW}></rect>
            <text class="chart-name" text-anchor="end" x=${left - 8} y=${row * ROW + ROW / 2 + 5}>${names[row]}</text>
            ${part(row, 0, share(tally.served), 'served')}${part(row, share(tally.served), perhaps, 'perhaps')}${part(row, perhaps, 1, 'unserved')}
            <text class="chart-name" x=${right + 8} y=${row * ROW + ROW / 2 + 5}>${percent(tally.share)}</text>
          </g>`;
        })}
        <text class="chart-axis" text-anchor="end" x=${right} y=${foot + BOTTOM - 6}>${c.shareOfAxis(counted(answer, this.lang).name)}</text>`,
    };
  }

  protected table(answer: CoverageAnswer): ChartTable {
    const { c } = this;
    const rows = worstFirst(answer, this.threshold, this.within).map((tally) => {
      const { region, weight, served, perhaps } = tally;
      const median = region.median_minutes === null ? c.never : amount(region.median_minutes);
      return [nameIn(this.lang, region), amount(weight), amount(served), amount(perhaps), amount(tally.unserved), percent(tally.share), median];
    });
    return { head: [c.region, counted(answer, this.lang).axis, c.served, c.perhaps, c.unserved, c.share, c.median], rows };
  }
}
