/** What the map shows of a route: its stops by their numbers, and the straight lines between them. */
import type { FeatureCollection, LineString } from 'geojson';
import type { LonLat } from '../../api/types';
import { nameIn, type Lang } from '../../i18n';
import type { Mark } from '../map/drawn';
import { stands } from './facts';
import type { StudyRoute } from './answer';

/** Those that still stand, numbered as the card numbers them. */
export function marksOfRoute({ properties: { stops } }: StudyRoute, lang: Lang): Mark[] {
  return stops.flatMap((stop, index): Mark[] => {
    const { lon, lat, place, name, name_en } = stop;
    return stands(stop) ? [{ at: [lon, lat], numbers: [index + 1], name: nameIn(lang, { name, name_en: name_en ?? null }), place, kind: null }] : [];
  });
}

/** Straight from stop to stop, and drawn so. */
export function linesOfRoute({ properties: { stops } }: StudyRoute): FeatureCollection<LineString> {
  const spots = stops.filter(stands).map(({ lon, lat }): LonLat => [lon, lat]);
  if (spots.length < 2) return { type: 'FeatureCollection', features: [] };
  return { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { front: true, straight: true }, geometry: { type: 'LineString', coordinates: spots } }] };
}
