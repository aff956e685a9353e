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

/** Where a group sets out that does not from the school; without a spot its first leg is not drawn. */
export interface Start {
  group: number;
  at: LonLat | null;
}

/** The legs of all groups from the school and back; those of the group in front are marked so. */
export function legsOf(plan: StudyPlan | null, school: LonLat | null, group: number, start: Start | null = null): FeatureCollection<LineString> {
  const features = (plan?.groups ?? []).flatMap(({ stops, home }, index): Feature<LineString>[] => {
    const begin = start?.group === index ? start.at : school;
    const spots = [begin, ...stops.map(({ lon, lat }): LonLat => [lon, lat]), school];
    const kinds = [...stops.map(({ leg }) => leg.kind), home.kind];
    return kinds.flatMap((kind, leg) => {
      const [from, to] = [spots[leg], spots[leg + 1]];
      if (!from || !to || (from[0] === to[0] && from[1] === to[1])) return [];
      return [{ type: 'Feature', properties: { front: index === group, estimate: kind !== 'network' }, geometry: { type: 'LineString', coordinates: [from, to] } }];
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
