/** What was found wrong with a list: counts by rule, then each with its row, its value and what would mend it. */
import { html, type TemplateResult } from 'lit';
import type { ImportPreview } from '../../api/schema';
import { findingRows, severityBadge } from '../../components/findings';
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { importWords } from '../../i18n/edit/imports';

export function findingsPart(preview: ImportPreview, lang: Lang): TemplateResult {
  const e = said(importWords, lang);
  if (!preview.counts_by_rule.length) return html`<p>${e.noProblems}</p>`;
  return html`${preview.counts_by_rule.map(
    ({ rule, name, name_en, count, severity }) =>
      html`<details class="rule" data-testid="rule-${rule}" data-count=${count} ?open=${preview.is_refused && severity === 'error'}>
        <summary>${severityBadge(severity, lang)}<span>${lang === 'zh' ? name : name_en}</span><span class="count">${count.toLocaleString('en-GB')}</span></summary>
        ${findingRows(
          preview.findings.filter((finding) => finding.rule === rule),
          count,
          lang,
        )}
      </details>`,
  )}`;
}
