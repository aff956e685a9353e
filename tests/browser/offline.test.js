/** The network goes and comes back; the server fails and recovers. */
import assert from 'node:assert/strict';
import { api, listed, mapIsDrawn, someListed, until, visit } from './support/visit.js';

const LOST = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|Failed to load resource/;

/** Waits for the list of paid places, which the page may keep waiting behind a button so that nothing moves by itself. */
async function expectPaid(page) {
  const { features } = await api('/api/v1/places/nearest?lon=119.43&lat=32.4&k=20&fee=paid');
  const expected = JSON.stringify(features.map((feature) => feature.id));
  await until(async () => {
    const update = page.getByTestId('update-list');
    if (await update.isVisible()) await update.click();
    return JSON.stringify(await listed(page));
  }, (ids) => ids === expected);
}

async function askForPaid(page) {
  await page.getByTestId('filter-fee').click();
  await page.getByTestId('filter-menu').locator('input[value=paid]').check();
  await page.keyboard.press('Escape');
}

for (const device of ['desktop', 'phone']) {
  visit('what is there stays, in plain words, until the network is back', { device, expected: LOST }, async ({ page, go, context }) => {
    await go('#p=119.43000,32.40000');
    const before = await someListed(page);
    // A map that is still on its way has troubles of its own.
    await mapIsDrawn(page);
    await context.setOffline(true);
    await askForPaid(page);
    const failure = page.getByTestId('failure');
    await failure.filter({ hasText: '连不上服务器，先看已有的内容' }).waitFor();
    assert.deepEqual(await listed(page), before, 'the list that was there is there');
    await context.setOffline(false);
    await failure.waitFor({ state: 'detached' });
    await expectPaid(page);
  });

  visit('a failed request can be tried again by a button', { device, expected: LOST }, async ({ page, go, context }) => {
    await go('#p=119.43000,32.40000');
    await someListed(page);
    await context.route('**/places/nearest*', (route) => route.abort());
    await askForPaid(page);
    const failure = page.getByTestId('failure');
    await failure.waitFor();
    await context.unroute('**/places/nearest*');
    await failure.getByRole('button').click();
    await failure.waitFor({ state: 'detached' });
    await expectPaid(page);
  });
}
