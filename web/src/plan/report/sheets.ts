/** The report's sheets: the map with its tables, then the charts, the scenario and the method. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { date } from '../../format/units';
import { nameIn, words } from '../../i18n';
import { worstFirst, unservedWeight } from '../charts/regions';
import { demandName, sourceLine, wordsOf } from '../charts/source';
import { amount, signed } from '../charts/text';
import '../charts/distribution-chart';
import '../charts/district-bars';
import '../charts/lorenz-chart';
import { gainAt, quantile, regionsAt, shareOf, tallyAt, type RegionTally } from '../counting';
import { approvalLine, creditLine } from '../credits';
import { percent, points } from '../figures';
import { needsInWords, questionInWords, reportWordsOf, titleInWords, type ReportContent } from './content';
import { methodLines } from './method';
import { changedSites, mapKey, printMap } from './print-map';
import { qrOf } from './qr';

/** Rows that fit on the sheets: of districts at most, and of districts and towns together. */
const DISTRICTS = 14;
const REGIONS = 19;
const CHANGES = 10;
const GAINS = 8;
const SHEETS = 2;

function header(content: ReportContent, today: string): TemplateResult {
  const r = reportWordsOf(content.lang);
  const { city, lang } = content;
  return html`<header class="sheet-head">
    <p class="sheet-over"><span>${city ? r.ofCity(nameIn(lang, city)) : r.report}</span><span>${r.printedOn(date(today, words(lang)))}</span></p>
    <h1>${titleInWords(content)}</h1>
    <p class="sheet-question">${questionInWords(content)}</p>
  </header>`;
}

function footer(content: ReportContent, number: number): TemplateResult {
  const r = reportWordsOf(content.lang);
  return html`<footer class="sheet-foot"><span>${sourceLine(content.answer, content.lang)}</span><span>${r.sheet(number, SHEETS)}</span></footer>`;
}

function keyNumbers(content: ReportContent): TemplateResult {
  const { answer, before, threshold, lang } = content;
  const r = reportWordsOf(lang);
  const tally = tallyAt(answer, threshold);
  const median = quantile(answer.points, 0.5);
  const { gini } = answer.distribution;
  const perhaps = tally.weight > 0 ? tally.perhaps / tally.weight : 0;
  const quiet = [...(before ? [r.wasServed(percent(shareOf(tallyAt(before, threshold))))] : []), ...(perhaps > 0 ? [r.uncertain(percent(perhaps))] : [])];
  const figure = (value: string, meaning: string, more: readonly string[] = []) =>
    html`<li><strong>${value}</strong><span>${meaning}</span>${more.map((line) => html`<span class="quiet">${line}</span>`)}</li>`;
  return html`<ul class="sheet-numbers" data-testid="report-numbers">
    ${figure(percent(shareOf(tally)), r.served, quiet)}
    ${figure(amount(tally.unserved), r.notServed(demandName(answer, wordsOf(lang))), [r.ofAll(amount(tally.points))])}
    ${median === null ? figure('—', r.never) : figure(amount(median), r.half)} ${gini === null ? nothing : figure(gini.toFixed(2), r.gini)}
  </ul>`;
}

function regionRow(content: ReportContent, tally: RegionTally, before: ReadonlyMap<string, number> | null, over: string | null): TemplateResult {
  const { region, points: count, served, perhaps, share } = tally;
  const change = share - (before?.get(region.code) ?? share);
  return html`<tr>
    <th scope="row">${nameIn(content.lang, region)}${over ? html` <span class="quiet">${over}</span>` : nothing}</th>
    <td>${amount(count)}</td>
    <td>${amount(served)}</td>
    <td>${amount(perhaps)}</td>
    <td>${amount(unservedWeight(tally))}</td>
    <td>${percent(share)}</td>
    ${before ? html`<td>${Math.abs(change) < 1e-9 ? '0' : points(change)}</td>` : nothing}
  </tr>`;
}

