/** What decides whether one gets in is edited: last admission, notices, booking, audience; families' answers follow. */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { violations } from './support/axe.js';
import { addAccount, editorElsewhere } from './support/editor.js';
import { focused, tabTo } from './support/keys.js';
import { OFFICE, openForm, REFUSED, save, saved, small } from './support/place-form.js';
import { api, beginningAt, fontsAreHere, mapIsDrawn, prepare, running, standAt, until, visit } from './support/visit.js';

const FOLDER = fileURLToPath(new URL('../artefacts/', import.meta.url));

/** A Monday morning in the city: no story here goes on into the next day. */
const MORNING = '2026-11-23T09:00:00+08:00';
beginningAt(MORNING);

/** Real venues with one role each. */
let venues;
/** The day it is in the city. */
let day;
let other;

prepare(async (server) => {
  await mkdir(FOLDER, { recursive: true });
  await addAccount(server, 'li', 'editor');
  await addAccount(server, 'wang', 'editor');
  other = await editorElsewhere(server, 'wang');
  const ask = async (path) => (await fetch(server.address + path)).json();
  ({ day } = await ask('/api/v1/ledger'));
  const { features } = await ask('/api/v1/places?near=119.44,32.39&radius_m=30000&role=heritage,venue&limit=300');
  venues = features.filter(({ properties }) => !properties.synthetic && properties.roles.length === 1);
});

const known = (value) => ({ value, source: 'editors', checked_on: '2026-01-05', checked_by: '区文旅局' });
const later = (days) => new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** A visit of an editor, with a real venue that no other test touches and of whose role this is known. */
function story(name, options, facts, told) {
  visit(name, { expected: REFUSED, ...options }, async (given) => {
    const [{ id }] = venues.splice(0, 1);
    const { place, tag } = await other.place(id);
    Object.assign(place.properties.roles[0], facts);
    await other.put(place, tag);
    await standAt(given.page, MORNING);
    await told({ ...given, id });
  });
}

/** What a family who stands before the door is told of going in at that time. */
async function entry(id, at) {
  const [lon, lat] = (await api(`/api/v1/places/${id}`)).geometry.coordinates;
  const { properties } = await api(`/api/v1/places/${id}?lon=${lon}&lat=${lat}&open_at=${at}`);
  return properties.roles[0].open;
}

const roleOf = async (id) => (await api(`/api/v1/places/${id}`)).properties.roles[0];
const OPEN_DAILY = { hours: known('Mo-Su 09:00-17:00') };

story('last admission and a closing are written by keys, families are told, and undoing gives it back', {}, OPEN_DAILY, async ({ page, go, id }) => {
  const [noon, late] = [`${day}T12:00`, `${day}T16:40`];
  assert.deepEqual([(await entry(id, noon)).state, (await entry(id, late)).state], ['open', 'open']);
  await openForm(page, go, id, 'li');
  await page.getByTestId('coming-days').getByTestId('week-day').first().filter({ hasText: '9:00–17:00' }).waitFor();
  await page.getByTestId('place-name').focus();
  await tabTo(page, 'last_admission_minutes');
  await page.keyboard.insertText('30');
  await page.getByTestId('coming-note').filter({ hasText: '这是保存前的' }).waitFor();
  await tabTo(page, 'to-save');
  await page.keyboard.press('Enter');
  await tabTo(page, 'why');
  await page.keyboard.insertText('电话核实');
  await page.keyboard.press('Enter');
  await saved(page);
  const { admission } = await roleOf(id);
  assert.deepEqual([admission.value.last_admission_minutes, admission.source.source, admission.source.checked_by], [30, 'editors', OFFICE]);
  assert.equal((await entry(id, noon)).state, 'open');
  assert.equal((await entry(id, late)).state, 'closes_before_entry', 'nobody is let in any more');
  await page.getByTestId('week-day').first().filter({ hasText: '16:30 停止入馆' }).waitFor();

  await tabTo(page, 'notice-add');
  await page.keyboard.press('Enter');
  await until(() => focused(page), (now) => now === 'notice-from');
  assert.deepEqual([await page.getByTestId('notice-from').inputValue(), await page.getByTestId('notice-hours').inputValue()], [day, 'off']);
  await tabTo(page, 'notice-to');
  // In which order a day is typed is the browser's affair.
  await page.getByTestId('notice-to').fill(later(3));
  await tabTo(page, 'notice-text');
  await page.keyboard.insertText('布展');
  await page.getByTestId('notice-meaning').filter({ hasText: '不开放（布展）' }).waitFor();
  await page.getByTestId('change').filter({ hasText: '（没有） →' }).filter({ hasText: '布展' }).first().waitFor();
  await save(page, '场馆来函');
  const newest = page.getByTestId('history-entry').first();
  await newest.filter({ hasText: '布展' }).waitFor();
  const closed = await entry(id, noon);
  assert.equal(closed.state, 'closed');
  assert.ok(closed.reasons.includes('notice'), closed.reasons.join());
  const [notice] = (await roleOf(id)).notices;
  assert.deepEqual([notice.value, notice.source.checked_by], [{ from: day, to: later(3), issued_on: day, hours: 'off', text: '布展' }, OFFICE]);
  const { roles } = await api(`/api/v1/places/${id}/days?days=5`);
  assert.deepEqual(roles[0].days.map(({ state }) => state), ['closed', 'closed', 'closed', 'closed', 'open']);

  await newest.getByTestId('undo').click();
  await page.getByTestId('undo-why').fill('来函有误');
  await page.getByTestId('undo-now').click();
  await page.getByTestId('toast').filter({ hasText: '已撤销' }).waitFor();
  assert.equal((await entry(id, noon)).state, 'open');
  await page.getByTestId('notice').waitFor({ state: 'detached' });
  assert.equal(await page.getByTestId('last_admission_minutes').inputValue(), '30', 'the change before stands');
});

