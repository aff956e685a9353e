/** Why a file was not read, in words. */
import { html, nothing, type TemplateResult } from 'lit';
import { words, type Lang } from '../../i18n';
import { said, type Book } from '../../i18n/edit/book';
import { ownWords } from '../../i18n/plan/own';
import { amount } from '../charts/text';
import type { PlanFailure } from '../failure';

export type FileTrouble = PlanFailure | 'too_large';

/** Why the file as a whole was refused, by the rule that refused it; empty where what the server says stands for itself. */
export function reasonOf(rule: string, o: Book<(typeof ownWords)['zh']>['en']): string {
  const known: Record<string, string> = {
    unreadable: o.unreadable,
    nul: o.unreadable,
    entities: o.unreadable,
    'too-large': o.tooMuch,
    encoding: o.encoding,
    'no-rows': o.noRows,
    'no-header': o.noColumns,
    columns: o.noColumns,
    datum: o.noDatum,
  };
  return Object.hasOwn(known, rule) ? (known[rule] ?? '') : '';
}

/** `bytes` is how large the file is; `again` reads it once more. */
export function troublePart(trouble: FileTrouble, bytes: number, lang: Lang, again: () => void): TemplateResult {
  const o = said(ownWords, lang);
  if (trouble === 'too_large') return html`<p class="trouble" role="alert" data-testid="own-trouble">${o.tooLarge(amount(bytes / 1e6))}</p>`;
  const { kind, detail, findings } = trouble;
  const says = { offline: o.offline, busy: o.busy, refused: o.notRead, failed: o.notRead }[kind];
  const reasons = [...new Set(findings.map(({ field }) => reasonOf(field ?? '', o)))].filter(Boolean);
  return html`<div class="trouble" role="alert" data-testid="own-trouble">
    <p>${says} ${reasons.join(' ')}</p>
    ${kind === 'refused'
      ? html`<details ?open=${reasons.length === 0}>
          <summary>${o.serverSays}</summary>
          <p>${detail}</p>
          ${findings.map(({ problem, mend }) => html`<p>${problem} → ${mend}</p>`)}
        </details>`
      : nothing}
    <button class="button" @click=${again}>${words(lang).retry}</button>
  </div>`;
}
