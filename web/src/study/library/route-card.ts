/** A route in full: what it is about, its stops with what pupils do there, and planning a day by it. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { provenanceLine } from '../../components/provenance';
import { sign } from '../../components/icons';
import { timeIn } from '../../format/clock';
import { libraryWords } from '../../i18n/study/library';
import { StudyElement } from '../base';
import { spanInWords } from '../words/spans';
import type { RouteStop, StudyRoute } from './answer';
import { close, goBy } from './asking';
import { briefly, extent, isOffered, stands, stopNameOf, subjectsOf, titleOf } from './facts';

@customElement('yuren-study-route')
export class RouteCard extends StudyElement {
  /** What is missing for a day comes next: the school, unless something else is wrong with the form. */
  private go(route: StudyRoute): void {
    if (goBy(route)) return;
    requestAnimationFrame(() => document.querySelector<HTMLElement>('yuren-study-school input, yuren-study-school button')?.focus());
  }

  private stop(stop: RouteStop, index: number): TemplateResult {
    const l = this.words(libraryWords);
    const { w } = this;
    const lang = this.language;
    const name = stopNameOf(stop, lang);
    return html`<li class="route-stop" data-testid="route-stop" data-id=${stop.place} data-status=${stop.status} tabindex="-1">
      <span class="stop-number of-route ${stands(stop) ? '' : 'gone'}" aria-hidden="true">${index + 1}</span>
      <div class="stop-words">
        <p class="route-stop-name">${stands(stop) ? html`<a class="stop-link" href=${`/#s=${encodeURIComponent(stop.place)}${lang === 'en' ? '&lang=en' : ''}`}>${name}</a>` : html`<strong>${name}</strong>`}
          ${stop.minutes === null ? nothing : html`<span class="quiet small">${l.stays(spanInWords(stop.minutes, lang))}</span>`}</p>
        ${stop.synthetic || stop.status !== 'active'
          ? html`<p class="badges">${stop.synthetic ? html`<span class="badge example" title=${w.badgeSyntheticLong}>${w.badgeSynthetic}</span>` : nothing}${stop.status === 'suspended' ? html`<span class="badge alarm">${w.badgeSuspended}</span>` : nothing}</p>`
          : nothing}
        ${stands(stop) ? nothing : html`<p class="stop-trouble" data-testid="stop-gone">${sign('alert')}${l.stopGone}</p>`}
        ${stop.task ? html`<p class="route-task" data-testid="route-task">${stop.task}</p>` : html`<p class="quiet small">${l.noTask}</p>`}
      </div>
    </li>`;
  }

  override render() {
    const l = this.words(libraryWords);
    const { w } = this;
    const lang = this.language;
    const { city, library, view } = this.state;
    const route = library.opened;
    if (!route) return nothing;
    const { aim, stops, synthetic, provenance } = route.properties;
    const [subjects, size] = [subjectsOf(route, lang), extent(route, lang)];
    const isChosen = view.question.route === route.id;
    const today = city ? timeIn(city.time_zone, new Date()).slice(0, 10) : undefined;
    return html`<article class="stop-card" data-testid="route-card" data-id=${route.id} aria-labelledby="route-title">
      <div class="card-bar">
        <h2 id="route-title" tabindex="-1">${titleOf(route, lang)}</h2>
        <button class="icon-button" data-testid="close-route" aria-label=${w.close} @click=${close}>${sign('close')}</button>
      </div>
      <p class="quiet">${[briefly(route, lang), subjects].filter(Boolean).join(' · ')}</p>
      ${synthetic ? html`<p class="badges"><span class="badge example">${w.badgeSyntheticLong}</span></p>` : nothing}
      ${aim ? html`<section class="card-part"><h3>${l.aim}</h3><p data-testid="route-aim">${aim}</p></section>` : nothing}
      ${!isOffered(route)
        ? html`<p class="stop-trouble" data-testid="route-away">${sign('alert')}${l.notOffered}</p>`
        : isChosen
          ? html`<p class="quiet" data-testid="route-chosen">${l.alreadyChosen}</p>`
          : html`<button class="button primary wide" data-testid="go-by-route" @click=${() => this.go(route)}>${l.goBy}</button>`}
      <section class="card-part">
        <h3>${l.stops}</h3>
        ${size ? html`<p class="quiet small">${size}</p>` : nothing}
        <ol class="plain-list route-stops">${stops.map((stop, index) => this.stop(stop, index))}</ol>
      </section>
      <p class="quiet small">${w.source}${w.colon}${provenanceLine(provenance, city?.sources ?? {}, lang, w, today)}</p>
    </article>`;
  }
}
