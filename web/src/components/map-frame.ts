/** The map's place in the page: it comes after the list is up, and the page works the same where it cannot come. */
import { html, nothing, type PropertyValues } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { LonLat, Place } from '../api/types';
import { date } from '../format/units';
import { nameIn } from '../i18n';
import type { CityMap, Look } from '../map/city-map';
import { coveredBy } from '../map/covered';
import { onceSettled } from '../map/settled';
import { select, setCamera, setPoint, showHere } from '../state/actions';
import { shownTheme } from '../state/display';
import { store } from '../state/store';
import type { View } from '../state/view';
import { StoreElement } from './base';
import { mapControls } from './map-controls';
import './map-legend';

/** Close enough to see the streets around a starting point, or a chosen place. */
const NEAR_ZOOM = 13;
const EDGE = 24;

@customElement('yuren-map-frame')
export class MapFrame extends StoreElement {
  private map: CityMap | null = null;
  private asked = false;
  /** The place that the link names which opened the page with a camera, until it has been shown. */
  private linked: string | null = null;
  private told: { view: View; place: Place | null; edits: number } | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.retry);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.retry);
  }

  protected override updated(_changed: PropertyValues): void {
    const { view, city, cityFailure } = this.state;
    if (!this.asked && (city || cityFailure || view.camera)) {
      this.asked = true;
      void this.begin();
    }
    this.tell();
  }

  private look(): Look {
    const { view } = this.state;
    return { lang: view.lang, theme: shownTheme(), filters: view.filters };
  }

  private async begin(): Promise<void> {
    const container = this.querySelector<HTMLElement>('.map-canvas');
    if (!container) return;
    try {
      const { CityMap } = await import('../map/city-map');
      const { view, city } = this.state;
      const camera = view.camera
        ? { center: view.camera.at, zoom: view.camera.zoom }
        : view.point
          ? { center: view.point.at, zoom: NEAR_ZOOM }
          : { bounds: city?.bbox ?? ([73, 18, 135, 54] as [number, number, number, number]) };
      this.map = new CityMap(container, this.look(), camera, this.w.map, {
        place: select,
        point: (at) => setPoint(at, { kind: 'map' }),
        stack: (at, radiusM) => void showHere(at, radiusM),
        moved: (at, zoom) => setCamera({ at, zoom }),
        trouble: (error) => {
          // A developer's console is the only place for which tile it was.
          console.warn(error.message);
          if (this.state.map !== 'partial') store.set({ map: 'partial' });
        },
        covered: (loosely) => this.covered(loosely),
      });
      store.set({ map: 'ready' });
      if (view.point && !view.camera) this.bring(view.point.at);
    } catch {
      document.documentElement.dataset['mapState'] = 'unavailable';
      store.set({ map: 'unavailable' });
    }
  }

  /**
   * What lies over the map: on a phone the search field above and the sheet below. `loosely`: something as large as the
   * city may lie under the filters.
   */
  private covered(loosely: boolean) {
    return coveredBy(this, { above: loosely ? '.search' : '.tools', below: '.credits', edge: EDGE });
  }

  /** Hands the map what has changed. */
  private tell(): void {
    const { map } = this;
    if (!map) return;
    const { view, card, edits } = this.state;
    const before = this.told;
    const place = card?.place ?? null;
    this.told = { view, place, edits };
    map.setLook(this.look());
    if (before && before.edits !== edits) map.refreshPlaces();
    if (before?.view.point !== view.point || before?.view.lang !== view.lang) {
      map.setOrigin(view.point?.at ?? null, this.w.legendPoint);
      const moved = before && before.view.point !== view.point && view.point;
      if (moved && view.point?.label.kind !== 'map') this.bring(view.point?.at ?? null);
    }
    if (before?.place !== place) {
      map.setSelected(place, place?.properties.name ?? '');
      // The place that a shared link names is shown as the link's own camera shows it, whenever it comes; later ones are brought
      // into sight.
      if (!before) this.linked = view.camera ? view.selected : null;
      const another = before?.place?.id !== place?.id;
      if (another && place?.id !== this.linked) this.bring(place?.geometry.coordinates ?? null);
      if (place) this.linked = null;
    }
    if (before && view.camera && before.view.camera !== view.camera) map.goTo(view.camera.at, view.camera.zoom);
  }

  private bring(at: LonLat | null): void {
    if (at) onceSettled(() => this.map?.show(at, NEAR_ZOOM));
  }

  private retry = (): void => {
    if (this.state.map !== 'partial') return;
    store.set({ map: 'ready' });
    this.map?.retry();
  };

  private credits() {
    const { w, language: lang } = this;
    const { city } = this.state;
    if (!city) return nothing;
    const texts = [...new Set(Object.values(city.sources).map((source) => source.attribution).filter(Boolean))];
    const { number, notice, notice_en } = city.map_approval;
    return html`<div class="credits" data-testid="credits">
      <span>${number ?? (lang === 'en' ? notice_en : notice)}</span>
      <span class="data-date">${w.dataOf(date(city.data_date, w))}</span>
      <button class="credit-button" @click=${() => store.set({ aboutOpen: true })}>${texts.join(' · ') || w.aboutData}</button>
    </div>`;
  }

  override render() {
    const { w } = this;
    const { map, city } = this.state;
    return html`<section class="map" aria-label=${city ? `${nameIn(this.language, city)} ${w.map}` : w.map}>
      <div class="map-canvas" data-testid="map"></div>
      ${map === 'unavailable' ? html`<p class="map-message">${w.mapUnavailable}</p>` : nothing}
      ${map === 'partial'
        ? html`<p class="map-message" role="status">${w.mapTilesFailed} <button class="button" @click=${this.retry}>${w.retry}</button></p>`
        : nothing}
      <div class="map-foot"><div class="map-row"><yuren-legend></yuren-legend>
      ${mapControls(w, this.map, city && { name: w.wholeCity, testid: 'whole-city', show: () => this.map?.fit(city.bbox) })}</div>
      ${this.credits()}</div>
    </section>`;
  }
}
