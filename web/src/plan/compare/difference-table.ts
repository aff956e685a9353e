/** The table of what differs between two scenarios, by district or by town: two hues, and none at zero. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PageElement } from '../../components/base';
import { nameIn, type Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { compareWords } from '../../i18n/plan/compare';
import type { CoverageAnswer } from '../answer';
import { signed } from '../charts/text';
import { counted } from '../counted';
import { finestLevel, gainAt } from '../counting';
import { percent, points } from '../figures';
import { differences, stepOf } from './difference';

const LEVELS = ['district', 'town'] as const;

/** The numbers of a row: shares, and what weight is gained and lost. */
interface Cells {
  a: number;
  b: number;
  gained: number;
  lost: number;
}

function cells({ a, b, gained, lost }: Cells): TemplateResult {
  return html`<td>${percent(a)}</td>
    <td>${percent(b)}</td>
    <td class="difference" data-step=${stepOf(b - a)}>${points(b - a)}</td>
    <td>${signed(gained)}</td>
    <td>${signed(-lost)}</td>`;
}

@customElement('plan-differences')
export class DifferenceTable extends PageElement {
  @property({ attribute: false }) a: CoverageAnswer | null = null;
  @property({ attribute: false }) b: CoverageAnswer | null = null;
  @property({ attribute: false }) nameA = 'A';
  @property({ attribute: false }) nameB = 'B';
  @property({ attribute: false }) threshold = 15;
  @property({ attribute: false }) override lang: Lang = 'zh';
  @state() private level: (typeof LEVELS)[number] = 'district';

  override render() {
    const { a, b, threshold, nameA, nameB, lang } = this;
    if (!a || !b) return nothing;
    const c = said(compareWords, lang);
    const hasTowns = finestLevel(b) === 'town';
    const level = hasTowns ? this.level : 'district';
    const rows = differences(a, b, threshold, level);
    const { shareBefore, shareAfter, gainedWeight, lostWeight } = gainAt(a, b, threshold);
    const unit = counted(b, lang).name;
    const levelButton = (each: (typeof LEVELS)[number]) =>
      html`<button
        class="button"
        data-testid="swipe-by-${each}"
        aria-pressed=${each === level}
        @click=${() => (this.level = each)}
      >
        ${each === 'district' ? c.byDistrict : c.byTown}
      </button>`;
    return html`${hasTowns ? html`<div class="button-row" role="group" aria-label=${c.change}>${LEVELS.map(levelButton)}</div>` : nothing}
      <p class="quiet">${c.legend}</p>
      <div class="chart-table" role="region" tabindex="0" aria-label=${c.tableOf(nameA, nameB)}>
        <table data-testid="differences">
          <thead>
            <tr>
              ${[c.region, nameA, nameB, c.change, c.gained(unit), c.lost(unit)].map((cell) => html`<th scope="col">${cell}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map((row) => html`<tr><th scope="row">${nameIn(lang, row.region)}</th>${cells(row)}</tr>`)}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">${c.all}</th>
              ${cells({ a: shareBefore, b: shareAfter, gained: gainedWeight, lost: lostWeight })}
            </tr>
          </tfoot>
        </table>
      </div>
      ${rows.length ? nothing : html`<p class="quiet">${c.noTowns}</p>`}`;
  }
}
