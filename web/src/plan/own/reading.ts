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

function columns({ columns: used, datum }: PointsOfFile, use: ListUse, lang: Lang): TemplateResult {
  const o = said(ownWords, lang);
  const names: [string, string | null | undefined][] = [[o.id, used.id], [o.name, used.name], [o.lon, used.lon], [o.lat, used.lat]];
  if (use === 'demand') names.push([o.weight, used.weight]);
  // `wgs84` is written WGS-84, and the others likewise.
  names.push([o.datum, datum && datum.toUpperCase().replace(/(\D)(\d)/, '$1-$2')]);
  return html`<dl class="own-columns" aria-label=${o.columns} data-testid="own-columns">
    ${names.map(([name, header]) => html`<div><dt>${name}</dt><dd>${header ?? html`<span class="quiet">${o.noColumn}</span>`}</dd></div>`)}
  </dl>`;
}

export function readPart(read: PointsOfFile, use: ListUse, isPopulation: boolean, lang: Lang): TemplateResult {
  const o = said(ownWords, lang);
  const { points, weight, findings, counts } = read;
  const count = Object.values(counts).reduce((sum, each) => sum + each, 0);
  const rows = amount(read.rows);
  return html`<p role="status" class="finding" data-testid="own-read" data-points=${points.length}>
      ${points.length ? o.read(rows, amountOf({ points: pointsOf(points, use), weight: weight ?? 0, is_population: isPopulation, use }, lang)) : o.noneGood(rows)}
    </p>
    <h3>${o.columns}</h3>
    ${columns(read, use, lang)}
    <h3 id="own-findings-title">${count ? o.findings(amount(count)) : o.noFindings}</h3>
    ${count ? html`<div class="own-findings" tabindex="0" role="region" aria-labelledby="own-findings-title">${findingRows(findings, count, lang, true)}</div>` : nothing}`;
}
