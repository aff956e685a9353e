/** All routes of the library, those that are suspended or withdrawn too, with a search, and the way to a new one. */
import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { checkedLine } from '../../components/provenance';
import { sign } from '../../components/icons';
import { gradesInWords } from '../../format/activity';
import { nameIn } from '../../i18n';
import { activityWords } from '../../i18n/activities';
import { frameWords } from '../../i18n/edit/frame';
import { factWords } from '../../i18n/edit/facts';
import { routesWords } from '../../i18n/edit/routes';
import { THEMES } from '../../study/question';
import { themeName } from '../../study/words/theme';
import { EditElement } from '../base';
import { isSynthetic } from '../checking';
import { inWords } from '../failure';
import { statuses } from '../place/about';
import { edit, hrefOf, may, refine } from '../state';
import * as api from './api';
import { filterOf, shownRoutes, stopsToMend, type Filter } from './filter';

const LONGEST_SOUGHT = 64;

@customElement('yuren-routes-list')
export class RoutesList extends EditElement {
  private routes = new Task(this, { task: () => api.routes(), args: () => [edit.state.edits] });
  /** What was last told stays while it is asked anew. */
  private known: readonly api.Listed[] | null = null;

  private get filter(): Filter {
    return filterOf(this.state.route.parameters);
  }

  private row(listed: api.Listed): TemplateResult {
    const e = this.words(routesWords);
    const f = this.words(factWords);
    const { w } = this;
    const lang = this.language;
    const { id, title, title_en, theme, stops, grades, status, provenance } = listed.route;
    const gone = stopsToMend(listed);
    const isExample = isSynthetic(provenance.source);
    return html`<tr data-testid="route-row" data-id=${id} data-status=${status ?? 'active'}>
      <th scope="row"><a class="route-open" href=${hrefOf('routes', { id })} data-testid="open-route">${nameIn(lang, { name: title, name_en: title_en ?? null })}</a></th>
      <td data-label=${e.theme}>${theme ? themeName(theme, lang) : ''}</td>
      <td data-label=${e.grades}>${gradesInWords(grades ?? [], w, this.words(activityWords)) || html`<span class="quiet">${e.anyGrade}</span>`}</td>
      <td data-label=${e.stops}><div>${e.stopCount(stops.length)} ${gone ? html`<span class="badge alarm stops-gone" data-testid="stops-gone">${sign('alert')}${e.stopsGone(gone)}</span>` : nothing}</div></td>
      <td data-label=${f.status}>${status && status !== 'active' ? html`<span class="badge alarm">${f[status]}</span>` : f.active}</td>
      <td data-label=${e.checking}>${isExample ? html`<span class="badge example">${w.badgeSynthetic}</span>` : html`<span class="quiet">${checkedLine(provenance, w)}</span>`}</td>
    </tr>`;
  }

  private filters({ q, theme, status }: Filter): TemplateResult {
    const e = this.words(routesWords);
    const lang = this.language;
    const select = (name: 'theme' | 'status', key: 't' | 'status', label: string, value: string, choices: readonly (readonly [string, string])[]) =>
      html`<label class="field"><span>${label}</span>
        <select data-testid="filter-${name}" @change=${(event: Event) => refine({ [key]: (event.target as HTMLSelectElement).value })}>
          ${[['', e.any] as const, ...choices].map(([one, text]) => html`<option value=${one} .selected=${one === value}>${text}</option>`)}
        </select></label>`;
    return html`<div class="filters-row" role="search">
      <label class="field"><span>${e.sought}</span><input type="search" maxlength=${LONGEST_SOUGHT} autocomplete="off" data-testid="filter-q" .value=${q} @input=${(event: Event) => refine({ q: (event.target as HTMLInputElement).value })} /></label>
      ${select('theme', 't', e.theme, theme, THEMES.map((one) => [one, themeName(one, lang)] as const))} ${select('status', 'status', this.words(factWords).status, status, statuses(lang))}
    </div>`;
  }

  private table(all: readonly api.Listed[]): TemplateResult {
    const e = this.words(routesWords);
    const { filter } = this;
    const shown = shownRoutes(all, filter);
    const toMend = shown.filter((listed) => stopsToMend(listed) > 0).length;
    const isFiltered = filter.q !== '' || filter.theme !== '' || filter.status !== '';
    const clear = (): void => {
      refine({ q: '', t: '', status: '' });
      this.querySelector<HTMLElement>('h2')?.focus();
    };
    return html`<p role="status" class="summary" data-testid="count">${e.found(shown.length)}${toMend ? e.toMend(toMend) : nothing}</p>
      ${shown.length
        ? html`<table class="grid routes-grid">
            <caption class="visually-hidden">${this.words(frameWords).routes}</caption>
            <thead><tr>${[e.title, e.theme, e.grades, e.stops, this.words(factWords).status, e.checking].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
            <tbody>${shown.map((route) => this.row(route))}</tbody>
          </table>`
        : html`<div class="notice" data-testid="empty"><p>${isFiltered ? e.noneFits : e.none}</p>${isFiltered ? html`<button class="button" data-testid="clear-filters" @click=${clear}>${e.clear}</button>` : nothing}</div>`}`;
  }

  override render() {
    const e = this.words(routesWords);
    return html`<h2 tabindex="-1">${this.words(frameWords).routes}</h2>
      <div class="routes-head">
        <p class="quiet">${e.intro}</p>
        ${may('editor') ? html`<a class="button primary" data-testid="new-route" href=${hrefOf('routes', { new: '1' })}>${sign('plus')}${e.newRoute}</a>` : nothing}
      </div>
      ${this.filters(this.filter)}
      ${this.routes.render({
        pending: () => (this.known ? this.table(this.known) : html`<p class="notice quiet">${e.loading}</p>`),
        complete: (all) => this.table((this.known = all)),
        error: (error) =>
          html`<div class="trouble" role="alert">
              <p>${inWords(error, this.language, false)}</p>
              <button class="button" @click=${() => void this.routes.run()}>${this.words(frameWords).retry}</button>
            </div>
            ${this.known ? this.table(this.known) : nothing}`,
      })}`;
  }
}
