import { describe, expect, it } from 'vitest';
import { langTag, nameIn } from '../src/i18n';
import { en } from '../src/i18n/en';
import { roleName, roleShortName } from '../src/i18n/roles';
import { zh } from '../src/i18n/zh';
import { ROLE_KINDS, ROLE_LOOKS } from '../src/roles';

/** Latin letters that a Chinese reader expects. */
const EXPECTED_LATIN = /English|https|JavaScript/g;

function said(word: unknown): string {
  // Numbers for numbers; where a word takes text, a number does as well.
  return typeof word === 'function' ? String((word as (...values: number[]) => string)(1, 2, 3)) : String(word);
}

/** `nthDays` alone takes a list. */
const SAMPLES = Object.entries(zh).map(([key, word]) => [key, key === 'nthDays' ? zh.nthDays([1, 2], '周六') : said(word)] as const);

describe('the two languages', () => {
  it('have the same keys', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  });

  it.each(SAMPLES)('say %s in Chinese without Latin letters', (_, text) => {
    expect(text.replace(EXPECTED_LATIN, '')).not.toMatch(/[A-Za-z]/);
  });

  it('write Chinese with Chinese punctuation', () => {
    for (const [, text] of SAMPLES) expect(text).not.toMatch(/[\u4e00-\u9fff][,;:?!]/);
  });

  it('write English without Chinese, save the other language’s name', () => {
    for (const [key, word] of Object.entries(en)) {
      if (key === 'switchLanguage') continue;
      expect(key === 'nthDays' ? en.nthDays([1], 'Sat') : said(word)).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('hold no word that the page never says', () => {
    const source = Object.values(import.meta.glob<string>('../src/**/*.ts', { query: '?raw', import: 'default', eager: true })).join('\n');
    const days = /^day(Mo|Tu|We|Th|Fr|Sa|Su)$/;
    expect(Object.keys(zh).filter((key) => !days.test(key) && !source.includes(`w.${key}`) && !new RegExp(`\\)\\.${key}\\b`).test(source))).toEqual([]);
  });

  it('have tags and names', () => {
    expect([langTag('zh'), langTag('en')]).toEqual(['zh-CN', 'en']);
    expect(nameIn('en', { name: '个园', name_en: null })).toBe('个园');
    expect(nameIn('en', { name: '个园', name_en: 'Ge Garden' })).toBe('Ge Garden');
  });
});

describe('a role kind', () => {
  it.each(ROLE_KINDS)('%s has two names in both languages, and its own look', (kind) => {
    for (const lang of ['zh', 'en'] as const) expect(roleName(kind, lang) && roleShortName(kind, lang)).toBeTruthy();
    expect(ROLE_LOOKS[kind].glyph).toMatch(/^[Mm]/);
    const others = ROLE_KINDS.filter((other) => other !== kind).map((other) => ROLE_LOOKS[other]);
    expect(others.some((other) => other.shape === ROLE_LOOKS[kind].shape)).toBe(false);
    expect(others.some((other) => other.glyph === ROLE_LOOKS[kind].glyph)).toBe(false);
  });
});
