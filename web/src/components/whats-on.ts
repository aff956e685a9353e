/** What is on, by day: this weekend or the next two weeks, near the point or in the whole city. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { ActivityFeature } from '../api/types';
import { firstDay } from '../format/activity';
import { dayWord, timeIn } from '../format/clock';
import { distance, roundDistance } from '../format/units';
import { nameIn } from '../i18n';
import { activityWords, type ActivityWords } from '../i18n/activities';
import { said } from '../i18n/edit/book';
import { removePoint, select, setRadius, setWhatsOn } from '../state/actions';
import { failureInWords } from '../state/failure';
import { RADII, WHATS_ON } from '../state/view';
import { NEAR_M, refreshWhatsOn } from '../state/whats-on';
import { activityLines, calendarLink, titleOf } from './activity-item';
import { StoreElement } from './base';

@customElement('yuren-whats-on')
export class WhatsOnList extends StoreElement {
  private get a(): ActivityWords {
    return said(activityWords, this.language);
  }

  /** How far around the point is looked; `null` = the whole city. */
  private get radius(): string | null {
    const { point, maxM } = this.state.view;
    return point && roundDistance(maxM ?? NEAR_M, this.w);
  }

  private summary(): string {
    const { a, w, radius } = this;
    const { status, matched, features } = this.state.whatsOn;
    if (status === 'loading') return w.loading;
    if (status !== 'ready') return '';
    if (!features.length) return radius ? a.noneWithin(radius) : a.noneCity;
    const found = radius ? a.foundWithin(radius, matched) : a.foundCity(matched);
    return features.length < matched ? found + w.comma + a.listedFirst(features.length) : found;
  }

  private spans(): TemplateResult {
    const { a } = this;
    return html`<fieldset class="modes">
      <legend class="visually-hidden">${a.title}</legend>
      ${WHATS_ON.map(
        (span) =>
          html`<label class="mode" data-testid="span-${span}">
            <input class="visually-hidden" type="radio" name="span" value=${span} .checked=${span === this.state.view.whatsOn} @change=${() => setWhatsOn(span)} />
            <span>${a[span]}</span>
          </label>`,
      )}
    </fieldset>`;
  }

  private empty(): TemplateResult {
    const { a } = this;
    const { w } = this;
    const { whatsOn, point, maxM } = this.state.view;
    const wider = point && RADII.find((radius) => radius > (maxM ?? NEAR_M));
    return html`<div class="empty" data-testid="nothing-on">
      <p class="button-row">
        ${whatsOn === 'weekend' ? html`<button class="button primary" @click=${() => setWhatsOn('fortnight')}>${a.seeFortnight}</button>` : nothing}
        ${wider ? html`<button class="button" @click=${() => setRadius(wider)}>${w.widen(roundDistance(wider, w))}</button>` : nothing}
        ${point ? html`<button class="button" @click=${removePoint}>${a.seeCity}</button>` : nothing}
        <button class="button" @click=${() => setWhatsOn(null)}>${a.seePlaces}</button>
      </p>
    </div>`;
  }

  private failure(): TemplateResult | typeof nothing {
    const { failure } = this.state.whatsOn;
    if (!failure) return nothing;
    return html`<div class="failure" role="alert" data-testid="whats-on-failure">
      <p>${failureInWords(failure, this.state.whatsOn.features.length > 0, this.w)}</p>
      <button class="button" @click=${() => void refreshWhatsOn()}>${this.w.retry}</button>
    </div>`;
  }

  private row({ properties }: ActivityFeature): TemplateResult {
    const { w, language: lang } = this;
    const { place, distance_m: metres } = properties;
    return html`<li class="activity" data-testid="activity" data-id=${properties.id}>
      <button class="result-button" data-testid="activity-place" data-id=${place.id} aria-current=${place.id === this.state.view.selected ? 'true' : 'false'} @click=${() => select(place.id)}>
        <span class="result-words">
          <span class="result-name">${titleOf(properties, lang)}</span>
          <span class="result-line">${nameIn(lang, place)}${metres == null ? nothing : html` · ${w.straight(distance(metres, w))}`}</span>
          ${activityLines(properties, lang, w)}
        </span>
      </button>
      ${calendarLink(place, lang)}
    </li>`;
  }

  private byDay(): TemplateResult {
    const zone = this.state.city?.time_zone;
    const today = zone ? timeIn(zone, new Date()).slice(0, 10) : '';
    const { features, from } = this.state.whatsOn;
    const days = new Map<string, ActivityFeature[]>();
    for (const feature of features) {
      const day = firstDay(feature.properties, from);
      days.set(day, [...(days.get(day) ?? []), feature]);
    }
    // What has a time of its own first: an exhibition waits.
    const timed = (of: ActivityFeature[]) => of.toSorted((a, b) => Number(a.properties.during_hours) - Number(b.properties.during_hours));
    return html`${[...days].map(
      ([day, of]) =>
        html`<section>
          <h3 class="day-head">${dayWord(day, today, this.w)}</h3>
          <ol class="results">
            ${timed(of).map((feature) => this.row(feature))}
          </ol>
        </section>`,
    )}`;
  }

  override render() {
    const { a, w } = this;
    const { view, whatsOn } = this.state;
    const { features, matched, status } = whatsOn;
    return html`<div class="list-head">
        <h2>${a.title}</h2>
        <p class="summary" role="status" aria-live="polite" data-testid="whats-on-summary">${this.summary()}</p>
        ${this.spans()}
        ${!view.point ? html`<p class="quiet">${a.pointHint}</p>` : nothing}
      </div>
      ${this.failure()} ${status === 'ready' && !features.length ? this.empty() : this.byDay()}
      ${features.length < matched ? html`<button class="button wide" data-testid="more-on" @click=${() => void refreshWhatsOn(true)}>${w.loadMore}</button>` : nothing}`;
  }
}
