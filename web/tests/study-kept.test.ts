import { beforeEach, expect, it, vi } from 'vitest';
import { allKept, forget, keep, MOST_KEPT } from '../src/study/kept';

beforeEach(() => {
  const held = new Map<string, string>();
  vi.stubGlobal('localStorage', { getItem: (key: string) => held.get(key) ?? null, setItem: (key: string, value: string) => held.set(key, value) });
});

it('a day that is kept again replaces the older one, and the newest comes first', () => {
  keep({ title: '某小学 · 12月3日', fragment: 's=p-1' });
  keep({ title: '某小学 · 12月10日', fragment: 's=p-1' });
  keep({ title: '某小学 · 12月3日', fragment: 's=p-1&p=60' });
  expect(allKept().map(({ fragment }) => fragment)).toEqual(['s=p-1&p=60', 's=p-1']);
  forget('某小学 · 12月3日');
  expect(allKept()).toHaveLength(1);
});

it('no more are kept than can be looked through', () => {
  for (let day = 0; day < MOST_KEPT + 5; day += 1) keep({ title: `第 ${day} 天`, fragment: 's=p-1' });
  expect(allKept()).toHaveLength(MOST_KEPT);
  expect(allKept()[0]?.title).toBe(`第 ${MOST_KEPT + 4} 天`);
});

it('what is spoilt is not opened', () => {
  for (const spoilt of ['{', '7', '[{"title":"x"}]', '[{"title":"x","fragment":"p=5001"}]', '[null]']) {
    localStorage.setItem('yuren-study-days', spoilt);
    expect(allKept()).toEqual([]);
  }
});
