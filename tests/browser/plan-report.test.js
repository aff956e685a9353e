/** The planner's report: printed to a PDF that can be read, two sheets whatever the paper and the language; and its files to keep. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { violations } from './support/axe.js';
import { fontsOf, pagesOf, textOf } from './support/pdf.js';
import { drawReport, printed } from './support/plan-report.js';
import { api, running, until, visit } from './support/visit.js';

/** Two sites on trial in the city's east, under a name. */
const SCENARIO = 'a=119.47330,32.38350,venue,甲处;119.45810,32.40600,venue,乙处&q=城东加两处';

/** Opens the planner's page and its report, drawn. */
async function openReport(page, fragment) {
  await page.goto(`${running().address}/plan.html#${fragment}`);
  return drawReport(page);
}

visit('the report is printed on two sheets of A3, and all that it says can be read back', {}, async ({ page }) => {
  const report = await openReport(page, SCENARIO);
  assert.equal(await report.getAttribute('data-ground'), 'drawn');
  const file = await printed(page, 'plan-report-a3.pdf');
  assert.deepEqual(await pagesOf(file), { count: 2, width: 420, height: 297 });
  const fonts = await fontsOf(file);
  assert.ok(fonts.length > 0 && fonts.every(({ embedded, unicode }) => embedded === 'yes' && unicode === 'yes'), 'fonts are embedded, and their text is text');

  const [text, city] = [await textOf(file), await api('/api/v1/city')];
  for (const { name } of city.regions) assert.ok(text.includes(name), name);
  for (const said of [city.map_approval.notice, '城东加两处', '1新增甲处', '怎么算的', '不是人口', '估算', '扫码回到这个问题', '第2页，共2页']) assert.ok(text.includes(said.replace(/\s/g, '')), said);
  const worst = await page.getByTestId('report-towns').locator('tbody th').first().innerText();
  assert.ok(text.includes(worst.replace(/\s/g, '')), `the worst-served town, ${worst}`);
  assert.ok(!text.includes('跳到数字和清单'), 'nothing of the page around it is printed');

  await page.getByTestId('paper-a4').check();
  const smaller = await printed(page, 'plan-report-a4.pdf');
  assert.deepEqual(await pagesOf(smaller), { count: 2, width: 297, height: 210 });
  assert.deepEqual(await violations(page), []);

  await page.keyboard.press('Escape');
  await page.getByTestId('report').waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement?.dataset.testid), 'open-report', 'the focus is back where it was');
});

visit('it is two sheets in English too, whose words are longer', {}, async ({ page }) => {
  await openReport(page, `${SCENARIO}&lang=en&s=saturday&t=500m`);
  const file = await printed(page, 'plan-report-en.pdf');
  assert.equal((await pagesOf(file)).count, 2);
  const text = await textOf(file);
  for (const said of ['Howitwasworkedout', 'notpopulation', 'GB50180-2018', 'Sheet2of2']) assert.ok(text.includes(said), said);
});

visit('without WebGL the report has every dot, and says that there is no ground', { flags: ['--disable-gpu', '--disable-3d-apis'], expected: /WebGL/i }, async ({ page }) => {
  const report = await openReport(page, 'lang=en');
  assert.equal(await report.getAttribute('data-ground'), 'none');
  await report.getByText('There is no ground').waitFor();
  const { points } = await (await page.request.post(`${running().address}/api/v1/coverage`, { data: { demand: 'village_units', needs: [['venue']], mode: 'walk', max_minutes: 15, slice: 'any' } })).json();
  const dots = await page.getByTestId('report-map').locator('use[href^="#report-dot-"]').count();
  assert.equal(dots, points.id.length);
});

visit('the answer is kept as a table, a map and a workbook', { device: 'tablet' }, async ({ page }) => {
  await openReport(page, 'lang=en');
  const begins = { csv: /^\ufeff/, geojson: /^\{/, xlsx: /^PK/ };
  for (const [format, beginning] of Object.entries(begins)) {
    const downloading = page.waitForEvent('download');
    await page.getByTestId(`export-${format}`).click();
    const download = await downloading;
    assert.match(download.suggestedFilename(), new RegExp(`^coverage-\\d{4}-\\d{2}-\\d{2}\\.${format}$`));
    assert.ok(beginning.test((await readFile(await download.path())).toString('utf8')), format);
    await until(() => page.getByTestId('export-told').innerText(), (told) => told.includes(download.suggestedFilename()));
  }
});
