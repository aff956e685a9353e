/** The library of routes: an editor puts one together, a teacher finds it, plans a day by it, and has its tasks in the handbook. */
import assert from 'node:assert/strict';
import { tooSmall, violations } from './support/axe.js';
import { addAccount, editorElsewhere, signIn } from './support/editor.js';
import { focused, tabTo } from './support/keys.js';
import { cut } from './support/pictures.js';
import { OFFICE, REFUSED, small } from './support/place-form.js';
import { A_MONDAY, ask, openHandbook, openStudy, overflowing, planned, stops } from './support/study.js';
import { api, fragmentOf, prepare, running, standAt, until, visit } from './support/visit.js';

prepare((server) => addAccount(server, 'jiao', 'editor'));
prepare((server) => addAccount(server, 'kan', 'viewer'));
prepare((server) => addAccount(server, 'bie', 'editor', '--districts', '321084'));

const TITLE = '沿河走一走';
const TASK = '数一数岸边有几级台阶，画下来。';

const bare = (text) => text.replace(/\s/g, '');
const routesOf = async (more = '') => (await api(`/api/v1/study-routes?limit=1000${more}`)).features;
const titles = (page) => page.getByTestId('route').locator('.result-name').allInnerTexts();
const places = (page) => page.getByTestId('stop').evaluateAll((rows) => rows.map(({ dataset }) => dataset.id));

/** Opens the tab of routes as somebody, whose office this browser remembers. */
async function openRoutes(page, go, name, more = '') {
  await page.addInitScript((office) => {
    if (location.protocol !== 'about:' && !localStorage.getItem('yuren')) localStorage.setItem('yuren', JSON.stringify({ office }));
  }, OFFICE);
  // The server's day, which is asked whether a check is still to come.
  await standAt(page, A_MONDAY);
  await go(`edit.html#v=routes${more}`);
  await signIn(page, name);
}

async function addStop(page, name) {
  const before = await page.getByTestId('stop').count();
  await page.getByTestId('search').fill(name);
  await page.getByTestId('suggestion').filter({ hasText: name }).first().click();
  await until(() => page.getByTestId('stop').count(), (count) => count === before + 1);
}

async function save(page, why) {
  await page.getByTestId('why').fill(why);
  await page.getByTestId('save').click();
}

const isSaved = (page) => page.getByTestId('toast').filter({ hasText: /已保存|已建好/ }).waitFor();

/** An example of the library by its theme and what its title says; those taken here lie within reach of the school. */
async function example(theme, title = '') {
  const found = (await routesOf(`&theme=${theme}`)).find(({ properties }) => properties.title.includes(title));
  assert.ok(found, 'the sample city has routes');
  return found;
}

