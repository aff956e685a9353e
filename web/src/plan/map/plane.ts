/**
 * The plane in which areas are divided and cut: web mercator with sides of `WORLD`, so that a unit is about 40 m at the
 * equator. Triangulation takes very small triangles for none, so that the unit cannot be the world.
 */
import { lat, lon, mercatorX, mercatorY } from './mercator';

export const WORLD = 1_000_000;

export function planeX(lon: number): number {
  return WORLD * mercatorX(lon);
}

export function planeY(lat: number): number {
  return WORLD * mercatorY(lat);
}

/** Degrees of a corner of the plane. */
export function degrees([x, y]: readonly [number, number]): [lon: number, lat: number] {
  return [lon(x / WORLD), lat(y / WORLD)];
}
