/** The teacher's page of a city with streets: legs follow them on the map and on paper, and say so; estimates stay straight and say that. */
import assert from 'node:assert/strict';
import { streetCity } from './support/street-city.js';
import { openHandbook, openStudy, overflowing, planned } from './support/study.js';
import { mapIsDrawn, serving, visit } from './support/visit.js';

serving(streetCity);

/** On foot from the extract's south; nobody knows the hours of its places, so they are asked first. */
const DAY = 's=24.93750,60.16550,Koulu&d=2026-12-03&p=40&a=5&g=5&m=walk&q=1';

async function handbookOf(page, fragment) {
  await openStudy(page, `#${fragment}`);
  await planned(page);
  await mapIsDrawn(page);
  const note = await page.getByTestId('legs-note').innerText();
  await openHandbook(page);
  const ways = (map) => page.getByTestId(map).locator('.map-leg').evaluateAll((lines) => lines.map((line) => [line.classList.contains('straight'), line.getAttribute('d').split('L').length]));
  const told = { note, said: await page.getByTestId('lines-note').innerText(), onDay: await ways('day-map'), onLegs: await ways('leg-map') };
  assert.deepEqual(await overflowing(page), []);
  return told;
}

visit('the ways of a day follow the streets, on the map and in the handbook', {}, async ({ page }) => {
  const { note, said, onDay, onLegs } = await handbookOf(page, DAY);
  assert.match(note, /实线是沿道路的走法/);
  assert.match(said, /实线是沿道路算出的走法/);
  assert.ok(onDay.length > 2 && onLegs.length > 1);
  assert.ok([...onDay, ...onLegs].every(([isStraight]) => !isStraight), 'no line is dashed');
  assert.ok([onDay, onLegs].every((lines) => lines.some(([, points]) => points > 2)), 'there are bends');
});

visit('where ways are estimated, lines are straight and said to be so', { device: 'phone' }, async ({ page }) => {
  const { note, said, onDay, onLegs } = await handbookOf(page, `${DAY}&tk=estimate&lang=en`);
  assert.match(note, /Dashed lines are straight/);
  assert.match(said, /Dashed lines are straight/);
  assert.deepEqual([...onDay, ...onLegs].filter(([isStraight, points]) => !isStraight || points !== 2), []);
});
