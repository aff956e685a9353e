/** `来源：… · 核对于 3 个月前`: who says so, and how long ago it was last checked. */
import { html, type TemplateResult } from 'lit';
import type { Provenance, Sources } from '../api/types';
import { ago, today } from '../format/ago';
import { date } from '../format/units';
import type { Lang, Words } from '../i18n';

export function sourceTitle(key: string, sources: Sources, lang: Lang): string {
  const source = sources[key];
  return source ? (lang === 'en' ? source.title_en : source.title) : key;
}

/** When something was checked and by whom, the date as the title; `day` is the day that it is. */
export function checkedLine(from: Partial<Pick<Provenance, 'checked_on' | 'checked_by'>>, w: Words, day = today()): TemplateResult {
  if (!from.checked_on) return html`${w.notChecked}`;
  const when = ago(from.checked_on, day, w);
  return html`<time datetime=${from.checked_on} title=${date(from.checked_on, w)}>${from.checked_by ? w.checkedAgoBy(when, from.checked_by) : w.checkedAgo(when)}</time>`;
}

export function provenanceLine(from: Provenance, sources: Sources, lang: Lang, w: Words, day = today()): TemplateResult {
  return html`${sourceTitle(from.source, sources, lang)} · ${checkedLine(from, w, day)}`;
}

/** Each provenance once: those that say the same are one line. */
export function distinct(all: readonly Provenance[]): Provenance[] {
  const key = (from: Provenance) => JSON.stringify([from.source, from.checked_on, from.checked_by]);
  return [...new Map(all.map((from) => [key(from), from])).values()];
}
