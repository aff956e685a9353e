/** The planner's page of a city with streets: streets are closed, how far one gets is drawn, sites of limited capacity are proposed. */
import assert from 'node:assert/strict';
import { tooSmall, violations } from './support/axe.js';
import { drawReport } from './support/plan-report.js';
import { streetCity } from './support/street-city.js';
import { fragmentOf, mapIsDrawn, running, serving, until, visit } from './support/visit.js';

serving(streetCity);

/** A stretch on which somebody's way to the nearest venue leads, and the map's middle on it. */
const CLOSED = { lon: 24.944, lat: 60.171 };
const AT_IT = `c=${CLOSED.lon},${CLOSED.lat},16`;
const QUESTION = { needs: [['venue']], max_minutes: 3 };

const open = (page, fragment) => page.goto(`${running().address}/plan.html#${fragment}`);
const number = (text) => Number(/[\d,.]+/.exec(text)[0].replaceAll(',', ''));
const share = async (page) => number(await page.getByTestId('figure-share').innerText());
const changes = (page) => page.getByTestId('change').count();

/** What the server says of a question, without the page. */
async function coverage(question) {
  const answer = await fetch(`${running().address}/api/v1/coverage`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(question) });
  assert.equal(answer.status, 200);
  return answer.json();
}

const told = ({ summary }) => Number((100 * summary.served_share).toFixed(1));

visit('a planner closes a street, sees whom it cuts off, passes it on and opens it again', {}, async ({ page }) => {
  const [before, after] = [await coverage(QUESTION), await coverage({ ...QUESTION, scenario: { close: [CLOSED] } })];
  assert.ok(told(after) < told(before), 'the closed street is one that matters');
  await open(page, `n=venue&t=3&v=trial&${AT_IT}`);
  await page.getByTestId('figures').waitFor();
  await mapIsDrawn(page);

  // Ways go by streets, the straight line stands beside, and nobody is told how to add streets.
  assert.ok(await page.getByTestId('kind-network').locator('input').isChecked());
  assert.match(await page.getByTestId('other-kind').innerText(), /直线估算/);
  assert.equal(await page.getByTestId('how-to-add-streets').count(), 0);
  assert.equal(await share(page), told(before));

  // A tap in the middle of the map closes the stretch there; it is listed with its length, and said.
  await page.getByTestId('close-street').press('Enter');
  const { x, y, width, height } = await page.getByTestId('map').boundingBox();
  await page.mouse.click(x + width / 2, y + height / 2);
  await until(() => share(page), (now) => now === told(after));
  assert.match(await page.getByTestId('toast').innerText(), /封路 1.*长 \d+ 米/);
  assert.match(await page.getByTestId('change').innerText(), /封路 1.*长 \d+ 米/s);
  assert.equal(number(await page.getByTestId('units-lost').innerText()), before.points.status.filter((status, unit) => status === 'served' && after.points.status[unit] !== 'served').length);

  // The address alone brings it back; its marker opens the street again, and Undo closes it.
  const address = page.url();
  const [lon, lat] = fragmentOf(page).get('b').split(',').map(Number);
  assert.ok(Math.abs(lon - CLOSED.lon) < 1e-4 && Math.abs(lat - CLOSED.lat) < 1e-4, `${lon}, ${lat}`);
  await page.goto('about:blank');
  await page.goto(address);
  await until(() => changes(page), (count) => count === 1);
  await until(() => share(page), (now) => now === told(after));
  const marker = page.getByTestId('closed-marker');
  await marker.focus();
  await page.keyboard.press('Delete');
  await until(() => share(page), (now) => now === told(before));
  assert.equal(await marker.count(), 0);
  await page.getByTestId('undo').click();
  await until(() => share(page), (now) => now === told(after));

  // An estimate cannot heed it, and says so; metres are of the straight line too.
  await page.getByTestId('kind-estimate').click();
  await page.getByTestId('closed-unheeded').waitFor();
  await until(() => share(page), (now) => now === told({ summary: before.other_kind }));
  assert.ok(await page.getByTestId('close-street').isDisabled());
  await page.getByTestId('preset-circle_5').click();
  await until(() => fragmentOf(page).get('t'), (threshold) => threshold === '300m');
  await page.getByTestId('kind-network').click();
  await page.getByTestId('closed-unheeded').waitFor({ state: 'detached' });
  assert.match(fragmentOf(page).get('t'), /^\d+(\.\d)?$/, 'along streets the threshold is one of minutes');

  // Kept, it is compared with what is; the report names it.
  await page.evaluate(() => (location.hash = location.hash.replace(/t=[\d.]+/, 't=3')));
  await until(() => share(page), (now) => now === told(after));
  await page.getByTestId('scenario-name').fill('修路');
  await page.getByTestId('save-scenario').click();
  await page.getByTestId('clear-changes').click();
  await until(() => changes(page), (count) => count === 0);
  await page.getByTestId('compare-kept').click();
  const lost = page.getByTestId('differences').locator('tfoot td').nth(3);
  await lost.waitFor();
  assert.ok(number(await lost.innerText()) > 0, 'without the closed street more are served');
  await page.getByTestId('compare-close').click();
  await page.getByTestId('open-kept').click();
  await until(() => changes(page), (count) => count === 1);
  assert.deepEqual(await violations(page), []);
  const report = await drawReport(page);
  assert.match(await report.getByTestId('report-changes').innerText(), /×1.*封路.*长 \d+ 米/);
});

