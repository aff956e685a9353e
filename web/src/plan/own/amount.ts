/** How much a list is, in words. */
import type { Lang } from '../../i18n';
import { amount } from '../charts/text';
import { unitWords, type Unit } from '../counted';
import type { OwnList } from './list';

/** `320 个点、12,300 人`; where no point has a weight of its own, the points alone. */
export function amountOf({ points, weight, is_population: isPopulation, use }: Pick<OwnList, 'points' | 'weight' | 'is_population' | 'use'>, lang: Lang): string {
  const isWeighted = use === 'demand' && points.some((point) => point.weight !== 1);
  const unit: Unit = isWeighted || (use === 'demand' && isPopulation) ? (isPopulation ? 'people' : 'weight') : 'point';
  return unitWords(unit, lang).atPoints(amount(points.length), amount(weight));
}
