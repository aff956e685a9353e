/** The planner's frame: header, the question, the panel of figures and lists, the map, and the card of what is chosen. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { LonLat } from '../api/types';
import { sign } from '../components/icons';
import { KeptFocus } from '../components/kept-focus';
import { pageLinks } from '../components/page-links';
import { pageHeading, tabTitle } from '../components/page-title';
import { Sheet } from '../components/sheet';
import { toastRegion } from '../components/toast';
import type { DisplayEvent } from '../components/display-menu';
import '../components/display-menu';
import { planWords } from '../i18n/plan/frame';
import { trialWords } from '../i18n/plan/trial';
import { onSystemTheme, show } from '../state/display';
import { retry, setQuestion, setScenario, setThreshold } from './asking';
import { PlanElement } from './base';
import { showRamp } from './colours';
import { finestLevel } from './counting';
import { failureInWords } from './failure';
import { unlisted } from './own/unlisted';
import { FIRST_QUESTION, FIRST_THRESHOLD } from './question';
import { refusedClosing, withoutClosing } from './scenario/closing';
import { NO_SCENARIO } from './scenario/scenario';
import { explain, limit, plan, setDisplay, setTab } from './state';
import { TABS, type Tab } from './address';
import './charts/distribution-chart';
import './charts/district-bars';
import './charts/lorenz-chart';
import './compare/in-front';
import './map/map-frame';
import './own/dialog';
import './panel/figures-row';
import './panel/gaps';
import './panel/question-bar';
import './panel/site-card';
import './panel/threshold';
import './panel/towns';
import './panel/trial';
import './panel/why';
import './report/in-front';

const SKELETON_ROWS = 5;

@customElement('yuren-plan')
export class PlanApp extends PlanElement {
  private readonly sheet = new Sheet(this);
  private readonly focusKept = new KeptFocus(this);
  private hadCard = false;
  /** From where it was drawn last how far one gets; `undefined` = nothing has been drawn yet. */
  private reach: LonLat | null | undefined;
  private openedBy: HTMLElement | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.onKey);
    onSystemTheme(() => this.requestUpdate());
  }

  private get hasCard(): boolean {
    const { view, site, answer } = this.state;
    return site !== null || (view.unit !== null && answer?.points.id.includes(view.unit) === true);
  }

  private onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    if (this.state.armed) plan.set({ armed: null });
    else if (this.state.site !== null) plan.set({ site: null });
    else explain(null);
  };

  protected override willUpdate(_changed: PropertyValues): void {
    const { display, city, armed, view } = this.state;
    show(display);
    showRamp();
    // Whoever is to tap the map must see some of it.
    if (armed && this.sheet.stop === 'full') this.sheet.stop = 'half';
    if (this.reach !== undefined && view.reach !== this.reach && view.reach) this.sheet.stop = 'peek';
    this.reach = view.reach;
    document.title = tabTitle(display.lang, city, this.w.seeCoverage);
    if (this.hasCard && !this.hadCard) {
      this.openedBy = document.activeElement as HTMLElement | null;
      if (this.sheet.stop === 'peek') this.sheet.stop = 'half';
    }
  }

  protected override updated(_changed: PropertyValues): void {
    const { hadCard } = this;
    // When the card has closed it goes back to what opened it.
    this.focusKept.keep(hadCard && !this.hasCard ? () => this.openedBy : null);
    this.hadCard = this.hasCard;
  }

  private skip(event: Event): void {
    event.preventDefault();
    this.sheet.go('full');
    this.querySelector<HTMLElement>('#list')?.focus();
  }

  private grip() {
    const { w, sheet } = this;
    return html`<div class="grip" @pointerdown=${sheet.down} @pointermove=${sheet.move} @pointerup=${sheet.up} @pointercancel=${sheet.up}>
      <span class="grip-bar" title=${w.sheetDrag}></span>
      <button class="icon-button" data-testid="sheet-down" aria-label=${w.sheetPeek} ?disabled=${sheet.stop === 'peek'} @click=${() => sheet.step(-1)}>${sign('down')}</button>
      <button class="icon-button" data-testid="sheet-up" aria-label=${w.sheetFull} ?disabled=${sheet.stop === 'full'} @click=${() => sheet.step(1)}>${sign('up')}</button>
    </div>`;
  }

  private startOver(): void {
    void setScenario(NO_SCENARIO);
    setThreshold(FIRST_THRESHOLD, false);
    setQuestion(FIRST_QUESTION);
  }

  /** A street that the server did not find to close: which one, and how to go on. */
  private closingTrouble(index: number) {
    const t = this.words(trialWords);
    const drop = (): void => void setScenario(withoutClosing(plan.state.view.scenario, index));
    return html`<div class="trouble plan-trouble" role="alert" data-testid="failure" data-closing=${index}>
      <p>${t.noStreetThere(t.closedName(String(index + 1), null))} ${this.state.answer ? this.words(planWords).stale : nothing}</p>
      <div class="button-row"><button class="button" data-testid="drop-closing" @click=${drop}>${t.dropIt}</button></div>
    </div>`;
  }

  private trouble() {
    const p = this.words(planWords);
    const { failure, answer } = this.state;
    if (!failure) return nothing;
    const closing = refusedClosing(failure.parameter);
    if (closing >= 0) return this.closingTrouble(closing);
    return html`<div class="trouble plan-trouble" role="alert" data-testid="failure">
      <p>${failureInWords(failure, this.language)} ${answer ? p.stale : nothing}</p>
      ${failure.kind === 'refused' ? html`<details><summary>${p.serverSays}</summary><p>${failure.detail}</p></details>` : nothing}
      <div class="button-row">
        <button class="button" data-testid="retry" @click=${retry}>${this.w.retry}</button>
        ${failure.kind === 'refused' ? html`<button class="button" data-testid="start-over" @click=${this.startOver}>${p.startOver}</button>` : nothing}
      </div>
    </div>`;
  }

  private tabs() {
    const p = this.words(planWords);
    const { answer, view: { tab } } = this.state;
    const onKey = (event: KeyboardEvent): void => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const next = step === undefined ? undefined : TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length];
      if (!next) return;
      event.preventDefault();
      setTab(next);
      void this.updateComplete.then(() => this.querySelector<HTMLElement>(`#tab-${next}`)?.focus());
    };
    return html`<div class="tabs" role="tablist" aria-label=${p.tabs} @keydown=${onKey}>
      ${TABS.map(
        (name) =>
          html`<button class="tab" role="tab" id="tab-${name}" data-testid="tab-${name}" aria-selected=${name === tab} aria-controls="plan-tab-body" tabindex=${name === tab ? 0 : -1} @click=${() => setTab(name)}>${name === 'towns' && answer && finestLevel(answer) === 'district' ? p.districts : p[name]}</button>`,
      )}
    </div>`;
  }

  private readonly bodies: Record<Tab, () => TemplateResult> = {
    towns: () => html`<yuren-plan-towns></yuren-plan-towns>`,
    gaps: () => html`<yuren-plan-gaps></yuren-plan-gaps>`,
    charts: () => this.charts(),
    trial: () => html`<yuren-plan-trial></yuren-plan-trial>`,
  };

  private charts(): TemplateResult {
    const { answer } = this.state;
    const at = limit(this.state);
    if (!answer || at === null) return html``;
    return html`<plan-distribution .answer=${answer} .threshold=${at} .lang=${this.language}></plan-distribution>
      <plan-lorenz .answer=${answer} .threshold=${at} .lang=${this.language}></plan-lorenz>
      <plan-districts .answer=${answer} .threshold=${at} .lang=${this.language}></plan-districts>`;
  }

  private content() {
    const p = this.words(planWords);
    const { answer, slow, status, view } = this.state;
    if (status === 'unlisted') return unlisted(this.language);
    if (!answer) return slow ? html`<div class="skeleton" data-testid="skeleton" aria-hidden="true">${Array.from({ length: SKELETON_ROWS }, () => html`<div class="skeleton-row"></div>`)}</div>` : nothing;
    const none = status === 'ready' && answer.sites.every(({ removed }) => removed);
    return html`${this.state.city?.sample ? html`<aside class="banner" data-testid="sample-banner"><p>${p.sample}</p></aside>` : nothing}
      <p class="computing quiet" role="status" data-testid="computing">${status === 'loading' && slow ? p.computing : ''}</p>
      ${none ? html`<p class="note" data-testid="no-sites">${p.noSuchRole}</p>` : nothing}
      <yuren-plan-threshold></yuren-plan-threshold>
      <yuren-plan-figures></yuren-plan-figures>
      ${this.tabs()}
      <div class="tab-body" id="plan-tab-body" role="tabpanel" aria-labelledby="tab-${view.tab}">${this.bodies[view.tab]()}</div>`;
  }

  override render() {
    const p = this.words(planWords);
    const t = this.words(trialWords);
    const { display, city, toast, site } = this.state;
    const { sheet, hasCard } = this;
    return html`<a class="skip-link" href="#list" @click=${this.skip}>${p.skip}</a>
      <div class="frame plan-frame ${hasCard ? 'with-card' : ''}" data-stop=${sheet.stop}>
        <header class="header">
          <h1>${pageHeading(display.lang, city)}</h1>
          ${pageLinks('plan', display.lang)}
          <button class="button plain report-button" data-testid="open-report" ?disabled=${!this.state.answer} @click=${() => plan.set({ reporting: true })}>${t.report}</button>
          <yuren-display .display=${display} @display=${(event: DisplayEvent) => setDisplay(event.detail)}></yuren-display>
        </header>
        <main class="main" aria-label=${this.w.seeCoverage}>
          <div class="tools"><yuren-plan-question></yuren-plan-question></div>
          <section class="panel" data-testid="panel" data-stop=${sheet.stop}>
            ${this.grip()}
            <div class="panel-scroll" id="list" tabindex="-1" role="region" aria-label=${p.panel}>${this.trouble()} ${this.content()}</div>
            <div class="card-host" ?hidden=${!hasCard}>${site !== null ? html`<yuren-plan-site></yuren-plan-site>` : html`<yuren-plan-why></yuren-plan-why>`}</div>
          </section>
          <yuren-plan-map></yuren-plan-map>
        </main>
      </div>
      <yuren-plan-own></yuren-plan-own>
      <yuren-plan-compare></yuren-plan-compare>
      <yuren-plan-report></yuren-plan-report>
      ${toastRegion(toast, this.w.close, () => plan.set({ toast: null }))}`;
  }
}
