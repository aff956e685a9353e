/** What is told of a route, in words: functions of the route alone. */
import { distance } from '../../format/units';
import { gradesInWords } from '../../format/activity';
import { nameIn, words, type Lang } from '../../i18n';
import { activityWords } from '../../i18n/activities';
import { said } from '../../i18n/edit/book';
import { libraryWords } from '../../i18n/study/library';
import { subjectName } from '../../i18n/offers';
import { themeName } from '../words/theme';
import { spanInWords } from '../words/spans';
import type { RouteStop, StudyRoute } from './answer';

/** What a route is called. */
export function titleOf({ properties: { title, title_en } }: Pick<StudyRoute, 'properties'>, lang: Lang): string {
  return nameIn(lang, { name: title, name_en: title_en });
}

/** What one of its stops is called. */
export function stopNameOf({ name, name_en }: Pick<RouteStop, 'name' | 'name_en'>, lang: Lang): string {
  return nameIn(lang, { name, name_en: name_en ?? null });
}

/** Whether the place still stands, so that a day can go there. */
export function stands({ status }: Pick<RouteStop, 'status'>): boolean {
  return status !== 'withdrawn';
}

/** Whether the route is offered still, so that a day can be planned by it. */
export function isOffered({ properties: { status } }: Pick<StudyRoute, 'properties'>): boolean {
  return status === 'active';
}

/** For which grades, such as `四至六年级`; empty = nobody said. */
export function gradesOf({ properties: { grades } }: StudyRoute, lang: Lang): string {
  return gradesInWords(grades, words(lang), said(activityWords, lang));
}

/** `运河 · 四至六年级 · 5 站`. */
export function briefly(route: StudyRoute, lang: Lang): string {
  const { theme, stops } = route.properties;
  const l = said(libraryWords, lang);
  return [themeName(theme, lang), gradesOf(route, lang), l.stopCount(stops.length)].filter(Boolean).join(' · ');
}

/** How long one stays in all and how far the stops are apart; what is not told is left out. */
export function extent({ properties: { minutes, metres } }: StudyRoute, lang: Lang): string {
  const l = said(libraryWords, lang);
  return [minutes === null ? '' : l.staying(spanInWords(minutes, lang)), metres ? l.apart(distance(metres, words(lang))) : ''].filter(Boolean).join(words(lang).comma);
}

/** The subjects that it serves; empty = none is told. */
export function subjectsOf({ properties: { subjects } }: StudyRoute, lang: Lang): string {
  return subjects.map((subject) => subjectName(subject, lang)).join(words(lang).listComma);
}
