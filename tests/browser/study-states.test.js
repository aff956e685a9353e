/** The teacher's page when the answer is slow, does not come, or is larger than usual: what it says, and that all of it is seen. */
import assert from 'node:assert/strict';
import { violations } from './support/axe.js';
import { focused } from './support/keys.js';
import { A_THURSDAY, ask, chooseDay, openHandbook, openStudy, overflowing, planned } from './support/study.js';
import { api, mapIsDrawn, until, visit } from './support/visit.js';

const DAYS = '**/api/v1/itineraries';


/** Opens a question, which says no date: the form waits for its button. */
async function asked(page, more) {
  const { features } = await api(`/api/v1/search?q=${encodeURIComponent('示例小学')}&limit=1`);
  await openStudy(page, `#s=${features[0].id}&g=5&${more}`);
  await chooseDay(page);
}

/** Opens a question, and has it answered. */
async function answered(page, more) {
  await asked(page, more);
  await page.getByTestId('plan-day').press('Enter');
  await planned(page);
}

/** Whether nothing cuts it off: its middle is what one would touch there. */
const isSeen = (locator) =>
  locator.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });

for (const device of ['desktop', 'phone']) {
  visit('the button that plans is in reach from the top of the form, says when the server is slow, and what went wrong is seen from there', { device, expected: /ERR_FAILED/ }, async ({ page }) => {
    await openStudy(page);
    await ask(page);
    const plan = page.getByTestId('plan-day');
    await page.locator('#list').evaluate((list) => list.scrollTo({ top: 0 }));
    assert.ok(await isSeen(plan));
    let refuse;
    const refused = new Promise((resolve) => (refuse = resolve));
    await page.route(DAYS, async (route) => {
      await refused;
      await route.abort();
    });
    await page.getByTestId('more').scrollIntoViewIfNeeded();
    await plan.click();
    await plan.filter({ hasText: '正在排' }).waitFor();
    refuse();
    const failure = page.getByTestId('failure');
    await failure.waitFor();
    assert.ok(await isSeen(failure.getByTestId('retry')), 'from where the form was sent');
    await page.unroute(DAYS);
    await failure.getByTestId('retry').click();
    await planned(page);
    assert.equal(await failure.count(), 0);
  });
}

visit('a day that cannot be made says so under a heading, which has the focus', {}, async ({ page }) => {
  await answered(page, 'p=60&t=canal&f=16:00&b=16:20');
  assert.ok(await page.getByTestId('no-plan').isVisible());
  await until(() => page.evaluate(() => document.activeElement.textContent), (text) => /排不出/.test(text));
  assert.match(await focused(page), /^h2/);
  assert.deepEqual(await violations(page), []);
});

visit('the heading has the focus also where the answer is there before the form is seen to be gone', {}, async ({ page }) => {
  // A slow device draws no frame between the press and the answer.
  await page.addInitScript(() => {
    const draw = window.requestAnimationFrame.bind(window);
    let held = null;
    window.holdFrames = () => (held = []);
    window.drawFrames = () => {
      const waiting = held;
      held = null;
      waiting.forEach(draw);
    };
    window.requestAnimationFrame = (work) => (held ? held.push(work) : draw(work));
  });
  await asked(page, 'p=60&t=canal&f=16:00&b=16:20');
  await page.evaluate(() => window.holdFrames());
  await page.getByTestId('plan-day').press('Enter');
  await page.getByTestId('no-plan').waitFor();
  await page.evaluate(() => window.drawFrames());
  await until(() => focused(page), (now) => /^h2/.test(now));
});

visit('at 200 % zoom the map shows the whole day, with nothing over its stops', { context: { viewport: { width: 720, height: 450 } } }, async ({ page }) => {
  await answered(page, 'p=60&t=canal');
  await mapIsDrawn(page);
  const marks = await page.getByTestId('map-stop').all();
  assert.ok(marks.length > 1);
  for (const mark of marks) await until(() => isSeen(mark), Boolean);
});

/** Where the marks stand, and where their points are, which a dot shows where that is elsewhere; then the school's pin. */
function marksDrawn(page) {
  return page.evaluate(() => {
    const middle = ({ left, top, width, height }) => [left + width / 2, top + height / 2];
    const [pin] = document.querySelectorAll('[data-testid=origin-marker]');
    const box = pin.getBoundingClientRect();
    const leaders = [...document.querySelectorAll('[data-testid=map-leader]')];
    const marks = [...document.querySelectorAll('[data-testid=map-stop]')].map((mark, index) => {
      const [x, y] = middle(mark.getBoundingClientRect());
      const dot = leaders[index].hidden ? null : middle(leaders[index].querySelector('circle').getBoundingClientRect());
      // Seen of the button is all but the margin for the finger.
      return { x, y, radius: mark.offsetHeight / 2 - 7, half: mark.offsetWidth / 2 - 7, point: dot ?? [x, y], isBeside: dot !== null };
    });
    return { marks, pin: { left: box.left, right: box.right, top: box.top, bottom: box.bottom } };
  });
}

