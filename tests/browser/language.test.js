/** Chinese first, English by a switch, and neither in the other's page but in what things are called. */
import assert from 'node:assert/strict';
import { api, someListed, until, visit } from './support/visit.js';

/** Every text of the page, seen or spoken, that is not marked as being in another language. */
function texts(page) {
  return page.evaluate(() => {
    const language = document.documentElement.lang.slice(0, 2);
    const found = [];
    const foreign = (element) => (element.closest('[lang]')?.getAttribute('lang') ?? '').slice(0, 2) !== language;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
      if (element.closest('script, style, noscript, .maplibregl-map svg')) continue;
      const own = node.nodeType === Node.TEXT_NODE ? [node.data] : ['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? '');
      for (const text of own) if (text.trim() && (!foreign(element) || element === document.documentElement)) found.push(text.trim());
    }
    return found;
  });
}

/** Every string in an answer: what things are called. */
function strings(value) {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
}

/** Texts with the data's own words taken out, longest first. */
function withoutData(found, data) {
  const words = [...new Set(data)].filter((word) => word.length > 1).toSorted((a, b) => b.length - a.length);
  return found.map((text) => words.reduce((rest, word) => rest.replaceAll(word, ' '), text));
}

async function stages(page, go, lang) {
  const { features, sources } = await api('/api/v1/places/nearest?lon=119.43&lat=32.4&k=20');
  const data = [...strings(await api('/api/v1/city')), ...strings(features), ...strings(sources)];
  const seen = [];
  await go(`#lang=${lang}`);
  await page.getByTestId('kind-venue').waitFor();
  seen.push(...(await texts(page)));
  await page.getByTestId('settings').click();
  for (const menu of ['kind', 'fee', 'district']) {
    await page.getByTestId(`filter-${menu}`).click();
    seen.push(...(await texts(page)));
    await page.keyboard.press('Escape');
  }
  for (const { id } of features.slice(0, 4)) {
    await page.goto('about:blank');
    await go(`#p=119.43000,32.40000&s=${id}&lang=${lang}`);
    await someListed(page);
    await page.getByTestId('map-amap').waitFor();
    seen.push(...(await texts(page)));
  }
  await page.getByTestId('settings').click();
  await page.getByTestId('about').click();
  await page.getByTestId('count-venue').waitFor();
  seen.push(...(await texts(page)));
  return withoutData([...new Set(seen)], data);
}

visit('no Chinese is left in the English page but in names', {}, async ({ page, go }) => {
  const left = (await stages(page, go, 'en')).filter((text) => /\p{Script=Han}/u.test(text));
  assert.deepEqual(left, []);
});

visit('no English is left in the Chinese page but in names', {}, async ({ page, go }) => {
  // Abbreviations and licences have no Chinese of their own.
  const allowed = /\b(OpenStreetMap|ODbL|CC|BY|CC0|MIT|GeoNames|WGS|GCJ|BD|osm)\b/g;
  const left = (await stages(page, go, 'zh')).map((text) => text.replaceAll(allowed, '')).filter((text) => /[A-Za-z]{3,}/.test(text));
  assert.deepEqual(left, []);
});

for (const device of ['desktop', 'phone']) {
  visit('the switch changes the page, its title and its language, and back', { device }, async ({ page, go }) => {
    await go('#p=119.43000,32.40000');
    await someListed(page);
    await page.getByTestId('language').click();
    await until(() => page.title(), (title) => title.includes('Yangzhou'));
    assert.match(await page.locator('html').getAttribute('lang'), /^en/);
    assert.match(await page.getByTestId('summary').innerText(), /nearest/);
    await page.getByTestId('language').click();
    await until(() => page.title(), (title) => title.includes('扬州'));
    assert.equal(await page.locator('html').getAttribute('lang'), 'zh-CN');
  });
}
