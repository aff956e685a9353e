/** The areas that the map colours: cells of the plane nearer to one demand point than to any other, and hexagons. */
import { Delaunay } from 'd3-delaunay';
import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Position } from 'geojson';
import { clipped, inside, type Corner, type Ring } from './clip';
import { degrees, mercatorX, mercatorY } from '../../map/mercator';

interface Points {
  lon: readonly number[];
  lat: readonly number[];
}

/** A group of demand points and what is drawn of it. */
export interface Areas {
  areas: FeatureCollection<MultiPolygon, { key: string }>;
  /** Where two groups meet. */
  borders: Feature<MultiLineString>;
}

function outward(ring: Ring): Position[] {
  const corners = ring.map((corner): Position => degrees(corner));
  return corners[0] ? [...corners, corners[0]] : corners;
}

/** Room around the points within which cells end where there is no outline. */
const MARGIN = 200;

function extent(xs: readonly number[], ys: readonly number[]): [number, number, number, number] {
  return [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN, Math.max(...xs) + MARGIN, Math.max(...ys) + MARGIN];
}

/**
 * The plane within `outline` divided among the demand points, joined by their keys (towns). These are not the towns' borders,
 * which nobody gave: each spot belongs to the town of the nearest village unit.
 */
export function nearestAreas({ lon: lons, lat: lats }: Points, keys: readonly string[], outline: readonly Ring[]): Areas {
  const xs = lons.map(mercatorX);
  const ys = lats.map(mercatorY);
  const parts = new Map<string, Position[][][]>();
  const borders: Position[][] = [];
  if (xs.length > 0) {
    const corners = outline.flat();
    const [allX, allY] = [[...xs, ...corners.map(([x]) => x)], [...ys, ...corners.map(([, y]) => y)]];
    const delaunay = Delaunay.from(xs.map((x, index): [number, number] => [x, ys[index] ?? 0]));
    const voronoi = delaunay.voronoi(extent(allX, allY));
    keys.forEach((key, index) => {
      const cell = voronoi.cellPolygon(index);
      // Two points on one spot: the later of them has no cell.
      if (!cell) return;
      const ring = cell.slice(0, -1) as [number, number][];
      const pieces = outline.length ? outline.map((piece) => clipped(piece, ring)).filter((piece) => piece.length > 2) : [ring];
      parts.set(key, [...(parts.get(key) ?? []), ...pieces.map((piece) => [outward(piece)])]);
      for (const other of voronoi.neighbors(index)) {
        if (other > index && keys[other] !== key) borders.push(...edgeBetween(cell as [number, number][], voronoi.cellPolygon(other) as [number, number][], outline));
      }
    });
  }
  return {
    areas: { type: 'FeatureCollection', features: [...parts].map(([key, coordinates], id) => ({ type: 'Feature', id, properties: { key }, geometry: { type: 'MultiPolygon', coordinates } })) },
    borders: { type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: borders } },
  };
}

/** The edge that two cells share, where it lies inside. */
function edgeBetween(one: Ring, other: Ring, outline: readonly Ring[]): Position[][] {
  const name = ([x, y]: Corner): string => `${x},${y}`;
  const corners = new Set(other.map(name));
  const [a, b] = one.slice(0, -1).filter((corner) => corners.has(name(corner)));
  return a && b ? inside(a, b, outline).map((part) => part.map((corner): Position => degrees(corner))) : [];
}

/** The side of a hexagon in the map's plane: about 1.5 km at the latitude of the Yangtze. */
const HEX = 44.46;
const ROOT3 = Math.sqrt(3);

/** The hexagon that a point lies in, by its column and row (axial coordinates, pointy tops). */
function hexOf(x: number, y: number): [number, number] {
  const q = ((ROOT3 / 3) * x - y / 3) / HEX;
  const r = ((2 / 3) * y) / HEX;
  let [rq, rr, rs] = [Math.round(q), Math.round(r), Math.round(-q - r)];
  const [dq, dr, ds] = [Math.abs(rq - q), Math.abs(rr - r), Math.abs(rs + q + r)];
  if (dq > dr && dq > ds) rq = -rr - rs;
  else if (dr > ds) rr = -rq - rs;
  return [rq, rr];
}

/** Hexagons with the demand points that lie in them. */
export function hexagons({ lon: lons, lat: lats }: Points): { keys: string[]; areas: FeatureCollection<MultiPolygon, { key: string }> } {
  const cells = new Map<string, [number, number]>();
  const keys = lons.map((at, index) => {
    const cell = hexOf(mercatorX(at), mercatorY(lats[index] ?? 0));
    const key = cell.join(':');
    cells.set(key, cell);
    return key;
  });
  const features = [...cells].map(([key, [q, r]], id) => {
    const [cx, cy] = [HEX * ROOT3 * (q + r / 2), HEX * 1.5 * r];
    const ring = Array.from({ length: 6 }, (_, corner): [number, number] => {
      const angle = (Math.PI / 180) * (60 * corner - 30);
      return [cx + HEX * Math.cos(angle), cy + HEX * Math.sin(angle)];
    });
    return { type: 'Feature' as const, id, properties: { key }, geometry: { type: 'MultiPolygon' as const, coordinates: [[outward(ring)]] } };
  });
  return { keys, areas: { type: 'FeatureCollection', features } };
}
