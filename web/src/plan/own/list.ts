/** A list of points of the planner's own: whose ways count, or where new sites may stand. Coordinates are WGS-84 degrees. */
import type { PointsOfFile, PointsUse } from '../../api/schema';
import { VILLAGE_UNITS, type OwnPoint } from '../answer';
import { digestOf } from './digest';

/** What a list is used for. */
export type ListUse = PointsUse;

export interface OwnList {
  /** `own.` and the digest of what the list says: the same list is the same everywhere. */
  id: string;
  use: ListUse;
  name: string;
  is_population: boolean;
  points: OwnPoint[];
  /** All weights together; of candidates 0. */
  weight: number;
  /** Day on which it was put in, `2026-11-28`. */
  day: string;
}

/** Ids of lists, as an address has them. */
export const LIST_ID = /^own\.[0-9a-f]{16}$/;

/** The points that the server read from a file, for what they are used for: of candidates nothing is weighed. */
export function pointsOf(read: PointsOfFile['points'], use: ListUse): OwnPoint[] {
  return read.map(({ id, name, lon, lat, weight }): OwnPoint => ({ id, name, lon, lat, ...(use === 'demand' ? { weight: weight ?? 1 } : {}) }));
}

/** The list of what the server read from a file. */
export function listOf({ name, points: read }: Pick<PointsOfFile, 'name' | 'points'>, use: ListUse, isPopulation: boolean, day: string): OwnList {
  const points = pointsOf(read, use);
  const id = `own.${digestOf(JSON.stringify([use, isPopulation, points.map((point) => [point.id, point.name, point.lon, point.lat, point.weight ?? null])]))}`;
  const weight = points.reduce((sum, point) => sum + (point.weight ?? 0), 0);
  // An answer tells whose ways it counted by the name alone: no list is called as the city's own set is.
  return { id, use, name: name === VILLAGE_UNITS ? `${name}.` : name, is_population: isPopulation, points, weight, day };
}

const isNumber = (thing: unknown): thing is number => typeof thing === 'number' && Number.isFinite(thing);

/** Whether what was kept is still a list. */
export function isList(thing: unknown): thing is OwnList {
  const { id, use, name, is_population: isPopulation, points, weight, day } = (thing ?? {}) as Record<string, unknown>;
  const isPoint = (point: unknown): boolean => {
    const { id: key, name: called, lon, lat } = (point ?? {}) as Record<string, unknown>;
    return typeof key === 'string' && typeof called === 'string' && isNumber(lon) && isNumber(lat);
  };
  return (
    typeof id === 'string' && LIST_ID.test(id) && (use === 'demand' || use === 'candidates') && typeof name === 'string' && typeof isPopulation === 'boolean' &&
    isNumber(weight) && typeof day === 'string' && Array.isArray(points) && points.length > 0 && points.every(isPoint)
  );
}
