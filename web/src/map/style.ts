/** What the page adds to the server's style: its fonts, the rings of clusters, the selected place's area, the filters. */
import type { Feature, FeatureCollection } from 'geojson';
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Filters } from '../api/client';
import { placeTilesUrl } from '../api/client';
import type { Place } from '../api/types';
import { fontFaces } from './fonts';
import { ringImage } from './images';

const ACCENT = { light: '#0B6E6E', dark: '#5CC4C0' };
const CORNERS = 64;
/** Metres in a degree of latitude, near enough for a hint of an area. */
const DEGREE_M = 111_195;

/** What of a place says where it is, and how far that may be off. */
export interface Located {
  geometry: Pick<Place['geometry'], 'coordinates'>;
  properties: { position: Pick<Place['properties']['position'], 'precision' | 'radius_m'> };
}

/** The circle in which an imprecise place lies, or nothing. */
export function areaOf(place: Located | null): FeatureCollection {
  const features: Feature[] = [];
  if (place && (place.properties.position.precision === 'approximate' || place.properties.position.precision === 'synthetic')) {
    const [lon, lat] = place.geometry.coordinates;
    const { radius_m: radius } = place.properties.position;
    const ring = Array.from({ length: CORNERS + 1 }, (_, i) => {
      const angle = (2 * Math.PI * (i % CORNERS)) / CORNERS;
      const dLat = (radius * Math.sin(angle)) / DEGREE_M;
      return [lon + (radius * Math.cos(angle)) / (DEGREE_M * Math.cos((lat * Math.PI) / 180)), lat + dLat];
    });
    features.push({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } });
  }
  return { type: 'FeatureCollection', features };
}

/** The tile template of places under these filters, from the template without. */
export function filteredTiles(template: string, filters: Filters): string {
  const [bare = template] = template.split('?');
  return bare + new URL(placeTilesUrl(filters)).search;
}

function ringLayer(disc: LayerSpecification): LayerSpecification | null {
  if (disc.type !== 'circle') return null;
  const { filter } = disc;
  return {
    id: 'cluster-ring',
    type: 'symbol',
    source: 'places',
    'source-layer': 'places',
    ...(filter === undefined ? {} : { filter }),
    layout: {
      'icon-image': ringImage(disc.paint?.['circle-radius'] ?? 16) as never,
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  };
}

/** The server's style, completed. */
export function completed(style: StyleSpecification, theme: 'light' | 'dark', filters: Filters, selected: Located | null): StyleSpecification {
  const colour = ACCENT[theme];
  const layers = style.layers.flatMap((layer) => {
    const ring = layer.id === 'cluster-disc' ? ringLayer(layer) : null;
    return ring ? [ring, layer] : [layer];
  });
  const firstName = layers.findIndex((layer) => layer.type === 'symbol');
  layers.splice(
    firstName < 0 ? layers.length : firstName,
    0,
    { id: 'area-fill', type: 'fill', source: 'area', paint: { 'fill-color': colour, 'fill-opacity': 0.1 } },
    { id: 'area-line', type: 'line', source: 'area', paint: { 'line-color': colour, 'line-width': 1.5, 'line-dasharray': [3, 2] } },
  );
  const sources: StyleSpecification['sources'] = { ...style.sources, area: { type: 'geojson', data: areaOf(selected) } };
  const places = sources['places'];
  if (places?.type === 'vector' && places.tiles) {
    sources['places'] = { ...places, tiles: places.tiles.map((template) => filteredTiles(template, filters)) };
  }
  return { ...style, sources, layers, 'font-faces': fontFaces() } as StyleSpecification;
}
