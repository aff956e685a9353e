/** What kind of day it is, in words: `12月3日（周四）`, `上学日 · 小学 16:30 放学`. */
import type { Day } from '../../api/types';
import { clock, monthDay, weekdayName } from '../../format/clock';
import { dayName } from '../../format/role-day';
import { date } from '../../format/units';
import { words, type Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { openWords } from '../../i18n/open';
import { formWords } from '../../i18n/study/form';

export function dateInWords(day: string, lang: Lang): string {
  const w = words(lang);
  return w.dayOfWeek(monthDay(day, w), weekdayName(day, w));
}

/** With its year, as what is kept on paper has it: `2026年12月3日（周四）`. */
export function wholeDateInWords(day: string, lang: Lang): string {
  const w = words(lang);
  return w.dayOfWeek(date(day, w), weekdayName(day, w));
}

export type Stage = 'primary' | 'junior' | 'senior';

/** The stage of a grade. */
export function stageOf(grade: number): Stage {
  return grade <= 6 ? 'primary' : grade <= 9 ? 'junior' : 'senior';
}

/** What kind of day it is, and when school is out: of the grade where it is known, else of each stage. */
export function kindOfDay(day: Day, grade: number | null, lang: Lang): string[] {
  const f = said(formWords, lang);
  const holiday = dayName(day, lang, said(openWords, lang));
  const { school, kind, announced } = day;
  const isBreak = school === 'winter_break' || school === 'summer_break';
  const held = day.school_day === null ? f.unknownSchool : day.school_day ? f.schoolDay : isBreak ? f.breakDay : kind === 'weekend' ? f.weekendDay : f.noSchool;
  const stage = grade === null ? null : stageOf(grade);
  const out = day.dismissal.filter((one) => stage === null || one.stage === stage).map((one) => f.schoolOut(f[one.stage as Stage], clock(one.time)));
  const parts = [held, ...(holiday && holiday !== held ? [holiday] : []), ...(announced ? [] : [f.notAnnounced]), ...out];
  return day.school_year?.example && out.length ? [...parts, f.exampleYear] : parts;
}
