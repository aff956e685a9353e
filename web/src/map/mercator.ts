/**
 * Web mercator, the map's plane. The world is a square with sides of `WORLD`, the corner of 180° W and about 85° N at 0, 0; a
 * unit is about 40 m at the equator. (Triangulation takes very small triangles for none, so that the unit must not be the
 * world.)
 */
export const WORLD = 1_000_000;

export function mercatorX(lon: number): number {
  return (WORLD * (lon + 180)) / 360;
}

export function mercatorY(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180);
  return WORLD * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI));
}

export function lon(x: number): number {
  return (x / WORLD) * 360 - 180;
}

export function lat(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / WORLD))) * 180) / Math.PI;
}

/** Degrees of a corner of the plane. */
export function degrees([x, y]: readonly [number, number]): [lon: number, lat: number] {
  return [lon(x), lat(y)];
}
