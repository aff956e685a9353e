/** The editors' frame: who is signed in, the views, and the one in front. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { sign, type Sign } from '../components/icons';
import type { DisplayEvent } from '../components/display-menu';
import '../components/display-menu';
import { pageHeading, tabTitle } from '../components/page-title';
import { toastRegion } from '../components/toast';
import { frameWords } from '../i18n/edit/frame';
import { onSystemTheme, show } from '../state/display';
import * as api from './api';
import { EditElement } from './base';
import { inWords } from './failure';
import type { ViewName } from './route';
import './sign-in';
import { edit, hrefOf, may, say, setDisplay } from './state';
import './views/imports';
import './views/ledger';
import './views/place';
import './views/places';
import './views/reports';
import './views/routes';

interface Tab {
  view: ViewName;
  sign: Sign;
  /** The least role that has use for it. */
  role: 'viewer' | 'editor' | 'reviewer';
}

const TABS: readonly Tab[] = [
  { view: 'ledger', sign: 'list', role: 'viewer' },
  { view: 'places', sign: 'pin', role: 'viewer' },
  { view: 'routes', sign: 'go', role: 'viewer' },
  { view: 'reports', sign: 'flag', role: 'reviewer' },
  { view: 'imports', sign: 'upload', role: 'editor' },
];

/** Views without a tab of their own, and the tab they belong to. */
const UNDER: Partial<Record<ViewName, ViewName>> = { place: 'places' };

const VIEWS: Record<ViewName, () => TemplateResult> = {
  ledger: () => html`<yuren-ledger></yuren-ledger>`,
  imports: () => html`<yuren-imports></yuren-imports>`,
  reports: () => html`<yuren-reports></yuren-reports>`,
  places: () => html`<yuren-places></yuren-places>`,
  routes: () => html`<yuren-routes></yuren-routes>`,
  place: () => html`<yuren-place></yuren-place>`,
};

@customElement('yuren-edit')
export class EditApp extends EditElement {
  override connectedCallback(): void {
    super.connectedCallback();
    onSystemTheme(() => this.requestUpdate());
    addEventListener('beforeunload', (event) => {
      if (edit.state.unsaved) event.preventDefault();
    });
  }

  protected override willUpdate(): void {
    const { display, city, route } = this.state;
    const e = this.words(frameWords);
    show(display);
    document.title = tabTitle(display.lang, city, e[route.view]);
  }

  private signOut = async (): Promise<void> => {
    const e = this.words(frameWords);
    try {
      await api.signOut();
      edit.set({ session: null, interrupted: false, unsaved: false });
      say(e.signedOut);
    } catch (error) {
      say(inWords(error, this.language, false));
    }
  };

  private tabs() {
    const e = this.words(frameWords);
    const { view } = this.state.route;
    return html`<nav class="tabs" aria-label=${e.views}>
      ${TABS.filter(({ role }) => may(role)).map(
        (tab) =>
          html`<a class="tab" href=${hrefOf(tab.view)} data-testid="tab-${tab.view}" aria-current=${tab.view === (UNDER[view] ?? view) ? 'page' : nothing}>${sign(tab.sign)}<span>${e[tab.view]}</span></a>`,
      )}
    </nav>`;
  }

  private view(): TemplateResult {
    const { session, route } = this.state;
    const { view } = route;
    const tab = TABS.find((tab) => tab.view === view);
    // While nobody is signed in the view is out of sight, with what was being written in it.
    if (session && tab && !may(tab.role)) {
      const e = this.words(frameWords);
      return html`<p class="notice">${e.needsRole(e[tab.role])}</p>`;
    }
    return VIEWS[view]();
  }

  private skip(event: Event): void {
    event.preventDefault();
    this.querySelector<HTMLElement>('#content')?.focus();
  }

  override render() {
    const e = this.words(frameWords);
    const { session, interrupted, city, display, toast } = this.state;
    const account = session
      ? html`<p class="quiet">${e.signedInAs(session.name, e[session.role as 'viewer'])}</p>
          <button class="button wide" data-testid="sign-out" @click=${this.signOut}>${e.signOut}</button>`
      : nothing;
    return html`<a class="skip-link" href="#content" @click=${this.skip}>${e.skip}</a>
      <header class="header edit-header">
        <h1>${e.editors} <span class="quiet">${pageHeading(display.lang, city)}</span></h1>
        <a class="button plain" href="/" data-testid="to-map">${e.toMap}</a>
        <yuren-display .display=${display} .more=${account} @display=${(event: DisplayEvent) => setDisplay(event.detail)}></yuren-display>
      </header>
      ${session ? this.tabs() : nothing}
      <main class="edit-main" id="content" tabindex="-1">
        ${session === undefined ? html`<p class="notice quiet">${e.asking}</p>` : nothing}
        ${session === null ? html`<yuren-sign-in></yuren-sign-in>` : nothing}
        ${session || interrupted ? html`<div ?hidden=${!session}>${this.view()}</div>` : nothing}
      </main>
      ${toastRegion(toast, this.w.close, () => edit.set({ toast: null }))}`;
  }
}
