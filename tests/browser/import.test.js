/** A bureau's spreadsheet becomes the map: from upload to what a family sees, every mistake found and no sound row accused. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { violations } from './support/axe.js';
import { addAccount, signIn } from './support/editor.js';
import { parentSchools } from './support/list.js';
import { api, prepare, running, until, visit } from './support/visit.js';

/** What is said of every sheet, whatever its rows. */
const ALWAYS = ['datum', 'columns'];

let list;

prepare(async (server) => {
  await addAccount(server, 'mei', 'editor');
  list = await parentSchools();
  process.once('exit', () => void list.remove());
});

/** Opens the import page as an editor. */
async function openImports(page, fragment = '') {
  await page.goto(`${running().address}/edit.html#v=imports${fragment}`);
  await signIn(page, 'mei');
  await page.getByTestId('file').waitFor({ state: 'attached' });
}

/** How often each rule found something, as the page shows it. */
function countsByRule(page) {
  return page.locator('[data-testid^=rule-]').evaluateAll((rules) => Object.fromEntries(rules.map((rule) => [rule.dataset.testid.slice(5), Number(rule.dataset.count)])));
}

/** The number of a count of the preview. */
const count = async (page, name) => Number((await page.getByTestId(`count-${name}`).innerText()).replaceAll(',', ''));

/** Chooses a file and waits until it is checked. */
async function choose(page, file) {
  await page.getByTestId('file').setInputFiles(file);
  await page.getByTestId('preview').waitFor();
}

const parentSchoolsOnMap = async () => (await api('/api/v1/city')).roles.find((role) => role.kind === 'parent_school').located;

visit("LibreOffice's workbook of 1,296 rows goes from upload to the live map", { expected: /session/ }, async ({ page, context }) => {
  const before = await parentSchoolsOnMap();
  await openImports(page);
  await choose(page, list.file);
  const found = await countsByRule(page);
  const planted = Object.fromEntries(Object.entries(found).filter(([rule]) => !ALWAYS.includes(rule)));
  assert.deepEqual(planted, list.counts, 'every planted mistake is found by its rule, and nothing else is');
  const [added, refused] = [await count(page, 'added'), await count(page, 'refused')];
  assert.equal(added + refused, 1296);
  assert.match(await page.getByTestId('sheet').innerText(), /GCJ-02/, 'the datum is told from the rows');

  const downloaded = page.waitForEvent('download');
  await page.getByTestId('report-file').click();
  const workbook = await readFile(await (await downloaded).path());
  assert.equal(workbook.subarray(0, 2).toString(), 'PK', 'the findings come as a workbook');

  // A family looks at parent schools meanwhile.
  const family = await context.newPage();
  await family.goto(`${running().address}/#p=119.43900,32.39500&r=parent_school`);
  await family.getByTestId('result').first().waitFor();
  const nearest = () => api('/api/v1/places/nearest?lon=119.439&lat=32.395&k=1&role=parent_school').then(({ features }) => features[0]);
  const nearestBefore = await nearest();

  await page.getByTestId('commit').click();
  await page.getByTestId('imported').waitFor();
  assert.equal(await parentSchoolsOnMap(), before + added);
  const nearestNow = await nearest();
  assert.notEqual(nearestNow.id, nearestBefore.id, 'a school of the list is nearer than any was');
  assert.equal(nearestNow.properties.synthetic, false);
  // Nothing moves under the family's eyes: the newer list waits for their word.
  await family.getByTestId('update-list').click();
  await until(() => family.getByTestId('result').first().getAttribute('data-id'), (id) => id === nearestNow.id);

  await choose(page, list.file);
  await page.getByText('没有要改的').waitFor();
  for (const name of ['added', 'changed', 'withdrawn']) assert.equal(await count(page, name), 0, name);
});

