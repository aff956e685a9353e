/** What came of reading a file: shown before its points are used. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PointsOfFile } from '../../api/schema';
import { findingRows } from '../../components/findings';
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { ownWords } from '../../i18n/plan/own';
import { amount } from '../charts/text';
import { amountOf } from './amount';
import { pointsOf, type ListUse } from './list';

/** `columns` is where they are shown and changed. */
export function readPart(read: PointsOfFile, columns: TemplateResult, use: ListUse, isPopulation: boolean, lang: Lang): TemplateResult {
  const o = said(ownWords, lang);
  const { points, weight, findings, counts } = read;
  const count = Object.values(counts).reduce((sum, each) => sum + each, 0);
  const rows = amount(read.rows);
  // `wgs84` is written WGS-84, and the others likewise.
  const datum = read.datum?.toUpperCase().replace(/(\D)(\d)/, '$1-$2');
  return html`<p role="status" class="finding" data-testid="own-read" data-points=${points.length}>
      ${points.length ? o.read(rows, amountOf({ points: pointsOf(points, use), weight: weight ?? 0, is_population: isPopulation, use }, lang)) : o.noneGood(rows)}
    </p>
    <h3>${o.columns}</h3>
    ${columns}
    ${datum ? html`<p class="quiet">${o.datumTaken(datum)}</p>` : nothing}
    <h3 id="own-findings-title">${count ? o.findings(amount(count)) : o.noFindings}</h3>
    ${count ? html`<div class="own-findings" tabindex="0" role="region" aria-labelledby="own-findings-title">${findingRows(findings, count, lang, true)}</div>` : nothing}`;
}
