/** What every part of a route's form is handed: the desk, and the words in which to speak. */
import type { Lang, Words } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { routesWords } from '../../i18n/edit/routes';
import type { Session } from '../api';
import type { DeskState } from '../desk/writing';
import { findingText } from '../finding-text';
import type { RouteDesk } from './desk';
import type { Draft, Trouble } from './draft';
import type { StopPlaces } from './stop-places';

type RoutesWords = (typeof routesWords)['en'];

export interface Sheet {
  desk: RouteDesk;
  state: DeskState<Draft>;
  draft: Draft;
  /** What is known of the places of its stops. */
  places: StopPlaces;
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
