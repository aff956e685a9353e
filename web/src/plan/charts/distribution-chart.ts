/** How long the ways are: bars by minutes above, the share that arrives within a time below, on one axis of minutes. */
import { svg, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { textWidth } from '../../format/text-width';
import type { CoverageAnswer } from '../answer';
import { counted } from '../counted';
import { percent } from '../figures';
import { PlanChart, TYPE, type ChartTable, type Look } from './chart';
import { cumulative, shareWithin, spread } from './distribution';
import { distributionFinding } from './finding';
import { gridLine, tickName } from './marks';
import { linear, ticks } from './scale';
import { amount, wholePercent } from './text';

/** Heights of the two drawings and of what stands around them, pixels. */
const BARS = 128;
const CURVE = 88;
const TOP = 24;
const BETWEEN = 46;
const BOTTOM = 44;
const GAP = 2;

@customElement('plan-distribution')
export class DistributionChart extends PlanChart {
  protected readonly name = 'distribution';

  protected finding(answer: CoverageAnswer): string {
    const { c } = this;
    const demand = counted(answer, this.lang).name;
    const found = distributionFinding(answer, this.threshold);
    if (found.kind === 'nobody') return c.nobody;
    const within = amount(Math.max(1, Math.ceil(found.minutes)));
    if (found.kind === 'most') return c.mostWithin(8, demand, within);
    if (found.kind === 'half') return c.halfWithin(demand, within);
    return c.fewWithin(demand, percent(found.share), within);
  }

  protected told(answer: CoverageAnswer): string {
    return this.c.distributionTold(counted(answer, this.lang).name, amount(this.threshold), percent(shareWithin(answer, this.threshold)));
  }

  protected override legend(): [Look, string][] {
    return [
      ['served', this.c.within(amount(this.threshold))],
      ['unserved', this.c.notWithin(amount(this.threshold))],
    ];
  }

  protected drawing(answer: CoverageAnswer, width: number): { height: number; parts: TemplateResult } {
    const { c, threshold } = this;
    const { bars, beyond, end } = spread(answer, threshold);
    const most = Math.max(1, beyond, ...bars.map((bar) => bar.served + bar.unserved));
    const counts = ticks(most, 4);
    const left = Math.max(...counts.map((count) => textWidth(amount(count), TYPE)), textWidth('100%', TYPE)) + 10;
    const beyondWidth = Math.max(36, textWidth(c.beyond(amount(end)), TYPE));
    const right = width - beyondWidth - 14;
    const x = linear([0, end], [left, right]);
    const floor = TOP + BARS;
    const y = linear([0, most], [floor, TOP]);
    const height = floor + BETWEEN + CURVE + BOTTOM;
    const foot = height - BOTTOM;
    const share = linear([0, 1], [foot, floor + BETWEEN]);
    const column = (from: number, to: number, low: number, high: number, look: Look, told: string) =>
      high > low
        ? svg`<rect
            class="chart-${look}"
            x=${from + GAP / 2}
            width=${Math.max(1, to - from - GAP)}
            y=${y(high)}
            height=${y(low) - y(high)}
            fill=${look === 'unserved' ? this.hatched : 'none'}
          ><title>${told}</title></rect>`
        : null;
    const line = cumulative(answer).filter(([at]) => at <= end);
    const path = line.reduce((drawn, [at, part]) => `${drawn}H${x(at).toFixed(1)}V${share(part).toFixed(1)}`, `M${x(0)} ${share(0)}`);
    const across = ticks(end, Math.max(2, Math.floor((right - left) / 56)));
    const at = x(Math.min(threshold, end));
    const within = shareWithin(answer, threshold);
    return {
      height,
      parts: svg`
        <text class="chart-axis" x="0" y="13">${counted(answer, this.lang).axis}</text>
        ${counts.map((count) => [gridLine([left, y(count)], [width, y(count)]), tickName(left - 6, y(count) + 4, 'end', amount(count))])}
        ${bars.map(({ from, to, served, unserved }) => {
          const told = `${c.range(amount(from), amount(to))}: ${amount(served + unserved)}`;
          return svg`${column(x(from), x(to), 0, served, 'served', told)}${column(x(from), x(to), served, served + unserved, 'unserved', told)}`;
        })}
        ${column(right + 14, width, 0, beyond, 'unserved', `${c.beyondLong(amount(end))}: ${amount(beyond)}`)}
        ${tickName((right + 14 + width) / 2, floor + 17, 'middle', c.beyond(amount(end)))}
        <text class="chart-axis" x="0" y=${floor + BETWEEN - 14}>${c.shareAxis}</text>
        ${[0, 0.5, 1].map((part) => [gridLine([left, share(part)], [right, share(part)]), tickName(left - 6, share(part) + 4, 'end', wholePercent(part))])}
        <path class="chart-line" d="${path}H${x(end).toFixed(1)}"></path>
        ${across.map((value) => tickName(x(value), foot + 17, 'middle', amount(value)))}
        <text class="chart-axis" text-anchor="end" x=${right} y=${height - 6}>${c.minutesAxis}</text>
        <line class="chart-threshold" x1=${at} x2=${at} y1=${TOP - 4} y2=${foot}></line>
        <text class="chart-threshold-word" x=${at + 5} y=${TOP + 4}>${c.threshold(amount(threshold))}</text>
        <circle class="chart-dot" r="4" cx=${at} cy=${share(within)}></circle>
        <text class="chart-threshold-word" x=${at + 8} y=${Math.max(share(within) - 7, floor + BETWEEN + 10)}>${percent(within)}</text>`,
    };
  }

  protected table(answer: CoverageAnswer): ChartTable {
    const { c } = this;
    const { bars, beyond, total, end } = spread(answer, this.threshold);
    let sum = 0;
    const rows = bars.map(({ from, to, served, unserved }) => {
      sum += served + unserved;
      return [c.range(amount(from), amount(to)), amount(served + unserved), amount(served), total > 0 ? percent(sum / total) : ''];
    });
    return {
      head: [c.minutesColumn, counted(answer, this.lang).axis, c.served, c.shareColumn],
      rows: [...rows, [c.beyondLong(amount(end)), amount(beyond), '0', '']],
    };
  }
}
