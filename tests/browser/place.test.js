/** One place is edited: its facts, its spot on the map, its history, and what happens when two do it at once. */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { violations } from './support/axe.js';
import { addAccount, PASSWORD, signIn } from './support/editor.js';
import { focused, tabTo } from './support/keys.js';
import { OFFICE, openForm, REFUSED, save, saved, small } from './support/place-form.js';
import { api, DEVICES, fontsAreHere, mapIsDrawn, running, until, visit } from './support/visit.js';

const FOLDER = fileURLToPath(new URL('../artefacts/', import.meta.url));
await mkdir(FOLDER, { recursive: true });

/** Real places with one role each. */
let venues;
let prepared;
let taken = 0;

async function prepare() {
  await addAccount(running(), 'li', 'editor');
  await addAccount(running(), 'wang', 'editor');
  await addAccount(running(), 'zhou', 'reviewer');
  await addAccount(running(), 'he', 'viewer');
  await addAccount(running(), 'far', 'editor', '--districts', '321084');
  const { features } = await api('/api/v1/places?near=119.44,32.39&radius_m=30000&role=heritage,venue&limit=300');
  venues = features.filter(({ properties }) => !properties.synthetic && properties.roles.length === 1);
  assert.ok(venues.length >= 20, 'enough real places to edit');
}

/** A visit of an editor, with a real place that no other test touches. */
function story(name, options, told) {
  visit(name, { expected: REFUSED, ...options }, async (given) => {
    await (prepared ??= prepare());
    taken += 1;
    await told({ ...given, place: venues[taken] });
  });
}

const shown = (id) => api(`/api/v1/places/${id}`);
const roleOf = async (id) => (await shown(id)).properties.roles[0];

/** Changes a place by the interface, as another editor does from elsewhere. */
async function editElsewhere(id, name, change, why = '名单更正') {
  const address = running().address;
  const headers = { 'content-type': 'application/json' };
  const session = await fetch(`${address}/api/v1/session`, { method: 'POST', headers, body: JSON.stringify({ name, password: PASSWORD }) });
  const cookie = session.headers.get('set-cookie').split(';')[0];
  const { csrf_token: token } = await session.json();
  const read = await fetch(`${address}/api/v1/admin/places/${id}`, { headers: { cookie } });
  const { place } = await read.json();
  change(place);
  const answer = await fetch(`${address}/api/v1/admin/places/${id}`, {
    method: 'PUT',
    headers: { ...headers, cookie, 'x-csrf-token': token, 'if-match': read.headers.get('etag') },
    body: JSON.stringify({ place, why }),
  });
  assert.equal(answer.status, 200, await answer.text());
}

const theirs = (value) => ({ value, source: 'editors', checked_on: '2026-01-05', checked_by: '区文旅局' });

story('hours are changed, and a family’s open card follows by itself', {}, async ({ page, context, go, place }) => {
  const family = await context.newPage();
  await family.goto(`${running().address}/#s=${place.id}`);
  await family.getByTestId('card-name').filter({ hasText: place.properties.name }).waitFor();
  await openForm(page, go, place.id, 'li');
  await page.getByTestId('hours').fill('Tu-Su 09:00-17:00');
  assert.match(await page.getByTestId('hours-meaning').innerText(), /周二至周日 9:00–17:00/);
  await page.getByTestId('will-change').filter({ hasText: '将改 1 项' }).waitFor();
  await save(page, '电话核实');
  await saved(page);
  await family.getByTestId('hours').filter({ hasText: '周二至周日 9:00–17:00' }).waitFor();
  const { hours } = await roleOf(place.id);
  assert.deepEqual([hours.value, hours.source.source, hours.source.checked_by], ['Tu-Su 09:00-17:00', 'editors', OFFICE]);
  await until(() => focused(page), (now) => now === 'place-name');
  assert.equal(await page.getByTestId('save').getAttribute('aria-disabled'), 'true', 'nothing is left to save');
});

