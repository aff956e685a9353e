/** A planner counts by points of their own: from a file with mistakes to people on the page, kept in this browser and in no other. */
import assert from 'node:assert/strict';
import { tooSmall, violations } from './support/axe.js';
import { drawReport } from './support/plan-report.js';
import { DEADLINE, fragmentOf, mapIsDrawn, running, until, visit } from './support/visit.js';

/** Sound rows of a census: id, name, degrees, people. */
const ESTATES = [
  ['a', '河滨苑', 119.4392, 32.3945, 1200],
  ['b', '城东苑', 119.4733, 32.3835, 3400],
  ['c', '湖畔村', 119.4412, 33.2417, 800],
  ['d', '江边里', 119.5023, 32.2811, 650.5],
  ['e', '北山村', 119.3071, 32.6043, 90],
];
/** Rows with a mistake planted in each, and the rule that must find it. */
const PLANTED = [
  ['z', '零人院', 119.41, 32.39, 0, 'weight'],
  ['n', '无数院', 119.42, 32.39, 'NaN', 'weight'],
  ['a', '重号院', 119.43, 32.39, 100, 'duplicate-key'],
  ['o', '外地院', 121.47, 31.23, 500, 'outside-city'],
];
const PEOPLE = ESTATES.reduce((sum, row) => sum + row[4], 0);
const POINTS = ESTATES.map(([id, name, lon, lat, weight]) => ({ id, name, lon, lat, weight }));

