/** What every part of a route's form is handed: the desk, and the words in which to speak. */
import type { Lang, Words } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { routesWords } from '../../i18n/edit/routes';
import { findingText } from '../finding-text';
import type { Session } from '../api';
import type { RouteDesk, DeskState } from './desk';
import type { Draft, Trouble } from './draft';

export type RoutesWords = (typeof routesWords)['en'];

export interface Sheet {
  desk: RouteDesk;
  state: DeskState;
  draft: Draft;
  /** Who edits; `null` = somebody who may only read. */
  editor: Session | null;
  lang: Lang;
  w: Words;
  e: RoutesWords;
}

function troubleText(trouble: Trouble, lang: Lang): string {
  const e = said(routesWords, lang);
  return { title: e.titleNeeded, theme: e.themeNeeded, fewStops: e.stopsNeeded, minutes: e.minutesWrong }[trouble];
}

/** What is wrong at a path, as sentences: what is missing only once somebody has tried to save. */
export function wrongAt({ desk, state, lang }: Sheet, path: string): string {
  const trouble = desk.troubles.get(path);
  const found = state.findings.filter(({ key }) => key === path).map(({ finding }) => findingText(finding, lang));
  return [...(trouble && (state.tried || trouble === 'minutes') ? [troubleText(trouble, lang)] : []), ...found].join(' ');
}

/** The id of a field in the page. */
export function fieldId(path: string): string {
  return `r-${path.replace(/[^\w-]/g, '_')}`;
}
