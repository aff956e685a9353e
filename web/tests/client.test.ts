import { afterEach, describe, expect, it, vi } from 'vitest';
import * as api from '../src/api/client';
import { failureInWords, failureOf } from '../src/state/failure';
import { words } from '../src/i18n';

const NO_FILTERS: api.Filters = { roles: [], fees: [], regions: [] };
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

/** Answers each request by hand. */
function stubFetch() {
  const calls: { url: string; answer: (response: Response) => void; fail: (error: Error) => void }[] = [];
  vi.stubGlobal('fetch', (url: string, { signal }: { signal: AbortSignal }) => {
    return new Promise<Response>((answer, fail) => {
      signal.addEventListener('abort', () => fail(signal.reason as Error));
      calls.push({ url, answer, fail });
    });
  });
  return calls;
}

afterEach(() => vi.unstubAllGlobals());

describe('a request', () => {
  it('names only what is asked for, lists by commas', async () => {
    const calls = stubFetch();
    const asked = api.nearest([119.4, 32.4], 20, 2000, { roles: ['venue', 'heritage'], fees: ['free'], regions: [] }, 'walk', null);
    calls[0]?.answer(json({ features: [] }));
    await asked;
    expect(calls[0]?.url).toBe('/api/v1/places/nearest?lon=119.4&lat=32.4&k=20&max_m=2000&role=venue,heritage&fee=free&mode=walk');
  });

  it('for what lets one in says when one leaves, until when, and whether a booking will do', async () => {
    const calls = stubFetch();
    const span = { at: '2026-10-10T00:00', until: '2026-10-11T23:59', withBooking: true };
    const asked = api.nearest([119.4, 32.4], 20, null, NO_FILTERS, 'cycle', span);
    calls[0]?.answer(json({ features: [] }));
    await asked;
    expect(decodeURIComponent(calls[0]?.url ?? '')).toBe(
      '/api/v1/places/nearest?lon=119.4&lat=32.4&k=20&mode=cycle&open_at=2026-10-10T00:00&open_until=2026-10-11T23:59&booking=include',
    );
  });

  it('is superseded by a newer one in its lane, whichever is answered first', async () => {
    const calls = stubFetch();
    const older = api.nearest([1, 1], 20, null, NO_FILTERS, 'walk', null);
    const newer = api.nearest([2, 2], 20, null, NO_FILTERS, 'walk', null);
    calls[1]?.answer(json({ features: ['new'] }));
    calls[0]?.answer(json({ features: ['old'] }));
    await expect(older).rejects.toBeInstanceOf(api.Superseded);
    await expect(newer).resolves.toEqual({ features: ['new'] });
  });

  it('in another lane leaves it alone', async () => {
    const calls = stubFetch();
    const list = api.nearest([1, 1], 20, null, NO_FILTERS, 'walk', null);
    const card = api.place('p-1', null, 'walk', null);
    calls[0]?.answer(json({ features: [] }));
    calls[1]?.answer(json({ id: 'p-1' }));
    await expect(list).resolves.toBeTruthy();
    await expect(card).resolves.toEqual({ id: 'p-1' });
  });

  it('for a next page goes to our own origin, whatever host the answer names', async () => {
    vi.stubGlobal('location', { href: 'https://map.example/' });
    const calls = stubFetch();
    const asked = api.nextPage('http://10.0.0.1:8080/api/v1/places?cursor=x');
    calls[0]?.answer(json({ features: [] }));
    await asked;
    expect(calls[0]?.url).toBe('/api/v1/places?cursor=x');
  });
});

describe('a failure', () => {
  it('carries the problem’s code, and the reader hears a sentence without it', async () => {
    const calls = stubFetch();
    const asked = api.place('p-none', null, 'walk', null);
    calls[0]?.answer(json({ type: '/docs#problem-no_such_place', code: 'no_such_place', detail: 'no place has this id' }, 404));
    const error = await asked.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ status: 404, code: 'no_such_place', detail: 'no place has this id' });
    expect(failureInWords(failureOf(error), false, words('zh'))).toBe('没有这个地点，可能已经撤下。');
  });

  it('without a problem document is named after its status', async () => {
    const calls = stubFetch();
    const asked = api.city();
    calls[0]?.answer(new Response('<html>', { status: 502, statusText: 'Bad Gateway' }));
    await expect(asked).rejects.toMatchObject({ code: 'http_502', detail: 'Bad Gateway' });
  });

  it('of the network is told by what is still on the page', async () => {
    const calls = stubFetch();
    const asked = api.city();
    calls[0]?.fail(new TypeError('Failed to fetch'));
    const error = await asked.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(api.Offline);
    expect(failureInWords(failureOf(error), true, words('zh'))).toBe('连不上服务器，先看已有的内容。');
    expect(failureInWords(failureOf(error), false, words('zh'))).toBe('连不上服务器。请检查网络。');
  });
});