function csv(rows) {
  const text = [['编号', '小区', '经度', '纬度', '人口'], ...rows.map((row) => row.slice(0, 5))].map((row) => row.join(',')).join('\n');
  return { name: '小区人口.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
}

const open = (page, fragment = '') => page.goto(`${running().address}/plan.html${fragment}`);
const number = (text) => Number(/[\d,.]+/.exec(text)[0].replaceAll(',', ''));
const unserved = (page) => page.getByTestId('figure-unserved').innerText();

/** Puts a file in, its datum said before; resolves with how many points were read. */
async function putIn(page, file) {
  await page.getByTestId('datum').selectOption('wgs84');
  await page.getByTestId('file').setInputFiles(file);
  const read = page.getByTestId('own-read');
  await read.waitFor();
  return Number(await read.getAttribute('data-points'));
}

/** Puts the census in and counts by it. */
async function countByEstates(page) {
  await page.getByTestId('demand').click();
  await putIn(page, csv([...ESTATES, ...PLANTED]));
  await page.getByTestId('own-take').click();
  await until(() => unserved(page), (text) => text.includes('人没有服务'));
}

visit('columns that no header tells are chosen, and one that was told wrongly is changed', { expected: /422/ }, async ({ page }) => {
  await open(page, '#n=venue&t=15');
  await page.getByTestId('demand').click();
  const rows = ['E,N,小区,户,人口', '119.4392,32.3945,河滨苑,3,1200', '119.4733,32.3835,城东苑,5,3400'];
  await page.getByTestId('datum').selectOption('wgs84');
  await page.getByTestId('file').setInputFiles({ name: '小区.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
  await page.getByTestId('own-trouble').getByText('认不出哪一列是经度').waitFor();
  const column = (part) => page.getByTestId(`own-column-${part}`);
  assert.deepEqual(await column('lon').locator('option').allInnerTexts(), ['请选一列', 'E', 'N', '小区', '户', '人口']);
  assert.deepEqual(await violations(page), []);
  await column('lon').selectOption('E');
  await page.getByTestId('own-trouble').waitFor();
  await column('lat').selectOption('N');
  const read = page.getByTestId('own-read');
  await read.getByText('4,600').waitFor();
  assert.ok(await column('lat').evaluate((field) => field === document.activeElement), 'the field in use is in use still');
  assert.deepEqual(await violations(page), []);
  await column('weight').selectOption('户');
  await read.getByText('8').waitFor();
  assert.ok(!(await page.getByTestId('own-population').isChecked()), 'households are no people');
  await column('weight').selectOption('没有');
  await page.getByTestId('own-population').waitFor({ state: 'detached' });
  await page.getByTestId('own-take').click();
  await until(() => unserved(page), (text) => text.includes('共 2 个点'));
});

visit('a census with planted mistakes: each is found by its row, the page counts people, and the address alone keeps it', {}, async ({ page, context }) => {
  await open(page, '#n=venue&t=15');
  await page.getByTestId('demand').click();
  assert.equal(await putIn(page, csv([...ESTATES, ...PLANTED])), ESTATES.length);
  const rules = await page.locator('[data-testid=finding]:has(.badge.alarm)').evaluateAll((rows) => rows.map((row) => row.dataset.rule));
  assert.deepEqual(rules.toSorted(), PLANTED.map((row) => row[5]).toSorted(), 'every planted mistake is found by its rule, and no sound row is accused');
  assert.ok(await page.getByTestId('own-population').isChecked(), 'the header says that these are people');
  assert.deepEqual(await violations(page), []);
  await page.getByTestId('own-take').click();

  // The figures are those of the server for these points, in people.
  const asked = { demand: { name: '小区人口', is_population: true, points: POINTS }, needs: [['venue']], mode: 'walk', max_minutes: 15, slice: 'any' };
  const { summary } = await (await page.request.post(`${running().address}/api/v1/coverage`, { data: asked })).json();
  assert.equal(summary.weight, PEOPLE);
  const text = await until(() => unserved(page), (said) => said.includes('人没有服务'));
  assert.ok(Math.abs(number(text) - (summary.weight - summary.served_weight - summary.perhaps_weight)) < 0.06, text);
  assert.ok(text.includes(`共 5 个点、${PEOPLE.toLocaleString('en-GB')} 人`), text);
  assert.ok((await page.getByTestId('panel').innerText()).includes('人口算'));
  assert.ok(!(await page.locator('yuren-plan').innerText()).includes('村居'), 'nothing on the page counts village units');

  // The address says which list it is, and nothing that stands in it.
  const id = fragmentOf(page).get('d');
  assert.match(id, /^own\.[0-9a-f]{16}$/);
  await page.getByTestId('tab-gaps').click();
  await page.getByTestId('gap').first().click();
  await page.getByTestId('point-weight').waitFor();
  await page.getByTestId('reach-here').click();
  await mapIsDrawn(page);
  const address = decodeURIComponent(page.url());
  for (const { name, lon, lat } of POINTS) assert.ok(![name, String(lon), String(lat)].some((part) => address.includes(part)), address);
  assert.deepEqual(['u', 'i', 'c'].map((part) => fragmentOf(page).get(part)), [null, null, null], 'nor which was looked at, and where');
  await page.getByTestId('why-close').click();

  // Charts and the report count people too.
  await page.getByTestId('tab-charts').click();
  assert.match(await page.getByTestId('chart-distribution').innerText(), /人/);
  const report = await drawReport(page);
  assert.match(await report.innerText(), /的人，步行 15 分钟内/);
  assert.ok(!(await report.innerText()).includes('村居'));
  await page.keyboard.press('Escape');

  // The same browser knows the list by its address; another does not, says so and goes on with village units.
  await page.goto('about:blank');
  await page.goto(address);
  await until(() => unserved(page), (said) => said === text);
  const elsewhere = await (await context.browser().newContext({ locale: 'zh-CN' })).newPage();
  elsewhere.setDefaultTimeout(DEADLINE);
  await elsewhere.goto(address);
  await elsewhere.getByTestId('unlisted').waitFor();
  assert.equal(await elsewhere.getByTestId('figures').count(), 0, 'no number is shown that answers another question');
  await elsewhere.getByTestId('unlisted-open').click();
  await putIn(elsewhere, csv([...ESTATES, ...PLANTED]));
  await elsewhere.getByTestId('own-take').click();
  await until(() => unserved(elsewhere), (said) => said === text);
  assert.equal(fragmentOf(elsewhere).get('d'), id, 'the same file makes the same list');
  await elsewhere.context().close();
});

visit('a list that is forgotten is gone, and its address offers village units', {}, async ({ page }) => {
  await open(page, '#n=venue&t=15');
  await countByEstates(page);
  const address = page.url();
  await page.getByTestId('demand').focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('own-forget').press('Enter');
  await until(() => page.getByTestId('own-list').count(), (lists) => lists === 1);
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.activeElement?.dataset.testid), 'demand', 'the focus is back where it was');
  await until(() => unserved(page), (said) => said.includes('村居没有服务'));
  await page.goto('about:blank');
  await page.goto(address);
  await page.getByTestId('unlisted-villages').click();
  await until(() => unserved(page), (said) => said.includes('村居没有服务'));
  assert.equal(fragmentOf(page).get('d'), null);
});

visit('sites are proposed among points from a GeoJSON file', {}, async ({ page }) => {
  const spots = [['南广场', 119.4392, 32.3845], ['北广场', 119.44, 32.42], ['湖东', 119.44, 33.24]];
  const square = [[119.6, 32.5], [119.61, 32.5], [119.61, 32.51], [119.6, 32.51], [119.6, 32.5]];
  const features = [
    ...spots.map(([id, ...coordinates]) => ({ type: 'Feature', properties: { id, name: id }, geometry: { type: 'Point', coordinates } })),
    { type: 'Feature', properties: { id: '东场地', name: '东场地' }, geometry: { type: 'Polygon', coordinates: [square] } },
  ];
  const file = { name: '备选.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })) };
  await open(page, '#n=venue&t=20&v=trial');
  await page.getByTestId('own-candidates').click();
  assert.equal(await putIn(page, file), 4);
  await page.getByTestId('own-take').click();
  assert.match(await page.getByTestId('siting-candidates').inputValue(), /^own\./);
  await page.getByTestId('start-siting').click();
  await page.getByTestId('proof').and(page.locator('[data-proof=optimal]')).waitFor();
  const names = await page.getByTestId('proposal').locator('.row-name').allInnerTexts();
  assert.ok(names.length > 0 && names.every((name) => [...spots.map(([id]) => id), '东场地'].includes(name)), names.join());
});

visit('a file that is none is refused in words, and on a phone all of it can be touched', { device: 'phone', expected: /422/ }, async ({ page }) => {
  await open(page);
  await page.getByTestId('demand').click();
  await page.getByTestId('file').setInputFiles({ name: '空.csv', mimeType: 'text/csv', buffer: Buffer.from('') });
  await page.getByTestId('own-trouble').waitFor();
  await putIn(page, csv([...ESTATES, ...PLANTED]));
  assert.deepEqual(await tooSmall(page), []);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  assert.deepEqual(await violations(page), []);
});
