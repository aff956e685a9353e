/** The family's story: where is the nearest place that we can get into? */
import assert from 'node:assert/strict';
import { api, fontsAreHere, fragmentOf, listed, mapIsDrawn, someListed, until, visit } from './support/visit.js';

/** `119.412345`, as other maps' links have it. */
const six = (value) => value.toFixed(6);

for (const device of ['desktop', 'phone']) {
  visit('a first visit says where one is, how to begin, and what is an example', { device }, async ({ page, go, requests }) => {
    await go();
    await page.getByTestId('welcome').waitFor();
    await until(() => page.locator('h1').innerText(), (heading) => heading.includes('扬州'));
    await until(() => page.title(), (title) => title.includes('扬州'));
    await page.getByTestId('sample-banner').waitFor();
    assert.ok(!requests.some((url) => url.includes('nearest')), 'nobody is asked for a point before there is one');
    const city = await api('/api/v1/city');
    for (const { kind, located } of city.roles) {
      const row = () => page.getByTestId(`kind-${kind}`).innerText();
      await until(row, (text) => text.replaceAll(',', '').includes(`${located} 处`));
    }
    await mapIsDrawn(page);
    assert.match(await page.getByTestId('credits').innerText(), /审图号[^]*OpenStreetMap/);
  });

  visit('search, start from there, list, card, links in the other maps\' datum', { device }, async ({ page, go }) => {
    await go();
    await page.getByTestId('search').fill('瘦西湖');
    const suggestion = page.getByTestId('suggestion').filter({ hasText: /^\s*瘦西湖/ }).first();
    await suggestion.click();
    await page.getByTestId('card-name').filter({ hasText: '瘦西湖' }).waitFor();
    await page.getByTestId('start-here').click();
    await page.getByTestId('card-close').click();

    const ids = await someListed(page);
    assert.ok(ids.length >= 10, 'a list to choose from');
    assert.match(await page.getByTestId('summary').innerText(), /处，最近 /);
    const [lon, lat] = fragmentOf(page).get('p').split(',');
    const expected = await api(`/api/v1/places/nearest?lon=${lon}&lat=${lat}&k=${ids.length}`);
    assert.deepEqual(ids.toSorted(), expected.features.map((feature) => feature.id).toSorted());
    const rows = await page.getByTestId('result').allInnerTexts();
    assert.ok(rows.every((row) => /步行.+ · (不到 50 米|[\d,]+ 米|[\d.,]+ 公里)\s+直线估算/.test(row)), `every distance says what it measures: ${rows}`);

    const id = ids[2];
    await page.locator(`[data-testid=result][data-id="${id}"]`).click();
    const { properties } = await api(`/api/v1/places/${id}`);
    await page.getByTestId('card-name').filter({ hasText: properties.name }).waitFor();
    await page.getByTestId('map-amap').waitFor();
    const at = {};
    for (const datum of ['wgs84', 'gcj02', 'bd09']) {
      at[datum] = (await api(`/api/v1/places/${id}?datum=${datum}`)).geometry.coordinates.map(six);
    }
    const link = (map) => page.getByTestId(`map-${map}`).getAttribute('href');
    assert.ok((await link('amap')).includes(`position=${at.gcj02.join(',')}`), '高德 draws in GCJ-02, longitude first');
    assert.ok((await link('baidu')).includes(`location=${at.bd09.toReversed().join(',')}`), '百度 draws in BD-09, latitude first');
    assert.ok((await link('apple')).includes(`ll=${at.gcj02.toReversed().join(',')}`), "Apple's map of China is in GCJ-02");
    assert.ok((await link('google')).includes(`query=${at.wgs84.toReversed().join(',')}`), 'Google takes WGS-84');
    for (const map of ['amap', 'baidu', 'apple', 'google']) {
      assert.match(await page.getByTestId(`map-${map}`).getAttribute('rel'), /noopener.*noreferrer|noreferrer.*noopener/);
    }
    if (properties.roles.some((role) => role.synthetic)) {
      assert.match(await page.getByTestId('card').innerText(), /示例/, 'an example is called one');
    }
  });

  visit('the list keeps its place while a card lies over it', { device }, async ({ page, go }) => {
    await go('#p=119.43000,32.40000');
    const ids = await someListed(page);
    await page.getByTestId('load-more').click();
    const more = await until(() => listed(page), (now) => now.length > ids.length);
    assert.deepEqual(more.slice(0, ids.length), ids, 'more come after those that were there');
    const row = page.locator(`[data-testid=result][data-id="${more[24]}"]`);
    await page.getByTestId('sample-banner').waitFor();
    await row.scrollIntoViewIfNeeded();
    await fontsAreHere(page);
    const scroll = () => page.locator('#list').evaluate((list) => list.scrollTop);
    const before = await scroll();
    assert.ok(before > 100);
    await row.click();
    await page.getByTestId('card-name').waitFor();
    await page.goBack();
    await page.getByTestId('card').waitFor({ state: 'detached' });
    assert.ok(Math.abs((await scroll()) - before) <= 1, 'Back returns to the same scroll position');
  });

  visit('one may start where one is', { device, context: { geolocation: { longitude: 119.44, latitude: 32.39 }, permissions: ['geolocation'] } }, async ({ page, go }) => {
    await go();
    await page.getByTestId('locate').click();
    const ids = await someListed(page);
    const expected = await api(`/api/v1/places/nearest?lon=119.44&lat=32.39&k=${ids.length}`);
    assert.deepEqual(ids, expected.features.map((feature) => feature.id));
  });

  visit('who does not share a position is told what else to do', { device, context: { permissions: [] } }, async ({ page, go, context }) => {
    await context.clearPermissions();
    await go();
    await page.getByTestId('locate').click();
    await page.getByTestId('toast').filter({ hasText: /点一下/ }).waitFor();
  });
}

visit('on a phone on its side the list and the card have most of the height', { device: 'phone', context: { viewport: { width: 844, height: 390 } } }, async ({ page, go }) => {
  await go('#p=119.43900,32.39500');
  const ids = await someListed(page);
  const height = async () => (await page.getByTestId('panel').boundingBox()).height;
  // The panel takes its height in a fifth of a second.
  await until(height, (list) => list >= 390 / 2);
  await page.locator(`[data-testid=result][data-id="${ids[0]}"]`).click();
  await page.getByTestId('card-name').waitFor();
  await until(height, (card) => card >= (390 * 3) / 4);
});
