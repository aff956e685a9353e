/** Pictures of the page for people to look at, kept in tests/artefacts/, and what of them a program can see. */
import assert from 'node:assert/strict';
import { cut, FOLDER } from './support/pictures.js';
import { api, DEVICES, fontsAreHere, mapIsDrawn, someListed, standAt, visit } from './support/visit.js';

/** How many colours a picture of the map has: one that did not draw has one or two. */
async function coloursOfMap(page) {
  const picture = await page.getByTestId('map').screenshot();
  return page.evaluate(async (bytes) => {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
    return new Set(pixels).size;
  }, [...picture]);
}

// Words are as long by day as by night, so that each language is looked at on each device, and each theme.
const LOOKS = [
  ['light', 'zh'],
  ['dark', 'en'],
];

for (const device of Object.keys(DEVICES)) {
  for (const [theme, lang] of LOOKS) {
    visit(`pictures, ${theme}, ${lang}`, { device }, async ({ page, go }) => {
      const take = async (name) => {
        await mapIsDrawn(page);
        await fontsAreHere(page);
        await page.screenshot({ path: `${FOLDER}${name}-${device}-${theme}-${lang}.png` });
        assert.deepEqual(await cut(page), [], `${name}: no word is cut`);
      };
      // A Wednesday in term: there is a weekend to come, and something on.
      await standAt(page, '2026-12-02T10:00:00+08:00');
      await go(`#lang=${lang}&theme=${theme}`);
      await page.getByTestId('kind-venue').waitFor();
      await take('first');
      assert.ok((await coloursOfMap(page)) > 30, 'the map is drawn');
      const { features } = await api('/api/v1/places/nearest?lon=119.4382&lat=32.4012&role=heritage&k=1');
      await page.goto('about:blank');
      await go(`#p=119.43900,32.39500&lang=${lang}&theme=${theme}`);
      await someListed(page);
      await take('list');
      await page.goto('about:blank');
      await go(`#p=119.43900,32.39500&o=weekend&lang=${lang}&theme=${theme}`);
      await someListed(page);
      await take('weekend');
      await page.goto('about:blank');
      await go(`#p=119.43900,32.39500&v=fortnight&lang=${lang}&theme=${theme}`);
      await page.getByTestId('whats-on-summary').filter({ hasText: /\d/ }).waitFor();
      await take('whats-on');
      await page.goto('about:blank');
      await go(`#p=119.43900,32.39500&s=${features[0].id}&lang=${lang}&theme=${theme}`);
      await someListed(page);
      await page.getByTestId('map-amap').waitFor();
      await take('card');
      await page.getByTestId('report').click();
      await page.getByTestId('report-send').waitFor();
      await take('report');
    });
  }
}