function regionTable(content: ReportContent, title: string, tallies: readonly RegionTally[], level: 'district' | 'town'): TemplateResult {
  const { answer, threshold, lang } = content;
  const r = reportWordsOf(lang);
  const before = content.before && new Map(regionsAt(content.before, threshold).map(({ region, share }) => [region.code, share]));
  const districts = new Map(answer.regions.filter((region) => region.level === 'district').map((region) => [region.code, nameIn(lang, region)]));
  const head = [r.region, demandName(answer, wordsOf(lang)), r.servedColumn, r.uncertainColumn, r.notServedColumn, r.shareColumn, ...(before ? [r.change] : [])];
  return html`<section>
    <h2>${title}</h2>
    <table class="sheet-table" data-testid="report-${level === 'district' ? 'districts' : 'towns'}">
      <thead>
        <tr>
          ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${tallies.map((tally) => regionRow(content, tally, before, level === 'town' ? (districts.get(tally.region.parent ?? '') ?? null) : null))}
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
            ${symbol === 'added' ? svg`<circle class="map-added" r="8"></circle>` : svg`<use href="#${symbol}" transform="scale(1.3)"></use>`}
          </svg>
          ${meaning}
        </li>`,
    )}
  </ul>`;
}

/** The first sheet: the finding, the map, the districts and the worst towns. */
export function mapSheet(content: ReportContent, ground: string | null | undefined, today: string): TemplateResult {
  const { city, lang, answer, threshold } = content;
  const r = reportWordsOf(lang);
  const districts = worstFirst(answer, threshold, null).slice(0, DISTRICTS);
  const towns = worstFirst(answer, threshold, '*').slice(0, REGIONS - districts.length);
  return html`<section class="sheet" data-testid="report-sheet" aria-label=${r.sheet(1, SHEETS)}>
    ${header(content, today)}
    <div class="sheet-body sheet-map">
      <div>
        ${printMap(content, ground ?? null, r.map(titleInWords(content)))}
        <p class="sheet-credits"><span>${city ? approvalLine(city, lang) : ''}</span><span>${city ? creditLine(city) : ''}</span></p>
        ${key(content)} ${ground === null ? html`<p class="quiet">${r.noGround}</p>` : nothing}
      </div>
      <div class="sheet-tables">
        ${keyNumbers(content)} ${regionTable(content, r.byDistrict, districts, 'district')}
        ${regionTable(content, r.worstTowns, towns, 'town')}
      </div>
    </div>
    ${footer(content, 1)}
  </section>`;
}

function changes(content: ReportContent): TemplateResult {
  const { answer, scenario, lang } = content;
  const r = reportWordsOf(lang);
  const lines = [
    ...changedSites(content).map((site, index) => (site.added ? r.added(index + 1, site.name, needsInWords([site.roles], lang)) : `${index + 1} ${r.moved(site.name)}`)),
    ...answer.sites.filter(({ removed }) => removed).map(({ name }) => r.removed(name)),
  ];
  const more = lines.length - CHANGES;
  return html`<h2>${r.scenario(scenario?.name || r.unnamed)}</h2>
    <ul class="sheet-changes" data-testid="report-changes">
      ${lines.slice(0, CHANGES).map((line) => html`<li>${line}</li>`)} ${more > 0 ? html`<li>${r.moreChanges(more)}</li>` : nothing}
    </ul>`;
}

function scenarioPart(content: ReportContent): TemplateResult {
  const { answer, before, threshold, placement, lang } = content;
  const r = reportWordsOf(lang);
  if (!before) return html`<section><h2>${r.noScenario}</h2><p>${r.noScenarioMore}</p></section>`;
  const gain = gainAt(before, answer, threshold);
  return html`<section>
    ${changes(content)}
    <p><strong>${r.gain(percent(gain.shareBefore), percent(gain.shareAfter), gain.gained.length, gain.lost.length)}</strong></p>
    ${gain.towns.length
      ? html`<table class="sheet-table" data-testid="report-gains">
          <thead>
            <tr>
              <th scope="col">${r.gainByTown}</th>
              <th scope="col">${r.gained}</th>
              <th scope="col">${r.shareColumn}</th>
            </tr>
          </thead>
          <tbody>
            ${gain.towns.slice(0, GAINS).map(
              (town) =>
                html`<tr>
                  <th scope="row">${nameIn(lang, town)}</th>
                  <td>${signed(town.points)}</td>
                  <td>${percent(town.before)} → ${percent(town.after)}</td>
                </tr>`,
            )}
          </tbody>
        </table>`
      : nothing}
    <h3>${r.proof}</h3>
    <p>${placement ? (lang === 'en' ? placement.words_en : placement.words_zh) : r.noProof}</p>
  </section>`;
}

function methodBox(content: ReportContent): TemplateResult {
  const r = reportWordsOf(content.lang);
  return html`<section class="sheet-method" data-testid="report-method">
    <h2>${r.method}</h2>
    <dl>
      ${methodLines(content).map(({ term, text }) => html`<dt>${term}</dt><dd>${text}</dd>`)}
    </dl>
  </section>`;
}

function codePart({ link, lang }: ReportContent): TemplateResult {
  const r = reportWordsOf(lang);
  const code = qrOf(link);
  if (!code) return html`<p class="sheet-code">${r.noCode}</p>`;
  return html`<figure class="sheet-code" data-testid="report-code">
    <svg viewBox="0 0 ${code.side} ${code.side}" role="img" aria-label=${r.back} shape-rendering="crispEdges">
      <rect width=${code.side} height=${code.side} fill="#fff"></rect>
      <path d=${code.path} fill="#000"></path>
    </svg>
    <figcaption>${r.back}</figcaption>
  </figure>`;
}

/** The second sheet: the charts, the scenario, how it was worked out, and the way back. */
export function methodSheet(content: ReportContent, today: string): TemplateResult {
  const { answer, threshold, lang } = content;
  return html`<section class="sheet" data-testid="report-sheet" aria-label=${reportWordsOf(lang).sheet(2, SHEETS)}>
    ${header(content, today)}
    <div class="sheet-body sheet-charts">
      <plan-distribution paper .answer=${answer} .threshold=${threshold} .lang=${lang}></plan-distribution>
      <plan-lorenz paper .answer=${answer} .threshold=${threshold} .lang=${lang}></plan-lorenz>
      <plan-districts paper .answer=${answer} .threshold=${threshold} .lang=${lang}></plan-districts>
    </div>
    <div class="sheet-body sheet-words">${scenarioPart(content)} ${methodBox(content)} ${codePart(content)}</div>
    ${footer(content, 2)}
  </section>`;
}
