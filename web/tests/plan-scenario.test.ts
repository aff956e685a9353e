import { describe, expect, it } from 'vitest';
import { lines } from '../src/api/lines';
import { capacityOf, heard, isUnderWay, MOST_CAPACITY, NO_PLACING, usualCapacity } from '../src/plan/scenario/placing';
import { isEmpty, MOST_CHANGES, NO_SCENARIO, putBack, withoutSite, withSite, withSiteAt } from '../src/plan/scenario/scenario';

const SITE = { name: '社区书屋', lon: 119.4, lat: 32.4, roles: ['venue' as const] };
const PLACEMENT = { chosen: [{ id: 'u1', name: '某村', lon: 119.5, lat: 32.5, gain_weight: 4 }], objective: 14, objective_before: 10, bound: 15, gap_percent: 7, proof: 'within' as const, words_zh: '', words_en: '' };

describe('a scenario', () => {
  it('holds added sites under ids of its own, though one of them went', () => {
    const two = withSite(withSite(NO_SCENARIO, SITE), SITE);
    expect(two.add.map(({ id }) => id)).toEqual(['a1', 'a2']);
    expect(withSite(withoutSite(two, 'a1'), SITE).add.map(({ id }) => id)).toEqual(['a2', 'a3']);
  });

  it('moves an added site itself, and a place by a note of where it would be', () => {
    const one = withSite(NO_SCENARIO, SITE);
    expect(withSiteAt(one, 'a1', [119.5, 32.5])).toMatchObject({ add: [{ lon: 119.5, lat: 32.5 }], move: [] });
    const moved = withSiteAt(withSiteAt(one, 'p-1', [1, 2]), 'p-1', [3, 4]);
    expect(moved.move).toEqual([{ place: 'p-1', lon: 3, lat: 4 }]);
  });

  it('removes a place once, and no longer moves it', () => {
    const removed = withoutSite(withSiteAt(NO_SCENARIO, 'p-1', [1, 2]), 'p-1');
    expect([removed.remove, removed.move]).toEqual([['p-1'], []]);
    expect(withoutSite(removed, 'p-1')).toBe(removed);
    expect(isEmpty(putBack(removed, 'p-1'))).toBe(true);
  });

  it('takes no more than fits into a link', () => {
    const full = Array.from({ length: MOST_CHANGES }).reduce<typeof NO_SCENARIO>((scenario) => withSite(scenario, SITE), NO_SCENARIO);
    expect(withSite(full, SITE)).toBe(full);
  });

  it('is never changed in place, so that a step can be undone', () => {
    const one = Object.freeze(withSite(NO_SCENARIO, SITE));
    withoutSite(withSiteAt(one, 'a1', [0, 0]), 'a1');
    expect(one.add[0]).toMatchObject(SITE);
    expect(isEmpty(NO_SCENARIO)).toBe(true);
  });
});

describe('the capacity of a site', () => {
  it('is at first an equal share of what is not served, rounded up to two digits', () => {
    expect([usualCapacity(100, 2), usualCapacity(1234, 1), usualCapacity(95, 10), usualCapacity(3, 7), usualCapacity(0, 2), usualCapacity(123_456, 2)]).toEqual([50, 1300, 10, 1, 1, 62_000]);
  });

  it('is what was typed, if that is a number above nothing', () => {
    expect(['40', '2.5', '0', '-3', '', 'x', '1e99'].map(capacityOf)).toEqual([40, 2.5, null, null, null, null, MOST_CAPACITY]);
  });
});

describe('a search for sites', () => {
  it('shows the fast answer at once, narrows its gap, and ends with the proof', () => {
    const times = heard(NO_PLACING, { stage: 'times', done: 0.4 });
    const fast = heard(times, { stage: 'fast', ...PLACEMENT });
    const bound = heard(fast, { stage: 'bound', bound: 14.1, gap_percent: 0.8, elapsed_ms: 1200 });
    const done = heard(bound, { stage: 'done', ...PLACEMENT, gap_percent: 0, proof: 'optimal' });
    expect([times, fast, bound, done].map(({ stage, gap, placement }) => [stage, gap, placement?.proof])).toEqual([
      ['times', null, undefined],
      ['fast', 7, 'within'],
      ['fast', 0.8, 'within'],
      ['done', 0, 'optimal'],
    ]);
    expect([NO_PLACING, times, fast, done].map(isUnderWay)).toEqual([false, true, true, false]);
  });

  it('that fails says why and keeps what it had found', () => {
    const fast = heard(NO_PLACING, { stage: 'fast', ...PLACEMENT });
    const failed = heard(fast, { stage: 'failed', problem: { code: 'x', detail: '说明' } });
    expect([failed.stage, failed.failure?.detail, failed.placement?.chosen.length]).toEqual(['failed', '说明', 1]);
  });

  it('is read line by line, wherever its bytes break', async () => {
    const bytes = new TextEncoder().encode('{"a":"扬"}\n\n{"b":2}\n{"c":3}');
    for (const size of [1, 2, 5, bytes.length]) {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
          controller.close();
        },
      });
      const found: string[] = [];
      for await (const line of lines(body)) found.push(line);
      expect(found).toEqual(['{"a":"扬"}', '{"b":2}', '{"c":3}']);
    }
  });
});