story('hours that cannot be read are said to be so, and a draft waits for the server', {}, { hours: known('看情况') }, async ({ page, go, id }) => {
  await openForm(page, go, id, 'li');
  await page.getByTestId('hours-not-understood').waitFor();
  assert.deepEqual([...new Set(await page.getByTestId('week-day').evaluateAll((days) => days.map((one) => one.dataset.state)))], ['unknown']);
  await page.getByTestId('hours').fill('Mo-Su 10:00-18:00');
  await page.getByTestId('coming-note').filter({ hasText: '这是保存前的' }).waitFor();
  await save(page, '电话核实');
  await saved(page);
  await page.getByTestId('hours-not-understood').waitFor({ state: 'detached' });
  await page.getByTestId('week-day').first().filter({ hasText: '10:00–18:00' }).waitFor();
});

const TWO_NOTICES = [
  known({ from: '2026-02-01', to: '2026-02-10', issued_on: '2026-01-20', hours: 'off' }),
  known({ from: '2026-02-10', issued_on: '2026-01-10', hours: '10:00-12:00' }),
];

story('notices that differ are pointed out, one that ends too early is not sent, and one is taken away', {}, { ...OPEN_DAILY, notices: TWO_NOTICES }, async ({ page, go, id }) => {
  await openForm(page, go, id, 'li');
  await page.getByTestId('notices-differ').filter({ hasText: '以公告 1 为准' }).waitFor();
  const second = page.getByTestId('notice').nth(1);
  await second.getByTestId('notice-issued_on').fill('2026-01-25');
  await page.getByTestId('notices-differ').filter({ hasText: '以公告 2 为准' }).waitFor();
  await second.getByTestId('notice-to').fill('2026-02-09');
  await save(page, '名单更正');
  await until(() => focused(page), (now) => now === 'notice-to');
  await second.getByText('结束的日子早于开始的日子').waitFor();
  await second.getByTestId('notice-to').fill('2026-02-20');
  await second.getByTestId('source-notice').selectOption('stats');
  await page.getByTestId('notice').first().getByTestId('notice-remove').click();
  await until(() => focused(page), (now) => now === 'notice-add');
  assert.equal(await page.getByTestId('notices-differ').count(), 0);
  await page.getByTestId('save').click();
  await saved(page);
  const { notices } = await roleOf(id);
  assert.deepEqual(notices.map(({ value, source }) => [value.to, value.issued_on, value.hours, source.source, source.checked_by]), [['2026-02-20', '2026-01-25', '10:00-12:00', 'stats', OFFICE]]);
});

