/** The list: complete without the map, and the first thing in reading order. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { clock, dayWord, timeIn } from '../format/clock';
import { distance, roundDistance } from '../format/units';
import { said } from '../i18n/edit/book';
import { openWords, type OpenWords } from '../i18n/open';
import { clearFilters, removePoint, retry, setMode, setOpen, setRadius } from '../state/actions';
import { failureInWords } from '../state/failure';
import { acceptWaiting, holdList, loadMore, NEAREST_CAP } from '../state/results';
import { store } from '../state/store';
import { RADII, type OpenChoice, type PointLabel } from '../state/view';
import { StoreElement } from './base';
import { sign } from './icons';
import { locate } from './locate';
import { thoseOf } from './open-chips';
import { resultItem } from './result-item';
import { travelSwitch } from './travel-switch';
import './welcome';

const SKELETON_ROWS = 6;

@customElement('yuren-results')
export class ResultList extends StoreElement {
  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('pointerdown', () => holdList(true));
    addEventListener('pointerup', this.release);
    addEventListener('pointercancel', this.release);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pointerup', this.release);
    removeEventListener('pointercancel', this.release);
  }

  private get o(): OpenWords {
    return said(openWords, this.language);
  }

  private release = (): void => holdList(false);

  private label(label: PointLabel): string {
    const { w } = this;
    if (label.kind === 'named') return label.name;
    return { map: w.pointOnMap, mine: w.pointMine, shared: w.pointShared }[label.kind];
  }

  /** The line that the live region speaks. */
  private summary(): string {
    const { w } = this;
    const { results, view } = this.state;
    if (results.status === 'loading') return results.slow ? w.loading : '';
    if (results.status !== 'ready') return '';
    if (results.places.length === 0) return this.emptyText();
    const nearest = results.places[0]?.properties.distance_m;
    if (!view.point || nearest == null) return w.found(results.matched ?? results.places.length);
    const count = results.places.length;
    const some = results.more || count === NEAREST_CAP;
    const far = distance(nearest, w);
    if (view.open) return (some ? this.o.listedThen : this.o.foundThen)(thoseOf(view.open, this.language), count, far);
    return (some ? w.listedNearest : w.foundNearest)(count, far);
  }

  private emptyText(): string {
    const { w, o } = this;
    const { maxM, open, point } = this.state.view;
    if (open && point) {
      if (this.state.results.meant?.span === null) return o.noSchoolYear;
      const those = thoseOf(open, this.language);
      return maxM === null ? o.noneThen(those) : o.noneWithin(roundDistance(maxM, w), those);
    }
    return maxM === null ? w.emptyAnywhere : w.emptyWithin(roundDistance(maxM, w));
  }

  /** Another time, where nothing is open at this one: the next wider. */
  private otherTime(): TemplateResult | typeof nothing {
    const { o } = this;
    const { open, point } = this.state.view;
    if (!open || !point) return nothing;
    const [next, name] = { now: ['today', o.seeToday], school: ['today', o.seeToday], today: ['weekend', o.seeWeekend], weekend: [null, o.seeAll] }[open] as [OpenChoice | null, string];
    return html`<button class="button primary" data-testid="other-time" @click=${() => setOpen(next)}>${name}</button>`;
  }

  /** Which day and time "after school" is. */
  private schoolLine(): TemplateResult | typeof nothing {
    const { o, w } = this;
    const { meant } = this.state.results;
    const zone = this.state.city?.time_zone;
    if (!meant?.school || !zone) return nothing;
    const { day, from, to, example } = meant.school;
    const today = timeIn(zone, new Date()).slice(0, 10);
    return html`<p class="quiet" data-testid="school-line">${o.afterSchool(dayWord(day, today, w), clock(from), clock(to))}${example ? ` ${o.exampleSchoolYear}` : nothing}</p>`;
  }

  /** A chip needs a point: what to do about it. */
  private needsPoint(): TemplateResult | typeof nothing {
    const { open, point } = this.state.view;
    if (!open || point) return nothing;
    return html`<div class="ask-point" role="status" data-testid="needs-point">
      <p>${this.o.needsPoint(thoseOf(open, this.language))}</p>
      <button class="button primary" @click=${() => locate()}>${sign('locate')}${this.w.locateMe}</button>
    </div>`;
  }

  private empty(): TemplateResult {
    const { w } = this;
    const { maxM, filters, open } = this.state.view;
    const wider = maxM === null ? undefined : RADII.find((radius) => radius > maxM);
    const filtered = filters.roles.length + filters.fees.length + filters.regions.length > 0;
    return html`<div class="empty" data-testid="empty">
      <p>${this.emptyText()}</p>
      <p class="button-row">
        ${this.otherTime()}
        ${wider ? html`<button class="button ${open ? '' : 'primary'}" @click=${() => setRadius(wider)}>${w.widen(roundDistance(wider, w))}</button>` : nothing}
        ${maxM !== null ? html`<button class="button" @click=${() => setRadius(null)}>${w.widenAll}</button>` : nothing}
        ${filtered ? html`<button class="button" @click=${clearFilters}>${w.clearFilters}</button>` : nothing}
      </p>
    </div>`;
  }

  private failure(): TemplateResult | typeof nothing {
    const { w } = this;
    const failure = this.state.results.failure ?? this.state.cityFailure;
    if (!failure) return nothing;
    const something = this.state.results.places.length > 0;
    return html`<div class="failure" role="alert" data-testid="failure">
      <p>${failureInWords(failure, something, w)}</p>
      <button class="button" @click=${retry}>${w.retry}</button>
      <details><summary>${w.details}</summary><code>${failure.detail}</code></details>
    </div>`;
  }

  private skeleton(): TemplateResult {
    return html`<ul class="results" aria-hidden="true" data-testid="skeleton">
      ${Array.from({ length: SKELETON_ROWS }, () => html`<li class="result skeleton"><span></span><span></span><span></span></li>`)}
    </ul>`;
  }

  private here(): TemplateResult {
    const { w, language: lang } = this;
    const { here, view } = this.state;
    return html`<div class="list-head">
        <button class="button" data-testid="back-to-list" @click=${() => store.set({ here: null })}>${sign('back')}${w.backToList}</button>
        <h2>${w.hereTitle(here?.matched ?? 0)}</h2>
      </div>
      <ul class="results">
        ${repeat(here?.places ?? [], (place) => place.id, (place) => resultItem(place, place.id === view.selected, view.mode, lang, w))}
      </ul>`;
  }

  private head(): TemplateResult {
    const { w } = this;
    const { view, results } = this.state;
    return html`<div class="list-head">
      <h2>
        ${view.point ? w.resultsFrom(this.label(view.point.label)) : w.resultsWholeCity}
      </h2>
      ${view.point
        ? html`<button class="icon-button" data-testid="remove-point" aria-label=${w.removePoint} title=${w.removePoint} @click=${removePoint}>${sign('close')}</button>`
        : nothing}
      <p class="summary" role="status" aria-live="polite" data-testid="summary">${this.summary()}</p>
      ${this.schoolLine()} ${view.point ? travelSwitch(view.mode, this.language, setMode) : nothing}
      ${!view.point && results.status === 'ready' ? html`<p class="quiet">${w.rankHint}</p>` : nothing}
      ${results.notes.map((note) => html`<p class="note">${note.code === 'outside_city' ? w.outsideCity : this.language === 'zh' ? note.message_zh : note.message}</p>`)}
    </div>`;
  }

  private list(): TemplateResult {
    const { w, language: lang } = this;
    const { results, view, waiting } = this.state;
    const { places, status, more } = results;
    return html`${this.needsPoint()} ${this.head()} ${this.failure()}
      ${waiting ? html`<button class="button primary update" data-testid="update-list" @click=${acceptWaiting}>${w.updateList}</button>` : nothing}
      ${status === 'loading' && results.slow && places.length === 0 ? this.skeleton() : nothing}
      ${status === 'ready' && places.length === 0 ? this.empty() : nothing}
      <ol class="results" data-testid="results" aria-busy=${status === 'loading'}>
        ${repeat(places, (place) => place.id, (place) => resultItem(place, place.id === view.selected, view.mode, lang, w))}
      </ol>
      ${places.length > 0 ? this.foot(more) : nothing}`;
  }

  private foot(more: boolean): TemplateResult {
    const { w } = this;
    const { results, view } = this.state;
    if (more) return html`<button class="button wide" data-testid="load-more" @click=${() => void loadMore()}>${w.loadMore}</button>`;
    const capped = view.point && results.places.length >= NEAREST_CAP;
    return html`<p class="quiet list-end">${capped ? w.nearestLimit(NEAREST_CAP) : w.listEnd}</p>`;
  }

  override render() {
    const { results, here, view } = this.state;
    if (here) return this.here();
    if (results.status === 'idle' && !view.point) return html`${this.failure()} ${this.needsPoint()}<yuren-welcome></yuren-welcome>`;
    return this.list();
  }
}
