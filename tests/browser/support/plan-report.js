/** The planner's report in the tests: opened and drawn, and printed to a file that can be read. */
import { join } from 'node:path';
import { FOLDER } from './pictures.js';
import { fontsAreHere, mapIsDone, until } from './visit.js';

/** Opens the report of the planner's page that is open, and waits until it is drawn. */
export async function drawReport(page) {
  // Two maps that begin at once take each other's time.
  await mapIsDone(page);
  await page.locator('[data-testid=open-report]:enabled').click();
  const report = page.getByTestId('report');
  await until(() => report.getAttribute('data-ground'), (ground) => ground !== 'drawing');
  return report;
}

/** Prints what is in front, as the browser's own dialog would, and keeps it to be looked at. */
export async function printed(page, name) {
  await fontsAreHere(page);
  const path = join(FOLDER, name);
  await page.pdf({ path, preferCSSPageSize: true });
  return path;
}
