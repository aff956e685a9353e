/** Can we go in? The chips, the way there, the line on entry, the week and the month; each as the server says, at whatever date this is run. */
import assert from 'node:assert/strict';
import { tooSmall, violations } from './support/axe.js';
import { focused, tabTo } from './support/keys.js';
import { api, fragmentOf, listed, someListed, standAt, until, visit } from './support/visit.js';

const AT = 'p=119.43000,32.40000';
const NEAREST = '/api/v1/places/nearest';

/** What the page asked of nearest, the newest last. */
const asked = (requests) => requests.filter((url) => url.includes(`${NEAREST}?`)).map((url) => new URL(url).searchParams);

/** Presses a chip, and gives what the server then answered. */
async function press(page, chip, choice) {
  const answer = page.waitForResponse((response) => response.url().includes(`${NEAREST}?`) && response.url().includes(choice));
  await page.getByTestId(chip).click();
  return (await answer).json();
}

/** Waits until the list is what an answer says. */
async function expectListed(page, { features }) {
  const ids = JSON.stringify(features.map((feature) => feature.id));
  await until(async () => JSON.stringify(await listed(page)), (now) => now === ids);
}

/** What each row says of entry. */
const saidOf = (page) => page.getByTestId('result').evaluateAll((rows) => rows.map((row) => row.querySelector('[data-testid=entry]').dataset.state));

/** Has the server asked for a place's days from this one on, as if it were today. */
const asIfToday = (page, day) =>
  page.route(/\/places\/[^/]+\/days\?/, (route) => {
    const url = new URL(route.request().url());
    if (!url.searchParams.has('from')) url.searchParams.set('from', day);
    return route.continue({ url: url.href });
  });

/** A place near by of which the hours are known. */
async function withHours() {
  const { features } = await api(`${NEAREST}?lon=119.43&lat=32.4&k=20&role=venue,heritage`);
  return features.find((feature) => feature.properties.roles[0].hours && feature.properties.roles.length === 1);
}

for (const device of ['desktop', 'phone']) {
  visit('a chip lists what lets one in, one choice at a time, and pressed again it is off', { device }, async ({ page, go, requests }) => {
    await go(`#${AT}`);
    const all = await someListed(page);
    const now = await press(page, 'open-now', 'open_at=now');
    await expectListed(page, now);
    assert.ok((await saidOf(page)).every((state) => state === 'open'), 'each lets one in');
    assert.equal(fragmentOf(page).get('o'), 'now');
    assert.equal(asked(requests).at(-1).get('mode'), 'walk', 'on arrival, on foot');
    if (now.features.length) assert.match(await page.getByTestId('summary').innerText(), /^现在能进的.*最近/);

    await expectListed(page, await press(page, 'open-weekend', 'booking=include'));
    assert.equal(fragmentOf(page).get('o'), 'weekend');
    assert.equal(await page.getByTestId('open-now').getAttribute('aria-pressed'), 'false');
    assert.equal(await page.getByTestId('open-weekend').getAttribute('aria-pressed'), 'true');

    await page.getByTestId('open-weekend').click();
    await until(() => listed(page), (ids) => JSON.stringify(ids) === JSON.stringify(all));
    assert.equal(fragmentOf(page).get('o'), null);
  });

  visit('after school is two hours from when primary schools let out, and the page says which day', { device }, async ({ page, go, requests }) => {
    // Saturday 10 October 2026 is a make-up workday: school is held.
    await standAt(page, '2026-10-10T10:00:00+08:00');
    const { days } = await api('/api/v1/days?from=2026-10-10&to=2026-10-10');
    const { time } = days[0].dismissal.find(({ stage }) => stage === 'primary');
    await go(`#${AT}&o=school`);
    await page.getByTestId('school-line').filter({ hasText: `今天 ${time.replace(/^0/, '')} 小学放学后` }).waitFor();
    assert.match(await page.getByTestId('school-line').innerText(), /示例校历/, 'an example calendar is called one');
    const query = asked(requests).at(-1);
    assert.equal(query.get('open_at'), `2026-10-10T${time}`);
    assert.match(query.get('open_until'), /^2026-10-10T18:/);
    const answer = await api(`${NEAREST}?${query}`);
    await expectListed(page, answer);
    const states = await saidOf(page);
    assert.ok(states.every((state) => ['open', 'opens_later'].includes(state)), `each lets one in then: ${states}`);
    const known = answer.features.map(({ properties }) => properties.roles.map(({ open }) => open.state));
    assert.ok(states.every((state, i) => known[i].includes(state)), 'each row says what the server says');
  });

  visit('a week, a month and their words are those of the server', { device }, async ({ page, go }) => {
    const place = await withHours();
    await asIfToday(page, '2026-10-01');
    await go(`#${AT}&s=${place.id}`);
    await page.getByTestId('week-day').nth(6).waitFor();
    const shown = () => page.getByTestId('week-day').evaluateAll((cells) => cells.map(({ dataset }) => [dataset.date, dataset.state]));
    const { roles } = await api(`/api/v1/places/${place.id}/days?from=2026-10-01&days=31`);
    assert.deepEqual(await shown(), roles[0].days.slice(0, 7).map(({ date, state }) => [date, state]));
    assert.match(await page.getByTestId('week-day').first().innerText(), /今天[^]*国庆节/);
    assert.equal(await page.getByTestId('week-day').first().getAttribute('aria-current'), 'date');

    await page.getByTestId('see-month').click();
    await page.getByTestId('month-title').filter({ hasText: '2026年10月' }).waitFor();
    const cells = () => page.getByTestId('day').evaluateAll((all) => all.map(({ dataset }) => [dataset.day, dataset.state]));
    await until(async () => JSON.stringify(await cells()), (now) => now === JSON.stringify(roles[0].days.map(({ date, state }) => [date, state])));
    const day = (date) => page.locator(`[data-testid=day][data-day="${date}"]`).innerText();
    assert.match(await day('2026-10-01'), /10月1日 国庆节 (开放|闭馆|未知)[^]*休/, 'said in full, and lettered');
    assert.match(await day('2026-10-10'), /补班[^]*班/);
    assert.doesNotMatch(await day('2026-10-14'), /休|班/);
    assert.deepEqual(await tooSmall(page), []);
  });
}

