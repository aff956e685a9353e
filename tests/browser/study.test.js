/** The teacher's story: from a question to a day, rearranged, to a printed handbook; and what becomes of bad input. */
import assert from 'node:assert/strict';
import { tooSmall, violations } from './support/axe.js';
import { addAccount, editorElsewhere } from './support/editor.js';
import { focused, focusIsSeen, tabTo } from './support/keys.js';
import { fontsOf, pagesOf, textOf } from './support/pdf.js';
import { cut } from './support/pictures.js';
import { printed } from './support/plan-report.js';
import { ask, chooseDay, numbers, openHandbook, openStudy, overflowing, planned, stops } from './support/study.js';
import { api, fragmentOf, mapIsDrawn, prepare, running, standAt, until, visit } from './support/visit.js';

prepare((server) => addAccount(server, 'gong', 'editor'));

/** What the browser itself says of an answer that the story provokes. */
const REFUSED = /status of 4\d\d/;

/** As somebody who got the link opens it. */
async function anew(page, address) {
  await page.goto('about:blank');
  await page.goto(address);
}

const bare = (text) => text.replace(/\s/g, '');

/** The day's fragment without its arrangement: what a form would ask. */
const asked = (page) => page.url().replace(/^[^#]*/, '').replace(/&o=[^&]*/, '');

visit('a teacher plans a day, moves a stop, takes it back, and prints the handbook', { expected: REFUSED }, async ({ page }) => {
  await openStudy(page);
  await ask(page);
  assert.match(await page.getByTestId('day-kind').innerText(), /上学日.*小学 \d+:\d\d 放学/);
  await page.getByTestId('plan-day').click();
  await planned(page);

  // The list, the timeline and the map agree; what was assumed is told.
  const first = await stops(page);
  assert.ok(first.filter(({ what }) => what === 'visit').length >= 2, JSON.stringify(first));
  const drawn = { onMap: first.map(({ n }) => n), inTimeline: first.map(({ n }) => n) };
  await until(async () => JSON.stringify(await numbers(page)), (now) => now === JSON.stringify(drawn));
  const assumed = await page.getByTestId('assumed').evaluateAll((chips) => chips.map(({ dataset }) => dataset.what));
  for (const what of ['leave_from', 'back_by', 'adults']) assert.ok(assumed.includes(what), what);
  assert.match(await page.locator('[data-what=back_by]').innerText(), /放学时间/);
  await mapIsDrawn(page);
  assert.match(await page.getByTestId('credits').innerText(), /OpenStreetMap/);

  // Stops to scale: the drawn heights are in the same ratio as the minutes.
  const heights = await page.getByTestId('block').evaluateAll((blocks) => blocks.map((block) => [block.getBoundingClientRect().height, ...block.querySelector('.block-time').textContent.split('–')]));
  const minutes = (time) => time.split(':').reduce((hours, rest) => Number(hours) * 60 + Number(rest));
  const scales = heights.map(([height, from, to]) => height / (minutes(to) - minutes(from)));
  assert.ok(Math.max(...scales) - Math.min(...scales) < 0.05, String(scales));

  // A stop moves, and what comes of it is told at once; undone, all is as it was.
  const before = await page.getByTestId('back').innerText();
  await page.getByTestId('stop-down').first().click();
  await until(async () => (await stops(page)).map(({ place }) => place).join(), (order) => order !== first.map(({ place }) => place).join());
  await page.getByTestId('faults').or(page.getByTestId('no-faults')).waitFor();
  await page.getByTestId('undo').click();
  await until(async () => JSON.stringify(await stops(page)), (now) => now === JSON.stringify(first));
  assert.equal(await page.getByTestId('back').innerText(), before);

  // So does dragging in the timeline.
  const block = page.getByTestId('block').first();
  await block.evaluate((drawn) => drawn.scrollIntoView({ block: 'start' }));
  const box = await block.boundingBox();
  await page.mouse.move(box.x + 60, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 420, { steps: 6 });
  await page.mouse.up();
  await until(async () => (await stops(page))[0].place, (place) => place !== first[0].place);
  await page.getByTestId('undo').click();
  await until(async () => (await stops(page))[0].place, (place) => place === first[0].place);

  // The stay at a stop is longer, and the stop says so.
  await page.getByTestId('open-stop').first().click();
  const stay = page.getByTestId('stay');
  const was = await stay.innerText();
  await page.getByTestId('stay-more').click();
  await until(() => stay.innerText(), (now) => now !== was);
  await page.getByTestId('close-stop').click();
  await page.getByTestId('undo').click();

  // What is left out says why.
  for (const row of await page.getByTestId('left-out').all()) assert.match(bare(await row.innerText()), /.{4,}/);

  // The handbook: a page for each thing, embedded fonts, every stop's name, and nothing cut.
  await until(async () => JSON.stringify(await stops(page)), (now) => now === JSON.stringify(first));
  const names = await page.getByTestId('open-stop').allInnerTexts();
  const handbook = await openHandbook(page);
  assert.equal(await handbook.getAttribute('data-ground'), 'drawn');
  const kinds = await page.getByTestId('leaf').evaluateAll((leaves) => leaves.map(({ dataset }) => dataset.kind));
  const rolls = Math.ceil(60 / 30);
  assert.deepEqual(kinds, ['cover', 'timetable', 'map', ...names.map(() => 'venue'), 'safety', 'notice', ...Array(rolls).fill('roll')]);
  assert.equal(await page.getByTestId('roll-row').count(), 60);
  assert.deepEqual(await page.locator('.roll-name').evaluateAll((cells) => cells.map(({ textContent }) => textContent).filter(Boolean)), [], 'names are blank');
  assert.deepEqual(await overflowing(page), []);
  assert.deepEqual(await violations(page), []);
  const file = await printed(page, 'study-handbook.pdf');
  assert.deepEqual(await pagesOf(file), { count: kinds.length, width: 210, height: 297 });
  const fonts = await fontsOf(file);
  assert.ok(fonts.length > 0 && fonts.every(({ embedded, unicode }) => embedded === 'yes' && unicode === 'yes'), 'fonts are embedded, and their text is text');
  const text = await textOf(file);
  for (const said of [...names, '时间表', '路线图', '告家长书', '点名表', '应急联系', '待核对', 'LB/T054-2025', '过马路', '直线估算', `第${kinds.length}页`]) assert.ok(text.includes(bare(said)), said);
  assert.ok(!text.includes('改问题'), 'nothing of the page around it is printed');
  await page.keyboard.press('Escape');
  await handbook.waitFor({ state: 'detached' });
  assert.equal(await focused(page), 'open-handbook', 'the focus is back where it was');

  // A link brings the same day back.
  const order = fragmentOf(page).get('o');
  const address = page.url();
  await anew(page, address);
  await planned(page);
  const visits = (of) => of.filter(({ what }) => what === 'visit').map(({ place }) => place);
  assert.deepEqual(visits(await stops(page)), visits(first));
  assert.equal(fragmentOf(page).get('o'), order);

  // A place that is withdrawn between planning and printing is flagged on the print.
  const { place: gone } = first.find(({ what }) => what === 'visit');
  const editor = await editorElsewhere(running(), 'gong');
  const { place, tag } = await editor.place(gone);
  await editor.put({ ...place, properties: { ...place.properties, status: 'withdrawn' } }, tag);
  await openHandbook(page);
  const flags = await page.getByTestId('flags').innerText();
  assert.ok(bare(flags).includes(bare(names[0])) && /已不在地图上/.test(flags), flags);
  // As it was for the other stories.
  await editor.put(place, (await editor.place(gone)).tag);
});

visit('what cannot be says the smallest change that makes a day, and a button makes it', { expected: REFUSED }, async ({ page }) => {
  await openStudy(page);
  await ask(page, { pupils: '5000' });
  await page.getByTestId('plan-day').click();
  const none = page.getByTestId('no-plan');
  await none.waitFor();
  assert.match(await none.innerText(), /排不出/);
  assert.ok((await page.getByTestId('apply-change').count()) > 0, 'there is a way out');

  // Back as soon as they could be there and turn: there is no time for what must be seen, until they leave earlier or are back later.
  await page.getByTestId('edit-question').click();
  await page.getByTestId('pupils').fill('40');
  await page.getByTestId('pupils').blur();
  await page.getByTestId('plan-day').click();
  await planned(page);
  const [{ place }] = (await stops(page)).filter(({ what }) => what === 'visit');
  const [, minutes] = /约 (\d+) 分钟/.exec(await page.getByTestId('leg').first().innerText());
  await openStudy(page, `${asked(page)}&y=${place}&f=08:30&b=${later('08:30', 2 * Number(minutes))}`);
  await page.reload();
  await none.waitFor();
  const change = page.getByTestId('apply-change').first();
  await change.click();
  await page.getByTestId('finding').waitFor();
  await planned(page);
  assert.ok((await stops(page)).length > 0);

  // More pupils than the server takes are told at the field; a day that no calendar knows, above the form.
  await page.getByTestId('edit-question').click();
  const pupils = page.getByTestId('pupils');
  await pupils.fill('5001');
  await pupils.blur();
  assert.equal(await pupils.getAttribute('aria-invalid'), 'true');
  await pupils.fill('40');
  await pupils.blur();
  await page.getByTestId('date').fill('2031-12-04');
  await page.getByTestId('plan-day').click();
  await page.locator('[data-testid=failure][data-part=date]').waitFor();
});

visit('a school outside the city is refused in words', { expected: REFUSED }, async ({ page }) => {
  await openStudy(page, '#s=116.40000,39.90000,北京&d=2026-12-10');
  await page.locator('[data-testid=failure][data-part=school]').waitFor();
  assert.match(await page.getByTestId('failure').innerText(), /不在这座城市/);
});

visit('a link to a day that is over shows it, says so, and leads to another day', {}, async ({ page }) => {
  const { features } = await api(`/api/v1/search?q=${encodeURIComponent('示例小学')}&limit=1`);
  // The Thursday before the tests' Monday.
  await openStudy(page, `#s=${features[0].id}&p=60&g=5&t=canal&d=2026-11-19`);
  await planned(page);
  assert.match(await page.getByTestId('past-day').innerText(), /已经过去/);
  await page.getByTestId('another-day').click();
  await until(() => focused(page), (now) => now === 'date');
  await page.getByTestId('day-kind').filter({ hasText: '已经过去' }).waitFor();
  await page.getByTestId('date').fill('2026-11-24');
  await page.getByTestId('day-kind').filter({ hasText: '上学日' }).waitFor();
  await page.getByTestId('plan-day').click();
  await page.getByTestId('past-day').waitFor({ state: 'detached' });
  await planned(page);
});

visit('from form to day with the keyboard alone', {}, async ({ page }) => {
  await openStudy(page);
  await page.getByTestId('form').waitFor();
  await tabTo(page, 'search');
  await page.keyboard.insertText('示例小学');
  await page.getByTestId('suggestion').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByTestId('school').waitFor();
  await until(() => page.getByTestId('date').inputValue(), (date) => date !== '');
  await tabTo(page, 'plan-day');
  assert.ok(await focusIsSeen(page), 'the focus is seen');
  await page.keyboard.press('Enter');
  await planned(page);
  await until(() => focused(page), (now) => now === 'finding' || now === 'div#list');
  await tabTo(page, 'stop-down');
  const name = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  const moving = await name();
  await page.keyboard.press('Enter');
  await page.getByTestId('faults').or(page.getByTestId('no-faults')).waitFor();
  await until(name, (now) => now?.replace(/.移$/, '') === moving.replace(/.移$/, ''));
});

for (const [device, settings] of [['phone', ''], ['desktop', '&lang=en&theme=dark']]) {
  visit(`nothing is against WCAG 2.1 AA on the teacher's page${settings}`, { device }, async ({ page }) => {
    await openStudy(page, `#k=2${settings}`);
    await page.getByTestId('form').waitFor();
    await until(() => page.getByTestId('date').inputValue(), (date) => date !== '');
    await page.getByTestId('more').locator('summary').click();
    assert.deepEqual(await violations(page), [], 'the form');
    if (device === 'phone') await page.getByTestId('sheet-up').click();
    await ask(page);
    await page.getByTestId('plan-day').click();
    await planned(page);
    assert.deepEqual(await cut(page), []);
    if (device === 'phone') assert.deepEqual(await tooSmall(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), await page.evaluate(() => innerWidth));
    await page.getByTestId('go-on').click();
    assert.deepEqual(await cut(page), []);
    if (device === 'phone') assert.deepEqual(await tooSmall(page), []);
    assert.deepEqual(await violations(page), [], 'the day, and the form of who is late');
    await page.getByTestId('now-cancel').click();
    await page.getByTestId('open-stop').first().click();
    await page.getByTestId('stop-card').waitFor();
    assert.deepEqual(await violations(page), [], 'a stop');
  });
}

/** A time of day so many minutes later. */
function later(time, minutes) {
  const [hours, rest] = time.split(':').map(Number);
  const then = hours * 60 + rest + minutes;
  return `${String(Math.floor(then / 60)).padStart(2, '0')}:${String(then % 60).padStart(2, '0')}`;
}

/** The places of the stops that are visited, in order. */
const visited = async (page) => (await stops(page)).filter(({ what }) => what === 'visit').map(({ place }) => place);

visit('the rain plan stays taken, what must come first does, and whoever is late has the rest planned anew', {}, async ({ page }) => {
  const { features } = await api(`/api/v1/search?q=${encodeURIComponent('示例小学')}&limit=1`);
  await openStudy(page, `#s=${features[0].id}&p=60&g=5&t=canal`);
  await chooseDay(page);
  await page.getByTestId('plan-day').click();
  await planned(page);

  // Rain is in the question from when its plan is taken: a day planned anew still goes under roofs, and says what has none.
  await page.getByTestId('ask-alternatives').click();
  await page.locator('[data-alternative=rain]').getByTestId('take-alternative').click();
  await page.getByTestId('rain-chip').waitFor();
  await page.getByTestId('edit-question').click();
  await page.getByTestId('more').locator('summary').click();
  assert.ok(await page.getByTestId('rain').isChecked(), 'the form says so too');
  const sent = page.waitForRequest((request) => request.url().endsWith('/itineraries'));
  await page.getByTestId('plan-day').click();
  assert.equal((await sent).postDataJSON().rain, true);
  await planned(page);
  assert.ok(await page.getByTestId('rain-chip').isVisible());
  assert.ok((await page.locator('[data-testid=left-out][data-reason=no_roof]').count()) > 0, 'what has no roof is left out');
  assert.equal(fragmentOf(page).get('x'), '1');
  await page.getByTestId('rain-chip').click();
  await page.getByTestId('rain-chip').waitFor({ state: 'detached' });
  assert.equal(fragmentOf(page).get('x'), null);

  // The last place must come before the first: it does at once, and in a day that is planned anew from a link.
  const before = await visited(page);
  assert.ok(before.length >= 2, String(before));
  const [first, last] = [before[0], before.at(-1)];
  await page.locator(`[data-testid=stop][data-id="${last}"][data-what=visit]`).getByTestId('open-stop').click();
  await page.getByTestId('stop-before').selectOption(first);
  const holds = (places) => places.includes(last) && places.indexOf(last) < places.indexOf(first);
  await until(() => visited(page), holds);
  assert.equal(fragmentOf(page).get('be'), `${last}:${first}`);
  await anew(page, `${page.url().replace(/#.*/, '')}${asked(page)}&y=${first},${last}`);
  await planned(page);
  await until(() => visited(page), holds);

  // They are three quarters of an hour late at the end of the first visit: that is ticked, and the rest is planned from there.
  const [seen, ...toCome] = await visited(page);
  const [, over] = (await page.locator('[data-testid=stop][data-what=visit] .stop-words strong').first().innerText()).split('–');
  await page.getByTestId('go-on').click();
  await page.getByTestId('now-at').fill(later(over, 45));
  await page.getByTestId('now-at').blur();
  const done = page.getByTestId('now-done').and(page.locator(':checked'));
  await until(() => done.evaluateAll((ticks) => ticks.map(({ dataset }) => dataset.id)), (ticked) => ticked.includes(seen));
  for (const place of toCome) await page.locator(`[data-testid=now-done][data-id="${place}"]`).setChecked(false);
  await page.getByTestId('now-place').selectOption(seen);
  await page.getByTestId('now-plan').click();
  await page.getByTestId('now-chip').waitFor();
  await planned(page);
  // Said once nothing is looked for any more: what is left fits.
  await page.getByTestId('no-faults').waitFor();
  const rest = await until(() => visited(page), (places) => places.length > 0 && !places.includes(seen));
  assert.ok(rest.every((place) => toCome.includes(place)), `${rest} of ${toCome}`);
  assert.match(bare(await page.getByTestId('goes-on').innerText()), /接着走/);
  assert.ok(await page.getByTestId('been').isVisible());
  const address = page.url();
  await anew(page, address);
  await until(() => visited(page), (now) => JSON.stringify(now) === JSON.stringify(rest));
  assert.ok(await page.getByTestId('now-chip').isVisible(), 'a link shows the rest of the same day');
});

visit('what day and what time it is are told by the city, wherever the device is', { context: { timezoneId: 'America/New_York' } }, async ({ page }) => {
  const { features } = await api(`/api/v1/search?q=${encodeURIComponent('示例小学')}&limit=1`);
  // In New York it is still Sunday evening, from where the Thursday before would be the next.
  await openStudy(page, `#s=${features[0].id}&p=60&g=5&t=canal`, '2026-12-14T10:10:00+08:00');
  await until(() => page.getByTestId('date').inputValue(), (date) => date !== '');
  assert.equal(await page.getByTestId('date').inputValue(), '2026-12-24');
  await page.getByTestId('plan-day').click();
  await planned(page);

  // That day is still to come: whoever looks how it would go on begins with setting out.
  await page.getByTestId('go-on').click();
  const at = page.getByTestId('now-at');
  assert.notEqual(await at.inputValue(), '10:10');
  await page.getByTestId('now-cancel').click();
  await standAt(page, '2026-12-24T10:10:00+08:00');
  await page.getByTestId('go-on').click();
  await until(() => at.inputValue(), (now) => now === '10:10');
});
