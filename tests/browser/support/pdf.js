/** What a PDF is, by poppler's programs: pages and their size, fonts, text. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

async function lines(program, ...args) {
  const { stdout } = await run(program, args, { maxBuffer: 1 << 26 });
  return stdout.split('\n');
}

/** How many pages it has, and the first one's sides in millimetres. */
export async function pagesOf(file) {
  const found = Object.fromEntries((await lines('pdfinfo', file)).map((line) => line.split(/:\s+/, 2)));
  const [width, height] = found['Page size'].match(/[\d.]+/g).map((points) => Math.round((Number(points) * 25.4) / 72));
  return { count: Number(found.Pages), width, height };
}

/** Its fonts: whether each is embedded, and whether its text can be read back. */
export async function fontsOf(file) {
  const [head, rule, ...rows] = await lines('pdffonts', file);
  assert.match(head, /emb sub uni/);
  // Names may hold spaces: the columns stand where the rule under the head says.
  const columns = [...rule.matchAll(/-+/g)].map(({ index, 0: dashes }) => [index, index + dashes.length]);
  const names = ['name', 'type', 'encoding', 'embedded', 'subset', 'unicode'];
  return rows.filter(Boolean).map((row) => Object.fromEntries(names.map((name, i) => [name, row.slice(...columns[i]).trim()])));
}

/** Its text without any spaces, which a PDF does not keep. */
export async function textOf(file) {
  return (await lines('pdftotext', '-layout', file, '-')).join('').replace(/\s+/g, '');
}
