/** An answer's demand points and sites as the map's sources take them, and the shares of areas. */
import type { Feature, FeatureCollection, LineString, MultiPolygon, Point } from 'geojson';
import type { LonLat } from '../../api/types';
import type { ClosedStretch, CoverageAnswer, CoveragePoints, Isochrones, PointStatus } from '../answer';

const spot = (coordinates: LonLat, properties: Record<string, unknown>, id?: number): Feature<Point> => ({
  type: 'Feature',
  ...(id === undefined ? {} : { id }),
  properties,
  geometry: { type: 'Point', coordinates },
});

/** The demand points; a feature's id is its point's index. */
export function unitFeatures(answer: CoverageAnswer | null): FeatureCollection<Point> {
  const points = answer?.points;
  return { type: 'FeatureCollection', features: points ? points.id.map((id, index) => spot([points.lon[index] ?? 0, points.lat[index] ?? 0], { id }, index)) : [] };
}

export function siteFeatures(answer: CoverageAnswer | null): FeatureCollection<Point> {
  const sites = answer?.sites ?? [];
  return { type: 'FeatureCollection', features: sites.map(({ id, lon, lat, added, moved, removed, open }) => spot([lon, lat], { id, added, moved, removed, open })) };
}

export function spotFeatures(spots: readonly LonLat[]): FeatureCollection<Point> {
  return { type: 'FeatureCollection', features: spots.map((at) => spot(at, {})) };
}

export function wayFeatures(way: readonly [LonLat, LonLat] | null): FeatureCollection<LineString> {
  return { type: 'FeatureCollection', features: way ? [{ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [...way] } }] : [] };
}

export function closedFeatures(closed: readonly ClosedStretch[]): FeatureCollection<LineString> {
  return { type: 'FeatureCollection', features: closed.map(({ line }) => ({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: line } })) };
}

/** The areas that are within reach, the longest time first, so that the shorter ones lie above. */
export function reachFeatures(areas: Isochrones | null): FeatureCollection<MultiPolygon> {
  return { type: 'FeatureCollection', features: areas?.features ?? [] };
}

/** The finest region known of each demand point: its town, or else its district; empty where neither is known. */
export function regionsOf({ town, district }: CoveragePoints): string[] {
  return town.map((code, index) => code ?? district[index] ?? '');
}

/** The share of the weight that is served, by the key of the area that each demand point lies in. */
export function sharesBy(keys: readonly string[], { weight }: CoveragePoints, statuses: readonly PointStatus[]): Map<string, number> {
  const sums = new Map<string, [served: number, weight: number]>();
  keys.forEach((key, index) => {
    const [served, all] = sums.get(key) ?? [0, 0];
    const own = weight[index] ?? 0;
    sums.set(key, [served + (statuses[index] === 'served' ? own : 0), all + own]);
  });
  return new Map([...sums].map(([key, [served, all]]) => [key, all > 0 ? served / all : 0]));
}
