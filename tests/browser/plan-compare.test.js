/** A planner compares a kept scenario with the one in front: by a line over the map, and by a table. */
import assert from 'node:assert/strict';
import { violations } from './support/axe.js';
import { running, until, visit } from './support/visit.js';

/** A free venue on trial beside the lake's eastern shore, where few units have one. */
const ON_TRIAL = 'v=trial&a=119.44000,33.24000,venue,试一处&q=试一处';

visit('two scenarios are compared by a line that keys and a pointer move, and by a table', {}, async ({ page }) => {
  await page.goto(`${running().address}/plan.html#v=trial`);
  await page.getByTestId('scenario-name').fill('现在');
  await page.getByTestId('save-scenario').click();
  await page.getByTestId('kept').waitFor();
  await page.evaluate((fragment) => (location.hash = fragment), ON_TRIAL);
  await until(() => page.getByTestId('scenario-name').inputValue(), (name) => name === '试一处');
  await page.getByTestId('units-gained').waitFor();
  await page.getByTestId('compare-kept').click();
  await page.getByTestId('differences').waitFor();

  const handle = page.getByTestId('swipe-handle');
  const at = async () => Number(await handle.getAttribute('aria-valuenow'));
  await handle.focus();
  await page.keyboard.press('ArrowLeft');
  assert.equal(await at(), 48);
  await page.keyboard.press('End');
  assert.equal(await at(), 100);
  const clipOf = (side) => page.locator(`canvas[data-side=${side}]`).evaluate((canvas) => canvas.style.clipPath);
  assert.deepEqual([await clipOf('a'), await clipOf('b')], ['inset(0px 0% 0px 0px)', 'inset(0px 0px 0px 100%)'], 'the map is all of the first');
  await page.keyboard.press('Home');
  const from = await handle.boundingBox();
  const map = await page.getByTestId('swipe-map').boundingBox();
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(map.x + map.width / 4, from.y, { steps: 4 });
  await page.mouse.up();
  assert.equal(await at(), 25);

  const cells = await page.getByTestId('differences').locator('tfoot td').allInnerTexts();
  const [gained, lost] = cells.slice(-2).map((text) => Number(text.replace('−', '-')));
  assert.ok(gained > 0 && lost === 0, `a site more serves more: ${cells}`);
  await page.getByTestId('swipe-by-town').click();
  const towns = await page.getByTestId('differences').locator('tbody tr').count();
  assert.ok(towns > 0 && towns <= gained, 'only towns that change are listed');
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('Escape');
  await page.getByTestId('differences').waitFor({ state: 'detached' });
});
