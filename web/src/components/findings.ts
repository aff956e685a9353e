/** What was found wrong in a file, row by row: where, the value, what is wrong with it and what would mend it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ImportFinding } from '../api/schema';
import type { Lang } from '../i18n';
import { said } from '../i18n/edit/book';
import { fileWords } from '../i18n/files';
import { columnLetters } from '../format/columns';
import { sign } from './icons';

/** Findings that are listed at once. */
const LISTED = 50;

export function severityBadge(severity: ImportFinding['severity'], lang: Lang): TemplateResult {
  const f = said(fileWords, lang);
  const look = { error: 'alarm', warning: 'example', note: 'rough' }[severity];
  return html`<span class="badge ${look}">${sign(severity === 'note' ? 'info' : 'flag')}${f[severity]}</span>`;
}

/** `count` is how many there are, told or not; `isMixed` = they are of several severities, and each says which. */
export function findingRows(findings: readonly ImportFinding[], count: number, lang: Lang, isMixed = false): TemplateResult {
  const f = said(fileWords, lang);
  const shown = findings.slice(0, LISTED);
  const spot = ({ sheet, row, column }: ImportFinding) => f.spot(sheet ?? '', row === null ? '' : String(row), column === null ? '' : columnLetters(column));
  return html`<ul class="findings">
      ${shown.map(
        (finding) =>
          html`<li data-testid="finding" data-rule=${finding.rule}>
            ${isMixed ? severityBadge(finding.severity, lang) : nothing}
            <span class="quiet">${spot(finding)}</span>
            ${finding.value ? html`<code>${finding.value}</code>` : nothing}
            <span>${lang === 'zh' ? finding.meaning_zh : finding.meaning_en}</span>
            <span class="mend">→ ${lang === 'zh' ? finding.mend_zh : finding.mend_en}</span>
          </li>`,
      )}
    </ul>
    ${count > shown.length ? html`<p class="quiet">${f.firstOf(shown.length, count)}</p>` : nothing}`;
}
