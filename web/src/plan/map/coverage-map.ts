/**
 * The planner's map. It draws the answer that it is told, at a threshold that may change with every frame: geometry goes to
 * the map once an answer, and a drag changes features' states alone.
 */
import type { FeatureCollection } from 'geojson';
import { Marker, type GeoJSONSource, type LngLatLike, type Map as MapLibre, type PaddingOptions } from 'maplibre-gl';
import { styleUrl } from '../../api/client';
import type { LonLat, TravelMode } from '../../api/types';
import { flatMap } from '../../map/flat-map';
import type { ClosedStretch, CoverageAnswer, Isochrones } from '../answer';
import type { Surface } from '../address';
import { classOfMinutes, classOfShare } from '../classes';
import { statuses } from '../counting';
import type { Ring } from './clip';
import { closedFeatures, reachFeatures, regionsOf, sharesBy, siteFeatures, spotFeatures, unitFeatures, wayFeatures } from './features';
import { addHatching } from './hatching';
import { planStyle, SOURCES, SURFACE_LAYERS, type PlanSource, type Theme } from './layers';
import { hexagons, nearestAreas } from './shapes';
import { siteMarker, type MovableSite, type SiteMarker, type Told } from './site-marker';

/** A finger is not exact, CSS pixels. */
const TOUCH_SLOP = 10;

export interface Look {
  lang: string;
  theme: Theme;
}

/** What is drawn; each part is drawn anew when it is another object. */
export interface Drawn {
  answer: CoverageAnswer | null;
  threshold: number;
  mode: TravelMode;
  surface: Surface;
  unit: string | null;
  /** Where sites are proposed. */
  proposed: readonly LonLat[];
  /** From the chosen demand point to its nearest site. */
  way: readonly [LonLat, LonLat] | null;
  /** Streets that the scenario closes. */
  closed: readonly ClosedStretch[];
  /** What is within reach of a point. */
  reach: Isochrones | null;
}

export interface Reports {
  /** A tap on a demand point, on a site; `at` is the spot tapped. */
  unit(id: string, at: LonLat): void;
  site(id: string, at: LonLat): void;
  /** A tap on nothing. */
  spot(at: LonLat): void;
  moved(at: LonLat, zoom: number): void;
  trouble(error: { message: string }): void;
  covered(): PaddingOptions;
}

/** A surface of areas: which group each demand point belongs to. */
interface Grouping {
  keys: readonly string[];
  ids: ReadonlyMap<string, number>;
}

export class CoverageMap {
  readonly #map: MapLibre;
  readonly #reports: Reports;
  #look: Look;
  #drawn: Drawn | null = null;
  #ready = false;
  #outline: readonly Ring[] = [];
  #groupings: Partial<Record<'plan-towns' | 'plan-hexes', Grouping>> = {};
  #markers = new Map<string, SiteMarker>();

