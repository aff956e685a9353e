/** A bureau's list of 1,296 parent schools with mistakes planted in it: a workbook made by LibreOffice. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { REPOSITORY } from './server.js';

const run = promisify(execFile);

/** LibreOffice's reading of our text: commas, quotes, GB18030 (85), from line 1, quoted fields as texts. */
const AS_TEXT_IN_GB18030 = 'CSV:44,34,85,1,,0,true';

/** Makes the list: the workbook's path, how often each rule must find something, and how to take it away. */
export async function parentSchools() {
  const { SOFFICE: office, LIST_MAKER: maker } = process.env;
  if (!office || !maker) throw new Error('Set SOFFICE to LibreOffice and LIST_MAKER to the example parent_schools, or run this by `cargo xtask test`.');
  const folder = await mkdtemp(join(tmpdir(), 'yuren-list-'));
  const text = join(folder, '家长学校名单.csv');
  const { stdout } = await run(maker, [join(REPOSITORY, 'data/yangzhou'), text]);
  const counts = Object.fromEntries(stdout.trim().split('\n').map((line) => line.split(' ')).map(([rule, count]) => [rule, Number(count)]));
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  await run(office, ['--headless', profile, `--infilter=${AS_TEXT_IN_GB18030}`, '--convert-to', 'xlsx', '--outdir', folder, text]);
  return { file: join(folder, '家长学校名单.xlsx'), counts, remove: () => rm(folder, { recursive: true }) };
}
