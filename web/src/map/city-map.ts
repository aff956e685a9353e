/**
 * The families' map. It draws what it is told and reports taps and moves; it knows nothing of the page's state.
 */
import { Marker, type GeoJSONSource, type LngLatLike, type Map as MapLibre, type PaddingOptions, type VectorTileSource } from 'maplibre-gl';
import { styleUrl, type Filters } from '../api/client';
import type { LonLat, Place } from '../api/types';
import { flatMap } from './flat-map';
import { originMarker, selectedMarker } from './markers';
import { areaOf, completed, filteredTiles } from './style';

/** Tiles end here; a cluster that still stands cannot be pulled apart. */
const LAST_SPLIT_ZOOM = 16;
/** Beyond the finest cluster cell, metres. */
const CLUSTER_RADIUS_M = 50;
/** A finger is not exact, CSS pixels. */
const TOUCH_SLOP = 12;
/** Markers nearer to each other than this cannot be told apart by a tap, CSS pixels. */
const STACKED = 9;
const METRES_PER_PIXEL_Z0 = 78_271.517;

export interface Look {
  lang: string;
  theme: 'light' | 'dark';
  filters: Filters;
}

export interface Reports {
  place(id: string): void;
  point(at: LonLat): void;
  stack(at: LonLat, radiusM: number): void;
  moved(at: LonLat, zoom: number): void;
  trouble(error: { message: string }): void;
  /** Where the map is covered by other things; `loosely` leaves out what hides little. */
  covered(loosely: boolean): PaddingOptions;
}

export class CityMap {
  readonly #map: MapLibre;
  #look: Look;
  #origin: Marker | null = null;
  #selected: { place: Place; marker: Marker } | null = null;

  /** Throws where the device cannot draw with WebGL. */
  constructor(
    container: HTMLElement,
    look: Look,
    camera: { center: LngLatLike; zoom: number } | { bounds: [number, number, number, number] },
    title: string,
    private readonly reports: Reports,
  ) {
    this.#look = look;
    const view = 'bounds' in camera ? { bounds: camera.bounds, fitBoundsOptions: { padding: reports.covered(true) } } : camera;
    this.#map = flatMap({ container, ...view, maxZoom: 18.5 }, title, () => this.#look.theme);
    this.#restyle();
    this.#listen();
  }

  #listen(): void {
    const map = this.#map;
    map.on('moveend', () => {
      const { lng, lat } = map.getCenter();
      this.reports.moved([lng, lat], map.getZoom());
    });
    map.on('error', (event) => this.reports.trouble(event.error));
    map.on('click', (event) => this.#tap(event.point.x, event.point.y, [event.lngLat.lng, event.lngLat.lat]));
    map.on('mousemove', (event) => {
      const hit = map.getLayer('place-marker') && map.queryRenderedFeatures(event.point, { layers: ['place-marker', 'cluster-disc'] }).length;
      map.getCanvas().style.cursor = hit ? 'pointer' : 'crosshair';
    });
  }

  #tap(x: number, y: number, at: LonLat): void {
    const map = this.#map;
    if (!map.getLayer('place-marker')) return;
    const box: [[number, number], [number, number]] = [
      [x - TOUCH_SLOP, y - TOUCH_SLOP],
      [x + TOUCH_SLOP, y + TOUCH_SLOP],
    ];
    const hits = map.queryRenderedFeatures(box, { layers: ['place-marker', 'cluster-disc'] }).flatMap((feature) => {
      if (feature.geometry.type !== 'Point') return [];
      const [lon = 0, lat = 0] = feature.geometry.coordinates;
      const spot = map.project([lon, lat]);
      return [{ at: [lon, lat] as LonLat, spot, away: Math.hypot(spot.x - x, spot.y - y), properties: feature.properties }];
    });
    hits.sort((a, b) => a.away - b.away);
    const [hit] = hits;
    if (!hit) {
      this.reports.point(at);
    } else if (hit.properties['cluster']) {
      if (map.getZoom() >= LAST_SPLIT_ZOOM) this.reports.stack(hit.at, CLUSTER_RADIUS_M);
      else map.easeTo({ center: hit.at, zoom: Math.min(map.getZoom() + 2, LAST_SPLIT_ZOOM + 0.5) });
    } else {
      const near = hits.filter((other) => Math.hypot(other.spot.x - hit.spot.x, other.spot.y - hit.spot.y) < STACKED);
      const ids = new Set(near.map((other) => String(other.properties['id'])));
      if (ids.size === 1) this.reports.place(String(hit.properties['id']));
      else this.reports.stack(hit.at, Math.max(1, STACKED * this.#metresPerPixel(hit.at[1])));
    }
  }

  #metresPerPixel(lat: number): number {
    return (METRES_PER_PIXEL_Z0 * Math.cos((lat * Math.PI) / 180)) / 2 ** this.#map.getZoom();
  }