visit('an editor puts a route together, and a teacher has its tasks in the handbook', { expected: REFUSED }, async ({ page, go }) => {
  const { properties } = await example('canal', '漕运');
  const [first, second, third] = properties.stops;
  await openRoutes(page, go, 'jiao');
  await page.getByTestId('new-route').click();

  // Nothing is sent without a title, a theme and two stops.
  await page.getByTestId('title').fill(' ');
  await page.getByTestId('aim').fill('说得出河在哪里。');
  await page.getByTestId('save').click();
  await until(() => focused(page), (now) => now === 'title');
  await page.getByTestId('title').fill(TITLE);
  await page.getByTestId('theme').selectOption('canal');
  await page.getByTestId('grades-5').click();
  for (const { name } of [second, first, third]) await addStop(page, name);
  assert.deepEqual(await places(page), [second.place, first.place, third.place]);

  // By the button, and by the handle.
  await page.getByTestId('stop-up').nth(1).click();
  await until(() => places(page), ([now]) => now === first.place);
  await until(() => focused(page), (now) => now === 'stop-down');
  const handle = await page.getByTestId('drag-handle').first().boundingBox();
  const last = await page.getByTestId('stop').last().boundingBox();
  await page.mouse.move(handle.x + 20, handle.y + 20);
  await page.mouse.down();
  await page.mouse.move(handle.x + 20, last.y + last.height, { steps: 6 });
  await page.mouse.up();
  await until(() => places(page), (now) => now.at(-1) === first.place);
  await page.getByTestId('stop-up').last().click();
  await until(() => places(page), ([, now]) => now === first.place);
  await page.getByTestId('stop-up').nth(1).click();
  await until(() => places(page), ([now]) => now === first.place);

  const minutes = page.getByTestId('stop-minutes').first();
  await minutes.fill('ten');
  assert.equal(await minutes.getAttribute('aria-invalid'), 'true');
  await minutes.fill('45');
  await page.getByTestId('stop-task').first().fill(TASK);
  await save(page, '新编');
  await isSaved(page);
  const id = await until(() => fragmentOf(page).get('id'), (now) => now !== null);
  await page.getByTestId('history-entry').filter({ hasText: '新编' }).waitFor();
  const { properties: made } = await api(`/api/v1/study-routes/${id}`);
  assert.deepEqual([made.title, made.theme, made.grades, made.synthetic, made.provenance.checked_by], [TITLE, 'canal', [5], false, OFFICE]);
  assert.deepEqual(made.stops.map(({ place, minutes: stay, task }) => [place, stay, task]), [[first.place, 45, TASK], [second.place, null, null], [third.place, null, null]]);

  // The teacher: found by its theme, seen on the map with its numbers, and a day by it.
  await openStudy(page);
  await ask(page, { theme: 'history' });
  await page.getByTestId('library-theme').selectOption('canal');
  const more = page.getByTestId('more-routes');
  await until(async () => [await titles(page), await more.count()], ([now, rest]) => now.length > 0 && (now.includes(TITLE) || rest > 0));
  if (await more.count()) await more.click();
  await page.getByTestId('route').filter({ hasText: TITLE }).click();
  const card = page.getByTestId('route-card');
  await card.filter({ hasText: TASK }).waitFor();
  const marks = () => page.getByTestId('map-stop').evaluateAll((all) => all.map(({ dataset }) => dataset.numbers));
  await until(marks, (now) => now.join() === '1,2,3');
  await page.getByTestId('go-by-route').click();
  await planned(page);
  assert.ok((await page.getByTestId('by-route').innerText()).includes(TITLE));
  assert.equal(fragmentOf(page).get('sr'), id);
  const visits = (await stops(page)).filter(({ what }) => what === 'visit').map(({ place }) => place);
  assert.deepEqual(visits, [first, second, third].map(({ place }) => place), 'in the order of the route, and nowhere else');

  const handbook = await openHandbook(page);
  assert.ok((await page.getByTestId('cover-study-route').innerText()).includes(TITLE));
  assert.deepEqual(await page.getByTestId('handbook-task').locator('.leaf-task').allInnerTexts(), [TASK]);
  assert.deepEqual(await overflowing(page), []);
  await page.keyboard.press('Escape');
  await handbook.waitFor({ state: 'detached' });

  // Without the route the day stays, and its tasks go; the link no longer names it.
  await page.getByTestId('leave-route').click();
  await page.getByTestId('by-route').waitFor({ state: 'detached' });
  assert.equal(fragmentOf(page).get('sr'), null);
});

for (const device of ['phone', 'desktop']) {
  visit('what is written of a stop is seen whole, however long it is', { device, expected: REFUSED }, async ({ page, go }) => {
    await openRoutes(page, go, 'jiao');
    await page.getByTestId('open-route').first().click();
    const task = page.getByTestId('stop-task').first();
    const hidden = () => task.evaluate((box) => box.scrollHeight - box.clientHeight);
    assert.equal(await hidden(), 0);
    for (const lines of [3, 8]) {
      await task.fill(Array.from({ length: lines }, () => TASK).join('\n'));
      assert.equal(await hidden(), 0, `${lines} lines`);
    }
    await task.fill('');
    assert.ok((await task.boundingBox()).height >= 44);
  });
}

