/** What was found wrong with a list: counts by rule, then each with its row, its value and what would mend it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ImportFinding, ImportPreview } from '../../api/schema';
import { sign } from '../../components/icons';
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { importWords } from '../../i18n/edit/imports';
import { columnLetters } from './fields';

/** Findings of one rule that are listed. */
const LISTED = 50;

function severityBadge(severity: ImportFinding['severity'], lang: Lang): TemplateResult {
  const e = said(importWords, lang);
  const look = { error: 'alarm', warning: 'example', note: 'rough' }[severity];
  return html`<span class="badge ${look}">${sign(severity === 'note' ? 'info' : 'flag')}${e[severity]}</span>`;
}

function rows(findings: readonly ImportFinding[], count: number, lang: Lang): TemplateResult {
  const e = said(importWords, lang);
  const shown = findings.slice(0, LISTED);
  const spot = ({ sheet, row, column }: ImportFinding) => e.spot(sheet ?? '', row === null ? '' : String(row), column === null ? '' : columnLetters(column));
  return html`<ul class="findings">
      ${shown.map(
        (finding) =>
          html`<li>
            <span class="quiet">${spot(finding)}</span>
            ${finding.value ? html`<code>${finding.value}</code>` : nothing}
            <span>${lang === 'zh' ? finding.meaning_zh : finding.meaning_en}</span>
            <span class="mend">→ ${lang === 'zh' ? finding.mend_zh : finding.mend_en}</span>
          </li>`,
      )}
    </ul>
    ${count > shown.length ? html`<p class="quiet">${e.firstOf(shown.length, count)}</p>` : nothing}`;
}

export function findingsPart(preview: ImportPreview, lang: Lang): TemplateResult {
  const e = said(importWords, lang);
  if (!preview.counts_by_rule.length) return html`<p>${e.noProblems}</p>`;
  return html`${preview.counts_by_rule.map(
    ({ rule, name, name_en, count, severity }) =>
      html`<details class="rule" data-testid="rule-${rule}" data-count=${count} ?open=${preview.is_refused && severity === 'error'}>
        <summary>${severityBadge(severity, lang)}<span>${lang === 'zh' ? name : name_en}</span><span class="count">${count.toLocaleString('en-GB')}</span></summary>
        ${rows(
          preview.findings.filter((finding) => finding.rule === rule),
          count,
          lang,
        )}
      </details>`,
  )}`;
}
