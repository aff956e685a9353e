/** The teacher's frame: header, the question or the planned day in the panel, the map, and the card of a stop. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { DisplayEvent } from '../components/display-menu';
import '../components/display-menu';
import { sign } from '../components/icons';
import { KeptFocus } from '../components/kept-focus';
import { pageLinks } from '../components/page-links';
import { pageHeading, tabTitle } from '../components/page-title';
import { Sheet } from '../components/sheet';
import { toastRegion } from '../components/toast';
import { studyWords } from '../i18n/study/frame';
import { onSystemTheme, show } from '../state/display';
import { StudyElement } from './base';
import { failureInWords } from './failure';
import './handbook/in-front';
import './map/map-frame';
import './library/by-route';
import './library/route-card';
import './panel/alternatives';
import './panel/asked';
import './panel/assumed';
import './panel/finding';
import './panel/form';
import './panel/going-on';
import './panel/kept';
import './panel/left-out';
import './panel/no-plan';
import { openedStop } from './panel/stop-card';
import './panel/stops';
import './panel/timeline-drawing';
import { retry } from './starting';
import { shownPlan } from './shown-plan';
import { openStop, setDisplay, study } from './state';

const SKELETON_ROWS = 4;

@customElement('yuren-study')
export class StudyApp extends StudyElement {
  private readonly sheet = new Sheet(this);
  private readonly focusKept = new KeptFocus(this);
  private hadCard = false;
  /** The form had the focus, or what had it is gone, and the form is no longer there. */
  private leftForm = false;
  private openedBy: HTMLElement | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.onKey);
    onSystemTheme(() => this.requestUpdate());
  }

  private get hasCard(): boolean {
    return openedStop(this.state) !== null || this.state.library.opened !== null;
  }

  private onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    if (this.state.pointing) study.set({ pointing: false });
    else openStop(null);
  };

  protected override willUpdate(_changed: PropertyValues): void {
    const { display, city } = this.state;
    show(display);
    const form = this.isEditing ? null : this.querySelector('yuren-study-form');
    this.leftForm ||= form !== null && (form.contains(document.activeElement) || this.focusKept.isLost);
    document.title = tabTitle(display.lang, city, this.w.planStudy);
    if (this.hasCard && !this.hadCard) {
      this.openedBy = document.activeElement as HTMLElement | null;
      if (this.sheet.stop === 'peek') this.sheet.stop = 'half';
    }
  }

  /** The form has made way for the day. */
  private toDay(): void {
    this.querySelector('#list')?.scrollTo({ top: 0 });
    this.focusKept.keep(() => this.querySelector<HTMLElement>('[data-testid=finding], [data-testid=no-plan] h2') ?? this.querySelector<HTMLElement>('#list'));
  }

  protected override updated(_changed: PropertyValues): void {
    const { hasCard } = this;
    if (this.leftForm) this.toDay();
    else if (this.hadCard && !hasCard) this.focusKept.keep(() => this.openedBy);
    else this.focusKept.keep();
    this.hadCard = hasCard;
    this.leftForm = false;
  }

  private get isEditing(): boolean {
    const { editing, answer } = this.state;
    return editing || (shownPlan(this.state) === null && answer === null && this.state.status !== 'asking');
  }

  private skip(event: Event): void {
    event.preventDefault();
    this.sheet.go('full');
    this.querySelector<HTMLElement>('#list')?.focus();
  }

  private grip(): TemplateResult {
    const { w, sheet } = this;
    return html`<div class="grip" @pointerdown=${sheet.down} @pointermove=${sheet.move} @pointerup=${sheet.up} @pointercancel=${sheet.up}>
      <span class="grip-bar" title=${w.sheetDrag}></span>
      <button class="icon-button" data-testid="sheet-down" aria-label=${w.sheetPeek} ?disabled=${sheet.stop === 'peek'} @click=${() => sheet.step(-1)}>${sign('down')}</button>
      <button class="icon-button" data-testid="sheet-up" aria-label=${w.sheetFull} ?disabled=${sheet.stop === 'full'} @click=${() => sheet.step(1)}>${sign('up')}</button>
    </div>`;
  }

  private trouble(): TemplateResult | typeof nothing {
    const s = this.words(studyWords);
    const { failure } = this.state;
    if (!failure) return nothing;
    return html`<div class="trouble study-trouble" role="alert" data-testid="failure" data-part=${failure.part ?? nothing}>
      <p>${failureInWords(failure, this.language)} ${failure.kind === 'offline' && shownPlan(this.state) ? s.stillThere : nothing}</p>
      ${failure.kind === 'refused' ? html`<details><summary>${s.serverSays}</summary><p lang="en">${failure.detail}</p></details>` : html`<button class="button" data-testid="retry" @click=${retry}>${this.w.retry}</button>`}
    </div>`;
  }

  private day(): TemplateResult {
    const s = this.words(studyWords);
    const { answer, slow, status } = this.state;
    const waiting = status === 'asking' && !shownPlan(this.state);
    return html`<yuren-study-asked></yuren-study-asked>
      <p class="computing quiet" role="status" data-testid="computing">${waiting && slow ? s.looking : ''}</p>
      ${waiting && slow ? html`<div class="skeleton" data-testid="skeleton" aria-hidden="true">${Array.from({ length: SKELETON_ROWS }, () => html`<div class="skeleton-row"></div>`)}</div>` : nothing}
      <yuren-study-no-plan></yuren-study-no-plan>
      <yuren-study-finding></yuren-study-finding>
      <yuren-study-assumed></yuren-study-assumed>
      <yuren-study-going-on></yuren-study-going-on>
      <div class="day-body"><yuren-study-stops></yuren-study-stops><yuren-study-timeline></yuren-study-timeline></div>
      ${answer && !this.state.growing ? html`<yuren-study-left-out></yuren-study-left-out><yuren-study-alternatives></yuren-study-alternatives>` : nothing}`;
  }

  override render() {
    const s = this.words(studyWords);
    const { display, city, toast } = this.state;
    const { sheet, hasCard } = this;
    return html`<a class="skip-link" href="#list" @click=${this.skip}>${s.skip}</a>
      <div class="frame study-frame ${hasCard ? 'with-card' : ''}" data-stop=${sheet.stop}>
        <header class="header">
          <h1>${pageHeading(display.lang, city)}</h1>
          ${pageLinks('study', display.lang)}
          <yuren-display .display=${display} @display=${(event: DisplayEvent) => setDisplay(event.detail)}></yuren-display>
        </header>
        <main class="main" aria-label=${this.w.planStudy}>
          <section class="panel" data-testid="panel" data-stop=${sheet.stop}>
            ${this.grip()}
            <div class="panel-scroll" id="list" tabindex="-1" role="region" aria-label=${s.panel}>
              ${city?.sample ? html`<aside class="banner" data-testid="sample-banner"><p>${s.sample}</p></aside>` : nothing}
              ${this.trouble()} ${this.isEditing ? html`<yuren-study-form></yuren-study-form>` : this.day()}
              <yuren-study-kept></yuren-study-kept>
            </div>
            <div class="card-host" ?hidden=${!hasCard}><yuren-study-stop></yuren-study-stop><yuren-study-route></yuren-study-route></div>
          </section>
          <yuren-study-map></yuren-study-map>
        </main>
      </div>
      <yuren-study-handbook></yuren-study-handbook>
      ${toastRegion(toast, this.w.close, () => study.set({ toast: null }))}`;
  }
}
