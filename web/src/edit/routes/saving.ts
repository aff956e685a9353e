/** The saving of a route, as its form hands it on. */
import { nothing } from 'lit';
import { said } from '../../i18n/edit/book';
import { deskWords } from '../../i18n/edit/desk';
import { isSynthetic } from '../checking';
import type { Saving } from '../desk/saving';
import { changeList, labelOf } from './change-list';
import { keyOf } from './findings';
import type { Sheet } from './sheet';

export function savingOf({ desk, draft, places, lang, e }: Sheet): Saving {
  return {
    desk,
    lang,
    words: desk.isNew ? { why: e.whyMake, whyNeeded: e.whyMakeNeeded } : said(deskWords, lang),
    reasons: [],
    // No office stands behind an example.
    needsOffice: !isSynthetic(draft.route.provenance.source),
    changes: desk.isNew ? nothing : changeList(desk.changes, places, lang),
    nameOf: (field) => labelOf(keyOf(field, draft.route), places, lang),
  };
}
