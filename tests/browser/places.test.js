/** The editors' table of places: from the ledger's number to its list, and changes in it, of one cell or of many. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { tooSmall, violations } from './support/axe.js';
import { addAccount, editorElsewhere, signIn } from './support/editor.js';
import { focused, focusIsSeen, tabTo } from './support/keys.js';
import { cut, FOLDER } from './support/pictures.js';
import { api, DEVICES, fontsAreHere, fragmentOf, running, until, visit } from './support/visit.js';

/** Before signing in the page asks who is signed in, and the browser notes that nobody is. */
const NOBODY = /\/session\)|status of 401/;
const OFFICE = '市教育局社教处';

/** Real places, nobody's example: each test has its own, so that none depends on another. */
let real;
/** A second editor, elsewhere. */
let other;

/** The accounts, made by whichever test comes first. */
let made;
function accounts() {
  const make = async () => {
    for (const [name, role] of [['li', 'editor'], ['wang', 'editor'], ['zhao', 'viewer']]) await addAccount(running(), name, role);
    await addAccount(running(), 'sun', 'editor', '--districts', '321002');
    other = await editorElsewhere(running(), 'wang');
    const list = await api('/api/v1/places?region=321000&role=heritage&check=unchecked&limit=1000');
    real = list.features.filter(({ properties }) => properties.roles.length === 1);
  };
  return (made ??= make());
}

const shown = async (id) => (await api(`/api/v1/places/${id}`)).properties;

/** A visit by an editor who has said which office is theirs. */
function editing(name, options, told) {
  const { who = 'li', expected = NOBODY, ...rest } = options;
  visit(name, { ...rest, expected }, async (visitor) => {
    const { page, context, go } = visitor;
    await accounts();
    if (options.office !== null) await context.addInitScript((office) => localStorage.getItem('yuren') ?? localStorage.setItem('yuren', JSON.stringify({ office })), OFFICE);
    const open = async (fragment) => {
      await go(`edit.html#${fragment}`);
      await signIn(page, who);
    };
    await told({ ...visitor, open });
  });
}

const names = (page) => page.getByTestId('open-place').allInnerTexts();
const count = (page) => page.getByTestId('count').innerText();
const row = (page, { id }) => page.locator(`[data-testid=place-row][data-id="${id}"]`);
const listOf = ({ properties }) => `v=places&r=heritage&q=${encodeURIComponent(properties.name)}`;
const toast = (page, text) => page.getByTestId('toast').filter({ hasText: text }).waitFor();

/** Opens a cell of a place's row and writes into it. */
async function write(page, place, field, text) {
  await row(page, place).getByTestId(`edit-${field}`).click();
  await page.getByTestId('cell-input').fill(text);
}

editing('a number of the ledger opens its list', {}, async ({ page, open }) => {
  await open('v=ledger');
  const link = page.getByTestId('ledger-heritage').getByRole('link', { name: /未核对/ });
  const number = (await link.innerText()).trim();
  await link.click();
  await page.getByTestId('place-row').first().waitFor();
  assert.equal(await count(page), `共 ${number} 处。`);
  assert.equal((await names(page)).length, Number(number));
  assert.equal(await page.getByTestId('filter-check').inputValue(), 'unchecked');
  assert.ok((await page.getByTestId('place-row').first().innerText()).includes('未核对'));
});

editing('a list is filtered and sorted, and its address says how', {}, async ({ page, open }) => {
  await open('v=places');
  await page.getByTestId('filter-r').selectOption('waiting_station');
  await until(() => count(page), (text) => text === '共 26 处。');
  await page.getByTestId('filter-g').selectOption('321002');
  const { numberMatched } = await api('/api/v1/places?region=321002&role=waiting_station');
  await until(() => count(page), (text) => text === `共 ${numberMatched} 处。`);
  await page.getByTestId('sort-hours').click();
  const head = page.locator('th.column-hours');
  await until(() => head.getAttribute('aria-sort'), (order) => order === 'ascending');
  await page.getByTestId('sort-hours').click();
  await until(() => head.getAttribute('aria-sort'), (order) => order === 'descending');
  const fragment = fragmentOf(page);
  assert.deepEqual(['v', 'r', 'g', 'sort'].map((key) => fragment.get(key)), ['places', 'waiting_station', '321002', '-hours']);
  const before = await names(page);
  await page.reload();
  await page.getByTestId('place-row').first().waitFor();
  assert.deepEqual(await names(page), before, 'the address is the list');
  await page.getByTestId('filter-q').fill('没有这个地方');
  await page.getByTestId('empty').getByRole('button').click();
  await until(() => count(page), (text) => text.includes('2,0'));
  assert.match(await page.getByTestId('page').innerText(), /第 1 页/);
  await page.getByTestId('next-page').click();
  await until(() => page.getByTestId('page').innerText(), (text) => text.startsWith('第 2 页'));
  assert.equal(fragmentOf(page).get('p'), '2');
});

