import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as api from '../src/edit/api';
import { saveCell } from '../src/edit/places/save';
import { aFeature, aPlace } from './edit-samples';

/** Answers requests in turn and notes them. */
function stubFetch(...answers: [status: number, body: unknown][]) {
  const asked: { url: string; method: string; match: string | undefined }[] = [];
  vi.stubGlobal('fetch', (url: string, { method, headers }: { method: string; headers: Record<string, string> }) => {
    asked.push({ url, method, match: headers['if-match'] });
    const [status, body] = answers.shift() ?? [500, {}];
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
  return asked;
}

beforeEach(() => void vi.stubGlobal('location', { href: 'https://map.example/edit.html' }));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('a list', () => {
  const page = (names: string[], next: string | null, sources = {}) =>
    [200, { features: names.map((name) => aPlace(name, name)), numberMatched: 5, next, sources, data_date: '2025-02-14' }] as [number, unknown];

  const whole = new AbortController().signal;

  it('is read page after page from our own origin', async () => {
    const asked = stubFetch(page(['a', 'b'], 'http://elsewhere/api/v1/places?cursor=x', { osm: 1 }), page(['c'], null, { editors: 2 }));
    const { places, matched, sources } = await api.listing({ region: '321000', role: '', check: 'stale', q: '' }, 5000, whole);
    expect([places.map(({ id }) => id), matched, sources]).toEqual([['a', 'b', 'c'], 5, { osm: 1, editors: 2 }]);
    expect(asked.map(({ url }) => url)).toEqual(['/api/v1/places?region=321000&check=stale&limit=1000', '/api/v1/places?cursor=x']);
  });

  it('ends at as many as are wanted, and still says how many there are', async () => {
    stubFetch(page(['a', 'b'], '/next'), page(['c', 'd'], '/next'));
    const { places, matched } = await api.listing({ region: '321000', role: '', check: '', q: '' }, 3, whole);
    expect([places.length, matched]).toEqual([3, 5]);
  });

  it('asks for no more pages once it is broken off, and does not stand in the way of the list asked for instead', async () => {
    const asked = stubFetch(page(['a', 'b'], '/next'), page(['c'], null));
    const first = new AbortController();
    let newer: Promise<api.Listing> | undefined;
    // Between its pages: the first is there and being read, the second not yet asked for.
    vi.spyOn(Response.prototype, 'json').mockImplementationOnce(function (this: Response) {
      first.abort();
      newer = api.listing({ region: '321002', role: '', check: '', q: '' }, 5000, whole);
      return this.text().then((text) => JSON.parse(text));
    });
    await expect(api.listing({ region: '321000', role: '', check: '', q: '' }, 5000, first.signal)).rejects.toMatchObject({ name: 'AbortError' });
    expect((await newer)?.places.map(({ id }) => id)).toEqual(['c']);
    expect(asked.length).toBe(2);
  });
});

describe('saving a cell', () => {
  const at = (revision: number, hours?: string): [number, unknown] => {
    const said = hours === undefined ? {} : { hours: { value: hours, source: 'osm' } };
    return [200, { revision, place: aFeature('p-1', '个园', [{ id: 'r-1', kind: 'venue', claim: { source: 'osm' }, ...said }]) }];
  };
  const clash: [number, unknown] = [412, { code: 'changed_meanwhile', value: 'p-1' }];
  const done: [number, unknown] = [200, { revision: 9, warnings: [] }];
  const change = { place: 'p-1', path: 'r-1/hours', field: 'hours', before: '', after: 'Mo 09:00-12:00', why: '' } as const;

  it('names the state that it read', async () => {
    const asked = stubFetch(at(4), done);
    expect(await saveCell(change)).toEqual({ is: 'saved', committed: { revision: 9, warnings: [] } });
    expect(asked.map(({ method, match }) => [method, match])).toEqual([['GET', undefined], ['PUT', '"r4"']]);
  });

  it('reads again where another fact was changed between reading and writing', async () => {
    const asked = stubFetch(at(4), clash, at(5), done);
    expect((await saveCell(change)).is).toBe('saved');
    expect(asked.at(-1)?.match).toBe('"r5"');
  });

  it('says what somebody wrote in the same place, and writes nothing', async () => {
    const asked = stubFetch(at(4), clash, at(5, 'Tu 09:00-12:00'));
    expect(await saveCell(change)).toEqual({ is: 'clash', theirs: 'Tu 09:00-12:00' });
    expect(asked.filter(({ method }) => method === 'PUT').length).toBe(1);
  });

  it('leaves alone what says so already, and a role that is gone', async () => {
    stubFetch(at(4, 'Mo 09:00-12:00'));
    expect(await saveCell(change)).toEqual({ is: 'same' });
    stubFetch(at(4));
    expect(await saveCell({ ...change, path: 'r-2/hours' })).toEqual({ is: 'clash', theirs: null });
  });

  it('gives up where the place never rests', async () => {
    stubFetch(at(4), clash, at(5), clash, at(6), clash);
    await expect(saveCell(change)).rejects.toMatchObject({ code: 'changed_meanwhile' });
  });
});
