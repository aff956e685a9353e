/** A place's staff open their link, see what is known, and say with one tap that it is still right. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { violations } from './support/axe.js';
import { addAccount, PASSWORD } from './support/editor.js';
import { REPOSITORY } from './support/server.js';
import { api, fontsAreHere, prepare, running, until, visit } from './support/visit.js';

const FOLDER = fileURLToPath(new URL('../artefacts/', import.meta.url));
const OFFICE = '个园管理处';
const json = { 'content-type': 'application/json' };
let garden;
/** Makes the garden again what an editor has found out of it last year; its fee is an example. */
let asLastYear;

/** 个园, a real place. */
prepare(async (server) => {
  await mkdir(FOLDER, { recursive: true });
  await addAccount(server, 'qing', 'editor');
  const answer = await fetch(`${server.address}/api/v1/places/nearest?lon=119.4382&lat=32.4012&role=heritage&k=1`);
  garden = (await answer.json()).features[0].id;
  const signedIn = await fetch(`${server.address}/api/v1/session`, { method: 'POST', headers: json, body: JSON.stringify({ name: 'qing', password: PASSWORD }) });
  const { csrf_token } = await signedIn.json();
  const headers = { ...json, cookie: signedIn.headers.get('set-cookie').split(';')[0], 'x-csrf-token': csrf_token };
  const address = `${server.address}/api/v1/admin/places/${garden}`;
  const { place: first } = await (await fetch(address, { headers })).json();
  const known = { source: 'editors', checked_on: '2025-01-31', checked_by: '市文旅局' };
  first.properties.address = '广陵区盐阜东路 10 号';
  Object.assign(first.properties.roles[0], {
    hours: { value: 'Mo-Su 07:15-18:00', ...known },
    admission: { value: { last_admission_minutes: 30, holidays: 'statutory' }, ...known },
    contact: { value: { phone: '0514-87935233', website: 'https://www.ge-garden.net/visit' }, ...known },
    fee: { value: 'paid', source: 'synthetic' },
  });
  asLastYear = async () => {
    const tag = (await fetch(address, { headers })).headers.get('etag');
    const body = JSON.stringify({ place: first, why: 'asked by telephone' });
    const put = await fetch(address, { method: 'PUT', headers: { ...headers, 'if-match': tag }, body });
    assert.equal(put.status, 200);
  };
  await asLastYear();
});

/** A new link for the garden's staff, by the program itself. */
async function newLink() {
  const { binary, store, address } = running();
  const child = spawn(binary, ['link', garden, '--office', OFFICE, '--store', store, '--public-url', address], { cwd: REPOSITORY, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (bytes) => (said += bytes));
  assert.equal(await new Promise((resolve) => child.once('close', resolve)), 0);
  return said.trim();
}

const properties = async () => (await api(`/api/v1/places/${garden}`)).properties;
const inFocus = (page) => page.evaluate(() => document.activeElement?.dataset.testid);
const isWhole = (page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

for (const device of ['desktop', 'phone']) {
  visit('staff see what is known, untick one thing, and confirm the rest by keys', { device }, async ({ page, requests }) => {
    await asLastYear();
    const link = await newLink();
    const token = new URL(link).hash.slice(3);
    const before = await properties();
    await page.goto(link);
    await page.getByTestId('confirm').waitFor();
    await fontsAreHere(page);
    await page.screenshot({ path: `${FOLDER}confirm-${device}.png`, fullPage: true });
    assert.ok(await isWhole(page), 'nothing needs scrolling sideways');
    assert.deepEqual(await properties(), before, 'to open it confirms nothing');
    assert.ok(!page.url().includes(token), 'the address has the token no more');
    assert.ok(!requests.some((url) => url.includes(token) && !url.includes('#')), 'no request has the token in its address');
    assert.equal(await page.evaluate(() => history.length), 2, 'about:blank and this page');

    const main = page.getByRole('main');
    const text = await main.innerText();
    for (const part of ['个园', '盐阜东路', OFFICE, '每天 7:15–18:00', '关门前 30 分钟停止入馆，节假日只指法定节日当天', '0514-87935233', '市文旅局', '示例']) assert.ok(text.includes(part), part);
    const role = before.roles[0].id;
    assert.equal(await page.getByTestId(`fact-${role}/fee`).count(), 0, 'an example is not asked about');
    await page.getByTestId(`fact-${role}/contact`).focus();
    await page.keyboard.press('Space');
    await page.getByTestId('confirm').filter({ hasText: '勾选的 5 项仍然正确' }).waitFor();
    await page.getByTestId('confirm').focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('confirm-done').filter({ hasText: '5 项仍然正确' }).waitFor();
    assert.ok((await main.innerText()).includes(`${OFFICE}核对于 今天`));
    await until(() => inFocus(page), (now) => now === 'confirm-done');
    await page.screenshot({ path: `${FOLDER}confirm-done-${device}.png`, fullPage: true });

    const after = await properties();
    const { day } = await api('/api/v1/ledger');
    for (const checked of [after.name_source, after.position, after.roles[0].claim, after.roles[0].hours.source, after.roles[0].admission.source]) {
      assert.deepEqual([checked.checked_on, checked.checked_by], [day, OFFICE]);
    }
    assert.equal(after.roles[0].contact.source.checked_on, '2025-01-31', 'what was unticked was not checked');
    assert.equal(after.roles[0].hours.value, before.roles[0].hours.value);
    await page.reload();
    await page.getByTestId('confirm-refused').filter({ hasText: '打开完整的链接' }).waitFor();
  });

  visit('what is wrong leads to the place on the map, where it can be reported', { device }, async ({ page }) => {
    await page.goto(await newLink());
    await page.getByTestId('to-card').click();
    await page.getByTestId('card').filter({ hasText: '个园' }).waitFor();
    await page.getByTestId('report').waitFor();
  });

  for (const theme of ['light', 'dark']) {
    visit(`axe finds nothing on the staff's page, ${theme}`, { device, context: { colorScheme: theme }, expected: /confirmations/ }, async ({ page }) => {
      const found = {};
      const note = async (view) => {
        const here = await violations(page);
        if (here.length) found[view] = here;
      };
      const link = await newLink();
      await page.goto(link);
      await page.getByTestId('confirm').waitFor();
      await note('asking');
      await page.getByTestId('confirm').click();
      await page.getByTestId('confirm-done').waitFor();
      await note('done');
      await page.goto('about:blank');
      await page.goto(`${link}A`);
      await page.getByTestId('confirm-refused').waitFor();
      await note('refused');
      assert.deepEqual(found, {});
    });
  }
}

visit('everything to touch is at least 44 pixels', { device: 'phone' }, async ({ page }) => {
  await page.goto(await newLink());
  await page.getByTestId('confirm').waitFor();
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], label.check')]
      .filter((element) => element.checkVisibility())
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width < 43.5 || box.height < 43.5)
      .map(({ element }) => element.outerHTML.slice(0, 120)),
  );
  assert.deepEqual(small, []);
});