visit('the weekend is this week\'s Saturday and Sunday, with what one books', {}, async ({ page, go, requests }) => {
  await standAt(page, '2026-10-14T10:00:00+08:00');
  await go(`#${AT}&o=weekend`);
  await until(() => asked(requests).length, (count) => count > 0);
  const query = asked(requests).at(-1);
  assert.deepEqual([query.get('open_at'), query.get('open_until'), query.get('booking')], ['2026-10-17T00:00', '2026-10-18T23:59', 'include']);
  await expectListed(page, await api(`${NEAREST}?${query}`));
});

visit('a chip without a starting point asks for one, and holds once there is one', { context: { geolocation: { longitude: 119.44, latitude: 32.39 }, permissions: ['geolocation'] } }, async ({ page, go, requests }) => {
  await go();
  await page.getByTestId('welcome').waitFor();
  await page.getByTestId('open-today').click();
  const ask = page.getByTestId('needs-point');
  await ask.filter({ hasText: /要看今天还能进的，先选一个出发点/ }).waitFor();
  assert.deepEqual(asked(requests), []);
  const answer = page.waitForResponse((response) => response.url().includes('open_until='));
  await ask.getByRole('button').click();
  await expectListed(page, await (await answer).json());
  assert.equal(await ask.count(), 0);
});

visit('a chip that is pressed before the page knows the city lists what it means once the city is known', {}, async ({ page, go, requests }) => {
  await standAt(page, '2026-10-14T10:00:00+08:00');
  let tell;
  const told = new Promise((resolve) => (tell = resolve));
  await page.route('**/api/v1/city', async (route) => {
    await told;
    await route.continue();
  });
  await go(`#${AT}`);
  await someListed(page);
  await page.getByTestId('open-weekend').click();
  await page.getByTestId('view-whats-on').click();
  assert.ok(!asked(requests).some((query) => query.has('open_until')));
  tell();
  await page.getByTestId('whats-on-summary').filter({ hasText: /\d/ }).waitFor();
  await page.getByTestId('view-places').click();
  await until(() => asked(requests).at(-1).get('open_until'), (end) => end === '2026-10-18T23:59');
  await expectListed(page, await api(`${NEAREST}?${asked(requests).at(-1)}`));
  assert.equal(await page.getByTestId('failure').count(), 0);
});

visit('nothing open near by says what to do next', { device: 'phone' }, async ({ page, go }) => {
  // The counselling stations are in the main urban area, far from the north of the county.
  await go('#p=119.35000,33.30000&r=counselling&d=1000&o=now');
  const empty = page.getByTestId('empty');
  await empty.filter({ hasText: '1 公里内没有现在能进的' }).waitFor();
  assert.match(await empty.innerText(), /扩大到 2 公里/);
  await page.getByTestId('other-time').click();
  await empty.filter({ hasText: '1 公里内没有今天还能进的' }).waitFor();
  assert.equal(fragmentOf(page).get('o'), 'today');
});

visit('how one travels changes the time that it takes', {}, async ({ page, go, requests }) => {
  await go(`#${AT}`);
  await someListed(page);
  const row = page.getByTestId('result').first();
  assert.match(await row.innerText(), /步行约 \d+ 分钟 · .+ 直线估算/);
  await page.getByTestId('mode-cycle').click();
  await row.filter({ hasText: /骑行约 \d+ 分钟 · / }).waitFor();
  assert.equal(fragmentOf(page).get('m'), 'cycle');
  assert.equal(asked(requests).at(-1).get('mode'), 'cycle');
});

visit('what is open now is asked for every minute, and the list does not move by itself', {}, async ({ page, go, requests }) => {
  await page.clock.install();
  // What is always open is so at whatever hour this is run.
  await go(`#${AT}&o=now&r=heritage`);
  const before = await someListed(page);
  assert.ok(before.length > 1);
  await page.route(`**${NEAREST}?*`, async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    await route.fulfill({ response, json: { ...answer, features: answer.features.toReversed() } });
  });
  const count = asked(requests).length;
  await page.clock.fastForward(61_000);
  await page.getByTestId('update-list').waitFor();
  assert.equal(asked(requests).length, count + 1);
  assert.deepEqual(await listed(page), before);
  await page.getByTestId('update-list').click();
  await until(() => listed(page), (ids) => ids[0] !== before[0]);
});