editing('hours changed in the table reach a family’s open page without reload, and are taken back', { office: null }, async ({ page, context, go, open }) => {
  const place = real[0];
  const family = await context.newPage();
  await family.goto(`${running().address}/#p=119.43000,32.40000&s=${place.id}`);
  await family.getByTestId('card').waitFor();
  await open(listOf(place));
  await write(page, place, 'hours', 'Mo-Fr 09:00-17:00');
  assert.match(await page.getByTestId('cell-form').innerText(), /周一至周五 9:00–17:00/);
  await page.keyboard.press('Enter');
  await page.getByTestId('cell-trouble').filter({ hasText: '核对单位' }).waitFor();
  await page.getByTestId('cell-office').fill(OFFICE);
  await page.keyboard.press('Enter');
  await toast(page, '已保存');
  assert.equal(await page.getByTestId('office').innerText(), OFFICE, 'asked once, and shown');
  await family.getByTestId('hours').filter({ hasText: '9:00–17:00' }).waitFor();
  const { hours } = (await shown(place.id)).roles[0];
  const { day } = await api('/api/v1/ledger');
  assert.deepEqual([hours.value, hours.source.source, hours.source.checked_by, hours.source.checked_on], ['Mo-Fr 09:00-17:00', 'editors', OFFICE, day]);
  assert.match(await row(page, place).innerText(), /周一至周五 9:00–17:00/);
  await page.getByTestId('toast-action').click();
  await toast(page, '已撤销');
  assert.equal((await shown(place.id)).roles[0].hours, null);
  await until(() => row(page, place).innerText(), (text) => !text.includes('9:00'));
  await until(() => page.evaluate(() => document.activeElement !== document.body), Boolean);
});

editing('each field of a row can be changed', {}, async ({ page, open }) => {
  const place = real[1];
  await open('v=places&r=heritage&check=unchecked');
  for (const [field, value, said] of [['phone', '0514-87654321', '0514-87654321'], ['name', `${place.properties.name}（新）`, '（新）']]) {
    await write(page, place, field, value);
    await page.keyboard.press('Enter');
    await row(page, place).filter({ hasText: said }).waitFor();
  }
  for (const [field, choice, said] of [['fee', 'paid', '收费'], ['status', 'suspended', '暂停'], ['status', 'withdrawn', '撤下'], ['status', 'active', '正常']]) {
    await row(page, place).getByTestId(`edit-${field}`).click();
    await page.getByTestId(`choice-${choice}`).check();
    await page.keyboard.press('Enter');
    await page.getByTestId('cell-form').waitFor({ state: 'detached' });
    await row(page, place).locator(`.column-${field}`).filter({ hasText: said }).waitFor();
  }
  const now = await shown(place.id);
  assert.deepEqual([now.name, now.status, now.roles[0].fee, now.roles[0].contact.value.phone], [`${place.properties.name}（新）`, 'active', 'paid', '0514-87654321']);
});

editing('an example that is called one keeps the source that says so', {}, async ({ page, open }) => {
  const { features } = await api('/api/v1/places?region=321002&role=venue&check=synthetic&limit=1');
  const [place] = features;
  await open(listOf(place).replace('heritage', 'venue'));
  await write(page, place, 'name', '示例馆 甲');
  await page.keyboard.press('Enter');
  await toast(page, '已保存');
  const now = await shown(place.id);
  assert.deepEqual([now.name, now.name_source.source], ['示例馆 甲', 'synthetic']);
});