story('nothing is sent without a change, a reason and an office', {}, async ({ page, go, place }) => {
  await openForm(page, go, place.id, 'li');
  await page.getByTestId('will-change').filter({ hasText: '还没有改动' }).waitFor();
  await page.getByTestId('save').focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('fee').selectOption('free');
  await page.getByTestId('office').fill('');
  await page.getByTestId('save').click();
  await until(() => focused(page), (now) => now === 'why');
  await page.getByTestId('why-chip').first().click();
  await page.getByTestId('save').click();
  await until(() => focused(page), (now) => now === 'office');
  await page.getByTestId('office').fill('市教育局');
  await page.getByTestId('save').click();
  await saved(page);
  const { fee, fee_source: from } = await roleOf(place.id);
  assert.deepEqual([fee, from.checked_by], ['free', '市教育局']);
  await page.getByTestId('history-entry').first().filter({ hasText: '电话核实' }).waitFor();
});

story('the point is dragged, undone, moved by keys and saved', {}, async ({ page, go, place }) => {
  const [lon, lat] = place.geometry.coordinates;
  await openForm(page, go, place.id, 'li');
  await mapIsDrawn(page);
  const map = page.getByTestId('position-map');
  await map.scrollIntoViewIfNeeded();
  const box = await map.boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 80, y - 60, { steps: 12 });
  await page.mouse.up();
  await page.getByTestId('moved').filter({ hasText: /向东北移了 \d+ 米/ }).waitFor();
  await page.getByTestId('ghost-marker').waitFor();
  await page.getByTestId('move-undo').click();
  await page.getByTestId('moved').filter({ hasText: '没有动' }).waitFor();
  await page.getByTestId('ghost-marker').waitFor({ state: 'detached' });
  await page.getByTestId('move-redo').click();
  await page.getByTestId('moved').filter({ hasText: '向东北移了' }).waitFor();

  await map.focus();
  await page.keyboard.press('Control+z');
  await page.getByTestId('moved').filter({ hasText: '没有动' }).waitFor();
  for (const key of ['Shift+ArrowUp', 'Shift+ArrowUp', 'ArrowUp', 'ArrowDown']) await page.keyboard.press(key);
  await page.getByTestId('moved').filter({ hasText: '向北移了 20 米' }).waitFor();
  assert.equal(await focused(page), 'position-map', 'the keys stay with the map');

  await page.getByTestId('precision-approximate').check();
  await page.getByTestId('radius').fill('');
  await save(page, '实地核实');
  await until(() => focused(page), (now) => now === 'radius');
  await page.getByTestId('radius').fill('40');
  await page.getByTestId('save').click();
  await saved(page);
  const now = await shown(place.id);
  const { precision, radius_m: radius, source } = now.properties.position;
  assert.deepEqual([precision, radius, source], ['approximate', 40, 'editors']);
  assert.ok(Math.abs(now.geometry.coordinates[0] - lon) < 1e-6);
  assert.ok(Math.abs((now.geometry.coordinates[1] - lat) * 111_195 - 20) < 0.5);
});

story('without WebGL the numbers move the point', { flags: ['--disable-gpu', '--disable-3d-apis'] }, async ({ page, go, place }) => {
  await openForm(page, go, place.id, 'li');
  await page.getByText('这台设备画不了地图').waitFor();
  await page.getByTestId('lat').fill('北纬32');
  await page.getByText('请写度数').waitFor();
  const lat = (place.geometry.coordinates[1] + 0.001).toFixed(6);
  await page.getByTestId('lat').fill(lat);
  await page.keyboard.press('Tab');
  await page.getByTestId('moved').filter({ hasText: '向北移了 111 米' }).waitFor();
  await save(page, '名单更正');
  await saved(page);
  assert.equal((await shown(place.id)).geometry.coordinates[1], Number(lat));
});

