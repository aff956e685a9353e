/** When an activity takes place, and what a course is for, in words. */
import type { Activity, Course } from '../api/types';
import type { Lang, Words } from '../i18n';
import type { ActivityWords } from '../i18n/activities';
import { subjectName } from '../i18n/offers';
import { clock, monthDay } from './clock';

const dayOf = (instant: string) => instant.slice(0, 10);

/** `14:00–15:30`; of what lasts for days, until which day one may come. */
export function timesInWords({ starts, ends, during_hours: duringHours }: Pick<Activity, 'starts' | 'ends' | 'during_hours'>, w: Words, a: ActivityWords): string {
  if (duringHours) return a.until(monthDay(dayOf(ends), w));
  if (dayOf(starts) === dayOf(ends)) return `${clock(starts)}–${clock(ends)}`;
  const moment = (instant: string) => `${monthDay(dayOf(instant), w)} ${clock(instant)}`;
  return a.over(moment(starts), moment(ends));
}

/** The first day on which one can come, from `today` on. */
export function firstDay({ starts }: Pick<Activity, 'starts'>, today: string): string {
  return dayOf(starts) < today ? today : dayOf(starts);
}

/** `三至五年级`; each run of grades is one span. */
export function gradesInWords(grades: readonly number[], w: Words, a: ActivityWords): string {
  const runs: [number, number][] = [];
  for (const grade of [...grades].sort((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last && grade === last[1] + 1) last[1] = grade;
    else runs.push([grade, grade]);
  }
  const [first] = runs;
  if (!first) return '';
  if (grades.length === 1) return a.grade(first[0]);
  return a.grades(runs.map(([from, to]) => (from === to ? a.gradeAmong(from) : a.gradeSpan(from, to))).join(w.listComma));
}

/** `科学 · 三至五年级 · 约 40 分钟`. */
export function courseInWords({ subject, grades, minutes }: Pick<Course, 'subject' | 'grades' | 'minutes'>, lang: Lang, w: Words, a: ActivityWords): string {
  return [subjectName(subject, lang), gradesInWords(grades, w, a), minutes !== null && w.minutes(minutes)].filter(Boolean).join(' · ');
}