/** A day that goes to two places that are near the school and each other, and to one far away, for which the map shows all small. */
async function closeTogether() {
  const nearest = async ([lon, lat], k) => (await api(`/api/v1/places/nearest?lon=${lon}&lat=${lat}&role=heritage&k=${k}`)).features;
  const { features } = await api(`/api/v1/search?q=${encodeURIComponent('示例小学')}&limit=1`);
  const around = await nearest(features[0].geometry.coordinates, 100);
  const beside = (await nearest(around[0].geometry.coordinates, 20)).find(({ properties }) => properties.distance_m > 50);
  const order = [around[0], beside, around.at(-1)].map(({ id }) => id);
  return `#s=${features[0].id}&d=${A_THURSDAY}&p=60&g=5&t=canal&o=${order}`;
}

for (const options of [{ device: 'phone' }, { context: { viewport: { width: 720, height: 450 } } }]) {
  visit('stops that are close stand apart, each with a line to its point', options, async ({ page }) => {
    await openStudy(page, await closeTogether());
    await planned(page);
    await mapIsDrawn(page);
    const { marks, pin } = await until(() => marksDrawn(page), (drawn) => drawn.marks.some(({ isBeside }) => isBeside));
    marks.forEach((one, index) => {
      for (const other of marks.slice(index + 1)) {
        const across = Math.max(0, Math.abs(one.x - other.x) - (one.half - one.radius) - (other.half - other.radius));
        assert.ok(Math.hypot(across, one.y - other.y) >= one.radius + other.radius, `${JSON.stringify(one)} over ${JSON.stringify(other)}`);
      }
      const off = Math.max(0, pin.left - one.x, one.x - pin.right) - (one.half - one.radius);
      assert.ok(Math.hypot(Math.max(0, off), Math.max(0, pin.top - one.y, one.y - pin.bottom)) >= one.radius, `${JSON.stringify(one)} over the school`);
      if (one.isBeside) assert.ok(Math.hypot(one.x - one.point[0], one.y - one.point[1]) > one.radius, 'beside it, so that the line is seen');
    });
    // One step nearer all points lie twice as far apart: what the dots show are the places, wherever the marks stand.
    await page.getByTestId('zoom-in').click();
    const away = ({ marks: of }) => of.slice(1).map(({ point }) => [point[0] - of[0].point[0], point[1] - of[0].point[1]]);
    await mapIsDrawn(page);
    const [before, after] = [away({ marks }), away(await marksDrawn(page))];
    before.forEach(([x, y], index) => {
      const [nearX, nearY] = after[index];
      assert.ok(Math.hypot(nearX - 2 * x, nearY - 2 * y) < 3, `${[nearX, nearY]} is not twice ${[x, y]}`);
    });
  });
}

visit('a stop whose card is opened is in sight beside it, though the card takes room from the map', {}, async ({ page }) => {
  await answered(page, 'p=60&t=canal');
  await mapIsDrawn(page);
  for (const mark of await page.getByTestId('map-stop').all()) {
    const [number] = (await mark.getAttribute('data-numbers')).split(',').slice(-1);
    await page.getByTestId('whole-day').click();
    await mapIsDrawn(page);
    await page.locator(`[data-testid=stop][data-n="${number}"]`).getByTestId('open-stop').click();
    await page.getByTestId('stop-card').waitFor();
    await until(() => isSeen(mark), Boolean);
    await page.getByTestId('close-stop').click();
    await page.getByTestId('stop-card').waitFor({ state: 'detached' });
  }
});

visit('on the printed maps no mark and no name lies over another', {}, async ({ page }) => {
  await answered(page, 'p=60&t=canal');
  const handbook = await openHandbook(page);
  const maps = handbook.getByTestId('day-map').or(handbook.getByTestId('leg-map'));
  assert.ok((await maps.count()) > 2);
  const over = await maps.evaluateAll((all) =>
    all.flatMap((map) => {
      // A name's box has the room over and under its letters, which nothing is drawn in.
      const boxes = [...map.querySelectorAll('[data-testid=print-mark], .map-name')].map((element) => ({ text: element.textContent.trim(), box: element.getBoundingClientRect() }));
      return boxes.flatMap((one, index) =>
        boxes.slice(index + 1).filter(({ box }) => box.left < one.box.right - 1 && box.right > one.box.left + 1 && box.top < one.box.bottom - 1 && box.bottom > one.box.top + 1).map((other) => `${one.text} / ${other.text}`),
      );
    }),
  );
  assert.deepEqual(over, []);
});

