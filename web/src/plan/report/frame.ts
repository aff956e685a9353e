/** The view of a map's picture, so that what is drawn over it lies where it should. */
import { lat as latAt, mercatorX, mercatorY } from '../map/mercator';

/** MapLibre's world is so many pixels wide at zoom 0. */
const WORLD = 512;

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
  const scale = Math.min((width - 2 * padding) / Math.max(right - left, 1e-9), (height - 2 * padding) / Math.max(bottom - top, 1e-9));
  // Nearer than this there is nothing to see.
  const zoom = Math.min(16, Math.log2(scale / WORLD));
  const size = WORLD * 2 ** zoom;
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return {
    center: [(west + east) / 2, latAt(y)],
    zoom,
    project: (lon, lat) => [width / 2 + (mercatorX(lon) - x) * size, height / 2 + (mercatorY(lat) - y) * size],
  };
}

/** The bounds of points; `null` of none. */
export function boundsOf(lons: readonly number[], lats: readonly number[]): Bounds | null {
  if (!lons.length) return null;
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** Metres in a pixel at a latitude. */
export function metresPerPixel(lat: number, zoom: number): number {
  return (40_075_016.686 * Math.cos((lat * Math.PI) / 180)) / (WORLD * 2 ** zoom);
}
