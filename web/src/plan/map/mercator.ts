/** Web mercator, the map's plane: the world is a square with sides of 1, the corner of 180° W and about 85° N at 0, 0. */

export function mercatorX(lon: number): number {
  return (lon + 180) / 360;
}

export function mercatorY(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

export function lon(x: number): number {
  return x * 360 - 180;
}

export function lat(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}