story('a lost update is shown, chosen fact by fact, and carried over', {}, async ({ page, go, place }) => {
  await openForm(page, go, place.id, 'li');
  // The news of the other's edit does not reach this page: saving must find it out.
  await page.route(`**/api/v1/admin/places/${place.id}`, (route) => (route.request().method() === 'GET' ? route.abort() : route.continue()));
  await page.getByTestId('hours').fill('Mo-Su 07:15-18:00');
  await page.getByTestId('fee').selectOption('paid');
  await editElsewhere(place.id, 'wang', ({ properties: { roles } }) => {
    roles[0].hours = theirs('Mo-Su 08:00-17:00');
    roles[0].capacity = theirs(300);
  });
  await page.unroute(`**/api/v1/admin/places/${place.id}`);
  await save(page, '电话核实');
  const panel = page.getByTestId('conflict');
  await panel.waitFor();
  await until(() => focused(page), (now) => now.endsWith('#conflict-title'));
  assert.equal(await page.getByTestId('clash').count(), 1, 'only the hours clash');
  await page.getByTestId('merge').click();
  await panel.getByRole('alert').filter({ hasText: '请逐项选一个' }).waitFor();
  await page.getByTestId('choose-mine').check();
  await page.getByTestId('merge').click();
  await panel.waitFor({ state: 'detached' });
  assert.equal(await page.getByTestId('capacity').inputValue(), '300', 'what they changed is there');
  await page.getByTestId('save').click();
  await saved(page);
  const { hours, fee, capacity } = await roleOf(place.id);
  assert.deepEqual([hours.value, fee, capacity.value], ['Mo-Su 07:15-18:00', 'paid', 300]);
});

story('the form follows another’s edit, and asks before it takes one in over what is written', {}, async ({ page, go, place }) => {
  await openForm(page, go, place.id, 'li');
  await editElsewhere(place.id, 'wang', ({ properties: { roles } }) => (roles[0].capacity = theirs(120)));
  await until(() => page.getByTestId('capacity').inputValue(), (value) => value === '120');
  await page.getByTestId('fee').selectOption('free');
  await editElsewhere(place.id, 'wang', ({ properties: { roles } }) => (roles[0].capacity = theirs(240)));
  await page.getByTestId('newer').waitFor();
  assert.equal(await page.getByTestId('capacity').inputValue(), '120', 'nothing moves under the hand');
  await page.getByTestId('look-and-merge').click();
  await page.getByTestId('merge').click();
  await until(() => page.getByTestId('capacity').inputValue(), (value) => value === '240');
  assert.equal(await page.getByTestId('fee').inputValue(), 'free', 'what was written stays');

  // The same after a reload, if the other's edit came while the page was away.
  const form = `**/api/v1/admin/places/${place.id}`;
  await page.route(form, (route) => route.abort());
  await editElsewhere(place.id, 'wang', ({ properties: { roles } }) => (roles[0].capacity = theirs(360)));
  await page.unroute(form);
  page.on('dialog', (dialog) => dialog.accept());
  await page.reload();
  await page.getByTestId('newer').waitFor();
  assert.deepEqual([await page.getByTestId('capacity').inputValue(), await page.getByTestId('fee').inputValue()], ['240', 'free']);
});

story('what the server refuses is said at its field, which gets the focus', {}, async ({ page, go, place }) => {
  await openForm(page, go, place.id, 'li');
  await page.getByTestId('phone').fill('八七三四');
  await page.getByTestId('website').fill('www.example.cn');
  await page.getByTestId('add-role-kind').selectOption('waiting_station');
  await page.getByTestId('add-role').click();
  await save(page, '名单更正');
  await page.getByTestId('save-trouble').filter({ hasText: '有 3 处要改' }).waitFor();
  const phone = page.getByTestId('phone').first();
  await until(() => phone.getAttribute('aria-invalid'), (value) => value === 'true');
  await page.getByText('电话只写数字和短横').first().waitFor();
  await page.getByText('请先给这里加学校的牌子').first().waitFor();
  await until(() => page.evaluate(() => document.activeElement.closest('.fact')?.textContent ?? ''), (text) => /学校|电话/.test(text));
  await page.getByTestId('drop-role').click();
  await phone.fill('13800001234');
  await page.getByTestId('website').fill('https://www.example.cn/');
  await page.getByTestId('save').click();
  await saved(page);
  await page.getByTestId('warnings').filter({ hasText: '请写单位的电话' }).waitFor();
  assert.deepEqual((await roleOf(place.id)).contact.value, { phone: '13800001234', website: 'https://www.example.cn/' });
});

