/** `来源：… · 未核对`: who says so, and when it was last checked. */
import type { Provenance, Sources } from '../api/types';
import { date } from '../format/units';
import type { Lang, Words } from '../i18n';

export function sourceTitle(key: string, sources: Sources, lang: Lang): string {
  const source = sources[key];
  return source ? (lang === 'en' ? source.title_en : source.title) : key;
}

export function provenanceLine(from: Provenance, sources: Sources, lang: Lang, w: Words): string {
  const checked = !from.checked_on
    ? w.notChecked
    : from.checked_by
      ? w.checkedBy(date(from.checked_on, w), from.checked_by)
      : w.checkedOn(date(from.checked_on, w));
  return `${sourceTitle(from.source, sources, lang)} · ${checked}`;
}