story('booking and audience are written, and what the server refuses of them is said at its field', {}, {}, async ({ page, go, id }) => {
  await openForm(page, go, id, 'li');
  await page.getByTestId('booking_way').selectOption('required');
  await page.getByTestId('lead_days').fill('一天');
  await page.getByTestId('slots').fill('11:00-9:00\n14:00至16:00');
  await page.getByTestId('group_min').fill('40');
  await page.getByTestId('group_max').fill('20');
  await page.getByTestId('release_time').fill('08:30');
  await page.getByTestId('audience_known').selectOption('known');
  await page.getByTestId('min_age').fill('12');
  await page.getByTestId('max_age').fill('6');
  await page.getByTestId('adult_required').check();
  await save(page, '电话核实');
  await until(() => focused(page), (now) => now === 'lead_days');
  await page.getByText('请写 0 到 365 的整数').first().waitFor();
  await page.getByTestId('lead_days').fill('1');
  await page.getByTestId('save').click();
  await page.getByTestId('save-trouble').filter({ hasText: '有 3 处要改' }).waitFor();
  for (const [field, words] of [['slots', '结束不晚于开始'], ['group_min', '最少不能多于最多'], ['min_age', '比最大年龄还大']]) {
    assert.equal(await page.getByTestId(field).getAttribute('aria-invalid'), 'true', field);
    await page.getByText(words).first().waitFor();
  }
  await page.getByTestId('slots').fill('9:00-11:00\n14:00至16:00');
  await page.getByTestId('group_min').fill('10');
  await page.getByTestId('min_age').fill('');
  await page.getByTestId('save').click();
  await saved(page);
  const { booking, audience } = await roleOf(id);
  const slots = [{ from: '09:00', to: '11:00' }, { from: '14:00', to: '16:00' }];
  assert.deepEqual(booking.value, { required: true, walk_in: false, days_ahead: null, lead_days: 1, release_time: '08:30', slots, group_min: 10, group_max: 20, group_notice_days: null });
  assert.deepEqual(audience.value, { min_age: null, max_age: 6, alone_from_age: null, adult_required: true });
  await page.getByTestId('history-entry').first().filter({ hasText: '分场次：9:00–11:00、14:00–16:00' }).waitFor();
  await page.getByTestId('history-entry').first().filter({ hasText: '须大人陪同' }).waitFor();
});

story('two who wrote other notices choose between them', {}, OPEN_DAILY, async ({ page, go, id }) => {
  await openForm(page, go, id, 'li');
  await page.getByTestId('notice-add').click();
  await page.getByTestId('notice-text').fill('布展');
  const { place, tag } = await other.place(id);
  place.properties.roles[0].notices = [known({ from: day, issued_on: day, hours: '10:00-12:00', text: '停电' })];
  await other.put(place, tag);
  await page.getByTestId('look-and-merge').click();
  const clash = page.getByTestId('clash');
  await clash.filter({ hasText: '停电' }).filter({ hasText: '布展' }).waitFor();
  await page.getByTestId('choose-theirs').check();
  await page.getByTestId('merge').click();
  await until(() => page.getByTestId('notice-text').inputValue(), (text) => text === '停电');
});

for (const device of ['desktop', 'phone']) {
  for (const [theme, lang] of [['light', 'zh'], ['light', 'en'], ['dark', 'en&big=1']]) {
    story(`axe finds nothing in the rules, all is large enough to touch, and pictures, ${theme}, ${lang}`, { device }, { ...OPEN_DAILY, notices: TWO_NOTICES, admission: known({ last_admission_minutes: 30 }), booking: known({ required: true, walk_in: false }), audience: known({}) }, async ({ page, go, id }) => {
      await openForm(page, go, id, 'li', `&theme=${theme}&lang=${lang}`);
      await page.getByTestId('coming-days').waitFor();
      await page.getByTestId('last_admission_minutes').fill('1440');
      await page.getByTestId('notice-add').click();
      await page.getByTestId('notice-from').last().fill('');
      await page.getByTestId('slots').fill('上午');
      await mapIsDrawn(page);
      await fontsAreHere(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
      assert.deepEqual([...(await violations(page)), ...(await small(page)), ...(wide ? ['scrolls sideways'] : [])], []);
      await page.screenshot({ path: `${FOLDER}rules-${device}-${theme}-${lang.slice(0, 2)}.png`, fullPage: true });
    });
  }
}