  #restyle(): void {
    const { lang, theme } = this.#look;
    document.documentElement.dataset['mapState'] = 'busy';
    this.#map.setStyle(styleUrl(lang, theme), {
      diff: false,
      transformStyle: (_, style) => completed(style, theme, this.#look.filters, this.#selected?.place ?? null),
    });
  }

  /** Shows the same map in another language or theme, or other places on it. */
  setLook(look: Look): void {
    const before = this.#look;
    this.#look = look;
    if (before.lang !== look.lang || before.theme !== look.theme) {
      this.#restyle();
    } else if (before.filters !== look.filters) {
      const places = this.#map.getSource<VectorTileSource>('places');
      // `tiles` of the source itself is not there before it has loaded, a moment after its style; what it was made of is.
      places?.setTiles((places.serialize().tiles ?? []).map((template) => filteredTiles(template, look.filters)));
    }
  }

  setOrigin(at: LonLat | null, label: string): void {
    this.#origin?.remove();
    this.#origin = at && new Marker({ element: originMarker(label), anchor: 'bottom' }).setLngLat(at).addTo(this.#map);
  }

  /** Marks the selected place, with the area it lies in where that is all that is known. */
  setSelected(place: Place | null, label: string): void {
    this.#selected?.marker.remove();
    this.#selected = null;
    const kind = place?.properties.roles[0]?.kind;
    if (place && kind) {
      const marker = new Marker({ element: selectedMarker(kind, label) }).setLngLat(place.geometry.coordinates).addTo(this.#map);
      this.#selected = { place, marker };
    }
    this.#map.getSource<GeoJSONSource>('area')?.setData(areaOf(place));
  }

  /** Brings a point into the uncovered part of the map, moving only when it is not there already. */
  show(at: LonLat, minZoom: number): void {
    const padding = this.reports.covered(false);
    const { x, y } = this.#map.project(at);
    const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
    const { left = 0, right = 0, top = 0, bottom = 0 } = padding;
    const inside = x > left && x < width - right && y > top && y < height - bottom;
    if (inside && this.#map.getZoom() >= minZoom) return;
    this.#map.easeTo({ center: at, zoom: Math.max(minZoom, this.#map.getZoom()), offset: [(left - right) / 2, (top - bottom) / 2] });
  }

  fit(bounds: [number, number, number, number]): void {
    this.#map.fitBounds(bounds, { padding: this.reports.covered(true) });
  }

  goTo(at: LonLat, zoom: number): void {
    const { lng, lat } = this.#map.getCenter();
    if (Math.abs(lng - at[0]) < 1e-5 && Math.abs(lat - at[1]) < 1e-5 && Math.abs(zoom - this.#map.getZoom()) < 0.01) return;
    this.#map.jumpTo({ center: at, zoom });
  }

  zoomBy(step: number): void {
    this.#map.easeTo({ zoom: this.#map.getZoom() + step });
  }

  /** Asks again for the places that are drawn: there was an edit. Tiles that have not changed are answered by 304. */
  refreshPlaces(): void {
    if (this.#map.getSource('places')) this.#map.refreshTiles('places');
  }

  /** Asks again for what failed to come. */
  retry(): void {
    this.#restyle();
  }

  resize(): void {
    this.#map.resize();
  }
}
