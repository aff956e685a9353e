/** The method box: how a report's figures came about, and what of them is estimated. */
import { nameIn } from '../../i18n';
import { approvalLine, creditLine } from '../../format/credits';
import { amount } from '../charts/text';
import { counted } from '../counted';
import { tallyAt } from '../counting';
import { percent } from '../figures';
import { VILLAGE_UNITS } from '../answer';
import { reportWordsOf, sliceInWords, withinInWords, type ReportContent } from './content';

/** Notes of the server's that the box says in its own lines. */
const SAID = new Set(['estimate', 'network', 'not_population', 'not_located', 'synthetic_points', 'hours_unknown', 'water_coarse']);

export interface MethodLine {
  term: string;
  text: string;
}

/** The basis of the threshold: of every preset that it is, or that it is nobody's. */
function basis({ planning, answer, threshold, metres, lang }: ReportContent): string {
  const r = reportWordsOf(lang);
  const presets = planning?.presets.filter(({ mode, max_m, max_minutes }) =>
    metres === null ? max_minutes === threshold && (mode ?? answer.method.mode) === answer.method.mode : max_m === metres,
  );
  if (!presets?.length) return r.noBasis;
  const each = presets.map((preset) => (preset.checked ? r.basis : r.uncheckedBasis)(nameIn(lang, preset), lang === 'en' ? preset.basis_en : preset.basis));
  return each.join(lang === 'zh' ? '' : ' ');
}

function ways({ answer, planning, lang }: ReportContent): string {
  const r = reportWordsOf(lang);
  const { mode, kind, detour, km_h } = answer.method;
  const by = { walk: r.walk, cycle: r.cycle, drive: r.drive }[mode];
  if (kind === 'estimate') return r.byEstimate(by, plain(detour), plain(km_h));
  return r.byStreets(by, planning?.streets?.data_date ?? r.unknownDay, planning?.streets?.attribution ?? '');
}

/** A factor or a speed as it stands, without a rounding of its own. */
function plain(value: number): string {
  return String(Number(value.toFixed(2)));
}

/** What of the answer is estimated or not known. */
function estimates({ answer, lang }: ReportContent): string[] {
  const r = reportWordsOf(lang);
  const { precision } = answer.points;
  const count = (kind: string) => precision.filter((each) => each === kind).length;
  const all = precision.length;
  const [rough, invented] = [count('approximate'), count('synthetic')];
  const unknown = answer.sites.filter(({ open, removed }) => open === 'unknown' && !removed).length;
  return [
    ...(answer.method.kind === 'estimate' ? [r.estimatedWays] : []),
    ...(rough ? [r.approximate(amount(rough), amount(all))] : []),
    ...(invented ? [r.invented(amount(invented), amount(all))] : []),
    ...(unknown ? [r.unknownHours(amount(unknown))] : []),
  ];
}

/** All that a reader must know to trust the figures, or not to. */
export function methodLines(content: ReportContent): MethodLine[] {
  const { answer, planning, city, threshold, lang } = content;
  const r = reportWordsOf(lang);
  const { method, points } = answer;
  const joined = (parts: readonly string[]) => parts.filter(Boolean).join(lang === 'zh' ? '' : ' ');
  const set = planning?.demand_sets.find(({ id }) => id === method.demand);
  const unit = counted(answer, lang);
  const weightNote = set ? (lang === 'en' ? set.weight_note_en : set.weight_note) : unit.sentence;
  const located = points.id.length;
  const demand = method.demand === VILLAGE_UNITS
    ? r.demandOf(amount(located), amount(located + answer.summary.not_located_points), unit.name)
    : r.ownDemand(method.demand, unit.atPoints(amount(located), amount(answer.summary.weight)));
  const waterNote = planning ? (lang === 'en' ? planning.water_note_en : planning.water_note) : r.coarse;
  const { acrossWater } = tallyAt(answer, threshold);
  const other = answer.other_kind;
  const notes = joined(method.notes.filter(({ code }) => !SAID.has(code)).map((note) => note[lang]));
  const lines: MethodLine[] = [
    { term: r.ways, text: ways(content) },
    { term: r.threshold, text: r.thresholdOf(withinInWords(content), basis(content)) },
    { term: r.when, text: joined([`${sliceInWords(content)}${lang === 'zh' ? '。' : '.'}`, method.slice.id === 'any' ? '' : r.whenOpen]) },
    { term: r.demand, text: joined([demand, weightNote]) },
    { term: r.estimates, text: joined(estimates(content)) || r.nothingEstimated },
    { term: r.water, text: joined([r.acrossWater(amount(acrossWater)), waterNote]) },
    ...(other ? [{ term: r.otherKind, text: (other.kind === 'estimate' ? r.otherEstimate : r.otherNetwork)(percent(other.served_share)) }] : []),
    ...(notes ? [{ term: r.notes, text: notes }] : []),
    { term: r.data, text: r.dataOf(method.data_date) },
  ];
  if (city) {
    lines.push({ term: r.approval, text: approvalLine(city, lang) }, { term: r.sources, text: creditLine(city) });
  }
  return lines;
}