visit('a stop that was withdrawn since is flagged, and a day by the route leaves it out', { expected: REFUSED }, async ({ page }) => {
  const { id, properties } = await example('architecture');
  const [gone, ...rest] = properties.stops;
  const editor = await editorElsewhere(running(), 'jiao');
  const { place, tag } = await editor.place(gone.place);
  await editor.put({ ...place, properties: { ...place.properties, status: 'withdrawn' } }, tag);
  await openStudy(page, `#sr=${id}`);
  await page.getByTestId('see-route').click();
  await page.getByTestId('stop-gone').waitFor();
  assert.equal(await page.getByTestId('stop-gone').count(), 1);
  await page.getByTestId('close-route').click();
  await ask(page, { theme: 'architecture' });
  await page.getByTestId('plan-day').click();
  await planned(page);
  const visits = (await stops(page)).map(({ place: one }) => one);
  assert.ok(!visits.includes(gone.place) && rest.some(({ place: one }) => visits.includes(one)), String(visits));
  const more = page.getByTestId('more-left-out');
  if (await more.count()) await more.click();
  assert.ok(bare(await page.locator(`[data-testid=left-out][data-id=${gone.place}]`).innerText()).includes(bare(gone.name)));
  // As it was for the other stories.
  await editor.put(place, (await editor.place(gone.place)).tag);
});

visit('a route that was checked today says so, though it is still yesterday where the device is', { context: { timezoneId: 'America/New_York' } }, async ({ page }) => {
  const { id } = await example('architecture');
  const { day: today } = await api('/api/v1/ledger');
  const editor = await editorElsewhere(running(), 'jiao');
  const { route, tag } = await editor.route(id);
  await editor.putRoute({ ...route, title: '园林里的数学', provenance: { source: 'editors', checked_on: today, checked_by: OFFICE } }, tag);
  await openStudy(page, `#sr=${id}`, `${today}T10:10:00+08:00`);
  await page.getByTestId('see-route').click();
  await page.getByTestId('route-card').filter({ hasText: `${OFFICE}核对于 今天` }).waitFor();
  // As it was for the other stories.
  await editor.putRoute(route, (await editor.route(id)).tag);
});

visit('two who change a route at once see each other, and both have what they did', { expected: REFUSED }, async ({ page, go }) => {
  const { id, properties } = await example('literature');
  await openRoutes(page, go, 'jiao', `&id=${id}`);
  const title = `${properties.title}（改）`;
  await page.getByTestId('title').fill(title);
  await page.getByTestId('aim').fill('我写的目标。');
  const editor = await editorElsewhere(running(), 'jiao');
  const { route, tag } = await editor.route(id);
  await editor.putRoute({ ...route, aim: '别人写的目标。', stops: route.stops.toReversed() }, tag);
  await page.getByTestId('newer').waitFor();
  await save(page, '改题');
  await page.getByTestId('conflict').waitFor();
  assert.deepEqual(await page.getByTestId('clash').evaluateAll((all) => all.map(({ dataset }) => dataset.path)), ['aim']);
  await page.getByTestId('merge').click();
  await page.getByTestId('choose-theirs').check();
  await page.getByTestId('merge').click();
  await page.getByTestId('conflict').waitFor({ state: 'detached' });
  await page.getByTestId('save').click();
  await isSaved(page);
  const { route: now } = await editor.route(id);
  assert.deepEqual([now.title, now.aim, now.stops], [title, '别人写的目标。', route.stops.toReversed()]);
});

