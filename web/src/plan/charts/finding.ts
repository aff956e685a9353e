/** What a chart shows, in numbers that a sentence can be made of. */
import type { CoverageAnswer } from '../answer';
import { quantile, type RegionTally } from '../counting';
import { shareWithin } from './distribution';
import { worstFirst } from './regions';

/** `most`: 8 of 10 arrive within `minutes`; `half`: as many as do not; `few`: less than half arrive, `share` within the threshold. */
export type DistributionFinding =
  | { kind: 'most'; minutes: number }
  | { kind: 'half'; minutes: number }
  | { kind: 'few'; share: number; minutes: number }
  | { kind: 'nobody' };

export function distributionFinding(answer: CoverageAnswer, threshold: number): DistributionFinding {
  if (!answer.points.id.length) return { kind: 'nobody' };
  const [most, half] = [quantile(answer.points, 0.8), quantile(answer.points, 0.5)];
  if (most !== null) return { kind: 'most', minutes: most };
  if (half !== null) return { kind: 'half', minutes: half };
  return { kind: 'few', share: shareWithin(answer, threshold), minutes: threshold };
}

/** `even`: all stand alike; `apart`: the worst and the best served; `one`: there is only one; `none`. */
export type RegionsFinding =
  | { kind: 'even'; share: number }
  | { kind: 'apart'; worst: RegionTally; best: RegionTally }
  | { kind: 'one'; only: RegionTally }
  | { kind: 'none' };

/** Shares that differ by less are the same to a reader. */
const ALIKE = 0.01;

export function regionsFinding(answer: CoverageAnswer, threshold: number, parent: string | null): RegionsFinding {
  const tallies = worstFirst(answer, threshold, parent);
  const [worst, best] = [tallies[0], tallies.at(-1)];
  if (!worst || !best) return { kind: 'none' };
  if (worst === best) return { kind: 'one', only: worst };
  if (best.share - worst.share < ALIKE) return { kind: 'even', share: worst.share };
  return { kind: 'apart', worst, best };
}