visit('a month is walked by the arrow keys, and days nobody has announced are said to be so', {}, async ({ page, go }) => {
  const place = await withHours();
  await asIfToday(page, '2031-01-30');
  await go(`#${AT}&s=${place.id}`);
  await page.getByTestId('week-day').first().waitFor();
  await tabTo(page, 'see-month');
  await page.keyboard.press('Enter');
  await page.getByTestId('not-announced').filter({ hasText: '2031 年放假安排尚未公布' }).waitFor();
  await tabTo(page, 'day');
  const on = () => page.evaluate(() => document.activeElement.dataset.day);
  const walk = async (key, day) => {
    await page.keyboard.press(key);
    assert.equal(await until(on, (now) => now === day), day, key);
  };
  await walk('ArrowRight', '2031-01-31');
  await walk('ArrowRight', '2031-02-01');
  await page.getByTestId('month-title').filter({ hasText: '2031年2月' }).waitFor();
  await walk('ArrowDown', '2031-02-08');
  await walk('Home', '2031-02-03');
  await walk('PageUp', '2031-01-01');
  await page.getByTestId('chosen-day').filter({ hasText: '周三 1月1日' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByTestId('month-dialog').waitFor({ state: 'detached' });
  await until(() => focused(page), (now) => now === 'see-month');
  assert.ok(await page.getByTestId('card').isVisible(), 'the card stays');
});

visit('Back closes a month with its card', { device: 'phone' }, async ({ page, go }) => {
  const place = await withHours();
  await go(`#${AT}&r=venue,heritage`);
  await page.locator(`[data-testid=result][data-id="${place.id}"]`).click();
  await page.getByTestId('see-month').click();
  await page.getByTestId('month-dialog').waitFor();
  await page.goBack();
  await page.getByTestId('month-dialog').waitFor({ state: 'detached' });
  await page.getByTestId('card').waitFor({ state: 'detached' });
});

visit('a card without its days is a card all the same, and a month can be asked for again', { expected: /Failed to load resource|ERR_FAILED/ }, async ({ page, go }) => {
  const place = await withHours();
  await go(`#${AT}&s=${place.id}`);
  await page.getByTestId('week-day').first().waitFor();
  await page.route(/\/places\/[^/]+\/days\?/, (route) => route.abort());
  await page.getByTestId('see-month').click();
  const dialog = page.getByTestId('month-dialog');
  await dialog.getByRole('alert').filter({ hasText: '没能取到这些天的安排' }).waitFor();
  await page.unroute(/\/places\/[^/]+\/days\?/);
  await dialog.getByRole('alert').getByRole('button').click();
  await dialog.getByRole('alert').waitFor({ state: 'detached' });
  await until(() => page.getByTestId('day').evaluateAll((all) => all.some(({ dataset }) => dataset.state !== 'unknown')), Boolean);
});

visit('what a venue announced is on its card, and of two notices that differ the later counts', {}, async ({ page, go }) => {
  const { features } = await api('/api/v1/places?region=321000&role=venue&limit=1000');
  const differing = ({ notices: [one, other] }) => other && one.value.hours !== other.value.hours && one.value.to >= other.value.from;
  const place = features.find((feature) => feature.properties.roles.length === 1 && differing(feature.properties.roles[0]));
  const [one, other] = place.properties.roles[0].notices.map(({ value }) => value);
  await asIfToday(page, one.from);
  await go(`#s=${place.id}`);
  const notices = page.getByTestId('notices');
  await notices.filter({ hasText: '以较晚的为准' }).waitFor();
  for (const { text } of [one, other]) assert.ok((await notices.innerText()).includes(text));
});

for (const theme of ['light', 'dark']) {
  visit(`axe finds nothing in what says whether one can go in, ${theme}`, { device: 'phone' }, async ({ page, go }) => {
    const place = await withHours();
    // In the middle of a week: on a Sunday evening nothing lets one in any more at the weekend.
    await standAt(page, '2026-10-14T10:00:00+08:00');
    await asIfToday(page, '2026-10-01');
    const found = {};
    for (const [view, fragment] of [['chip', `#${AT}&o=weekend`], ['asking for a point', '#o=school'], ['card', `#${AT}&o=weekend&s=${place.id}`]]) {
      await page.goto('about:blank');
      await go(`${fragment}&theme=${theme}`);
      await page.getByTestId({ chip: 'result', card: 'week-day' }[view] ?? 'needs-point').first().waitFor();
      found[view] = await violations(page);
    }
    await page.getByTestId('see-month').click();
    await page.getByTestId('chosen-day').filter({ hasText: '国庆节' }).waitFor();
    found.month = await violations(page);
    assert.deepEqual(found, { chip: [], 'asking for a point': [], card: [], month: [] });
  });
}
