/** The card of the selected place, top to bottom as a reader asks: what, how far, on what terms, how to get there, who says so. */
import { Task, TaskStatus } from '@lit/task';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { placeDays } from '../api/client';
import type { Place, Provenance } from '../api/types';
import { todayThere } from '../format/clock';
import { wayInWords } from '../format/travel';
import { nameIn, regionsIn } from '../i18n';
import { said } from '../i18n/edit/book';
import { openWords } from '../i18n/open';
import { mapLinks, type OtherMap } from '../links';
import { closeCard, retry, say, setPoint, toggleFavourite } from '../state/actions';
import { failureInWords } from '../state/failure';
import { store } from '../state/store';
import { badges } from './badges';
import { StoreElement } from './base';
import { sign } from './icons';
import './my-reports';
import { placeActivities, placeCourses } from './place-offers';
import { provenanceLine } from './provenance';
import { roleSection } from './role-section';

/** Days of the strip. */
const WEEK = 7;

@customElement('yuren-card')
export class PlaceCard extends StoreElement {
  /** The coming days; a card without them is a card all the same. */
  private week = new Task(this, {
    task: async ([id]) => (id ? placeDays(id, null, WEEK) : null),
    args: () => [this.state.card?.id ?? null, this.state.edits] as const,
  });

  private shownId: string | null = null;
  private awaited = false;

  /** A card that opens takes the focus; the app gives it back on closing. */
  protected override updated(_changed: PropertyValues): void {
    const { card } = this.state;
    const id = card?.id ?? null;
    const another = id !== this.shownId;
    if (another) {
      this.shownId = id;
      this.querySelector<HTMLElement>('.card')?.scrollTo(0, 0);
    }
    // A place that was not known yet takes the focus from the heading that said so.
    const came = this.awaited && card?.place && document.activeElement === document.body;
    if ((another || came) && id) this.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    this.awaited = card !== null && card.place === null;
  }

  private async share(place: Place): Promise<void> {
    const { w } = this;
    const url = location.href;
    if (navigator.share) {
      // A reader who changes their mind is no error.
      await navigator.share({ title: place.properties.name, url }).catch(() => undefined);
      return;
    }
    try {
      await navigator.clipboard.writeText(url);
      say(w.copied);
    } catch {
      say(w.copyFailed);
    }
  }

  private links(place: Place): TemplateResult {
    const { w } = this;
    const names: Record<OtherMap, string> = {
      amap: w.mapAmap,
      baidu: w.mapBaidu,
      tencent: w.mapTencent,
      apple: w.mapApple,
      google: w.mapGoogle,
    };
    return html`<section class="card-part">
      <h3>${w.openIn}</h3>
      <ul class="link-row">
        ${mapLinks(place.properties.name, place.properties.map_points).map(
          ({ map, href }) =>
            html`<li>
              <a class="button" data-testid="map-${map}" href=${href} target="_blank" rel="noopener noreferrer">
                ${names[map]}<span class="visually-hidden">（${w.opensNewWindow}）</span>
              </a>
            </li>`,
        )}
      </ul>
      <p class="quiet">${w.openInNote}</p>
    </section>`;
  }

  private actions(place: Place): TemplateResult {
    const { w } = this;
    const saved = this.state.favourites.some((one) => one.id === place.id);
    const phone = place.properties.roles.map((role) => role.contact?.value.phone).find(Boolean);
    const label = { kind: 'named', name: place.properties.name } as const;
    return html`<div class="button-row actions">
      ${phone ? html`<a class="button" href="tel:${phone}">${sign('phone')}${w.call}</a>` : nothing}
      <button class="button" data-testid="favourite" aria-pressed=${saved} @click=${() => toggleFavourite(place)}>
        ${sign('star', saved)}${saved ? w.favouriteRemove : w.favourite}
      </button>
      <button class="button" data-testid="share" @click=${() => void this.share(place)}>${sign('share')}${w.share}</button>
      <button class="button" data-testid="start-here" @click=${() => setPoint(place.geometry.coordinates, label)}>${sign('pin')}${w.startHere}</button>
      <button class="button" data-testid="report" @click=${() => store.set({ reporting: { id: place.id, name: place.properties.name } })}>${sign('flag')}${w.report}</button>
    </div>`;
  }

