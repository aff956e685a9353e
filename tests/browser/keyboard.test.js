/** The story with the keyboard alone. */
import assert from 'node:assert/strict';
import { focused, focusIsSeen, tabTo } from './support/keys.js';
import { someListed, until, visit } from './support/visit.js';

visit('search, list, card and back without a pointer', {}, async ({ page, go }) => {
  await go('#p=119.43000,32.40000');
  await someListed(page);

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await until(() => focused(page), (now) => now === 'section#list' || now === 'div#list');

  await tabTo(page, 'result');
  assert.ok(await focusIsSeen(page), 'the focus is seen');
  const id = await page.evaluate(() => document.activeElement.dataset.id);
  await page.keyboard.press('Enter');
  await until(() => focused(page), (now) => now === 'card-name');
  await tabTo(page, 'map-amap');
  assert.ok(await focusIsSeen(page), 'the focus is seen');
  await page.keyboard.press('Escape');
  await page.getByTestId('card').waitFor({ state: 'detached' });
  await until(() => page.evaluate(() => document.activeElement.dataset.id), (now) => now === id);
});

visit('a suggestion is taken with the arrow keys', {}, async ({ page, go }) => {
  await go();
  await page.getByTestId('welcome').waitFor();
  await tabTo(page, 'search');
  // In one go: letter by letter each prefix has suggestions of its own, which come and go.
  await page.keyboard.insertText('sxh');
  await page.getByTestId('suggestion').first().waitFor();
  await page.keyboard.press('ArrowDown');
  const field = page.getByTestId('search');
  assert.equal(await field.getAttribute('aria-expanded'), 'true');
  const active = await field.getAttribute('aria-activedescendant');
  const name = await page.locator(`#${active} .option-name`).innerText();
  await page.keyboard.press('Enter');
  await page.getByTestId('card-name').filter({ hasText: name }).waitFor();
});

visit('a filter menu is opened, used and left by keys', {}, async ({ page, go }) => {
  await go('#p=119.43000,32.40000');
  await someListed(page);
  await tabTo(page, 'filter-fee');
  await page.keyboard.press('Enter');
  await page.getByTestId('filter-menu').waitFor();
  await tabTo(page, 'input#');
  await page.keyboard.press('Space');
  await until(() => page.url(), (url) => url.includes('f=free'));
  await page.keyboard.press('Escape');
  await page.getByTestId('filter-menu').waitFor({ state: 'detached' });
  assert.equal(await focused(page), 'filter-fee');
});

visit('the list comes before the map in reading order', {}, async ({ page, go }) => {
  await go('#p=119.43000,32.40000');
  await someListed(page);
  const order = await page.evaluate(() => {
    const [list, map] = ['#list', '[data-testid=map]'].map((selector) => document.querySelector(selector));
    return Boolean(list.compareDocumentPosition(map) & Node.DOCUMENT_POSITION_FOLLOWING);
  });
  assert.ok(order);
  assert.equal(await page.getByTestId('summary').getAttribute('aria-live'), 'polite');
});