visit('large type on a narrow phone, in English, needs no scrolling sideways', { context: { viewport: { width: 320, height: 640 } } }, async ({ page }) => {
  await page.goto(await newLink());
  await page.getByTestId('language').click();
  await page.getByTestId('settings').click();
  await page.getByTestId('large-type').check();
  await page.getByTestId('confirm').filter({ hasText: 'Still right' }).waitFor();
  await fontsAreHere(page);
  assert.ok(await isWhole(page));
});

visit('each refusal says in words what to do', { expected: /confirmations/ }, async ({ page }) => {
  const link = await newLink();
  const refused = page.getByTestId('confirm-refused');
  await page.goto(`${running().address}/confirm.html`);
  await refused.filter({ hasText: '打开完整的链接' }).waitFor();
  await page.goto('about:blank');
  await page.goto(link.slice(0, -5));
  await refused.filter({ hasText: '不完整，或不是本图发出的' }).waitFor();
  for (const [code, status, words] of [
    ['expired_link', 410, '已经过期（有效至 2026年1月31日）'],
    ['revoked_link', 410, '已被收回'],
    ['withdrawn_place', 410, '已从地图上撤下'],
    ['store_unavailable', 503, '数据库暂时连不上'],
  ]) {
    const body = JSON.stringify({ code, value: '2026-01-31' });
    await page.route('**/confirmations/read', (route) => route.fulfill({ status, contentType: 'application/problem+json', body }));
    await page.goto('about:blank');
    await page.goto(link);
    await refused.filter({ hasText: words }).waitFor();
    assert.equal(await page.getByTestId('again').count(), code === 'store_unavailable' ? 1 : 0, code);
    await page.unroute('**/confirmations/read');
  }
  await page.getByTestId('again').click();
  await page.getByTestId('confirm').waitFor();
});

visit('a tap without a network is told so, and can be made again; none ticked is told too', { expected: /confirmations/ }, async ({ page }) => {
  await page.goto(await newLink());
  await page.getByTestId('confirm').waitFor();
  await page.route('**/api/v1/confirmations', (route) => route.abort());
  await page.getByTestId('confirm').click();
  await page.getByTestId('confirm-trouble').filter({ hasText: '连不上网络' }).waitFor();
  await page.unroute('**/api/v1/confirmations');
  for (const box of await page.getByRole('checkbox').all()) await box.uncheck();
  await page.getByTestId('confirm-trouble').filter({ hasText: '至少勾选一项' }).waitFor();
  await page.getByTestId('fact-name').check();
  await page.getByTestId('confirm').click();
  await page.getByTestId('confirm-done').waitFor();
});
