/** The phone's bottom sheet: three stops, by buttons and by drag. */
import assert from 'node:assert/strict';
import { mapIsDrawn, someListed, until, visit } from './support/visit.js';

/** How much of the screen's height the sheet takes, in CSS pixels. */
function shown(page) {
  return page.getByTestId('panel').evaluate((panel) => Math.round(innerHeight - panel.getBoundingClientRect().top));
}

const stop = (page) => page.getByTestId('panel').getAttribute('data-stop');

/** Drags the grip by a finger, `by` CSS pixels down, once the sheet is at rest. */
async function drag(page, by) {
  await page.getByTestId('panel').evaluate((panel) => Promise.allSettled(panel.getAnimations().map(({ finished }) => finished)));
  const box = await page.locator('.grip-bar').boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const finger = await page.context().newCDPSession(page);
  const send = (type, at) => finger.send('Input.dispatchTouchEvent', { type, touchPoints: at === null ? [] : [{ x, y: at }] });
  await send('touchStart', y);
  for (let step = 1; step <= 8; step += 1) await send('touchMove', y + (by * step) / 8);
  await send('touchEnd', null);
  await finger.detach();
}

visit('buttons move it through three stops', { device: 'phone', context: { reducedMotion: 'no-preference' } }, async ({ page, go }) => {
  await go('#p=119.43000,32.40000');
  await someListed(page);
  assert.equal(await stop(page), 'half');
  const half = await shown(page);
  await page.getByTestId('sheet-up').click();
  assert.equal(await stop(page), 'full');
  const full = await until(() => shown(page), (height) => height > half + 100);
  assert.ok(full <= 844 && (await page.getByTestId('sheet-up').isDisabled()));
  await page.getByTestId('sheet-down').click();
  await page.getByTestId('sheet-down').click();
  assert.equal(await stop(page), 'peek');
  await until(() => shown(page), (height) => Math.abs(height - 96) <= 1);
  assert.ok(await page.getByTestId('sheet-down').isDisabled());
});

visit('a finger drags it up and down', { device: 'phone', context: { reducedMotion: 'no-preference' } }, async ({ page, go }) => {
  await go('#p=119.43000,32.40000');
  await someListed(page);
  await drag(page, -350);
  await until(() => stop(page), (now) => now === 'full');
  await drag(page, 600);
  await until(() => stop(page), (now) => now === 'peek');
  await until(() => shown(page), (height) => Math.abs(height - 96) <= 1);
  await drag(page, -300);
  await until(() => stop(page), (now) => now === 'half');
});

visit('a short touch on the grip moves nothing', { device: 'phone' }, async ({ page, go }) => {
  await go('#p=119.43000,32.40000');
  await someListed(page);
  await drag(page, 3);
  assert.equal(await stop(page), 'half');
});

visit('the map stays in use above it', { device: 'phone' }, async ({ page, go }) => {
  await go();
  await page.getByTestId('welcome').waitFor();
  assert.equal(await page.locator('[aria-modal=true]').count(), 0);
  await mapIsDrawn(page);
  await page.getByTestId('zoom-in').click();
  await until(() => page.url(), (url) => /[#&]c=/.test(url));
});
