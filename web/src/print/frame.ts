/** The view of a map's picture, so that what is drawn over it lies where it should. */
import { lat as latAt, mercatorX, mercatorY, WORLD } from '../map/mercator';

/** MapLibre's world is so many pixels wide at zoom 0. */
const WORLD_PX = 512;
/** Nearer than this there is nothing to see. */
const NEAREST = 16;

/** West, south, east, north. */
export type Bounds = readonly [number, number, number, number];

export interface Frame {
  center: [number, number];
  zoom: number;
  /** Pixels from the left and the top. */
  project(lon: number, lat: number): [number, number];
}

/** The view in which `bounds` fill a picture of `width` × `height` pixels, but for `padding` around them. */
export function framed([west, south, east, north]: Bounds, width: number, height: number, padding: number): Frame {
  const [left, right, top, bottom] = [mercatorX(west), mercatorX(east), mercatorY(north), mercatorY(south)];
  /** Pixels to a unit of the plane. One point alone would fill any scale. */
  const scale = Math.min((width - 2 * padding) / (right - left), (height - 2 * padding) / (bottom - top), (WORLD_PX * 2 ** NEAREST) / WORLD);
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return {
    center: [(west + east) / 2, latAt(y)],
    zoom: Math.log2((scale * WORLD) / WORLD_PX),
    project: (lon, lat) => [width / 2 + (mercatorX(lon) - x) * scale, height / 2 + (mercatorY(lat) - y) * scale],
  };
}

/** The bounds of points; `null` of none. */
export function boundsOf(lons: readonly number[], lats: readonly number[]): Bounds | null {
  if (!lons.length) return null;
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** Metres in a pixel at a latitude. */
export function metresPerPixel(lat: number, zoom: number): number {
  return (40_075_016.686 * Math.cos((lat * Math.PI) / 180)) / (WORLD_PX * 2 ** zoom);
}