  private facts(place: Place): TemplateResult {
    const { w, language: lang } = this;
    const { address, aliases, regions } = place.properties;
    return html`<dl class="facts">
      ${address ? html`<div><dt>${w.address}</dt><dd>${address}</dd></div>` : nothing}
      <div><dt>${w.region}</dt><dd>${regionsIn(lang, regions)}</dd></div>
      ${aliases.length ? html`<div><dt>${w.aliases}</dt><dd>${aliases.join(w.listComma)}</dd></div>` : nothing}
    </dl>`;
  }

  private provenance(place: Place): TemplateResult {
    const { w, language: lang } = this;
    const { position, name_source: name } = place.properties;
    const line = (what: string, from: Provenance) => html`<li>${what}${w.colon}${provenanceLine(from, this.state.sources, lang, w)}</li>`;
    return html`<section class="card-part quiet">
      <h3>${w.provenance}</h3>
      <ul class="plain-list">
        ${line(w.nameSource, name)} ${line(w.positionSource, position)}
      </ul>
      ${position.synthetic ? html`<p>${w.syntheticPosition}</p>` : nothing}
    </section>`;
  }

  /** The day it is in the city. */
  private today(place: Place): string {
    const at = place.properties.activities?.[0]?.starts ?? place.properties.roles[0]?.open?.at ?? '';
    return todayThere(at, new Date());
  }

  private body(place: Place): TemplateResult {
    const { w, language: lang } = this;
    const { properties } = place;
    const name = nameIn(lang, properties);
    const way = wayInWords(properties, this.state.view.mode, w, said(openWords, lang));
    const week = this.week.value?.place === place.id ? this.week.value : null;
    const seeMonth = (role: string, today: string) => store.set({ month: { place: place.id, role, title: name, today } });
    const waiting = !week && this.week.status === TaskStatus.PENDING;
    const shown = { week, waiting, arriving: properties.travel_minutes != null, seeMonth };
    return html`<h2 tabindex="-1" data-testid="card-name">${name}</h2>
      ${name !== properties.name ? html`<p class="quiet" lang="zh-CN">${properties.name}</p>` : nothing}
      <p class="badges">${badges(properties, w)}</p>
      ${way ? html`<p class="far-line" data-testid="card-distance"><strong>${way.said}</strong> <span class="quiet">${way.measures ?? w.straightLong}</span></p>` : nothing}
      ${properties.roles.map((role) => roleSection(role, properties.name, this.state.sources, lang, w, shown))}
      ${placeActivities(place, this.today(place), lang, w)} ${placeCourses(place, lang, w)} ${this.actions(place)} <yuren-my-reports place=${place.id}></yuren-my-reports> ${this.links(place)} ${this.facts(place)} ${this.provenance(place)}`;
  }

  override render() {
    const { w } = this;
    const { card } = this.state;
    if (!card) return nothing;
    return html`<article class="card" data-testid="card" aria-label=${w.card}>
      <div class="card-bar">
        <button class="button back" data-testid="card-close" @click=${closeCard}>${sign('back')}${w.backToResults}</button>
      </div>
      ${card.place ? this.body(card.place) : card.failure ? nothing : html`<h2 tabindex="-1" class="quiet">${w.loading}</h2>`}
      ${card.failure
        ? html`<div class="failure" role="alert">
            <p>${failureInWords(card.failure, card.place !== null, w)}</p>
            ${card.failure.kind === 'notFound' ? nothing : html`<button class="button" @click=${retry}>${w.retry}</button>`}
          </div>`
        : nothing}
    </article>`;
  }
}
