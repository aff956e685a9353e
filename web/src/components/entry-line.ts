/** `● 开放中 · 至 17:00（16:30 停止入馆）`: whether one can go in, and why on a day that is not like any other. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Entry } from '../api/types';
import { entryLine, type Beside, type EntryMark } from '../format/entry';
import type { Lang, Words } from '../i18n';

const DRAWN: Record<EntryMark, TemplateResult> = {
  full: svg`<circle cx="7" cy="7" r="5.5" class="mark-fill"></circle>`,
  half: svg`<circle cx="7" cy="7" r="5.5"></circle><path d="M7 1.5a5.5 5.5 0 0 0 0 11z" class="mark-fill"></path>`,
  ring: svg`<circle cx="7" cy="7" r="5.5"></circle>`,
  question: svg`<path d="M4 4.8a3 3 0 1 1 4.4 2.7c-.9 .5-1.4 1-1.4 2M7 12v.3"></path>`,
};

/** A mark in the text's own colour; the word beside it says the same. */
export function entryMark(mark: EntryMark): TemplateResult {
  return html`<svg class="mark" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">${DRAWN[mark]}</svg>`;
}

/** The line of a role. */
export function entryInLine(entry: Entry, beside: Beside, lang: Lang, w: Words): TemplateResult {
  const { mark, tone, word, time, why } = entryLine(entry, beside, lang, w);
  return html`<span class="entry ${tone}" data-testid="entry" data-state=${entry.state}>
      ${entryMark(mark)}<span><strong>${word}</strong>${time ? html` · ${time}` : nothing}</span>
    </span>
    ${why ? html`<span class="why" data-testid="why">${why}</span>` : nothing}`;
}
