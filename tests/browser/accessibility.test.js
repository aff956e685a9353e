/** What an automatic check can say about reading with other means: axe, touch targets, narrow and magnified screens. */
import assert from 'node:assert/strict';
import { tooSmall, violations } from './support/axe.js';
import { api, fontsAreHere, someListed, visit } from './support/visit.js';

const aPlace = async () => (await api('/api/v1/places/nearest?lon=119.43&lat=32.4&k=3')).features[1].id;

/** Goes through the views that a family sees and gathers what `look` finds in each. */
async function throughViews(page, go, settings, look) {
  const found = {};
  const note = async (view) => {
    const here = await look();
    if (here.length) found[view] = here;
  };
  const afresh = async (fragment) => {
    await page.goto('about:blank');
    await go(`${fragment}${settings}`);
  };
  await afresh('#');
  await page.getByTestId('kind-venue').waitFor();
  await note('first visit');
  await page.getByTestId('filter-kind').click();
  await page.getByTestId('filter-menu').waitFor();
  await note('a filter menu');
  await afresh('#p=119.43000,32.40000');
  await someListed(page);
  await note('list');
  await afresh(`#p=119.43000,32.40000&s=${await aPlace()}`);
  await page.getByTestId('map-amap').waitFor();
  await note('card');
  await page.getByTestId('report').click();
  await page.getByTestId('report-send').waitFor();
  await note('report');
  await page.keyboard.press('Escape');
  await page.getByTestId('report-dialog').waitFor({ state: 'detached' });
  await page.getByTestId('settings').click();
  await page.getByTestId('about').click();
  await page.getByTestId('count-venue').waitFor();
  await note('about the data');
  return found;
}

for (const device of ['desktop', 'phone']) {
  for (const theme of ['light', 'dark']) {
    visit(`axe finds nothing, ${theme}`, { device }, async ({ page, go }) => {
      assert.deepEqual(await throughViews(page, go, `&theme=${theme}`, () => violations(page)), {});
    });
  }
}

visit('everything to touch is at least 44 pixels', { device: 'phone' }, async ({ page, go }) => {
  assert.deepEqual(await throughViews(page, go, '', () => tooSmall(page)), {});
});

for (const [name, options] of [
  ['a narrow phone', { context: { viewport: { width: 320, height: 640 } } }],
  ['a phone with large type', { device: 'phone' }],
  ['a desktop at 200 %', { context: { viewport: { width: 720, height: 450 } } }],
]) {
  visit(`nothing needs scrolling sideways: ${name}`, options, async ({ page, go }) => {
    for (const fragment of ['#big=1', '#big=1&lang=en', `#big=1&lang=en&p=119.43000,32.40000&s=${await aPlace()}`]) {
      await page.goto('about:blank');
      await go(fragment);
      await page.getByTestId(fragment.includes('s=') ? 'map-amap' : 'kind-venue').waitFor();
      await fontsAreHere(page);
      const wide = await page.evaluate(() => {
        const scrollers = [document.documentElement, ...document.querySelectorAll('.panel-scroll, .card, .menu')];
        return scrollers.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.className || one.tagName);
      });
      assert.deepEqual(wide, [], fragment);
    }
  });
}

for (const settings of ['lang=zh', 'lang=en', 'lang=zh&big=1', 'lang=en&big=1']) {
  const narrow = { context: { viewport: { width: 320, height: 640 } }, expected: /\/api\/v1\/session/ };
  visit(`the map's name is whole over every page of a narrow phone, ${settings}`, narrow, async ({ page, go }) => {
    for (const path of ['', 'plan.html', 'study.html', 'edit.html']) {
      await page.goto('about:blank');
      await go(`${path}#${settings}`);
      await page.locator('h1').filter({ hasText: /扬州市|of Yangzhou/ }).waitFor();
      await fontsAreHere(page);
      const cut = await page.evaluate(() => {
        const header = document.querySelector('.header');
        const height = getComputedStyle(header).minHeight;
        const name = header.querySelector('h1');
        const isCut = name.scrollWidth > name.clientWidth || name.scrollHeight > name.clientHeight;
        return [isCut && 'the name', header.offsetHeight > parseFloat(height) && `the header: ${header.offsetHeight} > ${height}`].filter(Boolean);
      });
      assert.deepEqual(cut, [], path);
    }
  });
}
