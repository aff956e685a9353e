/** The teacher's map: told what to show, it reports taps; knows nothing of the state. */
import type { GeoJSONSource, Map as MapLibre, PaddingOptions, StyleSpecification } from 'maplibre-gl';
import { styleUrl } from '../../api/client';
import type { BBox, LonLat } from '../../api/types';
import { flatMap } from '../../map/flat-map';
import { groundStyle } from '../../map/ground';
import type { FeatureCollection } from 'geojson';
import type { Mark } from './drawn';
import { StudyMarks, type Labels } from './marks';

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

const LEGS = 'study-legs';
const NEAREST = 15;
const INK = { light: { line: '#0B6E6E', edge: '#FAF8F4' }, dark: { line: '#5CC4C0', edge: '#10171A' } } as const;
const NONE: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** The ground with the day's legs over it: dashed where a line is straight, and not the way. */
function studyStyle(style: StyleSpecification, theme: Theme, legs: FeatureCollection): StyleSpecification {
  const ground = groundStyle(style);
  const { line, edge } = INK[theme];
  const opacity = ['case', ['get', 'front'], 1, 0.35] as const;
  const firstName = ground.layers.findIndex((layer) => layer.type === 'symbol');
  const layers = [...ground.layers];
  layers.splice(
    firstName < 0 ? layers.length : firstName,
    0,
    { id: 'leg-edge', type: 'line', source: LEGS, layout: { 'line-join': 'round' }, paint: { 'line-color': edge, 'line-width': 6, 'line-opacity': ['case', ['get', 'front'], 0.9, 0] } },
    { id: 'leg', type: 'line', source: LEGS, filter: ['!', ['get', 'straight']], layout: { 'line-join': 'round', 'line-cap': 'round' }, paint: { 'line-color': line, 'line-width': 3, 'line-opacity': opacity as never } },
    { id: 'leg-straight', type: 'line', source: LEGS, filter: ['get', 'straight'], paint: { 'line-color': line, 'line-width': 3, 'line-dasharray': [2, 1.4], 'line-opacity': opacity as never } },
  );
  return { ...ground, layers, sources: { ...ground.sources, [LEGS]: { type: 'geojson', data: legs } } };
}

export class StudyMap {
  readonly #map: MapLibre;
  readonly #reports: Reports;
  readonly #marks: StudyMarks;
  #look: Look;
  #legs: FeatureCollection = NONE;

  /** Throws where the device cannot draw with WebGL. */
  constructor(container: HTMLElement, look: Look, bounds: BBox, title: string, reports: Reports) {
    this.#look = look;
    this.#reports = reports;
    this.#map = flatMap({ container, bounds, fitBoundsOptions: { padding: reports.covered() }, maxZoom: 18.5 }, title, () => this.#look.theme);
    this.#marks = new StudyMarks(this.#map, (place) => reports.chosen(place));
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

  setSchool(at: LonLat | null, labels: Labels): void {
    this.#marks.setSchool(at, labels);
  }

  setMarks(marks: readonly Mark[], chosen: string | null, labels: Labels): void {
    this.#marks.setMarks(marks, chosen, labels);
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
