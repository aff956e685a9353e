/** What the numbers of an answer count, and how that is said. */
import type { Lang } from '../i18n';
import { said } from '../i18n/edit/book';
import { countedWords } from '../i18n/plan/counted';
import { VILLAGE_UNITS, type CoverageAnswer } from './answer';

/** `weight` = of the asker's own kind; `point` = points that count 1 each. */
export type Unit = 'village' | 'people' | 'weight' | 'point';

export function unitOf({ method, points }: Pick<CoverageAnswer, 'method' | 'points'>): Unit {
  if (method.demand === VILLAGE_UNITS) return 'village';
  if (method.is_population) return 'people';
  return points.weight.every((weight) => weight === 1) ? 'point' : 'weight';
}

export interface UnitWords {
  /** A number of them: `1,430 个村居`, `12,300 人`. */
  amount(count: string): string;
  /** What a share is of, and what heads a column. */
  name: string;
  /** Whose ways are asked about: people, or the points that bear a weight. */
  which: string;
  /** What stands beside a number of them that are not served. */
  unserved: string;
  /** What an axis counts. */
  axis: string;
  /** How much each of them counts. */
  each: string;
  /** The same as a sentence. */
  sentence: string;
  /** So many points with so much of it: `12 个点、3,400 人`; only the points where each counts 1. */
  atPoints(points: string, weight: string): string;
}

export function unitWords(unit: Unit, lang: Lang): UnitWords {
  const c = said(countedWords, lang);
  const atPoints = (points: string, weight: string): string => c.atPoints(c.point(points), all[unit].amount(weight));
  const all: Record<Unit, Omit<UnitWords, 'atPoints' | 'sentence'>> = {
    village: { amount: c.village, name: c.villageName, which: c.villageName, unserved: c.villageUnserved, axis: c.villageAxis, each: c.villageEach },
    people: { amount: c.people, name: c.peopleName, which: c.peopleName, unserved: c.peopleUnserved, axis: c.peopleAxis, each: c.peopleEach },
    weight: { amount: c.weight, name: c.weightName, which: c.pointName, unserved: c.weightUnserved, axis: c.weightAxis, each: c.weightEach },
    point: { amount: c.point, name: c.pointName, which: c.pointName, unserved: c.pointUnserved, axis: c.pointAxis, each: c.pointEach },
  };
  const { each, amount } = all[unit];
  const sentence = c.sentence(each.charAt(0).toUpperCase() + each.slice(1));
  return { ...all[unit], sentence, atPoints: unit === 'village' || unit === 'point' ? amount : atPoints };
}

/** How the numbers of an answer are said. */
export function counted(answer: Pick<CoverageAnswer, 'method' | 'points'>, lang: Lang): UnitWords {
  return unitWords(unitOf(answer), lang);
}