editing('what a rule refuses is said at the cell, and what was written stays', { expected: /session|admin\/places/ }, async ({ page, open }) => {
  const place = real[2];
  await open(listOf(place));
  await write(page, place, 'phone', '请打电话');
  await page.keyboard.press('Enter');
  await page.getByTestId('cell-trouble').filter({ hasText: '不合规则' }).waitFor();
  assert.equal(await page.getByTestId('cell-input').inputValue(), '请打电话');
  assert.equal(await page.getByTestId('cell-input').getAttribute('aria-invalid'), 'true');
  await page.getByTestId('sort-fee').click();
  await page.getByTestId('cell-trouble').filter({ hasText: '还没有保存' }).waitFor();
  await page.getByTestId('tab-ledger').click();
  assert.equal(await page.getByTestId('cell-input').inputValue(), '请打电话', 'no link takes it away');
  await page.route('**/api/v1/admin/**', (route) => route.abort());
  await page.getByTestId('cell-input').fill('0514-87654321');
  await page.keyboard.press('Enter');
  await page.getByTestId('cell-trouble').filter({ hasText: '连不上服务器' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByTestId('cell-form').waitFor({ state: 'detached' });
  assert.equal((await shown(place.id)).roles[0].contact, null);
});

editing('what somebody else wrote meanwhile is shown, and is not lost by mistake', {}, async ({ page, open }) => {
  const place = real[3];
  await open(listOf(place));
  await write(page, place, 'hours', 'Mo-Su 10:00-16:00');
  const { place: theirs, tag } = await other.place(place.id);
  theirs.properties.roles[0].hours = { value: 'Mo-Su 08:00-18:00', source: 'osm' };
  await other.put(theirs, tag);
  await page.keyboard.press('Enter');
  await page.getByTestId('cell-trouble').filter({ hasText: '每天 8:00–18:00' }).waitFor();
  await page.keyboard.press('Enter');
  assert.equal((await shown(place.id)).roles[0].hours.value, 'Mo-Su 08:00-18:00', 'Enter does not choose');
  assert.equal(await page.getByTestId('cell-input').inputValue(), 'Mo-Su 10:00-16:00');
  await page.getByTestId('cell-mine').click();
  await toast(page, '已保存');
  assert.equal((await shown(place.id)).roles[0].hours.value, 'Mo-Su 10:00-16:00');
});

editing('a change of another fact meanwhile is no clash', {}, async ({ page, open }) => {
  const place = real[4];
  await open(listOf(place));
  await write(page, place, 'hours', 'Mo-Su 10:00-16:00');
  const { place: theirs, tag } = await other.place(place.id);
  theirs.properties.address = '东关街';
  await other.put(theirs, tag);
  await page.keyboard.press('Enter');
  await toast(page, '已保存');
  const now = await shown(place.id);
  assert.deepEqual([now.address, now.roles[0].hours.value], ['东关街', 'Mo-Su 10:00-16:00']);
});

editing('somebody else’s edit reaches the row where it stands, and is said politely', {}, async ({ page, open }) => {
  const place = real[5];
  await open('v=places&r=heritage&check=unchecked');
  await row(page, place).waitFor();
  const before = await page.getByTestId('place-row').evaluateAll((rows) => rows.map((one) => one.dataset.id));
  const { place: theirs, tag } = await other.place(place.id);
  theirs.properties.name = '啊改名了';
  await other.put(theirs, tag);
  await row(page, place).filter({ hasText: '啊改名了' }).waitFor();
  await toast(page, '有人刚改了数据');
  assert.deepEqual(await page.getByTestId('place-row').evaluateAll((rows) => rows.map((one) => one.dataset.id)), before, 'no row moves');
});

editing('an edit that may belong in the list waits behind a button', {}, async ({ page, open }) => {
  const [place] = (await api('/api/v1/places?region=321000&role=venue&check=unchecked&limit=1000')).features.slice(-1);
  await open('v=places&r=venue&check=synthetic');
  await page.getByTestId('place-row').first().waitFor();
  const before = await count(page);
  const { place: theirs, tag } = await other.place(place.id);
  theirs.properties.roles[0].claim = { source: 'synthetic' };
  await other.put(theirs, tag);
  await page.getByTestId('renew').waitFor();
  assert.equal(await count(page), before, 'nothing moves unasked');
  await page.getByTestId('renew').click();
  await row(page, place).waitFor();
  await page.getByTestId('renew').waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'H2', 'the focus is not lost with the button');
});

editing('what was checked too long ago is listed, and says which facts', {}, async ({ page, open }) => {
  const place = real[6];
  const { place: old, tag } = await other.place(place.id);
  const { day } = await api('/api/v1/ledger');
  old.properties.roles[0].claim = { source: 'osm', checked_on: day };
  old.properties.roles[0].hours = { value: 'Mo-Su 08:00-18:00', source: 'osm', checked_on: '2020-01-01' };
  await other.put(old, tag);
  await open('v=places&r=heritage&check=stale');
  await row(page, place).getByTestId('overdue').filter({ hasText: '待复核：开放时间' }).waitFor();
});

editing('five rows are changed together, and taken back together', {}, async ({ page, open }) => {
  const five = (await api('/api/v1/places?region=321000&role=venue&check=unchecked&limit=1000')).features.slice(0, 5);
  await open('v=places&r=venue&check=unchecked');
  for (const place of five) await row(page, place).getByTestId('select-row').check();
  assert.equal(await page.getByTestId('selected').innerText(), '已选 5 处');
  await page.getByTestId('bulk').click();
  await page.getByTestId('bulk-fee').check();
  assert.equal(await page.getByTestId('bulk-preview').innerText(), '将改 5 处的收费：未知 → 免费。');
  await page.getByTestId('bulk-send').click();
  await page.getByTestId('bulk-trouble').filter({ hasText: '请写原因' }).waitFor();
  await page.getByTestId('bulk-why').fill('名单更正');
  await page.keyboard.press('Enter');
  await toast(page, '已改 5 处');
  const fees = () => Promise.all(five.map(async ({ id }) => (await shown(id)).roles[0].fee));
  assert.deepEqual(await fees(), five.map(() => 'free'));
  await row(page, five[4]).locator('.column-fee').filter({ hasText: '免费' }).waitFor();
  await until(() => focused(page), (now) => now === 'bulk');
  await page.getByTestId('toast-action').click();
  await toast(page, '已撤销');
  assert.deepEqual(await fees(), five.map(() => 'unknown'));

  await page.getByTestId('bulk').click();
  await page.getByTestId('bulk-why').fill('电话核实');
  await page.keyboard.press('Enter');
  await toast(page, '已改 5 处');
  const { claim } = (await shown(five[0].id)).roles[0];
  assert.deepEqual([claim.source, claim.checked_by], ['osm', OFFICE], 'checked today; the source stays');
});

editing('a change of many is stopped, or refused whole where one was changed meanwhile', {}, async ({ page, open }) => {
  const two = real.slice(7, 9);
  await open('v=places&r=heritage&check=unchecked');
  for (const place of two) await row(page, place).getByTestId('select-row').check();
  await page.getByTestId('bulk').click();
  await page.getByTestId('bulk-fee').check();
  await page.getByTestId('bulk-why').fill('名单更正');
  let answer;
  const held = new Promise((resolve) => (answer = resolve));
  await page.route('**/api/v1/admin/places/*', async (route) => {
    await held;
    await route.continue();
  });
  await page.getByTestId('bulk-send').click();
  await page.getByTestId('bulk-progress').waitFor();
  await page.getByTestId('bulk-stop').click();
  answer();
  await page.getByTestId('bulk-trouble').filter({ hasText: '已停下' }).waitFor();
  await page.unroute('**/api/v1/admin/places/*');
  const { place: theirs, tag } = await other.place(two[0].id);
  theirs.properties.roles[0].fee = { value: 'paid', source: 'osm' };
  await other.put(theirs, tag);
  await page.getByTestId('bulk-send').click();
  const said = page.getByTestId('bulk-trouble').filter({ hasText: '什么都没有改' });
  await said.filter({ hasText: two[0].properties.name }).waitFor();
  assert.deepEqual(await Promise.all(two.map(async ({ id }) => (await shown(id)).roles[0].fee)), ['paid', 'unknown']);
});

editing('the session ends while somebody writes: what they wrote is there after signing in again', { expected: /session|admin\/places/ }, async ({ page, context, open }) => {
  const place = real[9];
  await open(listOf(place));
  await write(page, place, 'hours', 'Sa-Su 10:00-16:00');
  await context.clearCookies();
  await page.keyboard.press('Enter');
  await page.getByTestId('sign-in-name').waitFor();
  await signIn(page, 'li');
  assert.equal(await page.getByTestId('cell-input').inputValue(), 'Sa-Su 10:00-16:00');
  await page.getByTestId('cell-save').click();
  await toast(page, '已保存');

  await row(page, place).getByTestId('select-row').check();
  await page.getByTestId('bulk').click();
  await page.getByTestId('bulk-why').fill('实地核实');
  await context.clearCookies();
  await page.getByTestId('bulk-send').click();
  await page.getByTestId('sign-in-name').waitFor();
  await signIn(page, 'li');
  assert.equal(await page.getByTestId('bulk-why').inputValue(), '实地核实');
  await page.getByTestId('bulk-send').click();
  await toast(page, '已改 1 处');
});

editing('a viewer sees the table and nothing to change it with', { who: 'zhao' }, async ({ page, open }) => {
  await open('v=places&r=heritage');
  await page.getByTestId('place-row').first().waitFor();
  for (const control of ['edit-name', 'edit-hours', 'select-row', 'bulk', 'office']) assert.equal(await page.getByTestId(control).count(), 0, control);
  await page.locator('td.column-hours').first().dblclick();
  assert.equal(await page.getByTestId('cell-form').count(), 0);
  assert.ok(await page.getByTestId('export').isEnabled());
});

editing('an editor of one district changes the rows of that district', { who: 'sun' }, async ({ page, open }) => {
  await open('v=places&r=heritage&g=321002');
  await page.getByTestId('place-row').first().waitFor();
  assert.ok((await page.getByTestId('edit-hours').count()) > 0);
  await page.getByTestId('filter-g').selectOption('321003');
  await until(() => page.getByTestId('edit-hours').count(), (controls) => controls === 0);
  assert.ok((await page.getByTestId('place-row').count()) > 0);
  assert.equal(await page.getByTestId('select-row').first().isDisabled(), true);
});

editing('the table by keys alone', {}, async ({ page, open }) => {
  const place = real[10];
  await open('v=places&r=heritage&check=unchecked');
  await row(page, place).waitFor();
  await page.getByTestId('filter-q').focus();
  await tabTo(page, 'select-row');
  assert.ok(await focusIsSeen(page), 'the focus is seen');
  const at = () => page.evaluate(() => document.activeElement.closest('[data-id]')?.dataset.id);
  for (let step = 0; step < 40 && (await at()) !== place.id; step += 1) await page.keyboard.press('ArrowDown');
  assert.equal(await at(), place.id);
  await page.keyboard.press('Space');
  assert.equal(await page.getByTestId('selected').innerText(), '已选 1 处');
  for (let step = 0; step < 12 && (await focused(page)) !== 'edit-hours'; step += 1) await page.keyboard.press('ArrowRight');
  assert.equal(await focused(page), 'edit-hours');
  assert.ok(await focusIsSeen(page), 'the focus is seen');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Mo-Su 10:00-16:00');
  await page.keyboard.press('Escape');
  await until(() => focused(page), (now) => now === 'edit-hours');
  assert.equal((await shown(place.id)).roles[0].hours, null, 'Escape leaves it as it was');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Mo-Su 10:00-16:00');
  await page.keyboard.press('Enter');
  await toast(page, '已保存');
  await until(() => focused(page), (now) => now === 'edit-hours');
  assert.equal(await at(), place.id, 'the focus is where it was');
  await page.keyboard.press('Control+Home');
  await until(() => focused(page), (now) => now === 'sort-hours');
  await page.keyboard.press('Enter');
  await until(() => page.locator('th.column-hours').getAttribute('aria-sort'), (order) => order === 'ascending');
  assert.equal(await focused(page), 'sort-hours');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'column-marks');
});

