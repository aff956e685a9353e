/** What is on: the list by day, the way to a place's card, its calendar, its courses; as the server says. */
import assert from 'node:assert/strict';
import { tooSmall, violations } from './support/axe.js';
import { focused, tabTo } from './support/keys.js';
import { api, fragmentOf, standAt, until, visit } from './support/visit.js';

const AT = 'p=119.43000,32.40000';
/** A Wednesday in the term of the sample city. */
const NOW = '2026-12-02T10:00';
const standStill = (page) => standAt(page, `${NOW}:00+08:00`);

const WEEKEND = 'from=2026-12-05T00:00&to=2026-12-06T23:59';
const near = '&near=119.43,32.4&radius_m=10000';
const shown = (page) => page.getByTestId('activity').evaluateAll((rows) => rows.map((row) => row.dataset.id));

/** Waits until the page lists what the server answers to a question: what has a time of its own before what is open all day. */
async function expectActivities(page, question) {
  const { features } = await api(`/api/v1/activities?${question}&limit=50`);
  const ids = JSON.stringify(features.map((feature) => feature.properties.id).toSorted());
  await until(async () => JSON.stringify((await shown(page)).toSorted()), (now) => now === ids);
  return features;
}

for (const device of ['desktop', 'phone']) {
  visit('what is on this weekend near here, by day, and from there to the card and its calendar', { device }, async ({ page, go, context }) => {
    await standStill(page);
    await go(`#${AT}`);
    await page.getByTestId('view-whats-on').click();
    assert.equal(fragmentOf(page).get('v'), 'weekend');
    const features = await expectActivities(page, WEEKEND + near);
    assert.ok(features.length > 0, 'the sample city has something on');
    assert.match(await page.getByTestId('whats-on-summary').innerText(), new RegExp(`^10 公里内有 ${features.length} 场活动`));
    const row = page.getByTestId('activity').first();
    assert.match(await row.innerText(), /示例/, 'an example is called one');
    assert.match(await row.innerText(), /直线/, 'a distance says what it measures');

    const calendar = await context.request.get(new URL(await row.getByTestId('add-to-calendar').getAttribute('href'), page.url()).href);
    assert.match(calendar.headers()['content-type'], /^text\/calendar/);
    assert.match(await calendar.text(), /^BEGIN:VCALENDAR/);

    const first = await shown(page);
    const { place } = features.find((feature) => feature.properties.id === first[0]).properties;
    await row.getByTestId('activity-place').click();
    await page.getByTestId('card-name').filter({ hasText: place.name }).waitFor();
    await page.goBack();
    await page.getByTestId('card').waitFor({ state: 'detached' });
    assert.deepEqual(await shown(page), first, 'the list is still there');

    await page.getByTestId('span-fortnight').click();
    await expectActivities(page, `from=${NOW}&to=2026-12-16${near}`);
    assert.equal(fragmentOf(page).get('v'), 'fortnight');
    await page.getByTestId('view-places').click();
    await page.getByTestId('result').first().waitFor();
    assert.equal(fragmentOf(page).get('v'), null);
  });
}

visit('without a starting point it is the whole city', {}, async ({ page, go }) => {
  await standStill(page);
  await go('#v=weekend');
  const features = await expectActivities(page, WEEKEND);
  assert.match(await page.getByTestId('whats-on-summary').innerText(), /^全市有 \d+ 场活动/);
  assert.ok(features.every((feature) => feature.properties.distance_m == null));
});

visit('where nothing is on, the page says what to do next', { device: 'phone' }, async ({ page, go }) => {
  await standStill(page);
  await go('#p=112.00000,30.00000&v=weekend&d=1000');
  await page.getByTestId('whats-on-summary').filter({ hasText: '1 公里内这段时间没有活动' }).waitFor();
  const nothing = page.getByTestId('nothing-on');
  assert.match(await nothing.innerText(), /看两周内的[^]*扩大到 2 公里[^]*看全市的/);
  await nothing.getByRole('button', { name: '看全市的' }).click();
  await expectActivities(page, WEEKEND);
});

visit('a card has its next activities and its courses', {}, async ({ page, go }) => {
  const { features } = await api('/api/v1/courses?limit=1000');
  const place = features[0].properties.place;
  const { properties } = await api(`/api/v1/places/${place.id}`);
  await go(`#s=${place.id}`);
  const courses = page.getByTestId('place-courses');
  await courses.filter({ hasText: properties.courses[0].title }).waitFor();
  assert.equal(await page.getByTestId('place-course').count(), properties.courses.length);
  assert.match(await courses.innerText(), /年级|高[一二三]/);
  assert.equal(await page.getByTestId('place-activity').count(), new Set(properties.activities.map(({ id }) => id)).size, 'each once, with its times');
});

visit('from a card one goes to either list, and the card closes', { device: 'phone' }, async ({ page, go }) => {
  await standStill(page);
  await go(`#${AT}`);
  await page.getByTestId('result').first().click();
  await page.getByTestId('card-name').waitFor();
  await page.getByTestId('view-whats-on').click();
  await page.getByTestId('card').waitFor({ state: 'detached' });
  await page.getByTestId('activity-place').first().click();
  await page.getByTestId('card-name').waitFor();
  await page.getByTestId('view-whats-on').click();
  await page.getByTestId('card').waitFor({ state: 'detached' });
  await page.getByTestId('activity').first().waitFor();
});

visit('what is on is read by keys alone', {}, async ({ page, go }) => {
  await standStill(page);
  await go(`#${AT}`);
  await page.getByTestId('result').first().waitFor();
  await tabTo(page, 'view-whats-on');
  await page.keyboard.press('Enter');
  await expectActivities(page, WEEKEND + near);
  await tabTo(page, 'activity-place');
  const id = await page.evaluate(() => document.activeElement.dataset.id);
  await page.keyboard.press('Enter');
  await until(() => focused(page), (now) => now === 'card-name');
  await page.keyboard.press('Escape');
  await until(() => page.evaluate(() => document.activeElement.dataset.id), (now) => now === id);
});

for (const theme of ['light', 'dark']) {
  visit(`axe finds nothing in what is on, ${theme}`, { device: 'phone' }, async ({ page, go }) => {
    await standStill(page);
    await go(`#${AT}&v=fortnight&theme=${theme}`);
    await page.getByTestId('activity').first().waitFor();
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await tooSmall(page), []);
  });
}
