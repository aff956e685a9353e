/** What every chart says of itself: whom it counts, of which day, and how ways were measured. */
import type { Lang } from '../../i18n';
import { said, type Book } from '../../i18n/edit/book';
import { chartWords } from '../../i18n/plan/charts';
import type { CoverageAnswer } from '../answer';
import { amount } from './text';

export type ChartWords = Book<(typeof chartWords)['zh']>['en'];

export function wordsOf(lang: Lang): ChartWords {
  return said(chartWords, lang);
}

/** What the demand points are called in a sentence. */
export function demandName({ method }: CoverageAnswer, c: ChartWords): string {
  return method.demand === 'village_units' ? c.village : c.point;
}

/** How the ways were measured: `步行，按直线 × 1.35 估算，每小时 4.5 公里`. */
export function wayMeasured({ method }: CoverageAnswer, c: ChartWords): string {
  const mode = { walk: c.walk, cycle: c.cycle, drive: c.drive }[method.mode];
  return method.kind === 'network' ? c.byStreets(mode) : c.estimated(mode, String(method.detour), String(method.km_h));
}

/** The line under a chart. */
export function sourceLine(answer: CoverageAnswer, lang: Lang): string {
  const c = wordsOf(lang);
  const demand = c.source(demandName(answer, c), amount(answer.summary.weight), answer.method.data_date);
  const parts = [demand, ...(answer.method.is_population ? [] : [c.countedOne]), wayMeasured(answer, c)];
  return `${parts.join(lang === 'zh' ? '；' : '; ')}${lang === 'zh' ? '。' : '.'}`;
}