story('whatever keeps the server from saving is said, and what was written stays', {}, async ({ page, go, place }) => {
  await openForm(page, go, place.id, 'li');
  await page.getByTestId('address').fill('东关街 3 号');
  await page.getByTestId('why').fill('名单更正');
  const trouble = page.getByTestId('save-trouble');
  const answer = (status, code, more = {}) => (route) =>
    route.request().method() === 'PUT'
      ? route.fulfill({ status, contentType: 'application/problem+json', body: JSON.stringify({ code, detail: code, ...more }) })
      : route.continue();
  const path = `**/api/v1/admin/places/${place.id}`;
  for (const [handle, words] of [
    [(route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()), '连不上服务器，没有保存'],
    [answer(503, 'store_unavailable'), '数据库暂时连不上'],
    [answer(507, 'store_full'), '存储满了'],
    [answer(403, 'not_allowed', { value: '321002001004' }), '广陵区不归您的账号管'],
    [answer(403, 'not_allowed', { value: 'heritage' }), '“运河思政研学资源”不归您的账号管'],
    [answer(500, 'internal'), '没有做成'],
  ]) {
    await page.route(path, handle);
    await page.getByTestId('save').click();
    await trouble.filter({ hasText: words }).waitFor();
    await page.unroute(path);
    assert.equal(await page.getByTestId('address').inputValue(), '东关街 3 号');
  }
  await page.getByTestId('save').click();
  await saved(page);
});

story('a fact is confirmed as it stands', {}, async ({ page, go, place }) => {
  await openForm(page, go, place.id, 'li');
  await page.getByTestId('still-right-name').click();
  await page.getByTestId('change').filter({ hasText: '再次核对' }).waitFor();
  await save(page, '实地核实');
  await saved(page);
  const { name, name_source: from } = (await shown(place.id)).properties;
  assert.deepEqual([name, from.source, from.checked_by], [place.properties.name, place.properties.name_source.source, OFFICE]);
  assert.ok(from.checked_on);
});

story('a change is undone from the history', {}, async ({ page, go, place }) => {
  await editElsewhere(place.id, 'wang', ({ properties }) => (properties.address = '盐阜东路 10 号'), '错的名单');
  await openForm(page, go, place.id, 'li');
  const entry = page.getByTestId('history-entry').first();
  await entry.filter({ hasText: '错的名单' }).waitFor();
  await entry.getByTestId('undo').click();
  await until(() => focused(page), (now) => now === 'undo-why');
  await page.getByTestId('undo-now').click();
  await page.getByText('请写一句为什么改').waitFor();
  await page.getByTestId('undo-why').fill('名单本身有误');

  // What the place was may break a rule by now: the taking back says which, and does nothing.
  const findings = [{ place: place.id, field: 'place.properties.roles[0].contact.value.phone', problem: '"1" is not a telephone number', mend: '' }];
  await page.route('**/undo', (route) => route.fulfill({ status: 422, contentType: 'application/problem+json', body: JSON.stringify({ code: 'unfit_place', detail: '', findings }) }));
  await page.getByTestId('undo-now').click();
  await page.locator('.undoing .wrong').filter({ hasText: /没有撤销.*联系方式：电话只写数字和短横/ }).waitFor();
  await page.unroute('**/undo');
  await page.getByTestId('undo-now').click();
  await page.getByTestId('toast').filter({ hasText: '已撤销' }).waitFor();
  await until(() => page.getByTestId('address').inputValue(), (value) => value === '');
  await page.getByTestId('history-entry').first().filter({ hasText: '名单本身有误' }).waitFor();
  assert.equal((await shown(place.id)).properties.address, null);
});

