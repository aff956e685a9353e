/** The districts' outline, read from the tiles that draw the map: within it areas are coloured, beyond it nothing is known. */
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { answered, BASE } from '../../api/request';
import type { BBox } from '../../api/types';
import { clipped, type Ring } from './clip';
import { mercatorX, mercatorY, WORLD } from '../../map/mercator';

/** Fine enough for a border a pixel wide on a screen that shows a district. */
const FINEST = 9;
const MOST_TILES = 12;

interface Tile {
  x: number;
  y: number;
  z: number;
}

/** The tiles that cover a box, as fine as is useful and not too many. */
export function tilesOf([west, south, east, north]: BBox): Tile[] {
  for (let z = FINEST; ; z--) {
    const side = WORLD / 2 ** z;
    const [x0, x1] = [Math.floor(mercatorX(west) / side), Math.floor(mercatorX(east) / side)];
    const [y0, y1] = [Math.floor(mercatorY(north) / side), Math.floor(mercatorY(south) / side)];
    if ((x1 - x0 + 1) * (y1 - y0 + 1) > MOST_TILES && z > 0) continue;
    return Array.from({ length: x1 - x0 + 1 }, (_, i) => Array.from({ length: y1 - y0 + 1 }, (_, j) => ({ x: x0 + i, y: y0 + j, z }))).flat();
  }
}

/** Rings of the districts in one tile, cut to its square so that neighbouring tiles do not overlap. */
export function ringsOf(bytes: ArrayBuffer, { x, y, z }: Tile): Ring[] {
  const layer = new VectorTile(new PbfReader(new Uint8Array(bytes))).layers['district'];
  if (!layer) return [];
  const side = WORLD / 2 ** z;
  const square: Ring = [[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1]].map(([tx = 0, ty = 0]) => [tx * side, ty * side] as const);
  return Array.from({ length: layer.length }, (_, index) => layer.feature(index).loadGeometry())
    .flat()
    .map((ring) => {
      const corners = ring.slice(0, -1).map((at) => [(x + at.x / layer.extent) * side, (y + at.y / layer.extent) * side] as const);
      return clipped(corners, square);
    })
    .filter((ring) => ring.length > 2);
}

/** The outline of a city's districts, in pieces; empty where it cannot be had, and then nothing is cut off. */
export async function outlineOf(box: BBox): Promise<Ring[]> {
  try {
    const rings = await Promise.all(
      tilesOf(box).map(async (tile) => {
        const answer = await answered(`${BASE}/tiles/boundaries/${tile.z}/${tile.x}/${tile.y}.mvt`, { headers: { accept: '*/*' } });
        return answer.status === 204 ? [] : ringsOf(await answer.arrayBuffer(), tile);
      }),
    );
    return rings.flat();
  } catch {
    return [];
  }
}
