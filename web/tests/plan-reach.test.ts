import { afterEach, describe, expect, it, vi } from 'vitest';
import { isochrone } from '../src/plan/api';
import { reachQuestion, standsAt, timesOf } from '../src/plan/reach';
import { NO_SCENARIO } from '../src/plan/scenario/scenario';
import { answerOf } from './plan-answers';

const answer = answerOf([['A1', 5], ['A2', 30]]);

describe('the areas within reach', () => {
  it('are those of the threshold and of its thirds', () => {
    expect([15, 10, 1, 0.1, 240].map(timesOf)).toEqual([[5, 10, 15], [3.3, 6.7, 10], [0.3, 0.7, 1], [0.1], [80, 160, 240]]);
  });

  it('go by the ways of the answer that they belong to, and heed what it has closed', () => {
    const scenario = { ...NO_SCENARIO, close: [{ lon: 1, lat: 2 }] };
    expect(reachQuestion([3, 4], answer, 99, scenario)).toEqual({ at: [3, 4], mode: 'walk', minutes: [5, 10, 15], kind: 'estimate', close: [] });
    const closed = [{ lon: 1, lat: 2, line: [], length_m: 1 }];
    const network = { ...answer, method: { ...answer.method, kind: 'network' as const }, closed };
    expect(reachQuestion([3, 4], network, 99, scenario)).toMatchObject({ kind: 'network', close: scenario.close });
  });

  it('begin at a demand point, at a site, or at a spot without a name', () => {
    const { lon, lat, name } = answer.points;
    expect(standsAt(answer, [lon[1]!, lat[1]!])).toBe(name[1]);
    const site = { id: 's', name: '书屋', lon: 120, lat: 33, roles: ['venue' as const], added: false, moved: false, removed: false, open: 'yes' as const, served_weight: 0 };
    expect(standsAt({ ...answer, sites: [site] }, [120.00001, 33])).toBe('书屋');
    expect(standsAt(answer, [121, 34])).toBeNull();
    expect(standsAt(null, [121, 34])).toBeNull();
  });

  describe('as they are asked for', () => {
    afterEach(() => vi.unstubAllGlobals());

    it('name the closed streets, each by its degrees', async () => {
      const asked: string[] = [];
      vi.stubGlobal('fetch', (url: string) => {
        asked.push(url);
        return Promise.resolve(new Response('{"features":[]}', { headers: { 'content-type': 'application/geo+json' } }));
      });
      await isochrone({ at: [24.94, 60.17], mode: 'walk', minutes: [5, 10, 15], kind: 'network', close: [{ lon: 24.95, lat: 60.18 }, { lon: 1, lat: 2 }] });
      expect(asked.map(decodeURIComponent)).toEqual(['/api/v1/isochrone?lon=24.94&lat=60.17&mode=walk&minutes=5,10,15&kind=network&close=24.95;60.18,1;2']);
    });
  });
});
