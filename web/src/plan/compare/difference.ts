/** What differs between two answers to the same question: a row a district or town. */
import type { CoverageAnswer, CoverageRegion } from '../answer';
import { gainAt, regionsAt } from '../counting';

export interface Difference {
  region: CoverageRegion;
  /** Shares served. */
  a: number;
  b: number;
  /** Weight that only B serves, and that only A serves. */
  gained: number;
  lost: number;
}

/** What an answer's indices weigh in each region. */
function weightBy(answer: CoverageAnswer, level: 'district' | 'town', indices: readonly number[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const index of indices) {
    const code = answer.points[level][index] ?? '';
    weights.set(code, (weights.get(code) ?? 0) + (answer.points.weight[index] ?? 0));
  }
  return weights;
}

/** From A to B within the same minutes, the greatest gain first; towns for which nothing changes are left out. */
export function differences(a: CoverageAnswer, b: CoverageAnswer, threshold: number, level: 'district' | 'town'): Difference[] {
  const { gained, lost } = gainAt(a, b, threshold);
  const [more, less] = [weightBy(b, level, gained), weightBy(b, level, lost)];
  const before = new Map(regionsAt(a, threshold).map(({ region, share }) => [region.code, share]));
  return regionsAt(b, threshold)
    .filter(({ region }) => region.level === level)
    .map(({ region, share }): Difference => {
      const { code } = region;
      return { region, a: before.get(code) ?? 0, b: share, gained: more.get(code) ?? 0, lost: less.get(code) ?? 0 };
    })
    .filter(({ gained: up, lost: down }) => level === 'district' || up + down > 0)
    .sort((one, other) => other.b - other.a - (one.b - one.a) || one.region.code.localeCompare(other.region.code));
}

/** Differences of so many percentage points, and from there on, are of the deepest hue. */
const DEEPEST = 0.2;

/** The step of a difference's colour, -3 to 3; 0 is white and means no difference at all. */
export function stepOf(difference: number): number {
  if (Math.abs(difference) < 1e-9) return 0;
  const step = Math.min(3, Math.max(1, Math.ceil((3 * Math.abs(difference)) / DEEPEST - 1e-9)));
  return difference > 0 ? step : -step;
}