story('a name with mark-up in it shows as text', {}, async ({ page, go, place }) => {
  const name = '<img src=x onerror=alert(1)>园';
  await openForm(page, go, place.id, 'li');
  await page.getByTestId('name').fill(name);
  await save(page, '试一试');
  await saved(page);
  await page.getByTestId('place-name').filter({ hasText: name }).waitFor();
  await page.getByTestId('history-entry').first().filter({ hasText: name }).waitFor();
  assert.equal(await page.locator('main img').count(), 0);
});

story('the session ends while somebody writes: signed in again, the words are there, as after a reload', {}, async ({ page, context, go, place }) => {
  await openForm(page, go, place.id, 'li');
  await page.getByTestId('aliases').fill('老园子\n后花园');
  await context.clearCookies();
  await save(page, '电话核实');
  await page.getByTestId('sign-in').waitFor();
  await signIn(page, 'li');
  assert.equal(await page.getByTestId('aliases').inputValue(), '老园子\n后花园');
  page.on('dialog', (dialog) => dialog.accept());
  await page.reload();
  await page.getByTestId('toast').filter({ hasText: '没保存的改动还在' }).waitFor();
  assert.deepEqual([await page.getByTestId('aliases').inputValue(), await page.getByTestId('why').inputValue()], ['老园子\n后花园', '电话核实']);
  await page.getByTestId('save').click();
  await saved(page);
  assert.deepEqual((await shown(place.id)).properties.aliases, ['老园子', '后花园']);
});

story('leaving with something unsaved asks, and keeps it where that is wished', {}, async ({ page, go, place }) => {
  await openForm(page, go, place.id, 'li');
  await page.getByTestId('address').fill('东关街 1 号');
  await page.getByTestId('tab-ledger').click();
  await page.getByTestId('stay').click();
  await until(() => focused(page), (now) => now === 'tab-ledger');
  await page.getByTestId('tab-ledger').click();
  await page.getByTestId('leave-keep').click();
  await page.getByTestId('ledger').waitFor();
  await page.goBack();
  await until(() => page.getByTestId('address').inputValue(), (value) => value === '东关街 1 号');
  await page.getByTestId('discard').click();
  await until(() => page.getByTestId('address').inputValue(), (value) => value === '');
  await page.getByTestId('toast-action').click();
  await until(() => page.getByTestId('address').inputValue(), (value) => value === '东关街 1 号');
});

story('an example keeps its source, and with a real name gets a real one', {}, async ({ page, go }) => {
  const { features } = await api('/api/v1/places?region=321002&role=school&check=synthetic&limit=1');
  const [place] = features;
  await openForm(page, go, place.id, 'li');
  assert.equal(await page.getByTestId('still-right-name').count(), 0, 'nobody confirms what is made up');
  await page.getByTestId('name').fill('示例小学 新');
  await page.getByTestId('fact-name').filter({ hasText: '仍算示例数据' }).waitFor();
  await page.getByTestId('name').fill('城东小学');
  await page.getByTestId('fact-name').filter({ hasText: '请选真实的来源' }).waitFor();
  await page.getByTestId('source-name').selectOption('stats');
  await save(page, '名单更正');
  await saved(page);
  const { name, name_source: from } = (await shown(place.id)).properties;
  assert.deepEqual([name, from.source], ['城东小学', 'stats']);
});

story('who may only read sees no fields, and who keeps another district is told so', {}, async ({ page, go, place }) => {
  for (const [name, words] of [['he', '只能看，不能改'], ['far', '不归您的账号管']]) {
    await page.goto('about:blank');
    await page.context().clearCookies();
    await openForm(page, go, place.id, name);
    await page.getByTestId('read-only').filter({ hasText: words }).waitFor();
    for (const id of ['save', 'hours', 'add-role', 'still-right-name', 'undo', 'position-map']) assert.equal(await page.getByTestId(id).count(), 0, `${name}: ${id}`);
    await page.getByTestId('history-entry').first().waitFor();
  }
});

