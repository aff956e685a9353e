/** What the map shows of a day: a mark a spot with the numbers of its stops, and a line a leg: along the streets where the answer has it so. */
import type { Feature, FeatureCollection, LineString } from 'geojson';
import type { BBox, LonLat } from '../../api/types';
import type { RoleKind } from '../../roles';
import type { Leg, StudyPlan } from '../answer';

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

/** A leg's line: its own along the streets, else straight between its ends; `null` = there is none to draw. */
export function lineOf({ line }: Leg, from: LonLat | null | undefined, to: LonLat | null | undefined): LonLat[] | null {
  // An answer kept from before there were lines has none.
  if (line?.length) return line as LonLat[];
  return !from || !to || (from[0] === to[0] && from[1] === to[1]) ? null : [from, to];
}

/** Every point of a group's lines along the streets: what a view of its day must hold beside its stops. */
export function bendsOf(plan: StudyPlan | null, group: number): LonLat[] {
  const { stops = [], home } = plan?.groups[group] ?? {};
  return [...stops.map(({ leg }) => leg), ...(home ? [home] : [])].flatMap(({ line }) => (line ?? []) as LonLat[]);
}

/** What lines of legs are: all along streets, all straight, or some of either. */
export function linesIn(plan: StudyPlan): 'streets' | 'straight' | 'both' {
  const legs = plan.groups.flatMap(({ stops, home }) => [...stops.map(({ leg }) => leg), home]).filter(({ minutes }) => minutes !== 0);
  const along = legs.filter(({ line }) => line?.length).length;
  return along === 0 ? 'straight' : along === legs.length ? 'streets' : 'both';
}

/** The legs of all groups from the school and back; those of the group in front are marked so, and those that are no more than straight. */
export function legsOf(plan: StudyPlan | null, school: LonLat | null, group: number, start: Start | null = null): FeatureCollection<LineString> {
  const features = (plan?.groups ?? []).flatMap(({ stops, home }, index): Feature<LineString>[] => {
    const begin = start?.group === index ? start.at : school;
    const spots = [begin, ...stops.map(({ lon, lat }): LonLat => [lon, lat]), school];
    return [...stops.map(({ leg }) => leg), home].flatMap((leg, n) => {
      const coordinates = lineOf(leg, spots[n], spots[n + 1]);
      if (!coordinates) return [];
      return [{ type: 'Feature', properties: { front: index === group, straight: !leg.line?.length }, geometry: { type: 'LineString', coordinates } }];
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