editing('what is listed is kept as a file in which nothing runs', {}, async ({ page, open }) => {
  const place = real[11];
  const { place: theirs, tag } = await other.place(place.id);
  theirs.properties.name = '=cmd|calc,"甲"';
  await other.put(theirs, tag);
  await open('v=places&r=heritage&check=unchecked');
  await row(page, place).waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByTestId('export').click()]);
  assert.match(download.suggestedFilename(), /^地点名单-heritage-unchecked-\d{4}-\d{2}-\d{2}\.csv$/);
  const text = await readFile(await download.path(), 'utf8');
  assert.ok(text.startsWith('\ufeff名称,种类,'), text.slice(0, 40));
  assert.ok(text.includes(`"'=cmd|calc,""甲"""`));
  const lines = text.trimEnd().split('\r\n');
  assert.equal(lines.length, (await page.getByTestId('place-row').count()) + 2);
  assert.match(lines.at(-1), /来源：.*数据日期：2025-02-14.*示例/);
});

/** Goes through the table's states and gathers what `look` finds in each. */
async function throughStates(page, open, settings, look) {
  const found = {};
  const note = async (state) => {
    const here = await look(state);
    if (here.length) found[state] = here;
  };
  await open(`v=places&r=venue&g=321002${settings}`);
  await page.getByTestId('place-row').first().waitFor();
  await note('list');
  await page.getByTestId('edit-hours').nth(3).click();
  await page.getByTestId('cell-input').fill('Mo-Fr 09:00-17:00; PH off');
  await note('hours');
  await page.keyboard.press('Escape');
  await page.getByTestId('edit-fee').nth(1).click();
  await page.getByTestId('choice-free').check();
  await note('fee');
  await page.keyboard.press('Escape');
  for (const nth of [0, 1, 2]) await page.getByTestId('select-row').nth(nth).check();
  await page.getByTestId('change-office').click();
  await note('selected');
  await page.keyboard.press('Escape');
  await page.getByTestId('bulk').click();
  await page.getByTestId('bulk-fee').check();
  await page.getByTestId('bulk-send').click();
  await page.getByTestId('bulk-trouble').waitFor();
  await note('bulk');
  await page.keyboard.press('Escape');
  await page.getByTestId('bulk-dialog').waitFor({ state: 'detached' });
  await page.getByTestId('filter-q').fill('没有这个地方');
  await page.getByTestId('empty').waitFor();
  await note('empty');
  return found;
}

