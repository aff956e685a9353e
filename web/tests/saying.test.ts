/** How long a word in passing stays. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Toast } from '../src/components/toast';
import { Observed } from '../src/state/observed';
import { sayer } from '../src/state/saying';

/** Whether somebody has the pointer or the focus on the word. */
let isHeld = false;

beforeEach(() => {
  isHeld = false;
  vi.useFakeTimers();
  vi.stubGlobal('document', { querySelector: () => (isHeld ? {} : null) });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function page() {
  const state = new Observed<{ toast: Toast | null }>({ toast: null });
  return { say: sayer(state), said: () => state.state.toast?.text };
}

test('a word goes after eight seconds', () => {
  const { say, said } = page();
  say('已复制');
  vi.advanceTimersByTime(7_999);
  expect(said()).toBe('已复制');
  vi.advanceTimersByTime(1);
  expect(said()).toBeUndefined();
});

test('one with something to do stays for twenty, and the next has its own time', () => {
  const { say, said } = page();
  say('已改 5 处', { text: '撤销', run: () => undefined });
  vi.advanceTimersByTime(19_000);
  expect(said()).toBe('已改 5 处');
  say('已撤销');
  vi.advanceTimersByTime(7_999);
  expect(said()).toBe('已撤销');
  vi.advanceTimersByTime(1);
  expect(said()).toBeUndefined();
});

test('whoever is at it is waited for', () => {
  const { say, said } = page();
  say('已改 5 处', { text: '撤销', run: () => undefined });
  isHeld = true;
  vi.advanceTimersByTime(60_000);
  expect(said()).toBe('已改 5 处');
  isHeld = false;
  vi.advanceTimersByTime(8_000);
  expect(said()).toBeUndefined();
});
