/** The planner's story: find the worst-served town, see why, add sites, see the gain, print the report; and the same page in a hand. */
import assert from 'node:assert/strict';
import { tooSmall, violations } from './support/axe.js';
import { focused } from './support/keys.js';
import { middleOfMap } from './support/map.js';
import { pagesOf, textOf } from './support/pdf.js';
import { drawReport, printed } from './support/plan-report.js';
import { fontsAreHere, fragmentOf, mapIsDrawn, running, until, visit } from './support/visit.js';

const open = (page, fragment = '') => page.goto(`${running().address}/plan.html${fragment}`);
const number = (text) => Number(/[\d,.]+/.exec(text)[0].replaceAll(',', ''));
const figure = async (page, name) => number(await page.getByTestId(`figure-${name}`).innerText());

visit('a planner finds the worst-served town, adds sites, sees what they bring and prints the report', {}, async ({ page, requests }) => {
  await open(page, '#n=venue&t=15&l=towns');
  const worst = page.getByTestId('worst');
  await worst.waitFor();
  await mapIsDrawn(page);

  // The table is in that order: the town named is its first row, and no row has a smaller share.
  const rows = page.getByTestId('region-row');
  assert.equal(await rows.first().getAttribute('data-code'), await worst.getAttribute('data-code'));
  const shares = (await rows.locator('td:nth-child(2)').allInnerTexts()).map(number);
  assert.deepEqual(shares, shares.toSorted((a, b) => a - b));

  // The threshold moves by the keyboard: more are served. While it is dragged nothing is asked of the server.
  const before = await figure(page, 'share');
  const asked = () => requests.filter((url) => url.endsWith('/coverage')).length;
  await until(asked, (count) => count > 0);
  const count = asked();
  const handle = page.getByTestId('threshold');
  await fontsAreHere(page);
  const { x, y, width } = await handle.boundingBox();
  await page.mouse.move(x + width / 4, y + 40);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + 40, { steps: 4 });
  await until(() => figure(page, 'share'), (share) => share > before);
  assert.equal(asked(), count);
  await page.mouse.up();
  await until(async () => asked(), (now) => now > count);
  await handle.press('Home');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageUp');
  await until(() => Number(fragmentOf(page).get('t')), (minutes) => minutes === 11);

  // A gap says why it is one, and a site is put there.
  await page.getByTestId('figure-unserved').click();
  const gap = page.getByTestId('gap').first();
  const unit = await gap.getAttribute('data-id');
  await gap.click();
  const why = page.getByTestId('why');
  await why.waitFor();
  assert.equal(await why.getAttribute('data-id'), unit);
  assert.notEqual(await why.getAttribute('data-status'), 'served');
  assert.ok((await page.getByTestId('way').count()) > 0);
  await page.getByTestId('add-here').click();
  await until(() => why.getAttribute('data-status'), (status) => status === 'served');

  // Two more are proposed, with proof, and taken.
  await page.getByTestId('tab-trial').click();
  await page.getByTestId('gain-share').waitFor();
  await page.getByTestId('start-siting').click();
  await page.getByTestId('proof').and(page.locator('[data-proof=optimal], [data-proof=within]')).waitFor();
  assert.equal(await page.getByTestId('proposal').count(), 2);
  const gained = async () => number(await page.getByTestId('units-gained').innerText());
  const byOne = await gained();
  await page.getByTestId('accept-proposals').click();
  await until(() => page.getByTestId('change').count(), (changes) => changes === 3);
  await until(gained, (byThree) => byThree >= byOne + 2);
  assert.ok((await page.getByTestId('town-gain').count()) > 0);

  // A site moves by the keyboard; undone, it is back where it was.
  const where = () => fragmentOf(page).get('a');
  const placed = where();
  await page.getByTestId('site-marker').first().focus();
  await page.keyboard.press('Shift+ArrowRight');
  await until(where, (now) => now !== placed);
  await page.getByTestId('undo').click();
  await until(where, (now) => now === placed);

  // The scenario is kept by its name, and the address alone brings it back.
  await page.getByTestId('scenario-name').fill('三处新点');
  await page.getByTestId('save-scenario').click();
  await page.getByTestId('kept').and(page.locator('[data-name=三处新点]')).waitFor();
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await until(() => page.getByTestId('change').count(), (changes) => changes === 3);

  // The report is printed: on two sheets, with the scenario's name and what it brings.
  await drawReport(page);
  const file = await printed(page, 'plan-story.pdf');
  assert.equal((await pagesOf(file)).count, 2);
  const text = await textOf(file);
  for (const said of ['三处新点', '新增', '估算']) assert.ok(text.includes(said), said);
});