for (const device of ['desktop', 'phone']) {
  for (const theme of ['light', 'dark']) {
    editing(`axe finds nothing, ${theme}`, { device }, async ({ page, open }) => {
      assert.deepEqual(await throughStates(page, open, `&theme=${theme}`, () => violations(page)), {});
    });
  }
}

editing('everything to touch is at least 44 pixels', { device: 'phone' }, async ({ page, open }) => {
  assert.deepEqual(await throughStates(page, open, '', () => tooSmall(page)), {});
});

for (const [name, options] of [
  ['a narrow phone', { context: { viewport: { width: 320, height: 640 } } }],
  ['a phone', { device: 'phone' }],
  ['a tablet', { device: 'tablet' }],
]) {
  editing(`nothing needs scrolling sideways, save the table in its box: ${name}`, options, async ({ page, open }) => {
    const wide = () => fontsAreHere(page).then(() => page.evaluate(() => [document.documentElement, ...document.querySelectorAll('dialog')].filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.tagName)));
    assert.deepEqual(await throughStates(page, open, '&big=1&lang=en', wide), {});
  });
}

for (const device of Object.keys(DEVICES)) {
  for (const [theme, lang] of [['light', 'zh'], ['dark', 'en']]) {
    editing(`pictures of the table, ${theme}, ${lang}`, { device }, async ({ page, open }) => {
      const take = async (state) => {
        await fontsAreHere(page);
        await page.screenshot({ path: `${FOLDER}places-${state}-${device}-${theme}-${lang}.png` });
        return cut(page);
      };
      assert.deepEqual(await throughStates(page, open, `&theme=${theme}&lang=${lang}`, take), {}, 'no word is cut');
    });
  }
}
