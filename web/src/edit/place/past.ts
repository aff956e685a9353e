/** The history of a place, as its form hands it on. */
import type { Past } from '../desk/history';
import { changesBetween, type Feature } from '../feature';
import { changeList } from './change-list';
import { keyOf } from './findings';
import { refusal } from './refusal';
import { labelOf, titleOf, type Sheet } from './sheet';

export function pastOf(sheet: Sheet): Past<Feature> {
  const { desk, draft, state, feature, lang, e } = sheet;
  const { feature: current } = state.theirs ?? draft.base;
  const title = (source: string): string => titleOf(source, sheet);
  const told = (before: Feature, after: Feature, of: Feature) => {
    const changes = changesBetween(before, after);
    return changes.length ? changeList(changes, of, lang, title) : null;
  };
  return {
    desk,
    lang,
    words: { made: e.made, unchanged: e.changedNothing, undoNewest: e.undoNewest, undoOlder: e.undoOlder, undoMaking: e.undoMaking, undoMeanwhile: e.undoMeanwhile, undoUnfit: e.undoUnfit },
    changes: (before, after) => told(before, after, after),
    consequences: (before) => told(current, before, feature),
    mayUndo: ({ before, after }) => sheet.may('name') || sheet.may((before && changesBetween(before, after)[0]?.path) ?? 'name'),
    nameOf: (field, was) => labelOf(keyOf(field, was), lang) || e.wholePlace,
    refusal: (error) => refusal(error, lang),
  };
}
