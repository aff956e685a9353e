/** How long the ways are: bars by minutes, and the share that arrives within a time. */
import type { CoverageAnswer } from '../answer';
import { quantile, statusAt } from '../counting';
import { roundStep } from './scale';

/** Bars of a chart, at most. */
const MOST_BARS = 24;

/** One bar: `from` minutes or more and less than `to`, of the last bar up to it; its weight by how it stands. */
export interface Bar {
  from: number;
  to: number;
  served: number;
  unserved: number;
}

export interface Spread {
  bars: Bar[];
  /** Weight that needs longer than the last bar, cannot reach a site, or only over water. */
  beyond: number;
  total: number;
  /** Minutes at which the bars end. */
  end: number;
}

/** Where the bars end: at what a share of 95 % needs, but not before twice the threshold, nor beyond what was looked at. */
function endOf(answer: CoverageAnswer, threshold: number): number {
  const most = quantile(answer.points, 0.95) ?? answer.method.horizon_minutes;
  const wanted = Math.min(answer.method.horizon_minutes, Math.max(2 * threshold, most));
  const step = roundStep(wanted, MOST_BARS);
  return Math.max(step, Math.ceil(wanted / step - 1e-9) * step);
}

/** The weights by minutes to the farthest of the needs' nearest sites. */
export function spread(answer: CoverageAnswer, threshold: number): Spread {
  const { points } = answer;
  const end = endOf(answer, threshold);
  const step = roundStep(end, MOST_BARS);
  const bars = Array.from({ length: Math.round(end / step) }, (_, i): Bar => ({ from: i * step, to: (i + 1) * step, served: 0, unserved: 0 }));
  let beyond = 0;
  let total = 0;
  points.minutes.forEach((minutes, index) => {
    const weight = points.weight[index] ?? 0;
    total += weight;
    // A time at the very end is in the last bar: it may be served.
    const bar = minutes === null ? undefined : minutes === end ? bars.at(-1) : bars[Math.floor(minutes / step)];
    if (!bar) beyond += weight;
    else if (statusAt(points, index, threshold) === 'served') bar.served += weight;
    else bar.unserved += weight;
  });
  return { bars, beyond, total, end };
}

/** Minutes and weights of those who can reach a site, the nearest first. */
function byMinutes({ points }: CoverageAnswer): { minutes: number; weight: number }[] {
  return points.minutes
    .flatMap((minutes, index) => (minutes === null ? [] : [{ minutes, weight: points.weight[index] ?? 0 }]))
    .sort((a, b) => a.minutes - b.minutes);
}

function weightOf({ points }: CoverageAnswer): number {
  return points.weight.reduce((sum, weight) => sum + weight, 0);
}

/** The share of the weight that arrives within each time at which it grows: `[minutes, share]`, rising. */
export function cumulative(answer: CoverageAnswer): [number, number][] {
  const total = weightOf(answer);
  const steps: [number, number][] = [];
  let sum = 0;
  for (const { minutes, weight } of byMinutes(answer)) {
    sum += weight;
    const share = total > 0 ? sum / total : 0;
    const last = steps.at(-1);
    if (last?.[0] === minutes) last[1] = share;
    else steps.push([minutes, share]);
  }
  return steps;
}

/** The share of the weight that arrives within so many minutes. */
export function shareWithin(answer: CoverageAnswer, minutes: number): number {
  return cumulative(answer).findLast(([at]) => at <= minutes)?.[1] ?? 0;
}
