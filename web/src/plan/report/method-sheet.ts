/** The report's second sheet: the charts, the scenario, how it was worked out, and the way back. */
import { html, nothing, type TemplateResult } from 'lit';
import { nameIn } from '../../i18n';
import '../charts/distribution-chart';
import '../charts/district-bars';
import '../charts/lorenz-chart';
import { amount, signed } from '../charts/text';
import { counted } from '../counted';
import { finestLevel, gainAt } from '../counting';
import { percent } from '../figures';
import { isUnheeded } from '../scenario/closing';
import { closedLines, needsInWords, reportWordsOf, type ReportContent } from './content';
import { methodLines } from './method';
import { changedSites } from './print-map';
import { qrOf } from '../../print/qr';
import { sheetFoot, sheetHead, SHEETS } from './sheet';

/** Rows that fit on the sheet. */
const CHANGES = 10;
const GAINS = 8;

function changes(content: ReportContent): TemplateResult {
  const { answer, scenario, lang } = content;
  const r = reportWordsOf(lang);
  const lines = [
    ...(scenario && isUnheeded(scenario, answer) ? [r.closedUnheeded] : []),
    ...changedSites(content).map(({ added, name, roles }, index) =>
      added ? r.added(index + 1, name, needsInWords([roles], lang)) : `${index + 1} ${r.moved(name)}`,
    ),
    ...answer.sites.filter(({ removed }) => removed).map(({ name }) => r.removed(name)),
    ...closedLines(content),
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
  const unit = counted(answer, lang);
  const weight = (of: number): string => unit.amount(amount(of));
  return html`<section>
    ${changes(content)}
    <p><strong>${r.gain(percent(gain.shareBefore), percent(gain.shareAfter), weight(gain.gainedWeight), weight(gain.lostWeight))}</strong></p>
    ${gain.towns.length
      ? html`<table class="sheet-table" data-testid="report-gains">
          <thead>
            <tr>
              <th scope="col">${finestLevel(answer) === 'town' ? r.gainByTown : r.gainByDistrict}</th>
              <th scope="col">${r.gained(unit.name)}</th>
              <th scope="col">${r.shareColumn}</th>
            </tr>
          </thead>
          <tbody>
            ${gain.towns.slice(0, GAINS).map(
              (town) =>
                html`<tr>
                  <th scope="row">${nameIn(lang, town)}</th>
                  <td>${signed(town.weight)}</td>
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

export function methodSheet(content: ReportContent, today: string): TemplateResult {
  const { answer, threshold, lang } = content;
  return html`<section class="sheet" data-testid="report-sheet" aria-label=${reportWordsOf(lang).sheet(2, SHEETS)}>
    ${sheetHead(content, today)}
    <div class="sheet-body sheet-charts">
      <plan-distribution paper .answer=${answer} .threshold=${threshold} .lang=${lang}></plan-distribution>
      <plan-lorenz paper .answer=${answer} .threshold=${threshold} .lang=${lang}></plan-lorenz>
      <plan-districts paper .answer=${answer} .threshold=${threshold} .lang=${lang}></plan-districts>
    </div>
    <div class="sheet-body sheet-words">${scenarioPart(content)} ${methodBox(content)} ${codePart(content)}</div>
    ${sheetFoot(content, 2)}
  </section>`;
}
