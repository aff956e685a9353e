/** The frame: header, the panel with search, filters and list, the card, the map. */
import { html, nothing, type PropertyValues } from 'lit';
import { customElement } from 'lit/decorators.js';
import { activityWords } from '../i18n/activities';
import { said } from '../i18n/edit/book';
import { closeCard, dismissBanner, showList } from '../state/actions';
import { onSystemTheme, show } from '../state/display';
import { store } from '../state/store';
import './about-dialog';
import './app-header';
import { StoreElement } from './base';
import './filter-bar';
import { sign } from './icons';
import './map-frame';
import './month-dialog';
import { tabTitle } from './page-title';
import './place-card';
import './report-dialog';
import './result-list';
import './search-field';
import { Sheet } from './sheet';
import { toastRegion } from './toast';
import './whats-on';

@customElement('yuren-app')
export class App extends StoreElement {
  private readonly sheet = new Sheet(this);
  private hadCard = false;
  private openedBy: { id: string; scroll: number } | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.onKey);
    onSystemTheme(() => this.requestUpdate());
  }

  private onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.state.view.selected !== null && !this.state.aboutOpen && !this.state.reporting && !this.state.month) closeCard();
  };

  private skip(event: Event): void {
    event.preventDefault();
    this.sheet.go('full');
    this.querySelector<HTMLElement>('#list')?.focus();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const { view, city } = this.state;
    show(view);
    document.title = tabTitle(view.lang, city);
    const card = view.selected !== null;
    if (card && !this.hadCard) {
      const scroller = this.querySelector('.panel-scroll');
      this.openedBy = { id: view.selected ?? '', scroll: scroller?.scrollTop ?? 0 };
      if (this.sheet.stop === 'peek') this.sheet.stop = 'half';
    }
  }

  protected override updated(_changed: PropertyValues): void {
    const card = this.state.view.selected !== null;
    if (!card && this.hadCard) this.giveBack();
    this.hadCard = card;
  }

  /** The card has closed: the list stands where it stood, with the focus where it was. */
  private giveBack(): void {
    const { id, scroll } = this.openedBy ?? { id: '', scroll: 0 };
    const scroller = this.querySelector('.panel-scroll');
    const row = this.querySelector<HTMLElement>(`.panel-scroll button[data-id="${CSS.escape(id)}"]`);
    if (scroller) scroller.scrollTop = scroll;
    (row ?? this.querySelector<HTMLElement>('#list'))?.focus({ preventScroll: true });
  }

  private banner() {
    const { w } = this;
    if (!this.state.city?.sample || this.state.bannerSeen) return nothing;
    return html`<aside class="banner" data-testid="sample-banner">
      <p>${w.sampleBanner}</p>
      <button class="button" @click=${() => store.set({ aboutOpen: true })}>${w.aboutData}</button>
      <button class="button" data-testid="dismiss-banner" @click=${dismissBanner}>${w.dismiss}</button>
    </aside>`;
  }

  /** Places, or what is on. */
  private views() {
    const a = said(activityWords, this.language);
    const { whatsOn } = this.state.view;
    const view = (name: string, testId: string, chosen: boolean, choose: () => void) =>
      html`<button class="view" data-testid=${testId} aria-pressed=${chosen} @click=${choose}>${name}</button>`;
    return html`<div class="views" role="group" aria-label=${a.views}>
      ${view(a.places, 'view-places', whatsOn === null, () => showList(null))} ${view(a.whatsOn, 'view-whats-on', whatsOn !== null, () => showList(whatsOn ?? 'weekend'))}
    </div>`;
  }

  private grip() {
    const { w, sheet } = this;
    return html`<div class="grip" @pointerdown=${sheet.down} @pointermove=${sheet.move} @pointerup=${sheet.up} @pointercancel=${sheet.up}>
      <span class="grip-bar" title=${w.sheetDrag}></span>
      <button class="icon-button" data-testid="sheet-down" aria-label=${w.sheetPeek} ?disabled=${sheet.stop === 'peek'} @click=${() => sheet.step(-1)}>
        ${sign('down')}
      </button>
      <button class="icon-button" data-testid="sheet-up" aria-label=${w.sheetFull} ?disabled=${sheet.stop === 'full'} @click=${() => sheet.step(1)}>
        ${sign('up')}
      </button>
    </div>`;
  }

  override render() {
    const { w, sheet } = this;
    const { view, toast } = this.state;
    const card = view.selected !== null;
    return html`<a class="skip-link" href="#list" @click=${this.skip}>${w.skipToList}</a>
      <div class="frame ${card ? 'with-card' : ''}" data-stop=${sheet.stop}>
        <yuren-header></yuren-header>
        <main class="main" aria-label=${w.findPlaces}>
          <div class="tools"><yuren-search></yuren-search><yuren-filters></yuren-filters></div>
          <section class="panel" data-testid="panel" data-stop=${sheet.stop}>
            ${this.grip()}
            <div class="panel-scroll" id="list" tabindex="-1" role="region" aria-label=${w.list}>
              ${this.views()} ${this.banner()}${view.whatsOn === null ? html`<yuren-results></yuren-results>` : html`<yuren-whats-on></yuren-whats-on>`}
            </div>
            <yuren-card class="card-host" ?hidden=${!card}></yuren-card>
          </section>
          <yuren-map-frame></yuren-map-frame>
        </main>
      </div>
      ${toastRegion(toast, this.w.close, () => store.set({ toast: null }))}
      <yuren-about></yuren-about><yuren-report></yuren-report><yuren-month></yuren-month>`;
  }
}
