/**
 * What the planner's charts share: a title that says the finding, a drawing as wide as its place, a source line, and a table
 * with the same numbers.
 */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { PageElement } from '../../components/base';
import type { Lang } from '../../i18n';
import type { CoverageAnswer } from '../answer';
import { sourceLine, wordsOf, type ChartWords } from './source';

/** Type in drawings, pixels. */
export const TYPE = 13;
/** How wide a drawing on paper is, in its own units. */
const PAPER_WIDTH = 480;
const LEAST_WIDTH = 240;

/** The numbers behind a drawing; the first cell of a row is its heading. */
export interface ChartTable {
  head: string[];
  rows: string[][];
}

/** How a part of a drawing looks: filled, pale, hatched. */
export type Look = 'served' | 'perhaps' | 'unserved';

let drawings = 0;

export abstract class PlanChart extends PageElement {
  @property({ attribute: false }) answer: CoverageAnswer | null = null;
  /** Minutes within which a demand point counts as served. */
  @property({ attribute: false }) threshold = 15;
  @property({ attribute: false }) override lang: Lang = 'zh';
  /** On paper: of a fixed width, and without buttons. */
  @property({ type: Boolean }) paper = false;
  @state() private measured = PAPER_WIDTH;
  @state() private tabled = false;
  readonly #hatch = `chart-hatch-${(drawings += 1)}`;
  #observer: ResizeObserver | undefined;

  protected abstract readonly name: string;
  /** The title: what the chart shows, in words. */
  protected abstract finding(answer: CoverageAnswer): string;
  /** What is drawn, for those who do not see it. */
  protected abstract told(answer: CoverageAnswer): string;
  protected abstract drawing(answer: CoverageAnswer, width: number): { height: number; parts: TemplateResult };
  protected abstract table(answer: CoverageAnswer): ChartTable;

  protected get c(): ChartWords {
    return wordsOf(this.lang);
  }

  /** The fill of what is not served: hatched, so that it prints in grey. */
  protected get hatched(): string {
    return `url(#${this.#hatch})`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new ResizeObserver(([entry]) => {
      const width = Math.round(entry?.contentRect.width ?? 0);
      if (width > 0) this.measured = Math.max(LEAST_WIDTH, width);
    });
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  /** What else stands between the title and the drawing. */
  protected tools(_answer: CoverageAnswer): TemplateResult | typeof nothing {
    return nothing;
  }

  /** What the looks in the drawing mean. */
  protected legend(): [look: Look, meaning: string][] {
    return [];
  }

  private legendOf(): TemplateResult | typeof nothing {
    const entries = this.legend();
    if (!entries.length) return nothing;
    return html`<ul class="chart-legend">
      ${entries.map(
        ([look, meaning]) =>
          html`<li>
            <svg width="20" height="12" aria-hidden="true">
              <rect class="chart-${look}" width="20" height="12" fill=${look === 'unserved' ? this.hatched : nothing}></rect>
            </svg>
            ${meaning}
          </li>`,
      )}
    </ul>`;
  }

  private tableOf(answer: CoverageAnswer): TemplateResult {
    const { head, rows } = this.table(answer);
    return html`<div class="chart-table" role="region" tabindex="0" aria-label=${this.finding(answer)}>
      <table data-testid="chart-table">
        <thead>
          <tr>
            ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(([first, ...cells]) => html`<tr><th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
        </tbody>
      </table>
    </div>`;
  }

  override render() {
    const { answer } = this;
    if (!answer) return nothing;
    const { c } = this;
    const width = this.paper ? PAPER_WIDTH : this.measured;
    const title = this.finding(answer);
    const { height, parts } = this.drawing(answer, width);
    return html`<figure class="chart" data-testid="chart-${this.name}">
      <figcaption>
        ${this.paper ? html`<h2 class="chart-title">${title}</h2>` : html`<h3 class="chart-title">${title}</h3>`}
        ${this.legendOf()}
      </figcaption>
      ${this.paper ? nothing : this.tools(answer)}
      <svg class="chart-drawing" role="img" aria-label=${c.chart(title, this.told(answer))} viewBox="0 0 ${width} ${height}" width=${width} height=${height}>
        ${svg`<defs><pattern id=${this.#hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="hatch-ground" width="6" height="6"></rect><rect class="hatch-line" width="2" height="6"></rect></pattern></defs>`}
        ${parts}
      </svg>
      <p class="chart-source quiet">${sourceLine(answer, this.lang)}</p>
      ${this.paper
        ? nothing
        : html`<button class="button plain" data-testid="chart-as-table" aria-expanded=${this.tabled} @click=${() => (this.tabled = !this.tabled)}>
            ${this.tabled ? c.noTable : c.asTable}
          </button>`}
      ${this.tabled && !this.paper ? this.tableOf(answer) : nothing}
    </figure>`;
  }
}