visit('on a phone the sheet holds the figures, and the map keeps its attribution', { device: 'phone' }, async ({ page }) => {
  await open(page, '#n=venue;parent_school&t=15');
  await page.getByTestId('figures').waitFor();
  await mapIsDrawn(page);
  assert.match(await page.getByTestId('credits').innerText(), /OpenStreetMap/);
  await page.getByTestId('sheet-up').click();
  await until(() => page.getByTestId('panel').getAttribute('data-stop'), (stop) => stop === 'full');
  await page.getByTestId('tab-gaps').click();
  await page.getByTestId('gap').first().click();
  await page.getByTestId('why').waitFor();
  assert.equal(await page.getByTestId('need-ways').count(), 2);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  assert.deepEqual(await tooSmall(page), []);
});

/** Whether the map is what one would touch in the middle of what is seen of it. */
async function middleIsFree(page) {
  const { x, y } = await middleOfMap(page);
  return page.evaluate(([left, top]) => Boolean(document.elementFromPoint(left, top)?.closest('[data-testid=map]')), [x, y]);
}

for (const [name, options] of [
  ['on a phone', { device: 'phone' }],
  ['on a phone on its side', { context: { viewport: { width: 640, height: 450 } } }],
  ['at 200 % zoom', { context: { viewport: { width: 720, height: 450 } } }],
]) {
  for (const lang of ['zh', 'en']) {
    visit(`${name} the legend is folded until it is asked for, and the middle of the map is free (${lang})`, options, async ({ page }) => {
      await open(page, `#n=venue;parent_school&t=15&lang=${lang}`);
      await page.getByTestId('figures').waitFor();
      await mapIsDrawn(page);
      const legend = page.getByTestId('legend');
      const [classes, summary] = [legend.locator('.legend-classes').first(), legend.locator('summary')];
      assert.equal(await classes.isVisible(), false);
      assert.ok((await summary.boundingBox()).height >= 44);
      assert.ok(await middleIsFree(page));
      await summary.press('Enter');
      await classes.waitFor();
      assert.deepEqual(await violations(page), []);
      await summary.press('Enter');
      await classes.waitFor({ state: 'hidden' });
    });
  }
}

visit('where there is room the legend is open, and it folds once there is none', {}, async ({ page }) => {
  await open(page, '#n=venue&t=15');
  const classes = page.getByTestId('legend').locator('.legend-classes').first();
  await classes.waitFor();
  await page.setViewportSize({ width: 720, height: 450 });
  await classes.waitFor({ state: 'hidden' });
  await page.setViewportSize({ width: 1440, height: 900 });
  await classes.waitFor();
});

visit('whoever uses keys is never thrown out of the panel by what an action takes away', {}, async ({ page }) => {
  await open(page, '#n=venue&t=15&v=trial&a=119.43920,32.39450,venue,x');
  const act = async (id) => page.getByTestId(id).first().press('Enter');
  const isInPanel = () => until(() => page.evaluate(() => document.activeElement.closest('.panel') !== null), Boolean);
  await page.getByTestId('gain').waitFor();
  await act('drop-change');
  await page.getByTestId('change').waitFor({ state: 'detached' });
  await isInPanel();
  await act('tab-gaps');
  await act('gap');
  await page.getByTestId('why').waitFor();
  await act('why-close');
  await until(() => focused(page), (now) => now === 'gap');
});

for (const settings of ['', '&lang=en&theme=dark']) {
  visit(`nothing is against WCAG 2.1 AA on the planner's page${settings}`, {}, async ({ page }) => {
    await open(page, `#n=venue&t=15&v=trial&a=119.43920,32.39450,venue,x${settings}`);
    await page.getByTestId('gain').waitFor();
    await page.getByTestId('needs').click();
    assert.deepEqual(await violations(page), []);
    for (const tab of ['towns', 'gaps', 'charts']) {
      await page.getByTestId(`tab-${tab}`).click();
      if (tab === 'gaps') await page.getByTestId('gap').first().click();
      assert.deepEqual(await violations(page), [], tab);
    }
  });
}