visit('the mapping is corrected by hand, and the list is checked anew', { expected: /session/ }, async ({ page }) => {
  const folder = join(list.file, '..');
  const file = join(folder, '怪表头.csv');
  await writeFile(file, '甲,乙,经度,纬度,区县\n怪表头图书馆,Mo-Su 09:00-17:00,119.4213,32.3987,广陵区\n');
  await openImports(page);
  await choose(page, file);
  assert.ok((await countsByRule(page))['no-header'], 'no column is the name');
  await page.getByTestId('column-0').selectOption('name');
  await page.getByTestId('sheet-role').selectOption('venue');
  await page.getByTestId('column-1').selectOption('hours');
  await page.getByTestId('datum').selectOption('wgs84');
  await until(() => count(page, 'added').catch(() => null), (added) => added === 1);
  await page.locator('[data-testid=commit][aria-disabled=false]').click();
  await page.getByTestId('imported').waitFor();
  const { features } = await api('/api/v1/search?q=怪表头图书馆&limit=1');
  assert.deepEqual(features[0].geometry.coordinates, [119.4213, 32.3987]);
  const place = await api(`/api/v1/places/${features[0].id}`);
  assert.equal(place.properties.roles[0].hours.value, 'Mo-Su 09:00-17:00');
});

visit('rows whose names are on the map are asked about, and the answer is kept', { expected: /session/ }, async ({ page }) => {
  const { features } = await api('/api/v1/places/nearest?lon=119.4382&lat=32.4012&role=heritage&k=1');
  const [garden] = features;
  const [lon, lat] = garden.geometry.coordinates;
  const file = join(list.file, '..', '景点.csv');
  await writeFile(file, `名称,类别,WGS84经度,WGS84纬度,电话\n${garden.properties.name},运河思政研学资源,${lon},${lat},0514-87365553\n`);
  await openImports(page);
  await choose(page, file);
  assert.equal(await count(page, 'to-confirm'), 1);
  await page.getByText('没有要改的').waitFor();
  await page.getByTestId('question').locator('[data-answer=same]').check();
  await page.getByTestId('commit').click();
  await page.getByTestId('imported').waitFor();
  const place = await api(`/api/v1/places/${garden.id}`);
  assert.ok(place.properties.roles.some((role) => role.contact?.value.phone === '0514-87365553'));
});

visit('a file that is no list, and one that is gone bad, are told so and change nothing', { expected: /session|imports/ }, async ({ page }) => {
  const folder = join(list.file, '..');
  await writeFile(join(folder, '坏.xlsx'), Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(200)]));
  await openImports(page);
  await choose(page, join(folder, '坏.xlsx'));
  await page.getByText('这个文件不能导入').waitFor();
  assert.equal(await page.getByTestId('commit').count(), 0);
  await page.route('**/imports/preview', (route) => route.abort());
  await page.getByTestId('file').setInputFiles(list.file);
  await page.getByRole('alert').filter({ hasText: '连不上服务器' }).waitFor();
  await page.unroute('**/imports/preview');
  await page.getByTestId('recheck').click();
  await page.getByTestId('count-added').waitFor();
});

visit('what changed between the check and the import is checked again', { expected: /session|imports/ }, async ({ page }) => {
  const file = join(list.file, '..', '一处.csv');
  await writeFile(file, '名称,类别,WGS84经度,WGS84纬度\n会变的图书馆,免费开放场馆,119.4311,32.4102\n');
  await openImports(page);
  await choose(page, file);
  const problem = { status: 412, contentType: 'application/problem+json', body: JSON.stringify({ code: 'changed_meanwhile' }) };
  await page.route('**/api/v1/admin/imports', (route) => route.fulfill(problem));
  await page.getByTestId('commit').click();
  await page.getByText('数据刚刚变了').waitFor();
  await page.unroute('**/api/v1/admin/imports');
  await page.locator('[data-testid=commit][aria-disabled=false]').click();
  await page.getByTestId('imported').waitFor();
});

for (const device of ['desktop', 'phone']) {
  for (const theme of ['light', 'dark']) {
    visit(`axe finds nothing on the import page, ${theme}`, { device, expected: /session/ }, async ({ page }) => {
      await openImports(page, `&theme=${theme}`);
      assert.deepEqual(await violations(page), []);
      await choose(page, list.file);
      await page.locator('[data-testid^=rule-] summary').first().click();
      assert.deepEqual(await violations(page), []);
    });
  }
}