visit('alternatives name every place that some group goes to, and fit on a phone', { device: 'phone' }, async ({ page }) => {
  await answered(page, 'p=60&t=canal');
  await page.getByTestId('ask-alternatives').click();
  const rows = page.getByTestId('alternative');
  await rows.nth(1).waitFor();
  for (const row of await rows.all()) {
    const [, count] = /去 (\d+) 处/.exec(await row.innerText()) ?? [];
    if (count) assert.equal((await row.locator('.quiet').innerText()).split('、').length, Number(count), await row.innerText());
  }
  assert.equal(await page.locator('#list').evaluate((list) => list.scrollWidth <= list.clientWidth), true, 'nothing is beside the sheet');
  assert.deepEqual(await violations(page), []);
});

visit('the focus is never lost, whatever an action takes away', {}, async ({ page }) => {
  const act = async (id, key = 'Enter') => {
    const acted = page.getByTestId(id).first();
    await acted.focus();
    await acted.press(key);
  };
  const isNot = (lost) => until(() => focused(page), (now) => now !== lost && now !== 'body#');
  await openStudy(page);
  await page.getByTestId('search').fill('示例小学');
  await page.getByTestId('suggestion').first().waitFor();
  await act('search');
  await until(() => focused(page), (now) => now === 'change-school');
  await page.getByTestId('theme-canal').click();
  await chooseDay(page);
  await act('plan-day');
  await planned(page);
  await until(() => focused(page), (now) => now === 'finding');

  const [first] = await page.getByTestId('stop').evaluateAll((rows) => rows.map(({ dataset }) => dataset.id));
  await act('stop-drop');
  await until(() => page.locator(`[data-testid=stop][data-id="${first}"]`).count(), (count) => count === 0);
  await isNot('body#');
  await act('ask-alternatives');
  await page.getByTestId('alternative').first().waitFor();
  await isNot('ask-alternatives');
  await page.locator('[data-alternative=rain]').getByTestId('take-alternative').press('Enter');
  await page.getByTestId('rain-chip').waitFor();
  await until(() => focused(page), (now) => now === 'finding');
  await act('rain-chip');
  await page.getByTestId('rain-chip').waitFor({ state: 'detached' });
  await isNot('rain-chip');
});

for (const lang of ['zh', 'en']) {
  visit(`the cover of three groups with many stops each fits on its page (${lang})`, {}, async ({ page }) => {
    await answered(page, `p=95&k=3&t=canal.history&lang=${lang}`);
    const handbook = await openHandbook(page);
    assert.deepEqual(await overflowing(page), []);
    assert.match(await handbook.getByTestId('leaf').first().innerText(), /\d{4}年\d+月|[A-Z][a-z]{2} \d{4}/, 'and the paper says of which year it is');
  });
}

visit('on the English page school and places are called by their English names, on paper too, and by their own again in Chinese', {}, async ({ page }) => {
  await answered(page, 'lang=en');
  // Names in English are those that the interface has of the same places.
  const visits = await page.getByTestId('stop').and(page.locator('[data-what=visit]')).evaluateAll((rows) => rows.map(({ dataset, innerText }) => ({ id: dataset.id, text: innerText })));
  const known = await Promise.all(visits.map(async ({ id }) => (await api(`/api/v1/places/${id}`)).properties));
  known.forEach(({ name_en }, i) => assert.ok(name_en && visits[i].text.includes(name_en), `${name_en} is not in ${visits[i].text}`));
  assert.match(await page.getByTestId('summary').innerText(), /Example Primary School/);
  for (const part of ['stops', 'timeline', 'left-out', 'map']) assert.doesNotMatch(await page.locator(`yuren-study-${part}`).innerText(), /示例/, part);
  const handbook = await openHandbook(page);
  const paper = await handbook.getByTestId('leaf').allInnerTexts();
  for (const { name, name_en } of known) {
    assert.ok(paper.some((leaf) => leaf.includes(name_en)), name_en);
    assert.ok(!paper.some((leaf) => leaf.includes(name)), name);
  }
  await page.keyboard.press('Escape');
  await page.getByTestId('language').click();
  await until(() => page.getByTestId('stop').allInnerTexts(), (rows) => rows.length > 0 && known.every(({ name }) => rows.some((row) => row.includes(name))));
});
