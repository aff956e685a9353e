/** What the map shows of a day: a mark a spot with the numbers of its stops, and a line a leg. */
import type { Feature, FeatureCollection, LineString } from 'geojson';
import type { BBox, LonLat } from '../../api/types';
import type { RoleKind } from '../../roles';
import type { StudyPlan } from '../answer';

export interface Mark {
  at: LonLat;
  /** The same as in the timeline and in the list; several where one comes twice, or has lunch there. */
  numbers: readonly number[];
  name: string;
  /** Id of the place that is visited; `null` = one only has lunch there. */
  place: string | null;
  /** `null` = of a route, which says nothing of roles. */
  kind: RoleKind | null;
}

/** The marks of a group's stops, in the order of their first numbers. */
export function marksOf(plan: StudyPlan | null, group: number): Mark[] {
  const marks = new Map<string, Mark>();
  for (const stop of plan?.groups[group]?.stops ?? []) {
    const { lon, lat, n, name, place, kind, what } = stop;
    const known = marks.get(place);
    marks.set(place, {
      at: [lon, lat],
      numbers: [...(known?.numbers ?? []), n],
      name,
      place: what === 'visit' ? place : (known?.place ?? null),
      kind,
    });
  }
  return [...marks.values()];
}

/** The legs of all groups from the school and back; those of the group in front are marked so. */
export function legsOf(plan: StudyPlan | null, school: LonLat | null, group: number): FeatureCollection<LineString> {
  const features = (plan?.groups ?? []).flatMap(({ stops, home }, index): Feature<LineString>[] => {
    const spots = [school, ...stops.map(({ lon, lat }): LonLat => [lon, lat]), school].filter((spot): spot is LonLat => spot !== null);
    const kinds = [...stops.map(({ leg }) => leg.kind), home.kind];
    return spots.slice(1).flatMap((to, leg) => {
      const from = spots[leg];
      if (!from || (from[0] === to[0] && from[1] === to[1])) return [];
      return [{ type: 'Feature', properties: { front: index === group, estimate: kinds[leg] !== 'network' }, geometry: { type: 'LineString', coordinates: [from, to] } }];
    });
  });
  return { type: 'FeatureCollection', features };
}

/** The box around points; `null` of none. */
export function boxOf(points: readonly LonLat[]): BBox | null {
  if (!points.length) return null;
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
