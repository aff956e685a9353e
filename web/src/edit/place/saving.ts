/** The saving of a place, as its form hands it on. */
import { said } from '../../i18n/edit/book';
import { deskWords } from '../../i18n/edit/desk';
import type { Saving } from '../desk/saving';
import type { Change } from '../feature';
import { changeList } from './change-list';
import { keyOf } from './findings';
import { onlyIn } from './notice';
import { labelOf, titleOf, type Sheet } from './sheet';

/** Whether an office stands behind what is changed. */
function isChecked({ before, after }: Change): boolean {
  return after?.provenance?.checked_on !== undefined || (after?.name === 'notices' && onlyIn(after, before).some(({ checked_on }) => checked_on));
}

export function savingOf(sheet: Sheet): Saving {
  const { desk, feature, lang, e } = sheet;
  const { changes } = desk;
  return {
    desk,
    lang,
    words: said(deskWords, lang),
    reasons: [e.whyPhone, e.whyVisit, e.whyList],
    needsOffice: changes.some(isChecked),
    changes: changeList(changes, feature, lang, (source) => titleOf(source, sheet)),
    nameOf: (field) => labelOf(keyOf(field, feature), lang) || e.wholePlace,
  };
}
