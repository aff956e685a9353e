/** Two scenarios side by side: a map with a line to be swiped over it, and a table of what differs. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { City } from '../../api/types';
import { PageElement } from '../../components/base';
import { mapControls } from '../../components/map-controls';
import { words, type Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { compareWords } from '../../i18n/plan/compare';
import type { CoverageAnswer } from '../answer';
import { keyOf } from '../charts/key';
import { amount } from '../charts/text';
import { counted } from '../counted';
import { gainAt, type Gain } from '../counting';
import { approvalLine, creditLine } from '../../format/credits';
import { percent, points } from '../figures';
import './difference-table';
import { movedBy, movedTo } from './handle';
import type { SwipeMap } from './swipe-map';

/** Units named in a list; the table counts them all. */
const MOST_NAMED = 200;

@customElement('plan-swipe')
export class Swipe extends PageElement {
  @property({ attribute: false }) a: CoverageAnswer | null = null;
  @property({ attribute: false }) b: CoverageAnswer | null = null;
  @property({ attribute: false }) nameA = 'A';
  @property({ attribute: false }) nameB = 'B';
  /** Minutes within which a demand point counts as served, in both. */
  @property({ attribute: false }) threshold = 15;
  @property({ attribute: false }) override lang: Lang = 'zh';
  /** Whose map it is, for its credits. */
  @property({ attribute: false }) city: City | null = null;
  @property({ attribute: false }) theme: 'light' | 'dark' = 'light';
  @state() private at = 50;
  @state() private mapless = false;
  @state() private drawn: SwipeMap | null = null;
  @query('.swipe-map') private box!: HTMLElement | null;
  #begun = false;

  private get c() {
    return said(compareWords, this.lang);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.drawn?.remove();
    this.drawn = null;
    this.#begun = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { a, b, threshold, lang, theme } = this;
    for (const canvas of this.querySelectorAll<HTMLCanvasElement>('canvas[data-side]')) {
      canvas.style.clipPath = canvas.dataset['side'] === 'a' ? `inset(0 ${100 - this.at}% 0 0)` : `inset(0 0 0 ${this.at}%)`;
    }
    this.querySelector<HTMLElement>('.swipe-line')?.style.setProperty('left', `${this.at}%`);
    if (!a || !b) return;
    if (!this.#begun) {
      this.#begun = true;
      void this.begin(a);
      return;
    }
    this.drawn?.setLook({ lang, theme });
    if (changed.has('a') || changed.has('b') || changed.has('threshold')) {
      this.drawn?.show('a', { answer: a, threshold });
      this.drawn?.show('b', { answer: b, threshold });
    }
  }

  private async begin({ points }: CoverageAnswer): Promise<void> {
    const container = this.querySelector<HTMLElement>('.swipe-ground');
    const [left, right] = this.querySelectorAll<HTMLCanvasElement>('canvas[data-side]');
    if (!container || !left || !right) return;
    try {
      const { SwipeMap } = await import('./swipe-map');
      const bounds = [Math.min(...points.lon), Math.min(...points.lat), Math.max(...points.lon), Math.max(...points.lat)] as [number, number, number, number];
      if (!this.isConnected) return;
      this.drawn = new SwipeMap(container, { a: left, b: right }, { lang: this.lang, theme: this.theme }, bounds, this.c.map);
      if (this.a) this.drawn.show('a', { answer: this.a, threshold: this.threshold });
      if (this.b) this.drawn.show('b', { answer: this.b, threshold: this.threshold });
    } catch {
      document.documentElement.dataset['mapState'] = 'unavailable';
      this.mapless = true;
    }
  }

  private onKey(event: KeyboardEvent): void {
    const to = movedBy(event.key, this.at);
    if (to === null) return;
    event.preventDefault();
    this.at = to;
  }

  private onPointer(event: PointerEvent): void {
    const handle = event.currentTarget as HTMLElement;
    if (event.type === 'pointerdown') {
      handle.setPointerCapture(event.pointerId);
      handle.focus();
    } else if (handle.hasPointerCapture(event.pointerId) && this.box) {
      const { left, width } = this.box.getBoundingClientRect();
      this.at = movedTo(event.clientX, left, width);
    }
  }

  private finding(answer: CoverageAnswer, { shareBefore, shareAfter, gained, lost, gainedWeight, lostWeight }: Gain): string {
    const { c } = this;
    const unit = counted(answer, this.lang);
    const [more, less] = [gainedWeight, lostWeight].map((weight) => unit.amount(amount(weight))) as [string, string];
    const difference = points(Math.abs(shareAfter - shareBefore)).replace('+', '');
    if (Number(difference) === 0) return gained.length + lost.length ? c.sameShare(more, less) : c.same;
    const say = shareAfter > shareBefore ? c.better : c.worse;
    return say(this.nameB, difference, more, less);
  }

