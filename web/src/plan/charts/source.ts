/** What every chart says of itself: whom it counts, of which day, and how ways were measured. */
import type { Lang } from '../../i18n';
import { said, type Book } from '../../i18n/edit/book';
import { chartWords } from '../../i18n/plan/charts';
import { counted } from '../counted';
import { VILLAGE_UNITS, type CoverageAnswer } from '../answer';
import { amount } from './text';

export type ChartWords = Book<(typeof chartWords)['zh']>['en'];

export function wordsOf(lang: Lang): ChartWords {
  return said(chartWords, lang);
}

/** How the ways were measured: `步行，按直线 × 1.35 估算，每小时 4.5 公里`. */
export function wayMeasured({ method }: CoverageAnswer, c: ChartWords): string {
  const mode = { walk: c.walk, cycle: c.cycle, drive: c.drive }[method.mode];
  return method.kind === 'network' ? c.byStreets(mode) : c.estimated(mode, String(method.detour), String(method.km_h));
}

/** The line under a chart. */
export function sourceLine(answer: CoverageAnswer, lang: Lang): string {
  const c = wordsOf(lang);
  const unit = counted(answer, lang);
  const { demand, data_date: day } = answer.method;
  const weight = unit.amount(amount(answer.summary.weight));
  const source = demand === VILLAGE_UNITS ? c.source(weight, day) : c.sourceOfList(weight, demand, day);
  const parts = [source, unit.each, wayMeasured(answer, c)];
  return `${parts.join(lang === 'zh' ? '；' : '; ')}${lang === 'zh' ? '。' : '.'}`;
}