  /** Throws where the device cannot draw with WebGL. */
  constructor(
    container: HTMLElement,
    look: Look,
    camera: { center: LngLatLike; zoom: number } | { bounds: [number, number, number, number] },
    title: string,
    reports: Reports,
  ) {
    this.#look = look;
    this.#reports = reports;
    const view = 'bounds' in camera ? { bounds: camera.bounds, fitBoundsOptions: { padding: reports.covered() } } : camera;
    this.#map = flatMap({ container, ...view, maxZoom: 18.5 }, title, () => this.#look.theme);
    this.#map.on('style.load', () => {
      addHatching(this.#map, this.#look.theme);
      this.#ready = true;
      const drawn = this.#drawn;
      this.#drawn = null;
      if (drawn) this.draw(drawn);
    });
    this.#restyle();
    this.#listen();
  }

  #listen(): void {
    const map = this.#map;
    map.on('moveend', () => {
      const { lng, lat } = map.getCenter();
      this.#reports.moved([lng, lat], map.getZoom());
    });
    map.on('error', (event) => this.#reports.trouble(event.error));
    map.on('click', (event) => this.#tap(event.point.x, event.point.y, [event.lngLat.lng, event.lngLat.lat]));
    map.on('mousemove', (event) => {
      map.getCanvas().style.cursor = this.#hit(event.point.x, event.point.y) ? 'pointer' : '';
    });
  }

  /** The site or demand point under a finger, sites first. */
  #hit(x: number, y: number): { layer: string; id: string } | null {
    if (!this.#ready) return null;
    const box: [[number, number], [number, number]] = [
      [x - TOUCH_SLOP, y - TOUCH_SLOP],
      [x + TOUCH_SLOP, y + TOUCH_SLOP],
    ];
    const layers = ['plan-site', 'plan-dot'].filter((layer) => this.#map.getLayoutProperty(layer, 'visibility') !== 'none');
    const hits = this.#map.queryRenderedFeatures(box, { layers }).flatMap(({ layer, geometry, properties }) => {
      if (geometry.type !== 'Point') return [];
      const [lon = 0, lat = 0] = geometry.coordinates;
      const spot = this.#map.project([lon, lat]);
      return [{ layer: layer.id, id: String(properties['id']), away: Math.hypot(spot.x - x, spot.y - y) }];
    });
    hits.sort((one, other) => one.away - other.away);
    return hits[0] ?? null;
  }

  #tap(x: number, y: number, at: LonLat): void {
    const hit = this.#hit(x, y);
    if (!hit) this.#reports.spot(at);
    else if (hit.layer === 'plan-site') this.#reports.site(hit.id, at);
    else this.#reports.unit(hit.id, at);
  }

  #restyle(): void {
    const { lang, theme } = this.#look;
    this.#ready = false;
    document.documentElement.dataset['mapState'] = 'busy';
    this.#map.setStyle(styleUrl(lang, theme), { diff: false, transformStyle: (_, style) => planStyle(style, theme) });
  }

  setLook(look: Look): void {
    const before = this.#look;
    this.#look = look;
    if (before.lang !== look.lang || before.theme !== look.theme) this.#restyle();
  }

  /** The districts' outline has come: areas end at it. */
  setOutline(outline: readonly Ring[]): void {
    this.#outline = outline;
    const drawn = this.#drawn;
    if (drawn && this.#ready) {
      this.#areas(drawn);
      this.#recolour(drawn, drawn);
    }
  }

  #put(source: PlanSource, data: FeatureCollection | GeoJSON.Feature): void {
    this.#map.getSource<GeoJSONSource>(source)?.setData(data);
  }

  /** Shows this; what is the same as before is let be. */
  draw(drawn: Drawn): void {
    const before = this.#drawn;
    this.#drawn = drawn;
    if (!this.#ready) return;
    const isSameDemand = before?.answer != null && (before.answer === drawn.answer || before.answer.points.id.join() === drawn.answer?.points.id.join());
    if (before?.answer !== drawn.answer) {
      if (!isSameDemand) {
        this.#units(drawn);
        this.#areas(drawn);
      }
      this.#put('plan-sites', siteFeatures(drawn.answer));
    }
    if (before?.surface !== drawn.surface) this.#show(drawn.surface);
    if (before?.way !== drawn.way) this.#put('plan-way', wayFeatures(drawn.way));
    if (before?.closed !== drawn.closed) this.#put('plan-closed', closedFeatures(drawn.closed));
    if (before?.reach !== drawn.reach) this.#put('plan-reach', reachFeatures(drawn.reach));
    if (before?.proposed !== drawn.proposed) this.#put('plan-proposed', spotFeatures(drawn.proposed));
    this.#recolour(isSameDemand ? before : null, drawn);
  }

  #units({ answer }: Drawn): void {
    for (const source of SOURCES) this.#map.removeFeatureState({ source });
    this.#put('plan-units', unitFeatures(answer));
  }

  #areas({ answer }: Drawn): void {
    if (!answer) {
      for (const source of ['plan-towns', 'plan-town-borders', 'plan-hexes'] as const) this.#put(source, { type: 'FeatureCollection', features: [] });
      this.#groupings = {};
      return;
    }
    const { points } = answer;
    const regions = regionsOf(points);
    const towns = nearestAreas(points, regions, this.#outline);
    const hexes = hexagons(points);
    const ids = ({ features }: FeatureCollection<GeoJSON.Geometry, { key: string }>): Map<string, number> => new Map(features.map(({ properties }, id) => [properties.key, id]));
    this.#groupings = { 'plan-towns': { keys: regions, ids: ids(towns.areas) }, 'plan-hexes': { keys: hexes.keys, ids: ids(hexes.areas) } };
    this.#put('plan-towns', towns.areas);
    this.#put('plan-town-borders', towns.borders);
    this.#put('plan-hexes', hexes.areas);
  }

  #show(surface: Surface): void {
    for (const [name, layers] of Object.entries(SURFACE_LAYERS)) {
      for (const layer of layers) this.#map.setLayoutProperty(layer, 'visibility', name === surface ? 'visible' : 'none');
    }
  }

  /** Colours and hatching at the threshold: states of features, which cost no new geometry. */
  #recolour(before: Drawn | null, { answer, threshold, mode, unit, surface }: Drawn): void {
    if (!answer) return;
    const now = statuses(answer.points, threshold);
    if (surface === 'dots') {
      const same = before?.answer === answer && before.mode === mode && before.surface === surface;
      const then = same ? statuses(answer.points, before.threshold) : null;
      answer.points.id.forEach((id, index) => {
        const isChosen = id === unit;
        if (then && then[index] === now[index] && !isChosen && id !== before?.unit) return;
        const isUnserved = now[index] === 'unserved' || now[index] === 'across_water';
        this.#map.setFeatureState(
          { source: 'plan-units', id: index },
          { rank: classOfMinutes(answer.points.minutes[index] ?? null, mode), unserved: isUnserved ? 1 : 0, chosen: isChosen ? 1 : 0 },
        );
      });
      return;
    }
    const source = surface === 'towns' ? 'plan-towns' : 'plan-hexes';
    const grouping = this.#groupings[source];
    if (!grouping) return;
    const shares = sharesBy(grouping.keys, answer.points, now);
    for (const [key, id] of grouping.ids) {
      const share = shares.get(key) ?? 0;
      this.#map.setFeatureState({ source, id }, { rank: classOfShare(share), nobody: share === 0 ? 1 : 0 });
    }
  }

  /** Marks the sites and closed streets that can be moved by dragging or by keys. */
  setMovable(sites: readonly MovableSite[], told: Told): void {
    const wanted = new Set(sites.map(({ id }) => id));
    for (const [id, marker] of this.#markers) {
      if (wanted.has(id)) continue;
      marker.remove();
      this.#markers.delete(id);
    }
    for (const site of sites) {
      const known = this.#markers.get(site.id);
      if (known) known.update(site);
      else this.#markers.set(site.id, siteMarker(site, this.#map, Marker, told));
    }
  }

  /** Brings a spot into the uncovered part of the map. */
  show(at: LonLat, zoom: number): void {
    const { left = 0, right = 0, top = 0, bottom = 0 } = this.#reports.covered();
    this.#map.easeTo({ center: at, zoom: Math.max(zoom, this.#map.getZoom()), offset: [(left - right) / 2, (top - bottom) / 2] });
  }

  /** The middle of what is seen. */
  centre(): LonLat {
    const { lng, lat } = this.#map.getCenter();
    return [lng, lat];
  }

  fit(bounds: [number, number, number, number]): void {
    this.#map.fitBounds(bounds, { padding: this.#reports.covered() });
  }

  zoomBy(step: number): void {
    this.#map.easeTo({ zoom: this.#map.getZoom() + step });
  }

  /** A tap does something: the pointer shows it. */
  setArmed(armed: boolean): void {
    this.#map.getContainer().classList.toggle('adding', armed);
  }

  /** Asks again for what failed to come. */
  retry(): void {
    this.#restyle();
  }
}