  private map(gain: Gain): TemplateResult {
    const { c, nameA, nameB } = this;
    const at = Math.round(this.at);
    return html`<div class="swipe-map" data-testid="swipe-map">
        <div class="swipe-ground"></div>
        <canvas class="swipe-dots" data-side="a" aria-hidden="true"></canvas>
        <canvas class="swipe-dots" data-side="b" aria-hidden="true"></canvas>
        <p class="swipe-name start"><strong>${nameA}</strong> ${percent(gain.shareBefore)}</p>
        <p class="swipe-name end"><strong>${nameB}</strong> ${percent(gain.shareAfter)}</p>
        <div class="swipe-line">
          <div
            class="swipe-handle"
            role="slider"
            tabindex="0"
            data-testid="swipe-handle"
            aria-label=${c.handle}
            aria-orientation="horizontal"
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=${at}
            aria-valuetext=${c.standing(nameA, nameB, at)}
            @keydown=${this.onKey}
            @pointerdown=${this.onPointer}
            @pointermove=${this.onPointer}
          >
            <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" class="sign"><path d="M9 6l-5 6l5 6M15 6l5 6l-5 6"></path></svg>
          </div>
        </div>
        ${mapControls(words(this.lang), this.drawn)}
      </div>
      ${this.city ? html`<p class="swipe-credits quiet" data-testid="swipe-credits">${approvalLine(this.city, this.lang)} · ${creditLine(this.city)}</p>` : nothing}
      ${this.mapless ? html`<p class="notice">${c.noMap}</p>` : this.key()}`;
  }

  /** What the colours on the map mean. */
  private key(): TemplateResult {
    const { c, theme, threshold } = this;
    const mode = this.a?.method.mode ?? 'walk';
    return html`<ul class="chart-legend">
      ${keyOf(mode, threshold, theme).map(
        ({ colour, from, to }) =>
          html`<li>
            <svg width="14" height="14" aria-hidden="true"><circle cx="7" cy="7" r="6" fill=${colour}></circle></svg>
            ${c.within(`${amount(from)}–${amount(to)}`)}
          </li>`,
      )}
      <li>
        <svg width="14" height="14" aria-hidden="true">
          <circle class="swipe-unserved" cx="7" cy="7" r="6"></circle>
          <path class="swipe-unserved" d="M3 11l8-8M2 7l5-5M7 12l5-5"></path>
        </svg>
        ${c.beyond}
      </li>
      <li>
        <svg width="16" height="16" aria-hidden="true"><circle class="swipe-site" cx="8" cy="8" r="6"></circle></svg>
        ${c.newSite}
      </li>
      ${this.a?.closed.length || this.b?.closed.length
        ? html`<li><svg width="22" height="14" aria-hidden="true"><path class="closed-street" d="M0 7H22"></path></svg>${c.closedStreet}</li>`
        : nothing}
    </ul>`;
  }

  private units({ points: { name } }: CoverageAnswer, indices: readonly number[], title: string, testid: string) {
    if (!indices.length) return nothing;
    const shown = indices.slice(0, MOST_NAMED);
    return html`<details data-testid=${testid}>
      <summary>${title}</summary>
      <p>${shown.map((index) => name[index]).join(this.lang === 'zh' ? '、' : ', ')}${shown.length < indices.length ? '…' : ''}</p>
    </details>`;
  }

  override render() {
    const { a, b, c } = this;
    if (!a || !b) return nothing;
    const gain = gainAt(a, b, this.threshold);
    const atPoints = (of: readonly number[], weight: number): string => counted(b, this.lang).atPoints(amount(of.length), amount(weight));
    return html`<section class="swipe" aria-label=${c.compare(this.nameA, this.nameB)}>
      <h3 data-testid="swipe-finding">${this.finding(b, gain)}</h3>
      <div class="swipe-parts">
        <div>${this.map(gain)}</div>
        <div>
          <plan-differences
            .a=${a}
            .b=${b}
            .nameA=${this.nameA}
            .nameB=${this.nameB}
            .threshold=${this.threshold}
            .lang=${this.lang}
          ></plan-differences>
          ${this.units(b, gain.gained, c.gainedUnits(atPoints(gain.gained, gain.gainedWeight)), 'swipe-gained')}
          ${this.units(b, gain.lost, c.lostUnits(atPoints(gain.lost, gain.lostWeight)), 'swipe-lost')}
        </div>
      </div>
    </section>`;
  }
}
