/** Moves of a point on the map: steps of metres, how far it came, and their undoing. */
import type { LonLat } from '../../api/types';

/** Metres in a degree of latitude; within half a percent everywhere, which is enough for a step. */
const DEGREE_M = 111_195;
/** A tenth of a metre, as in a city pack. */
const DECIMALS = 6;

export type Direction = 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w' | 'nw';
const DIRECTIONS: readonly Direction[] = ['e', 'ne', 'n', 'nw', 'w', 'sw', 's', 'se'];

/** The point to the decimals in which points are kept. */
export function rounded([lon, lat]: LonLat): LonLat {
  return [Number(lon.toFixed(DECIMALS)), Number(lat.toFixed(DECIMALS))];
}

function eastDegreeM(lat: number): number {
  return DEGREE_M * Math.cos((lat * Math.PI) / 180);
}

/** The point so many metres to the east and north. */
export function shifted([lon, lat]: LonLat, eastM: number, northM: number): LonLat {
  return rounded([lon + eastM / eastDegreeM(lat), lat + northM / DEGREE_M]);
}

/** How far and whither from one point to a near one; metres are whole, from 10 on. */
export function way(from: LonLat, to: LonLat): { metres: number; direction: Direction } {
  const east = (to[0] - from[0]) * eastDegreeM((from[1] + to[1]) / 2);
  const north = (to[1] - from[1]) * DEGREE_M;
  const far = Math.hypot(east, north);
  const eighth = Math.round(Math.atan2(north, east) / (Math.PI / 4));
  return { metres: far < 10 ? Math.round(far * 10) / 10 : Math.round(far), direction: DIRECTIONS[(eighth + 8) % 8]! };
}

/** Where the point was, is, and would be again. */
export interface Moves {
  past: readonly LonLat[];
  now: LonLat;
  future: readonly LonLat[];
}

export function moved({ past, now }: Moves, to: LonLat): Moves {
  return { past: [...past, now], now: to, future: [] };
}

/** One move back; the same where there is none. */
export function undone(moves: Moves): Moves {
  const to = moves.past.at(-1);
  return to ? { past: moves.past.slice(0, -1), now: to, future: [moves.now, ...moves.future] } : moves;
}

/** One move forth again; the same where there is none. */
export function redone(moves: Moves): Moves {
  const [to, ...rest] = moves.future;
  return to ? { past: [...moves.past, moves.now], now: to, future: rest } : moves;
}

/** A longitude or latitude as somebody wrote it, in degrees; `null` = it is none. */
export function degrees(text: string, most: 180 | 90): number | null {
  const plain = text.trim();
  const value = /^-?\d{1,3}(\.\d+)?$/.test(plain) ? Number(plain) : NaN;
  return Math.abs(value) <= most ? value : null;
}
