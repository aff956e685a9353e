/** The classes of the map and of the histogram: six of one hue, dark where the way is short or the share is high. */
import type { TravelMode } from '../api/types';
import type { CoveragePoints } from './answer';

/** Upper edges of the first five classes, minutes; the sixth is beyond. */
export const MINUTE_BREAKS: Record<TravelMode, readonly number[]> = {
  walk: [5, 10, 15, 20, 30],
  cycle: [3, 5, 10, 15, 20],
  drive: [3, 5, 10, 15, 20],
};

/** Lower edges of the last five classes of a share. */
export const SHARE_BREAKS: readonly number[] = [0.2, 0.4, 0.6, 0.8, 0.95];

export const CLASS_COUNT = 6;

/** Colours of the classes, the best served first. */
export const RAMP: Record<'light' | 'dark', readonly string[]> = {
  light: ['#00494C', '#0B6E6E', '#3C938B', '#77B5A9', '#A9D0C5', '#D6E8E0'],
  dark: ['#BDF3E8', '#84DCCE', '#52B9AE', '#33918B', '#256B6B', '#1E4A4E'],
};

/** The class of a time, 0 = the nearest; what is never reached is in the last. */
export function classOfMinutes(minutes: number | null, mode: TravelMode): number {
  const index = MINUTE_BREAKS[mode].findIndex((edge) => minutes !== null && minutes <= edge);
  return index < 0 ? CLASS_COUNT - 1 : index;
}

/** The class of a share, 0 = the highest. */
export function classOfShare(share: number): number {
  return SHARE_BREAKS.filter((edge) => share < edge).length;
}

export interface Bins {
  /** Minutes that a bar is wide. */
  width: number;
  /** Where the axis ends, minutes. */
  end: number;
}

/** Every break lies on a bar's edge. */
export const BINS: Record<TravelMode, Bins> = {
  walk: { width: 2.5, end: 60 },
  cycle: { width: 1, end: 30 },
  drive: { width: 1, end: 30 },
};

export interface Bar {
  from: number;
  to: number;
  weight: number;
  class: number;
}

/** The bars of a histogram, and the weight beyond its axis. A time on an edge belongs to the bar that it ends. */
export function histogram({ minutes, weight }: Pick<CoveragePoints, 'minutes' | 'weight'>, mode: TravelMode): { bars: Bar[]; beyond: number } {
  const { width, end } = BINS[mode];
  const bars = Array.from({ length: Math.round(end / width) }, (_, index) => {
    const to = (index + 1) * width;
    return { from: index * width, to, weight: 0, class: classOfMinutes(to, mode) };
  });
  let beyond = 0;
  minutes.forEach((time, index) => {
    const bar = time === null ? undefined : bars[Math.max(0, Math.ceil(time / width) - 1)];
    if (bar) bar.weight += weight[index] ?? 0;
    else beyond += weight[index] ?? 0;
  });
  return { bars, beyond };
}
