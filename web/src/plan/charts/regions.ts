/** Districts, or a district's towns, in the order in which a planner reads them. */
import type { CoverageAnswer } from '../answer';
import { regionsAt, type RegionTally } from '../counting';

/** The districts, or the towns of `parent` (`'*'` = every town): the worst served first, then the one with more unserved. */
export function worstFirst(answer: CoverageAnswer, threshold: number, parent: string | null): RegionTally[] {
  const isWanted = ({ region }: RegionTally) =>
    parent === null ? region.level === 'district' : region.level === 'town' && (parent === '*' || region.parent === parent);
  return regionsAt(answer, threshold)
    .filter(isWanted)
    .sort((a, b) => a.share - b.share || b.unserved - a.unserved || a.region.code.localeCompare(b.region.code));
}