visit('a change of a route is taken back from its history, and a reader takes nothing back', { expected: REFUSED }, async ({ page, go }) => {
  const { id } = await example('canal', '宝应');
  const editor = await editorElsewhere(running(), 'jiao');
  const { route, tag } = await editor.route(id);
  const [, gone] = route.stops;
  await editor.putRoute({ ...route, title: `${route.title}（错）`, stops: route.stops.filter((stop) => stop !== gone) }, tag);
  await openRoutes(page, go, 'jiao', `&id=${id}`);
  const undoing = page.getByTestId('history-entry').first();
  await undoing.getByTestId('undo').click();
  await until(() => focused(page), (now) => now === 'undo-why');
  assert.deepEqual(await page.locator('.undoing').getByTestId('change').evaluateAll((all) => all.map(({ dataset }) => dataset.path)), ['title', 'stops'], 'what it would do');
  await page.getByTestId('keep-it').click();
  await until(() => focused(page), (now) => now === 'undo');
  await page.keyboard.press('Enter');
  await page.getByTestId('undo-why').waitFor();
  // A reason is asked for.
  await page.getByTestId('undo-now').click();
  await until(() => focused(page), (now) => now === 'undo-why');

  // Nobody can go to the old stop any more: the taking back says so, and does nothing.
  const { place, tag: ofPlace } = await editor.place(gone.place);
  await editor.put({ ...place, properties: { ...place.properties, status: 'withdrawn' } }, ofPlace);
  await page.getByTestId('undo-why').fill('改错了');
  await page.getByTestId('undo-now').click();
  const refused = page.locator('.undoing .wrong').filter({ hasText: place.properties.name });
  await refused.waitFor();
  assert.match(await refused.innerText(), /没有撤销.*已撤下/s);
  assert.doesNotMatch(await refused.innerText(), /[A-Za-z]/);
  await editor.put(place, (await editor.place(gone.place)).tag);
  await page.getByTestId('undo-now').click();
  await page.getByTestId('toast').filter({ hasText: '已撤销' }).waitFor();
  assert.deepEqual((await editor.route(id)).route, route);
  await page.getByTestId('history-entry').filter({ hasText: '改错了' }).waitFor();
  await until(() => page.getByTestId('title').inputValue(), (now) => now === route.title);

  await page.getByTestId('settings').click();
  await page.getByTestId('sign-out').click();
  await signIn(page, 'kan');
  await page.getByTestId('history-entry').first().waitFor();
  assert.equal(await page.getByTestId('undo').count(), 0);
});

visit('the list says which route has a stop where nobody can go, and has it first', { expected: REFUSED }, async ({ page, go }) => {
  const { id, properties } = await example('nature');
  await openRoutes(page, go, 'jiao');
  const first = () => page.getByTestId('route-row').first().getAttribute('data-id');
  await until(first, (now) => now !== null && now !== id);
  assert.equal(await page.getByTestId('stops-gone').count(), 0);
  const editor = await editorElsewhere(running(), 'jiao');
  // No other route stops there.
  const { place, tag } = await editor.place(properties.stops.at(-1).place);
  await editor.put({ ...place, properties: { ...place.properties, status: 'withdrawn' } }, tag);

  // The open list hears of it.
  await until(first, (now) => now === id);
  assert.match(await page.getByTestId('stops-gone').innerText(), /1 站去不了/);
  assert.match(await page.getByTestId('count').innerText(), /其中 1 条有站点去不了/);
  await page.getByTestId('open-route').first().click();
  const stop = page.getByTestId('stop').last();
  assert.match(await stop.getByTestId('stop-gone').innerText(), /已撤下/);

  // Saving says so at the stop, which gets the focus; without the stop nothing is wrong any more.
  await page.getByTestId('aim').fill('看看还能不能去。');
  await save(page, '试一试');
  await until(() => page.evaluate(() => document.activeElement.closest('[data-testid=stop]')?.dataset.id), (now) => now === place.id);
  await page.getByTestId('save-trouble').filter({ hasText: '有 1 处要改' }).waitFor();
  await stop.getByTestId('stop-drop').click();
  await until(() => page.getByTestId('save-trouble').innerText(), (now) => now === '');
  await page.getByTestId('discard').click();
  // As it was for the other stories.
  await editor.put(place, (await editor.place(place.id)).tag);
  await page.getByTestId('back-to-routes').click();
  await until(() => page.getByTestId('stops-gone').count(), (count) => count === 0);
});

visit('what is not saved is asked about, kept, and taken up again; a reader changes nothing', { expected: REFUSED }, async ({ page, go }) => {
  const { id } = await example('history');
  await openRoutes(page, go, 'jiao', `&id=${id}`);
  await page.getByTestId('aim').fill('还没写完');
  await page.getByTestId('tab-ledger').click();
  await page.getByTestId('leave-keep').click();
  await page.getByTestId('ledger').waitFor();
  await page.getByTestId('tab-routes').click();
  await page.locator(`[data-testid=route-row][data-id=${id}]`).getByTestId('open-route').click();
  await until(() => page.getByTestId('aim').inputValue(), (now) => now === '还没写完');
  await page.getByTestId('discard').click();
  await page.getByTestId('settings').click();
  await page.getByTestId('sign-out').click();
  await signIn(page, 'kan');
  await page.getByTestId('read-only').waitFor();
  assert.equal(await page.getByTestId('title').isDisabled(), true);
  assert.equal(await page.getByTestId('save').count(), 0);
});

