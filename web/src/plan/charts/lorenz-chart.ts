/** How evenly the ways are spread: the Lorenz curve of minutes, the diagonal of evenness, and the Gini coefficient. */
import { svg, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { textWidth } from '../../format/text-width';
import type { CoverageAnswer } from '../answer';
import { counted } from '../counted';
import { percent } from '../figures';
import { PlanChart, TYPE, type ChartTable } from './chart';
import { farthestHave, isDrawn, minutesOf } from './lorenz';
import { gridLine, tickName } from './marks';
import { linear } from './scale';
import { wholePercent } from './text';

const TOP = 26;
const BOTTOM = 44;
/** The square grows no larger than this, pixels. */
const LARGEST = 320;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];
const TENTHS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

@customElement('plan-lorenz')
export class LorenzChart extends PlanChart {
  protected readonly name = 'lorenz';

  protected finding(answer: CoverageAnswer): string {
    const { c } = this;
    const { lorenz } = answer.distribution;
    if (!isDrawn(lorenz)) return c.lorenzNone;
    return c.lorenzFinding(counted(answer, this.lang).name, percent(farthestHave(lorenz, 0.2)));
  }

  protected told({ distribution }: CoverageAnswer): string {
    return this.c.lorenzTold(distribution.gini === null ? this.c.never : distribution.gini.toFixed(2));
  }

  protected drawing(answer: CoverageAnswer, width: number): { height: number; parts: TemplateResult } {
    const { c } = this;
    const { lorenz, gini } = answer.distribution;
    const left = textWidth('100%', TYPE) + 10;
    const side = Math.min(LARGEST, width - left - 12);
    const x = linear([0, 1], [left, left + side]);
    const y = linear([0, 1], [TOP + side, TOP]);
    const drawn = isDrawn(lorenz) ? lorenz : [];
    const path = drawn.map(([share, part], i) => `${i ? 'L' : 'M'}${x(share).toFixed(1)} ${y(part).toFixed(1)}`).join('');
    const height = TOP + side + BOTTOM;
    return {
      height,
      parts: svg`
        <text class="chart-axis" x="0" y="13">${c.lorenzY}</text>
        ${TICKS.map(
          (tick) => [
            gridLine([left, y(tick)], [left + side, y(tick)]),
            tickName(left - 6, y(tick) + 4, 'end', wholePercent(tick)),
            tickName(x(tick), TOP + side + 17, 'middle', wholePercent(tick)),
          ],
        )}
        ${path ? svg`<path class="chart-between" d="${path}Z"></path>` : null}
        <line class="chart-diagonal" x1=${x(0)} y1=${y(0)} x2=${x(1)} y2=${y(1)}></line>
        <text class="chart-tick" text-anchor="middle" transform="translate(${x(0.38)} ${y(0.38) - 8}) rotate(-45)">${c.even}</text>
        ${path ? svg`<path class="chart-line" d=${path}></path>` : null}
        ${gini === null
          ? null
          : svg`<text class="chart-threshold-word" x=${x(0.04)} y=${y(0.9)}>${c.gini(gini.toFixed(2))}</text>
            <text class="chart-tick" x=${x(0.04)} y=${y(0.9) + 18}>${c.lorenzNote}</text>`}
        <text class="chart-axis" text-anchor="end" x=${left + side} y=${height - 6}>${c.lorenzX(counted(answer, this.lang).name)}</text>`,
    };
  }

  protected table(answer: CoverageAnswer): ChartTable {
    const { c } = this;
    const { lorenz } = answer.distribution;
    return {
      head: [c.lorenzX(counted(answer, this.lang).name), c.lorenzY],
      rows: isDrawn(lorenz) ? TENTHS.map((share) => [wholePercent(share), percent(minutesOf(lorenz, share))]) : [],
    };
  }
}
