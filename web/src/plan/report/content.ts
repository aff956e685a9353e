/** What a report is made of, and its sentences about what was asked and found. */
import type { City } from '../../api/types';
import { nameIn, type Lang } from '../../i18n';
import { said, type Book } from '../../i18n/edit/book';
import { reportWords } from '../../i18n/plan/report';
import { roleShortName } from '../../i18n/roles';
import type { RoleKind } from '../../roles';
import type { CoverageAnswer, Placement, Planning, ScenarioChanges } from '../answer';
import { amount } from '../charts/text';
import { counted } from '../counted';
import { shareOf, tallyAt } from '../counting';
import { percent, streetLength } from '../figures';
import { nearestName } from '../scenario/closing';

export interface ReportContent {
  lang: Lang;
  city: City | null;
  planning: Planning | null;
  /** With the scenario, where there is one. */
  answer: CoverageAnswer;
  /** The same question without the scenario; `null` = there is no scenario. */
  before: CoverageAnswer | null;
  /** Minutes within which a demand point counts as served. */
  threshold: number;
  /** Where the threshold is one of straight metres, these. */
  metres: number | null;
  /** All needs must be met; a need is met by any of its roles. */
  needs: readonly (readonly RoleKind[])[];
  /** Code of the one region that was asked about. */
  region: string | null;
  scenario: (ScenarioChanges & { name: string }) | null;
  /** Where a method chose the scenario's sites, how sure it is. */
  placement: Placement | null;
  /** The address of the view. */
  link: string;
}

export type ReportWords = Book<(typeof reportWords)['zh']>['en'];

export function reportWordsOf(lang: Lang): ReportWords {
  return said(reportWords, lang);
}

/** The needs in words: `免费场馆或研学资源、家长学校（都要有）`. */
export function needsInWords(needs: ReportContent['needs'], lang: Lang): string {
  const r = reportWordsOf(lang);
  const name = (kind: RoleKind) => (lang === 'en' ? roleShortName(kind, lang).replace(/^./, (letter) => letter.toLowerCase()) : roleShortName(kind, lang));
  const each = needs.map((need) => need.map(name).join(r.or));
  return each.length > 1 ? r.allOf(each.join(r.and)) : each.join('');
}

/** The threshold in words: `步行 15 分钟内`, `直线 500 米内`. */
export function withinInWords({ answer, threshold, metres, lang }: ReportContent): string {
  const r = reportWordsOf(lang);
  const { mode } = answer.method;
  return metres === null ? r.inMinutes({ walk: r.walk, cycle: r.cycle, drive: r.drive }[mode], amount(threshold)) : r.inMetres(amount(metres));
}

/** When a site must be open, with the days that were looked at. */
export function sliceInWords({ answer, lang }: Pick<ReportContent, 'answer' | 'lang'>): string {
  const r = reportWordsOf(lang);
  const { id, dates, from, to } = answer.method.slice;
  const slice = r[id];
  if (id === 'any' || !dates.length) return slice;
  const hours = from && to ? [r.sliceHours(from, to)] : [];
  return r.sliceDays(slice, [...dates, ...hours].join(lang === 'zh' ? '、' : ', '));
}

/** Where was asked about: a region's name, or the city's. */
export function whereInWords({ answer, region, city, lang }: ReportContent): string {
  const found = answer.regions.find(({ code }) => code === region);
  if (found) return nameIn(lang, found);
  return city ? nameIn(lang, city) : reportWordsOf(lang).wholeCity;
}

/** The finding, which is the report's title. */
export function titleInWords(content: ReportContent): string {
  const { answer, before, threshold, lang, scenario } = content;
  const r = reportWordsOf(lang);
  const share = (of: CoverageAnswer) => percent(shareOf(tallyAt(of, threshold)));
  const demand = counted(answer, lang).name;
  const title = r.title(whereInWords(content), demand, share(before ?? answer), r.have(withinInWords(content), needsInWords(content.needs, lang)));
  return before ? title + r.titleThen(scenario?.name || r.unnamed, share(answer)) : title;
}

/** The question in words. */
export function questionInWords(content: ReportContent): string {
  const { answer, lang } = content;
  const r = reportWordsOf(lang);
  const when = `${sliceInWords(content)}${lang === 'zh' ? '。' : '.'}`;
  return r.question(whereInWords(content), counted(answer, lang).which, r.lack(withinInWords(content), needsInWords(content.needs, lang)), when);
}

/** The streets that are closed, each with where it is and how long. */
export function closedLines({ answer, lang }: Pick<ReportContent, 'answer' | 'lang'>): string[] {
  const r = reportWordsOf(lang);
  return answer.closed.map(({ lon, lat, length_m: metres }, index) => r.closed(index + 1, nearestName(answer.points, [lon, lat]), streetLength(metres)));
}
