import { describe, expect, it } from 'vitest';
import type { Book } from '../src/i18n/edit/book';

type Words = Record<string, string | ((...values: number[]) => string)>;

/** Every book: of the editors' page, of the planner's, of the teacher's, of the staff's, of files, of when one can go in, of what is on; by its file. */
const BOOKS = Object.entries(import.meta.glob<Record<string, Book<Words>>>(['../src/i18n/edit/*.ts', '../src/i18n/plan/*.ts', '../src/i18n/study/*.ts', '../src/i18n/confirm.ts', '../src/i18n/files.ts', '../src/i18n/open.ts', '../src/i18n/activities.ts'], { eager: true })).flatMap(([file, module]) =>
  Object.values(module)
    .filter((thing): thing is Book<Words> => typeof thing === 'object' && 'zh' in thing)
    .map((book) => [file.replace(/.*\//, ''), book] as const),
);

/** The page's sources without its words. */
const SOURCE = Object.entries(import.meta.glob<string>('../src/**/*.ts', { query: '?raw', import: 'default', eager: true }))
  .filter(([file]) => !file.includes('/i18n/'))
  .map(([, text]) => text)
  .join('\n');

/** Latin letters that a Chinese editor expects. */
const EXPECTED_LATIN = /(Mo-Fr|Tu-Su) 09:00-17:00; PH off|https:\/\/www\.example\.cn\/visit|CSV|Excel|GeoJSON|LB\/T|A4|OSM|UTF-8|GB18030|WGS-84|GCJ-02|BD-09|xlsx|csv|pbf|Z|Y|Ctrl|Enter|Esc|Shift|Delete|OpenStreetMap|osm|JSON/g;

/** How the name of an example begins, which English speaks of. */
const EXAMPLE = /示例/g;

const said = (word: Words[string] | undefined): string => (typeof word === 'function' ? word(1, 2, 3, 4, 5) : String(word));

describe.each(BOOKS)('the words of %s', (_, { zh, en }) => {
  it('are the same in both languages, by their keys', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh));
  });

  it('are Chinese with Chinese punctuation, and English without Chinese', () => {
    for (const key of Object.keys(zh)) {
      expect(said(zh[key]).replace(EXPECTED_LATIN, ''), key).not.toMatch(/[A-Za-z]/);
      expect(said(zh[key]), key).not.toMatch(/[\u4e00-\u9fff][,;:?!]/);
      expect(said(en[key]).replace(EXAMPLE, ''), key).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('are all said somewhere', () => {
    expect(Object.keys(zh).filter((key) => !new RegExp(`\\b${key}\\b`).test(SOURCE))).toEqual([]);
  });
});

it('there are books', () => {
  expect(BOOKS.length).toBeGreaterThan(2);
});
