/** What the colours of dots mean: the classes of minutes that a threshold leaves. */
import type { TravelMode } from '../../api/types';
import { CLASS_COUNT, MINUTE_BREAKS, RAMP } from '../classes';

export interface KeyEntry {
  colour: string;
  /** Minutes, more than `from` and no more than `to`. */
  from: number;
  to: number;
}

/** The classes in which served demand points fall within `threshold` minutes, the nearest first. */
export function keyOf(mode: TravelMode, threshold: number, theme: 'light' | 'dark'): KeyEntry[] {
  const edges = [0, ...MINUTE_BREAKS[mode]];
  return Array.from({ length: CLASS_COUNT }, (_, index) => ({
    colour: RAMP[theme][index] ?? '',
    from: edges[index] ?? 0,
    to: Math.min(threshold, edges[index + 1] ?? Infinity),
  })).filter(({ from }) => from < threshold);
}
