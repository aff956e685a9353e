/** The teacher's map: told what to show, it reports taps; knows nothing of the state. */
import type { StyleSpecification } from 'maplibre-gl';
import { Marker, type GeoJSONSource, type Map as MapLibre, type PaddingOptions } from 'maplibre-gl';
import { styleUrl } from '../../api/client';
import type { BBox, LonLat } from '../../api/types';
import { flatMap } from '../../map/flat-map';
import { groundStyle } from '../../map/ground';
import { originMarker } from '../../map/markers';
import type { FeatureCollection } from 'geojson';
import type { Mark } from './drawn';

export type Theme = 'light' | 'dark';

export interface Look {
  lang: string;
  theme: Theme;
}

export interface Reports {
  tapped(at: LonLat): void;
  chosen(place: string): void;
  trouble(error: { message: string }): void;
  covered(): PaddingOptions;
}

export interface Labels {
  mark(mark: Mark): string;
  school: string;
}

const LEGS = 'study-legs';
const NEAREST = 15;
const INK = { light: { line: '#0B6E6E', edge: '#FAF8F4' }, dark: { line: '#5CC4C0', edge: '#10171A' } } as const;
const NONE: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** The ground with the day's legs over it: straight lines, dashed where the time is an estimate. */
function studyStyle(style: StyleSpecification, theme: Theme, legs: FeatureCollection): StyleSpecification {
  const ground = groundStyle(style);
  const { line, edge } = INK[theme];
  const opacity = ['case', ['get', 'front'], 1, 0.35] as const;
  const firstName = ground.layers.findIndex((layer) => layer.type === 'symbol');
  const layers = [...ground.layers];
  layers.splice(
    firstName < 0 ? layers.length : firstName,
    0,
    { id: 'leg-edge', type: 'line', source: LEGS, paint: { 'line-color': edge, 'line-width': 6, 'line-opacity': ['case', ['get', 'front'], 0.9, 0] } },
    { id: 'leg', type: 'line', source: LEGS, filter: ['!', ['get', 'estimate']], paint: { 'line-color': line, 'line-width': 3, 'line-opacity': opacity as never } },
    { id: 'leg-estimate', type: 'line', source: LEGS, filter: ['get', 'estimate'], paint: { 'line-color': line, 'line-width': 3, 'line-dasharray': [2, 1.4], 'line-opacity': opacity as never } },
  );
  return { ...ground, layers, sources: { ...ground.sources, [LEGS]: { type: 'geojson', data: legs } } };
}

export class StudyMap {
  readonly #map: MapLibre;
  readonly #reports: Reports;
  #look: Look;
  #legs: FeatureCollection = NONE;
  #marks: { key: string; marker: Marker; element: HTMLElement }[] = [];
  #school: { key: string; marker: Marker } | null = null;

  /** Throws where the device cannot draw with WebGL. */
  constructor(container: HTMLElement, look: Look, bounds: BBox, title: string, reports: Reports) {
    this.#look = look;
    this.#reports = reports;
    this.#map = flatMap({ container, bounds, fitBoundsOptions: { padding: reports.covered() }, maxZoom: 18.5 }, title, () => this.#look.theme);
    this.#map.on('error', (event) => reports.trouble(event.error));
    this.#map.on('click', ({ lngLat }) => reports.tapped([lngLat.lng, lngLat.lat]));
    this.#restyle();
  }

  #restyle(): void {
    const { lang, theme } = this.#look;
    document.documentElement.dataset['mapState'] = 'busy';
    this.#map.setStyle(styleUrl(lang, theme), { diff: false, transformStyle: (_, style) => studyStyle(style, theme, this.#legs) });
  }

  setLook(look: Look): void {
    const before = this.#look;
    this.#look = look;
    if (before.lang !== look.lang || before.theme !== look.theme) this.#restyle();
  }

  setLegs(legs: FeatureCollection): void {
    this.#legs = legs;
    this.#map.getSource<GeoJSONSource>(LEGS)?.setData(legs);
  }

  setSchool(at: LonLat | null, { school }: Labels): void {
    const key = JSON.stringify([at, school]);
    if (this.#school?.key === key) return;
    this.#school?.marker.remove();
    this.#school = at && { key, marker: new Marker({ element: originMarker(school), anchor: 'bottom' }).setLngLat(at).addTo(this.#map) };
  }

  setMarks(marks: readonly Mark[], chosen: string | null, labels: Labels): void {
    const keys = marks.map((mark) => JSON.stringify([mark, labels.mark(mark)]));
    if (keys.join() !== this.#marks.map(({ key }) => key).join()) {
      for (const { marker } of this.#marks) marker.remove();
      this.#marks = marks.map((mark, index) => {
        const element = this.#button(mark, labels.mark(mark));
        return { key: keys[index] ?? '', element, marker: new Marker({ element }).setLngLat(mark.at).addTo(this.#map) };
      });
    }
    marks.forEach(({ place }, index) => this.#marks[index]?.element.classList.toggle('chosen', place !== null && place === chosen));
  }

  #button({ numbers, place, kind }: Mark, label: string): HTMLElement {
    const element = document.createElement('button');
    element.className = `study-mark ${place ? (kind ? `kind-${kind}` : 'of-route') : 'lunch'}`;
    element.dataset['testid'] = 'map-stop';
    element.dataset['numbers'] = numbers.join(',');
    element.textContent = numbers.join('·');
    element.setAttribute('aria-label', label);
    element.title = label;
    element.addEventListener('click', (event) => {
      event.stopPropagation();
      if (place) this.#reports.chosen(place);
    });
    return element;
  }

  fit(bounds: BBox): void {
    this.#map.fitBounds(bounds, { padding: this.#reports.covered(), maxZoom: NEAREST });
  }

  /** Brings a spot into the uncovered part of the map, if it is not in sight. */
  show(at: LonLat): void {
    const { x, y } = this.#map.project(at);
    const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
    const { left = 0, right = 0, top = 0, bottom = 0 } = this.#reports.covered();
    if (x > left && y > top && x < width - right && y < height - bottom) return;
    this.#map.easeTo({ center: at, offset: [(left - right) / 2, (top - bottom) / 2] });
  }

  centre(): LonLat {
    const { lng, lat } = this.#map.getCenter();
    return [lng, lat];
  }

  zoomBy(step: number): void {
    this.#map.easeTo({ zoom: this.#map.getZoom() + step });
  }

  setPointing(pointing: boolean): void {
    this.#map.getContainer().classList.toggle('pointing', pointing);
  }

  retry(): void {
    this.#restyle();
  }
}
