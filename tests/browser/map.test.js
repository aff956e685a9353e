/** The map answers to taps, and the page does without it where it must. */
import assert from 'node:assert/strict';
import { middleOfMap } from './support/map.js';
import { api, fragmentOf, mapIsDrawn, running, someListed, until, visit } from './support/visit.js';

/** A point in the city with no place within 300 m and some within 3 km: open ground to tap on. */
async function openGround() {
  for (let step = 0; step < 400; step += 1) {
    const [lon, lat] = [119.35 + 0.011 * (step % 20), 32.35 + 0.007 * Math.floor(step / 20)];
    const { features } = await api(`/api/v1/places/nearest?lon=${lon}&lat=${lat}&k=1&max_m=3000`);
    if (features[0]?.properties.distance_m > 300) return [lon, lat];
  }
  throw new Error('There is no open ground.');
}

for (const device of ['desktop', 'phone']) {
  visit('a tap on the map lists what is nearest to it', { device }, async ({ page, go, requests }) => {
    const [lon, lat] = await openGround();
    await go(`#c=${lon.toFixed(5)},${lat.toFixed(5)},16.50`);
    await mapIsDrawn(page);
    const { x, y } = await middleOfMap(page);
    if (device === 'phone') await page.touchscreen.tap(x, y);
    else await page.mouse.click(x, y);
    const ids = await someListed(page);
    const asked = requests.filter((url) => url.includes('/places/nearest'));
    assert.equal(asked.length, 1, `one question for one tap: ${asked}`);
    const { searchParams } = new URL(asked[0]);
    const [tappedLon, tappedLat] = [Number(searchParams.get('lon')), Number(searchParams.get('lat'))];
    // At zoom 16.5 the screen is a few hundred metres wide.
    assert.ok(Math.abs(tappedLon - lon) < 0.004 && Math.abs(tappedLat - lat) < 0.004, `${tappedLon},${tappedLat}`);
    const expected = await api(`/api/v1/places/nearest?lon=${tappedLon}&lat=${tappedLat}&k=${ids.length}`);
    assert.deepEqual(ids, expected.features.map((feature) => feature.id));
    const [shownLon, shownLat] = fragmentOf(page).get('p').split(',').map(Number);
    assert.ok(Math.abs(shownLon - tappedLon) < 1e-5 && Math.abs(shownLat - tappedLat) < 1e-5);
  });

  visit('a tap on a marker opens its card', { device }, async ({ page, go }) => {
    const { features } = await api('/api/v1/places/nearest?lon=119.4382&lat=32.4012&role=heritage&k=1');
    const [garden] = features;
    const [lon, lat] = garden.geometry.coordinates;
    await go(`#c=${lon.toFixed(5)},${lat.toFixed(5)},17.50`);
    await mapIsDrawn(page);
    const spot = await page.getByTestId('map').evaluate((map) => {
      const box = map.getBoundingClientRect();
      return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    });
    const covered = await page.evaluate(({ x, y }) => !document.elementFromPoint(x, y)?.closest('[data-testid=map]'), spot);
    if (covered) {
      await page.getByTestId('sheet-down').click();
      await until(() => page.evaluate(({ x, y }) => Boolean(document.elementFromPoint(x, y)?.closest('[data-testid=map]')), spot), Boolean);
    }
    if (device === 'phone') await page.touchscreen.tap(spot.x, spot.y);
    else await page.mouse.click(spot.x, spot.y);
    await page.getByTestId('card-name').filter({ hasText: garden.properties.name }).waitFor();
    assert.equal(fragmentOf(page).get('s'), garden.id);
  });

  visit('the list is complete without the map', { device, flags: ['--disable-3d-apis'], expected: /WebGL|webgl/ }, async ({ page, go }) => {
    await go('#p=119.43000,32.40000');
    const ids = await someListed(page);
    await page.getByText('这台设备画不了地图').waitFor();
    assert.equal(await page.getByTestId('zoom-in').isVisible(), false, 'no buttons without a map');
    const expected = await api(`/api/v1/places/nearest?lon=119.43&lat=32.4&k=${ids.length}`);
    assert.deepEqual(ids, expected.features.map((feature) => feature.id));
  });
}

visit('a place whose card is opened is in sight beside it, though the card takes room from the map', {}, async ({ page, go }) => {
  const { features } = await api('/api/v1/places/nearest?lon=119.4382&lat=32.4012&role=heritage&k=1');
  const [{ id, geometry }] = features;
  const [lon, lat] = geometry.coordinates;
  // The place stands a finger's width from the left rim of the map.
  await go(`#p=${lon.toFixed(5)},${lat.toFixed(5)}&c=${(lon + 0.0193).toFixed(5)},${lat.toFixed(5)},14.00`);
  await someListed(page);
  await mapIsDrawn(page);
  await page.locator(`[data-testid=result][data-id="${id}"]`).click();
  await page.getByTestId('card-name').waitFor();
  const marker = page.getByTestId('selected-marker');
  await marker.waitFor();
  const isOnMap = () =>
    marker.evaluate((element) => {
      const [mark, map] = [element, document.querySelector('.map')].map((one) => one.getBoundingClientRect());
      return mark.left >= map.left && mark.right <= map.right && mark.top >= map.top && mark.bottom <= map.bottom;
    });
  await until(isOnMap, Boolean);
});

/** Opens the comparison of a scenario with the one in front of it. */
async function compare(page) {
  await page.getByTestId('save-scenario').click();
  await page.getByTestId('compare-kept').click();
  return page.getByTestId('swipe-map');
}

const whole = async (page) => page.locator('.map');

for (const [name, path, file, frame] of [
  ["the family's", '', 'city-map', whole],
  ["the planner's", 'plan.html', 'coverage-map', whole],
  ["the planner's swiped", 'plan.html#v=trial&a=119.44000,33.24000,venue,x&q=x', 'swipe-map', compare],
  ["the teacher's", 'study.html', 'study-map', whole],
]) {
  visit(`${name} map has its buttons once it is there, and what is pressed is done`, {}, async ({ page }) => {
    let bring;
    const brought = new Promise((resolve) => (bring = resolve));
    await page.route(new RegExp(`/${file}-[^/]*\\.js$`), async (route) => {
      await brought;
      await route.continue();
    });
    const asked = page.waitForRequest(new RegExp(`/${file}-[^/]*\\.js$`));
    await page.goto(`${running().address}/${path}`);
    const map = await frame(page);
    await asked;
    const zoom = map.getByTestId('zoom-in');
    await zoom.waitFor({ state: 'attached' });
    assert.equal(await zoom.isVisible(), false, 'there is nothing to press yet');
    bring();
    await zoom.waitFor();
    await mapIsDrawn(page);
    const moves = page.evaluate(
      () => new Promise((resolve) => new MutationObserver(() => document.documentElement.dataset.mapState === 'busy' && resolve()).observe(document.documentElement, { attributeFilter: ['data-map-state'] })),
    );
    await zoom.click();
    await moves;
  });
}