visit('an editor of one district is told which stop is not theirs', { expected: REFUSED }, async ({ page, go }) => {
  const found = (await routesOf()).find(({ properties }) => /宝应/.test(properties.title));
  await openRoutes(page, go, 'bie', `&id=${found.id}`);
  await page.getByTestId('stop-outside').first().waitFor();
  await page.getByTestId('aim').fill('不归我管');
  await save(page, '试一试');
  await until(() => page.getByTestId('save-trouble').innerText(), (now) => now.includes('不归您的账号管'));
  assert.equal(await page.getByTestId('aim').inputValue(), '不归我管', 'what was written is still there');
});

visit('from the library to a day with the keyboard alone, and the day becomes a route', { expected: REFUSED }, async ({ page, go }) => {
  await openStudy(page);
  await ask(page);
  const { id } = await example('architecture');
  const filter = page.getByTestId('library-theme');
  await filter.selectOption('architecture');
  await page.locator(`[data-testid=route][data-id=${id}]`).waitFor();
  await filter.focus();
  await tabTo(page, 'route');
  await page.keyboard.press('Enter');
  await page.getByTestId('route-card').waitFor();
  await page.keyboard.press('Escape');
  await page.getByTestId('route-card').waitFor({ state: 'detached' });
  await until(() => focused(page), (now) => now === 'route');
  await page.keyboard.press('Enter');
  await tabTo(page, 'go-by-route');
  await page.keyboard.press('Enter');
  await planned(page);
  const visits = [...new Set((await stops(page)).filter(({ what }) => what === 'visit').map(({ place }) => place))];
  await page.locator('.day-more summary').click();
  const href = await page.getByTestId('keep-route').getAttribute('href');
  await openRoutes(page, () => go(href.slice(1)), 'jiao');
  await page.getByTestId('route-name').filter({ hasText: '新线路' }).waitFor();
  assert.deepEqual(await places(page), visits);
  assert.equal(await page.getByTestId('theme').inputValue(), 'architecture', 'what the route was about');
  for (const minutes of await page.getByTestId('stop-minutes').all()) assert.ok(Number(await minutes.inputValue()) > 0);
});

for (const [device, settings] of [['phone', ''], ['desktop', '&lang=en&theme=dark']]) {
  visit(`nothing is against WCAG 2.1 AA in the library and in its form${settings}`, { device, expected: REFUSED }, async ({ page, go }) => {
    const { id } = await example('nature');
    await openStudy(page, `#sr=${id}${settings}`);
    await page.getByTestId('see-route').waitFor();
    await page.getByTestId('route').first().waitFor();
    if (device === 'phone') await page.getByTestId('sheet-up').click();
    await page.getByTestId('more-routes').click();
    assert.deepEqual(await violations(page), [], 'the library');
    await page.locator(`[data-testid=route][data-id=${id}]`).click();
    await page.getByTestId('route-card').waitFor();
    assert.deepEqual(await violations(page), [], 'a route');
    assert.deepEqual(await cut(page), []);
    if (device === 'phone') assert.deepEqual(await tooSmall(page), []);

    await openRoutes(page, go, 'jiao', settings);
    await page.getByTestId('route-row').first().waitFor();
    assert.deepEqual(await violations(page), [], 'the list');
    await page.locator(`[data-testid=route-row][data-id=${id}]`).getByTestId('open-route').click();
    await page.getByTestId('history-entry').first().waitFor();
    await page.getByTestId('aim').fill('看看');
    await page.getByTestId('change').waitFor();
    assert.deepEqual(await violations(page), [], 'the form');
    assert.deepEqual(await cut(page), []);
    if (device === 'phone') assert.deepEqual(await small(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), await page.evaluate(() => innerWidth));
  });
}
