/** The report's first sheet: the finding in numbers, the map, the districts and the worst towns. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { nameIn } from '../../i18n';
import { worstFirst } from '../charts/regions';
import { amount } from '../charts/text';
import { counted } from '../counted';
import { quantile, regionsAt, shareOf, tallyAt, type RegionTally } from '../counting';
import { approvalLine, creditLine } from '../../format/credits';
import { percent, points } from '../figures';
import { reportWordsOf, titleInWords, type ReportContent } from './content';
import { mapKey, printMap } from './print-map';
import { sheetFoot, sheetHead, SHEETS } from './sheet';

/** Rows that fit on the sheet: of districts at most, and of districts and towns together. */
const DISTRICTS = 14;
const REGIONS = 19;

function keyNumbers(content: ReportContent): TemplateResult {
  const { answer, before, threshold, lang } = content;
  const r = reportWordsOf(lang);
  const tally = tallyAt(answer, threshold);
  const unit = counted(answer, lang);
  const median = quantile(answer.points, 0.5);
  const { gini } = answer.distribution;
  const perhaps = tally.weight > 0 ? tally.perhaps / tally.weight : 0;
  const quiet = [
    ...(before ? [r.wasServed(percent(shareOf(tallyAt(before, threshold))))] : []),
    ...(perhaps > 0 ? [r.uncertain(percent(perhaps))] : []),
  ];
  const figure = (value: string, meaning: string, more: readonly string[] = []) =>
    html`<li>
      <strong>${value}</strong><span>${meaning}</span>
      ${more.map((line) => html`<span class="quiet">${line}</span>`)}
    </li>`;
  return html`<ul class="sheet-numbers" data-testid="report-numbers">
    ${figure(percent(shareOf(tally)), r.served, quiet)}
    ${figure(amount(tally.unserved), unit.unserved, [r.ofAll(unit.atPoints(amount(tally.points), amount(tally.weight)))])}
    ${median === null ? figure('—', r.never) : figure(amount(median), r.half)} ${gini === null ? nothing : figure(gini.toFixed(2), r.gini)}
  </ul>`;
}

function regionRow(
  content: ReportContent,
  tally: RegionTally,
  before: ReadonlyMap<string, number> | null,
  over: string | null,
): TemplateResult {
  const { region, weight, served, perhaps, unserved, share } = tally;
  const change = share - (before?.get(region.code) ?? share);
  return html`<tr>
    <th scope="row">${nameIn(content.lang, region)}${over ? html` <span class="quiet">${over}</span>` : nothing}</th>
    <td>${amount(weight)}</td>
    <td>${amount(served)}</td>
    <td>${amount(perhaps)}</td>
    <td>${amount(unserved)}</td>
    <td>${percent(share)}</td>
    ${before ? html`<td>${Math.abs(change) < 1e-9 ? '0' : points(change)}</td>` : nothing}
  </tr>`;
}

/** A table of districts, or of towns with the district that each is of. */
function regionTable(
  content: ReportContent,
  title: string,
  tallies: readonly RegionTally[],
  level: 'district' | 'town',
): TemplateResult {
  const { answer, threshold, lang } = content;
  const r = reportWordsOf(lang);
  const before = content.before && new Map(regionsAt(content.before, threshold).map(({ region, share }) => [region.code, share]));
  const names = new Map(answer.regions.map((region) => [region.code, nameIn(lang, region)]));
  const over = (tally: RegionTally) => (level === 'town' ? (names.get(tally.region.parent ?? '') ?? null) : null);
  const columns = [r.servedColumn, r.uncertainColumn, r.notServedColumn, r.shareColumn, ...(before ? [r.change] : [])];
  const head = [r.region, counted(answer, lang).name, ...columns];
  return html`<section>
    <h2>${title}</h2>
    <table class="sheet-table" data-testid="report-${level === 'district' ? 'districts' : 'towns'}">
      <thead>
        <tr>
          ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${tallies.map((tally) => regionRow(content, tally, before, over(tally)))}
      </tbody>
    </table>
  </section>`;
}

function key(content: ReportContent): TemplateResult {
  const r = reportWordsOf(content.lang);
  return html`<ul class="sheet-key" aria-label=${r.key}>
    ${mapKey(content).map(
      ({ symbol, meaning }) =>
        html`<li>
          <svg width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true">
            ${symbol === 'added'
              ? svg`<circle class="map-added" r="8"></circle>`
              : svg`<use href="#report-${symbol}" transform="scale(1.3)"></use>`}
          </svg>
          ${meaning}
        </li>`,
    )}
  </ul>`;
}

/** `ground` is the address of the map's picture; `null` = there is none, `undefined` = it is being drawn. */
export function mapSheet(content: ReportContent, ground: string | null | undefined, today: string): TemplateResult {
  const { city, lang, answer, threshold } = content;
  const r = reportWordsOf(lang);
  const districts = worstFirst(answer, threshold, null).slice(0, DISTRICTS);
  const towns = worstFirst(answer, threshold, '*').slice(0, REGIONS - districts.length);
  return html`<section class="sheet" data-testid="report-sheet" aria-label=${r.sheet(1, SHEETS)}>
    ${sheetHead(content, today)}
    <div class="sheet-body sheet-map">
      <div>
        ${printMap(content, ground ?? null, r.map(titleInWords(content)))}
        <p class="sheet-credits">
          <span>${city ? approvalLine(city, lang) : ''}</span><span>${city ? creditLine(city) : ''}</span>
        </p>
        ${key(content)} ${ground === null ? html`<p class="quiet">${r.noGround}</p>` : nothing}
      </div>
      <div class="sheet-tables">
        ${keyNumbers(content)} ${regionTable(content, r.byDistrict, districts, 'district')}
        ${towns.length ? regionTable(content, r.worstTowns, towns, 'town') : nothing}
      </div>
    </div>
    ${sheetFoot(content, 1)}
  </section>`;
}
