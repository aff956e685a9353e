/** The editors' page: signing in and out, the ledger, and the queue of what people reported. */
import assert from 'node:assert/strict';
import { violations } from './support/axe.js';
import { addAccount, PASSWORD, signIn, trySignIn } from './support/editor.js';
import { api, prepare, running, until, visit } from './support/visit.js';

prepare(async (server) => {
  await addAccount(server, 'lan', 'reviewer');
  await addAccount(server, 'viewer', 'viewer');
  await addAccount(server, 'locked', 'editor');
});

/** Opens a view of the editors' page. */
const open = (page, fragment = '') => page.goto(`${running().address}/edit.html${fragment}`);

/** Reports something wrong with the k-th place near the middle of the city, as a family would; the place. */
async function reported(k, report) {
  const { features } = await api('/api/v1/places/nearest?lon=119.43&lat=32.4&k=40&role=venue');
  const answer = await fetch(`${running().address}/api/v1/corrections`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ place: features[k].id, text: '', contact: null, ...report }),
  });
  assert.equal(answer.status, 202);
  return { place: features[k], id: (await answer.json()).id };
}

visit('a wrong password is told so, and too many lock the account for a while', { expected: /session/ }, async ({ page }) => {
  await open(page);
  await page.getByTestId('sign-in').click();
  await page.getByTestId('sign-in-trouble').filter({ hasText: '请填用户名和密码' }).waitFor();
  await trySignIn(page, 'locked', 'wrong');
  await page.getByTestId('sign-in-trouble').filter({ hasText: '用户名或密码不对' }).waitFor();
  for (let i = 0; i < 4; i += 1) {
    await page.getByTestId('sign-in-trouble').filter({ hasText: /不对|停一停/ }).waitFor();
    await page.getByTestId('sign-in').click();
    await page.locator('[data-testid=sign-in][aria-disabled=false]').waitFor();
  }
  await trySignIn(page, 'locked');
  await page.getByTestId('sign-in-trouble').filter({ hasText: /请 \d+ 分钟后再试/ }).waitFor();
  assert.equal(await page.getByTestId('sign-in-name').inputValue(), 'locked', 'what was written stays');
});

visit('a provider that is configured has a button, and what it came to is said once', { expected: /session/ }, async ({ page }) => {
  const providers = [{ name: '教育云', start: '/api/v1/session/oidc/start' }];
  await page.route('**/api/v1/session/providers', (route) => route.fulfill({ json: { providers } }));
  await open(page, '#problem=no_account');
  await page.getByTestId('sign-in-trouble').filter({ hasText: '没有给您开账户' }).waitFor();
  assert.ok(!page.url().includes('problem'), page.url());
  const button = page.getByTestId('sign-in-by-provider');
  assert.equal(await button.innerText(), '用教育云登录');
  assert.equal(await button.getAttribute('href'), '/api/v1/session/oidc/start');
  assert.deepEqual(await violations(page), []);
});

for (const device of ['desktop', 'phone']) {
  visit('the ledger tells declared from located, and more than a number from the number', { device, expected: /session/ }, async ({ page }) => {
    await open(page);
    await page.getByTestId('sign-in-name').focus();
    await page.keyboard.type('viewer');
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    const row = page.getByTestId('ledger-venue');
    await row.waitFor();
    const cells = await row.locator('td').allInnerTexts();
    const { roles } = await api('/api/v1/ledger');
    const venue = roles.find((role) => role.kind === 'venue');
    assert.equal(cells[0], '200 余', 'a floor is never rounded to a number');
    assert.deepEqual(cells.slice(1).map(Number), ['located', 'verified', 'stale', 'unchecked', 'synthetic', 'in_review'].map((column) => venue[column]));
    await page.getByTestId('districts-venue').click();
    for (const district of venue.districts) {
      const located = page.getByTestId(`ledger-venue-${district.code}`).locator('td').nth(1);
      assert.equal(Number(await located.innerText()), district.located, district.name);
    }
    assert.equal(await page.getByTestId('tab-reports').count(), 0, 'a viewer has no queue');
    await page.getByTestId('settings').click();
    await page.getByTestId('sign-out').click();
    await page.getByTestId('sign-in').waitFor();
    await page.reload();
    await page.getByTestId('sign-in').waitFor();
  });
}

