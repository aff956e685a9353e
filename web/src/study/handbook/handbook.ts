/**
 * The handbook as it will be printed, over the whole page (`print/overlay.ts`). It asks the day anew first, draws the ground of its
 * maps, and says `close` when it is done.
 */
import { html, nothing, render, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { City } from '../../api/types';
import { PageElement } from '../../components/base';
import { timeIn } from '../../format/clock';
import { langTag, type Lang } from '../../i18n';
import { Overlay } from '../../print/overlay';
import type { FieldStudyDay, Names, StudyBody } from '../answer';
import { failureInWords, failureOf, type Failure } from '../failure';
import type { StudyQuestion } from '../question';
import { check, type Found } from './checking';
import { handbookWordsOf, hasLegMaps, type Grounds, type Handbook } from './content';
import { leaf } from './leaf';
import { leavesOf } from './leaves';
import { DAY, dayFrame, LEG, legFrames } from './print-map';

@customElement('study-handbook')
export class HandbookInFront extends PageElement {
  @property({ attribute: false }) answer: FieldStudyDay | null = null;
  /** What the day is asked anew by: with its sequence. */
  @property({ attribute: false }) body: StudyBody | null = null;
  @property({ attribute: false }) question: StudyQuestion | null = null;
  @property({ attribute: false }) names: Names = {};
  @property({ attribute: false }) city: City | null = null;
  @property({ attribute: false }) override lang: Lang = 'zh';
  @property({ attribute: false }) link = location.href;
  @state() private found: Found | null = null;
  @state() private failure: Failure | null = null;
  /** `undefined` = it is being drawn. */
  @state() private grounds: Grounds | null | undefined;
  readonly #overlay = new Overlay(() => this.close());
  #begun = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#overlay.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.forget(this.grounds);
    this.#overlay.close();
  }

  private forget(grounds: Grounds | null | undefined): void {
    for (const picture of [...(grounds?.days ?? []), ...Object.values(grounds?.legs ?? {})]) if (picture) URL.revokeObjectURL(picture);
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  private async begin(body: StudyBody, before: FieldStudyDay): Promise<void> {
    try {
      this.found = await check(body, before, this.names, this.lang);
    } catch (error) {
      this.failure = failureOf(error);
      return;
    }
    const grounds = await this.draw(this.found.answer);
    if (this.isConnected) this.grounds = grounds;
    else this.forget(grounds);
  }

  private async draw(answer: FieldStudyDay): Promise<Grounds | null> {
    const { plan } = answer;
    if (!plan) return null;
    const days = plan.groups.map((_, group) => dayFrame({ answer, plan }, group));
    const legs = hasLegMaps(plan) ? Object.entries(legFrames({ answer, plan })) : [];
    const views = [...days.flatMap((frame) => (frame ? [{ frame, ...DAY }] : [])), ...legs.map(([, frame]) => ({ frame, ...LEG }))];
    try {
      const { groundPictures } = await import('../../print/ground-picture');
      const pictures = await groundPictures(views, this.lang);
      const ofLegs = pictures.slice(pictures.length - legs.length);
      return { days: pictures.slice(0, days.length), legs: Object.fromEntries(legs.map(([place], index) => [place, ofLegs[index] ?? ''])) };
    } catch (error) {
      // A developer's console is the only place for why; the page says that there is none.
      console.warn(String(error));
      return null;
    }
  }

  protected override updated(_changed: PropertyValues<this>): void {
    if (this.answer && this.body && !this.#begun) {
      this.#begun = true;
      void this.begin(this.body, this.answer);
    }
    render(this.frame(), this.#overlay.element, { host: this });
    this.#overlay.focus();
  }

  private content(): Handbook | null {
    const { found, question, city, lang, names, link, grounds } = this;
    const plan = found?.answer.plan;
    if (!found || !plan || !question) return null;
    const { answer, checked, places } = found;
    const today = timeIn(city?.time_zone ?? 'UTC', new Date()).slice(0, 10);
    return { lang, city, answer, plan, question, places, names, checked, grounds: grounds === undefined ? { days: [], legs: {} } : grounds, link, today };
  }

  private frame() {
    const h = handbookWordsOf(this.lang);
    const content = this.content();
    const leaves = content ? leavesOf(content) : [];
    const ground = this.grounds === undefined ? 'drawing' : this.grounds ? 'drawn' : 'none';
    const isReady = content !== null && ground !== 'drawing';
    return html`<div class="report-frame" role="dialog" aria-modal="true" aria-labelledby="handbook-title" lang=${langTag(this.lang)} data-testid="handbook" data-ground=${ground} data-pages=${leaves.length}>
      <div class="report-bar">
        <h2 class="report-title" id="handbook-title" tabindex="-1">${h.preview}</h2>
        ${content ? html`<span class="quiet">${h.pages(leaves.length)}</span>` : nothing}
        <button class="button primary" data-testid="handbook-print" aria-disabled=${!isReady} @click=${() => isReady && print()}>${isReady || this.failure ? h.print : content ? h.drawing : h.checking}</button>
        <button class="button" data-testid="handbook-close" @click=${() => this.close()}>${h.close}</button>
      </div>
      <div class="report-sheets" tabindex="0" role="region" aria-label=${h.handbook}>
        ${this.failure ? html`<p class="trouble" role="alert">${failureInWords(this.failure, this.lang)}</p>` : nothing} ${content ? leaves.map((one, index) => leaf(one, index + 1, leaves.length, content)) : nothing}
      </div>
    </div>`;
  }

  override render() {
    return nothing;
  }
}
