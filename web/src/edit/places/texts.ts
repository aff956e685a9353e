/** What the table's cells say. */
import { ago } from '../../format/ago';
import { hoursInWords } from '../../format/hours';
import { words, type Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { factWords } from '../../i18n/edit/facts';
import { placesWords } from '../../i18n/edit/places';
import { today } from '../checking';
import { pathOf, shown, type Field } from './fields';
import type { Row } from './rows';

/** What a field is called. */
export function fieldName(field: Field | 'checked', lang: Lang): string {
  const [e, f] = [said(placesWords, lang), said(factWords, lang)];
  return field === 'checked' ? e.checkedToday : f[field];
}

/** A field's value in words. */
export function valueText(field: Field, value: string, lang: Lang): string {
  const f = said(factWords, lang);
  if (field === 'status' || field === 'fee') return f[value as 'active' | 'free'];
  if (value === '') return f.unknown;
  return field === 'hours' ? (hoursInWords(value, words(lang)) ?? value) : value;
}

/** The cell's text. */
export function cellText(row: Row, field: Field, lang: Lang): string {
  const e = said(placesWords, lang);
  const value = shown(row, field);
  const ofPlace = field === 'status' && pathOf(row, field) === 'status' && row.more > 0;
  if (ofPlace && value === 'suspended') return e.placeSuspended;
  if (ofPlace && value === 'withdrawn') return e.placeWithdrawn;
  return valueText(field, value, lang);
}

/** When the row was checked: by its claim; where only other facts were, that is said. */
export function checkedText(row: Row, lang: Lang): string {
  const [w, e] = [words(lang), said(placesWords, lang)];
  const claimed = row.role?.claim.checked_on;
  if (claimed) return ago(row.checkedOn ?? claimed, today(), w);
  return row.checkedOn ? e.partly(ago(row.checkedOn, today(), w)) : w.notChecked;
}

/** Which facts have to be checked again; empty = none. */
export function overdueText(row: Row, lang: Lang): string {
  const [e, f] = [said(placesWords, lang), said(factWords, lang)];
  return row.overdue.length ? e.overdue(row.overdue.map((fact) => f[fact]).join(e.comma)) : '';
}
