/**
 * The report as it will be printed. It lies over the whole page, outside of it, so that on paper it is all there is
 * (`print/overlay.ts`). It says `close` when it is done.
 */
import { html, nothing, render, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { City } from '../../api/types';
import { PageElement } from '../../components/base';
import { timeIn } from '../../format/clock';
import { langTag, type Lang } from '../../i18n';
import { Overlay } from '../../print/overlay';
import type { RoleKind } from '../../roles';
import type { CoverageAnswer, CoverageQuestion, Placement, Planning, ScenarioChanges } from '../answer';
import { reportWordsOf, type ReportContent } from './content';
import './exports';
import { mapSheet } from './map-sheet';
import { methodSheet } from './method-sheet';
import { MAP_HEIGHT, MAP_WIDTH, mapFrame } from './print-map';

const PAPERS = ['a3', 'a4'] as const;

@customElement('plan-report')
export class PrintReport extends PageElement {
  @property({ attribute: false }) answer: CoverageAnswer | null = null;
  /** The same question without the scenario; `null` = there is no scenario. */
  @property({ attribute: false }) without: CoverageAnswer | null = null;
  @property({ attribute: false }) threshold = 15;
  @property({ attribute: false }) metres: number | null = null;
  @property({ attribute: false }) override lang: Lang = 'zh';
  @property({ attribute: false }) city: City | null = null;
  @property({ attribute: false }) planning: Planning | null = null;
  @property({ attribute: false }) needs: readonly (readonly RoleKind[])[] = [];
  @property({ attribute: false }) region: string | null = null;
  @property({ attribute: false }) scenario: (ScenarioChanges & { name: string }) | null = null;
  @property({ attribute: false }) placement: Placement | null = null;
  /** What the answer answers: the exports ask it again. */
  @property({ attribute: false }) question: CoverageQuestion | null = null;
  @property({ attribute: false }) link = location.href;
  @state() private paper: (typeof PAPERS)[number] = 'a3';
  /** Address of the ground's picture; `undefined` = it is being drawn, `null` = there is none. */
  @state() private ground: string | null | undefined;
  readonly #overlay = new Overlay(() => this.close());
  #begun = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#overlay.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.ground) URL.revokeObjectURL(this.ground);
    this.#overlay.close();
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  private get content(): ReportContent | null {
    const { lang, city, planning, answer, without, threshold, metres, needs, region, scenario, placement, link } = this;
    if (!answer) return null;
    const before = without === answer ? null : without;
    return { lang, city, planning, answer, before, threshold, metres, needs, region, scenario, placement, link };
  }

  /** Draws the ground once: a scenario does not move it. */
  private async draw(content: ReportContent): Promise<void> {
    const frame = mapFrame(content);
    let ground: string | null = null;
    try {
      const { groundPictures } = await import('../../print/ground-picture');
      ground = (frame && (await groundPictures([{ frame, width: MAP_WIDTH, height: MAP_HEIGHT }], content.lang))[0]) ?? null;
    } catch (error) {
      // A developer's console is the only place for why; the sheet says that there is none.
      console.warn(String(error));
    }
    if (this.isConnected) this.ground = ground;
    else if (ground) URL.revokeObjectURL(ground);
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const { content } = this;
    if (content && !this.#begun) {
      this.#begun = true;
      void this.draw(content);
    }
    render(this.sheets(content), this.#overlay.element, { host: this });
    if (content) this.#overlay.focus();
  }

  private sheets(content: ReportContent | null) {
    if (!content) return nothing;
    const { lang, paper, ground } = this;
    const r = reportWordsOf(lang);
    const zone = content.city?.time_zone ?? 'UTC';
    const today = timeIn(zone, new Date()).slice(0, 10);
    const state = ground === undefined ? 'drawing' : ground ? 'drawn' : 'none';
    return html`<div
      class="report-frame"
      role="dialog"
      aria-modal="true"
      aria-labelledby="report-title"
      lang=${langTag(lang)}
      data-testid="report"
      data-paper=${paper}
      data-ground=${state}
    >
      <div class="report-bar">
        <h2 class="report-title" id="report-title" tabindex="-1">${r.preview}</h2>
        <fieldset class="report-paper">
          <legend class="visually-hidden">${r.paper}</legend>
          ${PAPERS.map(
            (each) =>
              html`<label class="check">
                <input
                  type="radio"
                  name="report-paper"
                  value=${each}
                  data-testid="paper-${each}"
                  .checked=${each === paper}
                  @change=${() => (this.paper = each)}
                />
                <span>${each.toUpperCase()}</span>
              </label>`,
          )}
        </fieldset>
        <button
          class="button primary"
          data-testid="report-print"
          aria-disabled=${state === 'drawing'}
          @click=${() => state !== 'drawing' && print()}
        >
          ${state === 'drawing' ? r.drawing : r.print}
        </button>
        <plan-exports .question=${this.question} .lang=${lang} .day=${today}></plan-exports>
        <button class="button" data-testid="report-close" @click=${() => this.close()}>${r.close}</button>
      </div>
      <div class="report-sheets" tabindex="0" role="region" aria-label=${r.report}>
        ${mapSheet(content, ground, today)} ${methodSheet(content, today)}
      </div>
    </div>`;
  }

  override render() {
    return nothing;
  }
}
