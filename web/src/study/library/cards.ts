/** 线路库: routes put together by the bureau's editors, as cards; one opens on a card of its own. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { sign } from '../../components/icons';
import { libraryWords } from '../../i18n/study/library';
import { StudyElement } from '../base';
import { THEMES, type Theme } from '../question';
import { setQuestion } from '../steps';
import { themeName } from '../words/theme';
import type { StudyRoute } from './answer';
import { ask, close, open } from './asking';
import './by-route';
import { briefly, stands, titleOf } from './facts';

/** Cards shown before the rest is opened. */
const FIRST = 3;

@customElement('yuren-study-library')
export class RouteLibrary extends StudyElement {
  @state() private all = false;
  private begun = false;

  protected override willUpdate(): void {
    if (this.begun) return;
    this.begun = true;
    if (this.state.library.routes === null) void ask(null);
  }

  private choose(event: Event): void {
    this.all = false;
    void ask(((event.target as HTMLSelectElement).value || null) as Theme | null);
  }

  private filter(): TemplateResult {
    const l = this.words(libraryWords);
    const { theme } = this.state.library;
    return html`<label class="library-filter"><span>${l.theme}</span>
      <select data-testid="library-theme" @change=${this.choose}>
        <option value="" ?selected=${theme === null}>${l.everyTheme}</option>
        ${THEMES.map((one) => html`<option value=${one} ?selected=${one === theme}>${themeName(one, this.language)}</option>`)}
      </select>
    </label>`;
  }

  /** Whether the rest of a day by a route may be filled otherwise. */
  private beside(): TemplateResult | typeof nothing {
    const { route, besideRoute } = this.state.view.question;
    if (route === null) return nothing;
    return html`<label class="check"><input type="checkbox" data-testid="beside-route" .checked=${besideRoute} @change=${() => setQuestion({ besideRoute: !besideRoute })} /><span>${this.words(libraryWords).beside}</span></label>`;
  }

  private card(route: StudyRoute): TemplateResult {
    const l = this.words(libraryWords);
    const lang = this.language;
    const { opened } = this.state.library;
    const isOpen = opened?.id === route.id;
    const { stops, synthetic } = route.properties;
    const gone = stops.filter((stop) => !stands(stop)).length;
    return html`<li>
      <button type="button" class="route-card ${isOpen ? 'selected' : ''}" data-testid="route" data-id=${route.id} aria-expanded=${isOpen} @click=${() => (isOpen ? close() : void open(route))}>
        <span class="result-name">${titleOf(route, lang)}</span>
        <span class="quiet small">${briefly(route, lang)}</span>
        ${synthetic || gone
          ? html`<span class="badges">${synthetic ? html`<span class="badge example">${this.w.badgeSynthetic}</span>` : nothing}${gone ? html`<span class="badge alarm">${l.stopsGone(gone)}</span>` : nothing}</span>`
          : nothing}
      </button>
    </li>`;
  }

  private list(routes: readonly StudyRoute[]): TemplateResult {
    const l = this.words(libraryWords);
    const { matched } = this.state.library;
    if (!routes.length) return html`<p class="quiet" data-testid="no-routes">${this.state.library.theme === null ? l.empty : l.emptyTheme}</p>`;
    const shown = this.all ? routes : routes.slice(0, FIRST);
    const rest = routes.length - shown.length;
    return html`<ul class="plain-list route-cards" data-testid="routes">${shown.map((route) => this.card(route))}</ul>
      ${rest ? html`<button type="button" class="button wide" data-testid="more-routes" @click=${() => (this.all = true)}>${sign('down')}${l.more(rest)}</button>` : nothing}
      ${!rest && matched > routes.length ? html`<p class="quiet small">${l.listedFirst(routes.length, matched)}</p>` : nothing}`;
  }

  override render() {
    const l = this.words(libraryWords);
    const { routes, status, theme } = this.state.library;
    return html`<fieldset class="field study-library" data-testid="library" aria-busy=${status === 'asking'}>
      <legend>${l.title}</legend>
      <yuren-study-by-route></yuren-study-by-route> ${this.beside()}
      <p class="quiet small">${l.intro}</p>
      ${this.filter()}
      ${status === 'failed'
        ? html`<p class="trouble" role="alert">${l.failed} <button type="button" class="button" data-testid="library-retry" @click=${() => void ask(theme)}>${this.w.retry}</button></p>`
        : nothing}
      ${routes ? this.list(routes) : status === 'asking' ? html`<div class="route-skeleton" aria-hidden="true">${Array.from({ length: FIRST }, () => html`<div></div>`)}</div>` : nothing}
    </fieldset>`;
  }
}
