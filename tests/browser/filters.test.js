/** Filters: what is listed is what the server says, and the address holds them. */
import assert from 'node:assert/strict';
import { api, fragmentOf, listed, someListed, until, visit } from './support/visit.js';

async function choose(page, menu, value) {
  await page.getByTestId(`filter-${menu}`).click();
  await page.getByTestId('filter-menu').locator(`input[value="${value}"]`).check();
  await page.getByTestId('filter-menu').getByRole('button').last().click();
  await page.getByTestId('filter-menu').waitFor({ state: 'detached' });
}

for (const device of ['desktop', 'phone']) {
  visit('role, fee and district narrow the list, and clearing brings it back', { device }, async ({ page, go }) => {
    await go('#p=119.43000,32.40000');
    const all = await someListed(page);
    const list = async (query) => {
      const answer = await api(`/api/v1/places/nearest?lon=119.43&lat=32.4&k=20${query}`);
      return answer.features.map((feature) => feature.id);
    };
    const expectList = async (query) => {
      const expected = JSON.stringify(await list(query));
      await until(() => listed(page), (ids) => JSON.stringify(ids) === expected);
    };
    await choose(page, 'kind', 'heritage');
    await expectList('&role=heritage');
    await choose(page, 'fee', 'free');
    await expectList('&role=heritage&fee=free');
    await choose(page, 'district', '321003');
    await expectList('&role=heritage&fee=free&region=321003');
    const fragment = fragmentOf(page);
    assert.deepEqual([fragment.get('r'), fragment.get('f'), fragment.get('g')], ['heritage', 'free', '321003']);
    await page.getByTestId('clear-filters').click();
    await until(() => listed(page), (ids) => JSON.stringify(ids) === JSON.stringify(all));
    assert.equal(fragmentOf(page).get('r'), null);
  });

  visit('an empty list says what to do next', { device }, async ({ page, go }) => {
    // The counselling stations are in the main urban area, far from the north of the county.
    await go('#p=119.35000,33.30000&r=counselling&d=1000');
    const empty = page.getByTestId('empty');
    await empty.filter({ hasText: '扩大到 2 公里' }).waitFor();
    await empty.getByRole('button', { name: '不限距离' }).click();
    await someListed(page);
    assert.equal(fragmentOf(page).get('d'), null);
  });

  visit('a kind is shown across the city without a starting point', { device }, async ({ page, go }) => {
    await go();
    await page.getByTestId('kind-counselling').click();
    const ids = await someListed(page);
    const expected = await api('/api/v1/places?region=321000&role=counselling');
    assert.deepEqual(ids.toSorted(), expected.features.map((feature) => feature.id).toSorted());
  });
}
