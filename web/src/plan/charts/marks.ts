/** The marks of an axis. */
import { svg, type TemplateResult } from 'lit';

/** A thin line from one point to another. */
export function gridLine([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): TemplateResult {
  return svg`<line class="chart-grid" x1=${x1} y1=${y1} x2=${x2} y2=${y2}></line>`;
}

/** A value's name beside an axis. */
export function tickName(x: number, y: number, anchor: 'middle' | 'end', name: string): TemplateResult {
  return svg`<text class="chart-tick" text-anchor=${anchor} x=${x} y=${y}>${name}</text>`;
}