story('a reviewer finds the place’s open reports', {}, async ({ page, go, place }) => {
  const report = { place: place.id, kind: 'hours', text: '', contact: null };
  await fetch(`${running().address}/api/v1/corrections`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(report) });
  await openForm(page, go, place.id, 'zhou');
  await page.getByTestId('open-reports').filter({ hasText: '1 条' }).waitFor();
  assert.match(await page.getByTestId('see-on-map').getAttribute('href'), new RegExp(`^/#s=${place.id}`));
});

story('a place is found by name, changed and saved with the keyboard alone', {}, async ({ page, go, place }) => {
  await openForm(page, go, place.id, 'li');
  await page.goto('about:blank');
  await go('edit.html#v=place');
  await page.getByTestId('find').waitFor();
  await tabTo(page, 'find');
  await page.keyboard.insertText(place.properties.name);
  await page.locator(`[data-testid=found][data-id=${place.id}]`).waitFor();
  for (let step = 0; step < 30 && (await page.evaluate(() => document.activeElement.dataset.id)) !== place.id; step += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await until(() => focused(page), (now) => now === 'place-name');
  await tabTo(page, 'address');
  await page.keyboard.insertText('东关街 2 号');
  await tabTo(page, 'to-save');
  await page.keyboard.press('Enter');
  await until(() => focused(page), (now) => now.endsWith('#saving-title'));
  await tabTo(page, 'why');
  await page.keyboard.insertText('实地核实');
  await page.keyboard.press('Enter');
  await saved(page);
  await until(() => focused(page), (now) => now === 'place-name');
  assert.equal((await shown(place.id)).properties.address, '东关街 2 号');
});

for (const device of Object.keys(DEVICES)) {
  for (const [theme, lang] of [['light', 'zh'], ['dark', 'en&big=1']]) {
    story(`axe finds nothing, all is large enough to touch, and pictures, ${theme}, ${lang}`, { device }, async ({ page, go }) => {
      const [place] = venues;
      await openForm(page, go, place.id, 'zhou', `&theme=${theme}&lang=${lang}`);
      const found = {};
      const look = async (name) => {
        await mapIsDrawn(page);
        await fontsAreHere(page);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
        const here = [...(await violations(page)), ...(await small(page)), ...(wide ? ['scrolls sideways'] : [])];
        if (here.length) found[name] = here;
        await page.screenshot({ path: `${FOLDER}place-${name}-${device}-${theme}-${lang.slice(0, 2)}.png`, fullPage: true });
      };
      await look('form');
      await page.getByTestId('name').fill('一个名字特别长的地点用来看看四十个字能不能放得下会不会挤到别的东西上面去');
      await page.getByTestId('capacity').fill('许多');
      await page.getByTestId('still-right-position').click();
      await page.getByTestId('lon').fill((place.geometry.coordinates[0] + 0.0005).toFixed(6));
      await page.keyboard.press('Tab');
      await page.getByTestId('precision-approximate').check();
      await page.getByTestId('undo').first().click();
      await page.getByTestId('undo-why').waitFor();
      await look('edited');
      await page.getByTestId('tab-ledger').click();
      await page.getByTestId('stay').waitFor();
      await look('leaving');
      assert.deepEqual(found, {});
    });
  }
}

story('a link made for the staff lets them confirm, and the history says which office did', {}, async ({ page, context, go, place }) => {
  await openForm(page, go, place.id, 'li');
  await page.getByTestId('link-part').click();
  await page.getByTestId('link-make').click();
  await page.getByRole('alert').filter({ hasText: '请写核对的单位' }).waitFor();
  await page.getByTestId('link-office').fill('园林管理处');
  await page.getByTestId('link-make').click();
  const link = await until(() => page.getByTestId('link-address').inputValue(), (url) => url.includes('/confirm.html#t='));
  const staff = await context.newPage();
  await staff.goto(link);
  await staff.getByTestId('confirm').click();
  await staff.getByTestId('confirm-done').waitFor();
  await page.getByTestId('history-entry').filter({ hasText: '园林管理处' }).waitFor();
  assert.equal((await shown(place.id)).properties.name_source.checked_by, '园林管理处');
});
