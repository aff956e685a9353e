/** The work of two who changed a route at once, as its form hands it on. */
import type { Conflict } from '../desk/conflict';
import { changeList, labelOf, valueText } from './change-list';
import type { Tagged } from './draft';
import { changesBetween, factsOf } from './route';
import type { Sheet } from './sheet';
import { clashesOf } from './together';

export function conflictOf({ desk, draft, places, lang }: Sheet, { route: theirs }: Tagged): Conflict {
  const { base, route } = draft;
  const [other, own] = [factsOf(theirs), factsOf(route)];
  const inWords = (path: string, value: unknown): string => valueText(path, value, places, lang);
  return {
    desk,
    lang,
    theyChanged: changeList(changesBetween(base.route, theirs), places, lang),
    youChanged: changeList(desk.changes, places, lang),
    clashes: clashesOf(base.route, route, theirs).map((path) => ({ path, name: labelOf(path, places, lang), theirs: inWords(path, other[path]), mine: inWords(path, own[path]) })),
  };
}