visit('where no street is near the page says so and drops it; sites of limited capacity get no more than they have room for', { expected: /status of 400/ }, async ({ page }) => {
  await open(page, 'n=venue&t=3&v=trial&b=24.94400,60.17100;25.30000,60.40000');
  const failure = page.getByTestId('failure');
  await failure.waitFor();
  assert.match(await failure.innerText(), /封路 2.*1 公里内没有走得到的道路/);
  await page.getByTestId('drop-closing').click();
  await page.getByTestId('figures').waitFor();
  assert.equal(await failure.count(), 0);
  assert.equal(fragmentOf(page).get('b'), '24.94400,60.17100');

  await page.getByTestId('siting-model').selectOption('capacitated_max_cover');
  const capacity = page.getByTestId('siting-capacity');
  assert.ok(Number(await capacity.inputValue()) >= 1);
  await capacity.fill('2');
  await capacity.press('Enter');
  await page.getByTestId('start-siting').click();
  await page.getByTestId('proof').and(page.locator('[data-proof=optimal], [data-proof=within]')).waitFor();
  assert.deepEqual((await page.getByTestId('proposal').locator('.number').allInnerTexts()).map(number), [2, 2]);
  await page.getByTestId('accept-proposals').click();
  await until(() => changes(page), (count) => count === 3);
});

/** Units that the streets lead from, and that they do not lead from. */
const JOINED = '909101003004';
const CUT_OFF = '909101004013';

visit('how far one gets is drawn with what it goes by, and heeds closed streets', { expected: /status of 400/ }, async ({ page, requests }) => {
  await open(page, `n=venue&t=6&b=24.94400,60.17100&u=${CUT_OFF}&lang=en&theme=dark`);
  await page.getByTestId('cut-off').waitFor();
  await page.getByTestId('reach-here').click();
  const reach = page.getByTestId('reach');
  await until(() => reach.innerText(), (text) => /No street within 1 km/.test(text));

  await page.evaluate((unit) => (location.hash = location.hash.replace(/u=\d+/, `u=${unit}`)), JOINED);
  await page.getByTestId('why').and(page.locator(`[data-id='${JOINED}']`)).waitFor();
  await page.getByTestId('reach-here').click();
  await until(() => reach.getAttribute('data-kind'), (kind) => kind === 'network');
  assert.deepEqual((await page.getByTestId('reach-times').locator('li').allInnerTexts()).map(number), [2, 4, 6]);
  assert.equal(await page.getByTestId('reach-kind').innerText(), 'along streets');
  assert.match(await reach.locator('h2').innerText(), /^Within reach from .*, on foot$/);
  const asked = requests.filter((url) => url.includes('/isochrone')).map((url) => new URL(url).searchParams).at(-1);
  assert.deepEqual([asked.get('kind'), asked.get('minutes'), asked.get('close')], ['network', '2,4,6', '24.944;60.171']);
  await mapIsDrawn(page);
  assert.deepEqual(await violations(page), []);

  // Measured otherwise it is drawn otherwise; its address brings it back; it can be taken off the map.
  await page.getByTestId('kind-estimate').click();
  await until(() => reach.getAttribute('data-kind'), (kind) => kind === 'estimate');
  assert.equal(await page.getByTestId('reach-kind').innerText(), 'straight-line estimate');
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await until(() => reach.getAttribute('data-kind'), (kind) => kind === 'estimate');
  await page.getByTestId('reach-close').click();
  await reach.waitFor({ state: 'detached' });
  assert.equal(fragmentOf(page).get('i'), null);
});

visit('on a phone the sheet makes way for the map, and all is large enough for a finger', { device: 'phone' }, async ({ page }) => {
  await open(page, `n=venue&t=3&v=trial&${AT_IT}`);
  await page.getByTestId('figures').waitFor();
  await mapIsDrawn(page);
  await page.getByTestId('sheet-up').click();
  const panel = page.getByTestId('panel');
  await until(() => panel.getAttribute('data-stop'), (stop) => stop === 'full');
  await page.getByTestId('close-street').tap();
  await until(() => panel.getAttribute('data-stop'), (stop) => stop === 'half');
  await page.getByTestId('close-at-centre').tap();
  await until(() => changes(page), (count) => count === 1);
  await page.evaluate((unit) => (location.hash += `&u=${unit}`), JOINED);
  await page.getByTestId('reach-here').tap();
  await page.getByTestId('reach-times').waitFor();
  assert.equal(await panel.getAttribute('data-stop'), 'peek');
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  assert.deepEqual(await tooSmall(page), []);
});
