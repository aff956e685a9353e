/** The address holds the state, and gives nothing away. */
import assert from 'node:assert/strict';
import { api, fragmentOf, listed, mapIsDrawn, someListed, until, visit } from './support/visit.js';

for (const device of ['desktop', 'phone']) {
  visit('a shared address brings back point, filters, card and camera', { device }, async ({ page, go, context }) => {
    const { features } = await api('/api/v1/places/nearest?lon=119.43&lat=32.4&role=venue&fee=free&k=20');
    const [{ id, properties }] = features;
    const shared = `#p=119.43000,32.40000&n=文昌阁&r=venue&f=free&s=${id}&c=119.43500,32.40500,13.50`;
    await go(shared);
    await page.getByTestId('card-name').filter({ hasText: properties.name }).waitFor();
    assert.deepEqual(await someListed(page), features.map((feature) => feature.id));
    assert.match(await page.locator('#list h2').innerText(), /文昌阁/);
    await mapIsDrawn(page);
    const fragment = fragmentOf(page);
    for (const [key, value] of Object.entries({ p: '119.43000,32.40000', n: '文昌阁', r: 'venue', f: 'free', s: id, c: '119.43500,32.40500,13.50' })) {
      assert.equal(fragment.get(key), value, key);
    }
    const copy = await context.newPage();
    await copy.goto(page.url());
    await copy.getByTestId('card-name').filter({ hasText: properties.name }).waitFor();
    assert.deepEqual(await someListed(copy), await listed(page));
  });

  visit('the point is in no request but the one for what is near', { device }, async ({ page, go, requests }) => {
    await go('#p=119.43217,32.40768');
    await someListed(page);
    await mapIsDrawn(page);
    const telling = requests.filter((url) => /119\.43217|32\.40768/.test(decodeURIComponent(url)));
    assert.ok(telling.length > 0 && telling.every((url) => new URL(url).pathname === '/api/v1/places/nearest'), telling.join(' '));
    assert.ok(requests.every((url) => !url.includes('#') || new URL(url).pathname === '/'), 'a fragment stays in the browser');
  });

  visit('a card that the list does not hold says how far its place is, and says so anew from another point', { device }, async ({ page, go }) => {
    const { features } = await api('/api/v1/places/nearest?lon=119.2&lat=33.3&k=1');
    const [{ id, properties }] = features;
    await go(`#p=119.43000,32.40000&s=${id}`);
    await page.getByTestId('card-name').filter({ hasText: properties.name }).waitFor();
    const said = await page.getByTestId('card-distance').innerText();
    assert.match(said, /步行 3 小时以上 · 10\d 公里\s+直线估算/, 'from the centre of Yangzhou to the north of Baoying');
    assert.ok(!(await listed(page)).includes(id));
    await page.getByTestId('start-here').click();
    await page.getByTestId('card-distance').filter({ hasText: '不到 50 米' }).waitFor();
  });

  visit('Back and Forward go through cards', { device }, async ({ page, go }) => {
    await go('#p=119.43000,32.40000');
    const [first] = await someListed(page);
    await page.locator(`[data-testid=result][data-id="${first}"]`).click();
    await page.getByTestId('card-name').waitFor();
    await page.goBack();
    await page.getByTestId('card').waitFor({ state: 'detached' });
    await page.goForward();
    await page.getByTestId('card-name').waitFor();
    assert.equal(fragmentOf(page).get('s'), first);
  });

  visit('an address that makes no sense still opens the page, and says so', { device }, async ({ page, go }) => {
    await go('#p=999,abc&r=library,venue&d=7&s=<b>&c=x&lang=fr&__proto__=1');
    await page.getByTestId('toast').filter({ hasText: /看不懂/ }).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'zh-CN');
  });

  visit('a place that is no more says so', { device, expected: /404/ }, async ({ page, go }) => {
    await go('#s=p-nowhere');
    await page.getByTestId('card').filter({ hasText: '没有这个地点' }).waitFor();
  });
}

visit('the last display settings are remembered', {}, async ({ page, go }) => {
  await go();
  await page.getByTestId('language').click();
  await until(() => page.locator('html').getAttribute('lang'), (lang) => lang?.startsWith('en'));
  await page.goto('about:blank');
  await go();
  await page.getByTestId('welcome').waitFor();
  assert.match(await page.locator('html').getAttribute('lang'), /^en/);
});
