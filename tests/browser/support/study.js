/** The teacher's page in the tests: a day planned, what is drawn of it, and its handbook. */
import { beginningAt, fontsAreHere, mapIsDone, running, standAt, until } from './visit.js';

/** A Monday in term, of a year whose days off are known. */
export const A_MONDAY = '2026-11-23T09:00:00+08:00';
/** A day with school, a month later: there is time to book. */
export const A_THURSDAY = '2026-12-24';

// The server's clock says the same: what must be booked weeks ahead can be, on whatever day these tests run.
beginningAt(A_MONDAY);

/** Opens the teacher's page at a moment. */
export async function openStudy(page, fragment = '', moment = A_MONDAY) {
  await standAt(page, moment);
  await page.goto(`${running().address}/study.html${fragment}`);
}

/** Chooses the first school that a name finds, and says how many go. */
export async function ask(page, { school = '示例小学', pupils = '60', grade = '5', theme = 'canal' } = {}) {
  await page.getByTestId('search').fill(school);
  await page.getByTestId('suggestion').first().click();
  await page.getByTestId('school').waitFor();
  await page.getByTestId('pupils').fill(pupils);
  await page.getByTestId('grade').selectOption(grade);
  await page.getByTestId(`theme-${theme}`).click();
  await chooseDay(page);
}

/** Chooses the day once there is one by default. */
export async function chooseDay(page) {
  await until(() => page.getByTestId('date').inputValue(), (date) => date !== '');
  await page.getByTestId('date').fill(A_THURSDAY);
}

/** Waits for the whole answer: nothing is looked for any more. */
export async function planned(page) {
  await page.getByTestId('finding').or(page.getByTestId('no-plan')).first().waitFor();
  await until(async () => [await page.getByTestId('improving').count(), await page.getByTestId('undo').count(), await page.getByTestId('no-plan').count()], ([improving, undo, none]) => improving === 0 && undo + none > 0);
}

/** Numbers and names of the stops as the list has them. */
export function stops(page) {
  return page.getByTestId('stop').evaluateAll((rows) => rows.map(({ dataset }) => ({ n: Number(dataset.n), place: dataset.id, what: dataset.what })));
}

/** The numbers that the map and the timeline draw, in order. */
export async function numbers(page) {
  const onMap = await page.getByTestId('map-stop').evaluateAll((marks) => marks.flatMap(({ dataset }) => dataset.numbers.split(',').map(Number)));
  const inTimeline = await page.getByTestId('block').evaluateAll((blocks) => blocks.map(({ dataset }) => Number(dataset.n)));
  return { onMap: onMap.toSorted((a, b) => a - b), inTimeline };
}

/** Opens the handbook, drawn. */
export async function openHandbook(page) {
  await mapIsDone(page);
  await page.locator('[data-testid=open-handbook]:enabled').click();
  const handbook = page.getByTestId('handbook');
  await handbook.and(page.locator('[data-ground=drawn], [data-ground=none]')).waitFor();
  return handbook;
}

/** Pages of which something does not fit where it is printed, as lines. */
export async function overflowing(page) {
  await page.emulateMedia({ media: 'print' });
  await fontsAreHere(page);
  const found = await page.getByTestId('leaf').evaluateAll((leaves) =>
    leaves.flatMap((leaf) => {
      const body = leaf.querySelector('.leaf-body');
      const cells = [...leaf.querySelectorAll('td, th, dd, h1, p')].filter((cell) => cell.scrollWidth > cell.clientWidth + 1);
      const isCut = body.scrollHeight > body.clientHeight + 1 || leaf.scrollHeight > leaf.clientHeight + 1;
      return [...(isCut ? [`${leaf.dataset.kind}: ${body.scrollHeight} in ${body.clientHeight}`] : []), ...cells.map((cell) => `${leaf.dataset.kind}: ${cell.textContent.slice(0, 40)}`)];
    }),
  );
  await page.emulateMedia({ media: null });
  return found;
}
