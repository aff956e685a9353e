/** What is wrong with a place is reported from its card, and what was written is never lost. */
import assert from 'node:assert/strict';
import { api, until, visit } from './support/visit.js';

const aPlace = async () => (await api('/api/v1/places/nearest?lon=119.43&lat=32.4&k=3')).features[1];

/** Opens a place's card, and its report by the keyboard. */
async function openReport(page, go) {
  const place = await aPlace();
  await go(`#p=119.43000,32.40000&s=${place.id}`);
  await page.getByTestId('report').focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('report-dialog').waitFor();
  return place;
}

for (const device of ['desktop', 'phone']) {
  visit('a report is made from the card by keys, and the server has it', { device }, async ({ page, go }) => {
    const place = await openReport(page, go);
    await page.getByTestId('report-kind-hours').focus();
    await page.keyboard.press('Space');
    await page.getByTestId('report-text').fill('周一也开');
    await page.getByTestId('report-send').focus();
    const answered = page.waitForResponse((response) => response.url().endsWith('/api/v1/corrections'));
    await page.keyboard.press('Enter');
    const answer = await answered;
    assert.equal(answer.status(), 202);
    assert.deepEqual(answer.request().postDataJSON(), { place: place.id, kind: 'hours', text: '周一也开', contact: null });
    await page.getByTestId('report-thanks').waitFor();
    const { id } = await answer.json();
    assert.equal((await api(`/api/v1/corrections/${id}`)).state, 'open');
    await page.keyboard.press('Escape');
    await page.getByTestId('report-dialog').waitFor({ state: 'detached' });
    await page.locator('[data-testid=my-report][data-state=open]').waitFor();
    assert.ok(await page.getByTestId('card').isVisible(), 'Escape closes the report and leaves the card');
    await until(() => page.evaluate(() => document.activeElement.dataset.testid), (now) => now === 'report');
  });
}

visit('a report without a kind, or of something else without words, says what is missing', {}, async ({ page, go, requests }) => {
  await openReport(page, go);
  const said = page.getByTestId('report-dialog').getByRole('alert');
  await page.getByTestId('report-send').click();
  await said.filter({ hasText: '请先选一项' }).waitFor();
  await page.getByTestId('report-kind-other').check();
  await page.getByTestId('report-send').click();
  await said.filter({ hasText: '请写几句' }).waitFor();
  assert.ok(!requests.some((url) => url.endsWith('/corrections')), 'nothing was sent');
});

visit('without a network, or after too many reports, the words are kept', { expected: /corrections/ }, async ({ page, go }) => {
  await openReport(page, go);
  const said = page.getByTestId('report-dialog').getByRole('alert');
  await page.getByTestId('report-kind-moved').check();
  await page.getByTestId('report-text').fill('搬到对面了');
  await page.route('**/api/v1/corrections', (route) => route.abort());
  await page.getByTestId('report-send').click();
  await said.filter({ hasText: '连不上网络' }).waitFor();
  await page.unroute('**/api/v1/corrections');
  const refusal = { status: 429, contentType: 'application/problem+json', body: JSON.stringify({ code: 'too_many_attempts' }) };
  await page.route('**/api/v1/corrections', (route) => route.fulfill(refusal));
  await page.getByTestId('report-send').click();
  await said.filter({ hasText: '过一会儿再提交' }).waitFor();
  assert.equal(await page.getByTestId('report-text').inputValue(), '搬到对面了');
});