visit('a report is mended with one click, answered, and its reporter can read the answer', { expected: /session/ }, async ({ page, context }) => {
  const { place, id } = await reported(3, { kind: 'closed', text: '门口贴了<b>停业</b>通知', contact: '138 0000 0000' });
  await open(page, '#v=reports');
  await signIn(page, 'lan');
  const item = page.locator(`[data-testid=queued][data-id="${id}"]`);
  await item.waitFor();
  const said = await item.innerText();
  for (const text of [place.properties.name, '门口贴了<b>停业</b>通知', '138 0000 0000', '已经关了']) assert.ok(said.includes(text), text);

  // A family has the card open meanwhile.
  const family = await context.newPage();
  await family.goto(`${running().address}/#s=${place.id}`);
  // The page knows the city, and so which news are new to it.
  await family.getByTestId('sample-banner').waitFor();
  await family.getByTestId('card-name').waitFor();
  await item.getByTestId('suspend').click();
  await family.getByTestId('card').getByText('暂停').first().waitFor();
  await item.getByText('图上已标为暂停开放').waitFor();

  await item.getByTestId('accept').click();
  await item.waitFor({ state: 'detached' });
  const state = await api(`/api/v1/corrections/${id}`);
  assert.deepEqual([state.state, state.reply], ['accepted', '已核实并改正，谢谢您。']);
  await page.getByTestId('report-state').selectOption('accepted');
  await item.waitFor();
  assert.ok(!(await item.innerText()).includes('138'), 'the contact is erased');
});

visit('a report that another reviewer has just closed is told so, and the reply is kept', { expected: /session|corrections/ }, async ({ page }) => {
  const { id } = await reported(5, { kind: 'hours', text: '周一也开' });
  await open(page, '#v=reports');
  await signIn(page, 'lan');
  const item = page.locator(`[data-testid=queued][data-id="${id}"]`);
  await item.getByTestId('reply').fill('这句不能丢');
  const problem = { status: 404, contentType: 'application/problem+json', body: JSON.stringify({ code: 'no_such_report' }) };
  await page.route('**/close', (route) => route.fulfill(problem));
  await item.getByTestId('reject').click();
  await item.getByText('别人刚处理过这一条').waitFor();
  assert.equal(await item.getByTestId('reply').inputValue(), '这句不能丢');
});

for (const device of ['desktop', 'phone']) {
  for (const theme of ['light', 'dark']) {
    visit(`axe finds nothing on the editors' page, ${theme}`, { device, expected: /session/ }, async ({ page }) => {
      await reported(device === 'desktop' ? 7 : 8, { kind: 'other', text: '台阶没有扶手' });
      const found = {};
      const note = async (view) => {
        const here = await violations(page);
        if (here.length) found[view] = here;
      };
      await open(page, `#v=ledger&theme=${theme}`);
      await page.getByTestId('sign-in').waitFor();
      await note('sign in');
      await signIn(page, 'lan');
      await page.getByTestId('districts-heritage').click();
      await note('ledger');
      await page.getByTestId('tab-reports').click();
      await page.getByTestId('queued').first().getByTestId('role').first().waitFor();
      await note('reports');
      assert.deepEqual(found, {});
    });
  }
}

visit('Back leads from a view to the one before it', { expected: /session/ }, async ({ page }) => {
  await open(page);
  await signIn(page, 'lan');
  await page.getByTestId('ledger').waitFor();
  await page.getByTestId('tab-reports').click();
  await page.getByTestId('report-state').waitFor();
  await page.goBack();
  await page.getByTestId('ledger').waitFor();
  await until(() => page.title(), (title) => title === '台账 · 扬州市全域育人地图');
});
