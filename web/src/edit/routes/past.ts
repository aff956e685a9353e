/** The history of a route, as its form hands it on. */
import { said } from '../../i18n/edit/book';
import { factWords } from '../../i18n/edit/facts';
import type { Past } from '../desk/history';
import { changeList, labelOf } from './change-list';
import { keyOf } from './findings';
import { refusal } from './refusal';
import { changesBetween, type Route } from './route';
import type { Sheet } from './sheet';
import { isOutside } from './stop-places';

const placesOf = (routes: readonly (Route | null)[]): string[] => routes.flatMap((route) => (route?.stops ?? []).map(({ place }) => place));

export function pastOf({ desk, draft, state, places, editor, lang, e }: Sheet): Past<Route> {
  const { route: current } = state.theirs ?? draft.base;
  const told = (before: Route, after: Route) => {
    const changes = changesBetween(before, after);
    return changes.length ? changeList(changes, places, lang) : null;
  };
  return {
    desk,
    lang,
    words: { made: e.madeRoute, unchanged: said(factWords, lang).checkedAgain, undoNewest: e.undoNewest, undoOlder: e.undoOlder, undoMaking: e.undoMaking, undoMeanwhile: e.undoMeanwhile, undoUnfit: e.undoUnfit },
    // The history speaks of places where the route no longer leads.
    heard: (entries) => desk.places.learn(placesOf(entries.flatMap(({ before, after }) => [before, after]))),
    changes: told,
    consequences: (before) => told(current, before),
    // Where a route leads, and where it would lead, has to be the editor's.
    mayUndo: ({ before, after }) => editor !== null && placesOf([current, before ?? after]).every((place) => !isOutside(editor, places[place])),
    nameOf: (field, was) => labelOf(keyOf(field, was), places, lang),
    refusal: (error, was) => refusal(error, was, places, lang),
  };
}
