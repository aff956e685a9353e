/** Changes of a route as a list: each fact, what it was and what it becomes. */
import { html, type TemplateResult } from 'lit';
import type { Status, Subject } from '../../api/schema';
import { gradesInWords } from '../../format/activity';
import { words, type Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { factWords } from '../../i18n/edit/facts';
import { placeWords } from '../../i18n/edit/place';
import { routesWords } from '../../i18n/edit/routes';
import { activityWords } from '../../i18n/activities';
import { subjectName } from '../../i18n/offers';
import type { Theme } from '../../study/question';
import { themeName } from '../../study/words/theme';
import { becomes, changeRows } from '../desk/change-list';
import { titleOf } from '../place/sheet';
import { edit } from '../state';
import { CHECKED } from './draft';
import { placeOf, type Change } from './route';
import { nameOfPlace, type StopPlaces } from './stop-places';

/** A fact's name, with that of the stop where it is of one; a stop's own; where it is of no fact, the route. */
export function labelOf(path: string, places: StopPlaces, lang: Lang): string {
  const e = said(routesWords, lang);
  const place = placeOf(path);
  if (place !== null) return e.ofStop(nameOfPlace(places, place), path.startsWith('task') ? e.task : e.minutes);
  if (path.startsWith('stop:')) return nameOfPlace(places, path.slice('stop:'.length));
  const names: Record<string, string> = {
    title: e.title,
    title_en: e.titleEn,
    theme: e.theme,
    subjects: e.subjects,
    grades: e.grades,
    aim: e.aim,
    status: said(factWords, lang).status,
    source: e.source,
    stops: e.stops,
    [CHECKED]: e.checking,
    '': e.wholeRoute,
  };
  return names[path] ?? path;
}

/** What a fact says, as a line. */
export function valueText(path: string, value: unknown, places: StopPlaces, lang: Lang): string {
  const w = words(lang);
  const f = said(factWords, lang);
  if (value === undefined || value === '') return f.nothing;
  switch (path.split(':')[0]) {
    case 'theme':
      return themeName(value as Theme, lang);
    case 'status':
      return f[value as Status];
    case 'subjects':
      return (value as Subject[]).map((subject) => subjectName(subject, lang)).join(w.listComma);
    case 'grades':
      return gradesInWords(value as number[], w, said(activityWords, lang));
    case 'stops':
      return (value as string[]).map((place) => nameOfPlace(places, place)).join(' → ');
    case 'minutes':
      return typeof value === 'number' ? said(routesWords, lang).stays(value) : String(value);
    case 'source':
      return titleOf(String(value), { sources: edit.state.city?.sources ?? {}, lang, e: said(placeWords, lang) });
    default:
      return String(value);
  }
}

export function changeList(changes: readonly Change[], places: StopPlaces, lang: Lang): TemplateResult {
  const inWords = (change: Change, value: unknown): string => valueText(change.path, value, places, lang);
  return changeRows(
    changes,
    ({ path }) => labelOf(path, places, lang),
    (change) => (change.path === CHECKED ? html`<ins>${said(routesWords, lang).checkedToday}</ins>` : becomes(inWords(change, change.before), inWords(change, change.after))),
  );
}
