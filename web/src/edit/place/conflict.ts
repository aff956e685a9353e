/** The work of two who changed a place at once, as its form hands it on. */
import type { Tagged } from '../api';
import type { Clash, Conflict } from '../desk/conflict';
import { provenanceText, textOf } from '../fact-text';
import { carryOver, changesBetween, factAt } from '../feature';
import { changeList, nameOf } from './change-list';
import { titleOf, type Sheet } from './sheet';

export function conflictOf(sheet: Sheet, theirs: Tagged): Conflict {
  const { desk, draft, feature, lang } = sheet;
  const { feature: base } = draft.base;
  const title = (source: string): string => titleOf(source, sheet);
  const clash = (path: string): Clash => {
    const [other, own] = [factAt(theirs.feature, path), factAt(feature, path)];
    const [their, my] = [textOf(other, lang), textOf(own, lang)];
    const name = nameOf({ path }, feature, lang);
    // Both may say the same and only differ in who says it.
    return their === my ? { path, name, theirs: provenanceText(other, lang, title), mine: provenanceText(own, lang, title) } : { path, name, theirs: their, mine: my };
  };
  return {
    desk,
    lang,
    theyChanged: changeList(changesBetween(base, theirs.feature), theirs.feature, lang, title),
    youChanged: changeList(desk.changes, feature, lang, title),
    clashes: carryOver(base, feature, theirs.feature).clashes.map(clash),
  };
}
