/**
 * A map with one point that is moved: dragged, or told where to be. The old spot stays as a ghost. It reports moves and
 * knows nothing of who keeps them.
 */
import { Marker, type GeoJSONSource, type Map as MapLibre } from 'maplibre-gl';
import { TerraDraw, TerraDrawPointMode, TerraDrawSelectMode } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { styleUrl } from '../api/client';
import type { LonLat } from '../api/types';
import { flatMap } from './flat-map';
import { ghostMarker } from './markers';
import { areaOf, completed, type Located } from './style';

/** Near enough to tell one door from the next. */
const ZOOM = 17;
const POINT = 'point';
/** A finger is not exact, CSS pixels. */
const TOUCH_SLOP = 24;
const EDGE = 40;
const COLOURS = { light: { fill: '#B3261E', edge: '#FAF8F4' }, dark: { fill: '#FF9A8F', edge: '#10171A' } } as const;
const NO_FILTERS = { roles: [], fees: [], regions: [] };

function isSame(one: LonLat, other: LonLat): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

export interface PointLook {
  lang: string;
  theme: 'light' | 'dark';
}

export interface PointReports {
  /** The point is under way. */
  dragged(to: LonLat): void;
  /** It has been let go. */
  dropped(to: LonLat): void;
  trouble(error: { message: string }): void;
}

export class PointMap {
  readonly #map: MapLibre;
  readonly #ghost: Marker;
  #draw: TerraDraw | null = null;
  #look: PointLook;
  #place: Located;

  /** Throws where the device cannot draw with WebGL. */
  constructor(
    container: HTMLElement,
    look: PointLook,
    place: Located,
    words: { title: string; ghost: string },
    private readonly reports: PointReports,
  ) {
    this.#look = look;
    this.#place = place;
    // The arrow keys move the point, so that the map itself takes no keys.
    this.#map = flatMap({ container, center: place.geometry.coordinates, zoom: ZOOM, maxZoom: 20, keyboard: false, cooperativeGestures: false }, words.title, () => this.#look.theme);
    this.#map.getCanvas().tabIndex = -1;
    this.#ghost = new Marker({ element: ghostMarker(words.ghost) });
    this.#map.on('error', (event) => reports.trouble(event.error));
    this.#map.on('style.load', () => this.#startDrawing());
    this.#restyle();
  }

  #restyle(): void {
    this.#stopDrawing();
    const { lang, theme } = this.#look;
    document.documentElement.dataset['mapState'] = 'busy';
    this.#map.setStyle(styleUrl(lang, theme), { diff: false, transformStyle: (_, style) => completed(style, theme, NO_FILTERS, this.#place) });
  }

  #startDrawing(): void {
    const { fill, edge } = COLOURS[this.#look.theme];
    const looks = { pointColor: fill, pointWidth: 10, pointOutlineColor: edge, pointOutlineWidth: 3 } as const;
    const selected = { selectedPointColor: fill, selectedPointWidth: 11, selectedPointOutlineColor: edge, selectedPointOutlineWidth: 3 } as const;
    const draw = new TerraDraw({
      idStrategy: { isValidId: (id) => id === POINT, getId: () => POINT },
      adapter: new TerraDrawMapLibreGLAdapter({ map: this.#map }),
      modes: [
        new TerraDrawPointMode({ styles: looks }),
        new TerraDrawSelectMode({
          pointerDistance: TOUCH_SLOP,
          keyEvents: null,
          allowManualDeselection: false,
          styles: selected,
          flags: { point: { feature: { draggable: true } } },
        }),
      ],
    });
    draw.start();
    draw.addFeatures([{ type: 'Feature', id: POINT, properties: { mode: 'point' }, geometry: this.#geometry() }]);
    draw.selectFeature(POINT);
    draw.on('change', (_, type, context) => {
      const isOwn = context !== undefined && 'origin' in context;
      const at = this.#drawn();
      if (type === 'update' && !isOwn && at && !isSame(at, this.#place.geometry.coordinates)) this.reports.dragged(at);
    });
    draw.on('finish', () => {
      const at = this.#drawn();
      if (at) this.reports.dropped(at);
    });
    this.#draw = draw;
  }

  #geometry(): { type: 'Point'; coordinates: number[] } {
    return { type: 'Point', coordinates: [...this.#place.geometry.coordinates] };
  }

  /** Where the drawn point is. */
  #drawn(): LonLat | null {
    const geometry = this.#draw?.getSnapshotFeature(POINT)?.geometry;
    return geometry?.type === 'Point' ? [geometry.coordinates[0]!, geometry.coordinates[1]!] : null;
  }

  #stopDrawing(): void {
    this.#draw?.stop();
    this.#draw = null;
  }

  setLook(look: PointLook): void {
    const before = this.#look;
    this.#look = look;
    if (before.lang !== look.lang || before.theme !== look.theme) this.#restyle();
  }

  /** Puts the point there, and a ghost where it `was` if that is elsewhere. It stays in sight. */
  show(place: Located, was: LonLat): void {
    this.#place = place;
    const at = place.geometry.coordinates;
    const drawn = this.#drawn();
    if (drawn && !isSame(drawn, at)) this.#draw?.updateFeatureGeometry(POINT, this.#geometry());
    this.#map.getSource<GeoJSONSource>('area')?.setData(areaOf(place));
    if (isSame(at, was)) this.#ghost.remove();
    else this.#ghost.setLngLat(was).addTo(this.#map);
    const { x, y } = this.#map.project(at);
    const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
    if (x < EDGE || y < EDGE || x > width - EDGE || y > height - EDGE) this.#map.panTo(at);
  }

  zoomBy(step: number): void {
    this.#map.easeTo({ zoom: this.#map.getZoom() + step });
  }

  remove(): void {
    this.#stopDrawing();
    this.#map.remove();
  }
}
