import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnyDesk } from '../src/edit/desk/desk';
import type { Feature } from '../src/edit/feature';
import { PlaceDesk } from '../src/edit/place/desk';
import { RouteDesk } from '../src/edit/routes/desk';
import { withFact, withSource } from '../src/edit/routes/draft';
import type { Route } from '../src/edit/routes/route';
import { edit } from '../src/edit/state';
import { readPrefill } from '../src/study/library/prefill';
import { aFeature } from './edit-samples';

const route: Route = { id: 's-1', title: '沿河走', theme: 'canal', aim: '', stops: [{ place: 'p-1' }, { place: 'p-2' }], provenance: { source: 'editors' } };
const place = aFeature('p-9', '个园', [{ id: 'r-1', kind: 'venue', claim: { source: 'osm' } }]);

interface Kind {
  /** Where the server has it, and as what. */
  at: string;
  name: 'place' | 'route';
  first: Feature | Route;
  make: () => AnyDesk;
  /** Writes a text of it, and says what it is by what is written; another does the same to the stored one. */
  write: (desk: AnyDesk, text: string) => void;
  written: (desk: AnyDesk) => string | undefined;
  elsewhere: (text: string) => Feature | Route;
  /** A field as the server names it. */
  field: string;
  key: string;
}

const KINDS: Kind[] = [
  {
    at: '/api/v1/admin/places/p-9',
    name: 'place',
    first: place,
    make: () => new PlaceDesk('p-9'),
    write: (desk, text) => (desk as PlaceDesk).setValue('address', text),
    written: (desk) => (desk as PlaceDesk).feature?.properties.address,
    elsewhere: (address) => ({ ...place, properties: { ...place.properties, address } }),
    field: 'place.properties.address',
    key: 'address',
  },
  {
    at: '/api/v1/admin/study-routes/s-1',
    name: 'route',
    first: route,
    make: () => new RouteDesk('s-1', readPrefill({})),
    write: (desk, text) => (desk as RouteDesk).write((draft) => withFact(draft, 'aim', text), 'aim'),
    written: (desk) => (desk as RouteDesk).state.draft?.route.aim,
    elsewhere: (aim) => ({ ...route, aim }),
    field: 'route.aim',
    key: 'aim',
  },
];

/** What the server has of the document that is edited. */
let stored: { document: unknown; revision: number };
/** What the next change is answered with, in the stead of being taken. */
let refusal: [status: number, problem: object] | null;
/** Answers wait until this is over. */
let gate: Promise<void>;

function serve({ at, name, first }: Kind): void {
  vi.stubGlobal('fetch', async (url: string, { method, headers, body }: { method: string; headers: Record<string, string>; body?: string }) => {
    await gate;
    const answer = (status: number, thing: object): Response => new Response(JSON.stringify(thing), { status });
    if (!url.startsWith(at)) return answer(404, { code: 'no_such_place' });
    if (method === 'GET') return answer(200, { [name]: stored.document, revision: stored.revision });
    if (refusal) return answer(...refusal);
    if (headers['if-match'] !== `"r${stored.revision}"`) return answer(412, { code: 'changed_meanwhile' });
    const document = url.endsWith('/undo') ? first : (JSON.parse(body ?? '') as Record<string, unknown>)[name];
    stored = { document, revision: stored.revision + 1 };
    return answer(200, { revision: stored.revision, warnings: [] });
  });
}

const aside = (): void => edit.state.toast?.action?.run();
/** A promise, and what fulfils it. */
function held(): { promise: Promise<void>; go: () => void } {
  let go = (): void => undefined;
  const promise = new Promise<void>((resolve) => (go = resolve));
  return { promise, go };
}

beforeEach(() => {
  const tab = new Map<string, string>();
  vi.stubGlobal('sessionStorage', { getItem: (key: string) => tab.get(key) ?? null, setItem: (key: string, text: string) => tab.set(key, text), removeItem: (key: string) => tab.delete(key) });
  vi.stubGlobal('location', { href: 'https://map.example/edit.html', pathname: '/edit.html' });
  vi.stubGlobal('history', { pushState: () => undefined, replaceState: () => undefined });
  edit.set({ unsaved: false, toast: null, office: '市文旅局' });
  refusal = null;
  gate = Promise.resolve();
});
afterEach(() => vi.unstubAllGlobals());

describe.each(KINDS)('the desk of a $name', (kind) => {
  const { make, write, written, elsewhere, field, key } = kind;

  async function opened(): Promise<AnyDesk> {
    const desk = make();
    await desk.open();
    return desk;
  }

  const change = (text: string): void => void (stored = { document: elsewhere(text), revision: stored.revision + 1 });

  beforeEach(() => {
    stored = { document: kind.first, revision: 4 };
    serve(kind);
  });

  it('takes up what was written before, and says what others did meanwhile', async () => {
    write(await opened(), '我写的');
    expect(edit.state.unsaved).toBe(true);
    const again = await opened();
    expect([written(again), again.state.theirs]).toEqual(['我写的', null]);
    change('别人写的');
    const late = await opened();
    expect([written(late), late.newest?.revision]).toEqual(['我写的', 5]);
  });

  it('follows the server while nothing is written, and then only says so', async () => {
    const desk = await opened();
    change('一');
    await desk.follow();
    expect([written(desk), desk.state.theirs]).toEqual(['一', null]);
    write(desk, '我写的');
    change('二');
    await desk.follow();
    expect([written(desk), desk.state.theirs?.revision]).toEqual(['我写的', 6]);
  });

  it('keeps what is written while a save is on its way, and does not say it is saved', async () => {
    const desk = await opened();
    write(desk, '我写的');
    desk.setWhy('电话核实');
    const answer = held();
    gate = answer.promise;
    const saving = desk.save();
    write(desk, '后来写的');
    answer.go();
    expect([await saving, written(desk), desk.state.draft?.why, desk.changes.length, edit.state.unsaved]).toEqual([true, '后来写的', '', 1, true]);
    expect(JSON.stringify(stored.document)).toContain('我写的');
    expect([await desk.save(), stored.revision, desk.changes.length, edit.state.unsaved]).toEqual([true, 6, 0, false]);
    expect(JSON.stringify(stored.document)).toContain('后来写的');
  });

  it('saves what is written, and where somebody was quicker lays both together first', async () => {
    const desk = await opened();
    write(desk, '我写的');
    change('别人写的');
    expect([await desk.save(), desk.state.merging, written(desk)]).toEqual([false, true, '我写的']);
    desk.merge([]);
    expect([await desk.save(), desk.changes.length, edit.state.unsaved, stored.revision]).toEqual([true, 0, false, 6]);
    expect(JSON.stringify(stored.document)).toContain('我写的');
  });

  it('lays what is written over what the same person takes back, without asking', async () => {
    change('我先前写的');
    const desk = await opened();
    write(desk, '我写的');
    await desk.undo(5, '写错了');
    expect([written(desk), desk.state.draft?.base.revision, desk.state.theirs]).toEqual(['我写的', 6, null]);
    expect([await desk.save(), stored.revision]).toEqual([true, 7]);
  });

  it('says what others did before a change was taken back', async () => {
    const desk = await opened();
    write(desk, '我写的');
    change('别人写的');
    await desk.follow();
    await desk.undo(5, '写错了');
    expect([written(desk), desk.state.draft?.base.revision, desk.state.theirs?.revision]).toEqual(['我写的', 4, 6]);
  });

  it('gives the other’s word where that is chosen', async () => {
    const desk = await opened();
    write(desk, '我写的');
    change('别人写的');
    await desk.save();
    desk.merge([key]);
    expect([written(desk), desk.changes.length, desk.state.merging]).toEqual(['别人写的', 0, false]);
  });

  it('says at its field what the server found, until something is written there', async () => {
    const desk = await opened();
    write(desk, '太长');
    refusal = [422, { code: 'unfit', findings: [{ place: null, field, problem: 'it is empty', mend: '' }] }];
    expect([await desk.save(), desk.state.findings.map((found) => found.key)]).toEqual([false, [key]]);
    write(desk, '短');
    expect([desk.state.findings, desk.state.trouble]).toEqual([[], '']);
  });

  it('brings back what was discarded, over what others did meanwhile', async () => {
    const desk = await opened();
    write(desk, '我写的');
    change('别人写的');
    await desk.follow();
    desk.discardForNow();
    expect([written(desk), desk.changes.length]).toEqual(['别人写的', 0]);
    aside();
    expect([written(desk), desk.state.theirs?.revision]).toEqual(['我写的', 5]);
  });

  it('brings it back to its form too, if that was left meanwhile', async () => {
    const desk = await opened();
    write(desk, '我写的');
    desk.discardForNow();
    desk.close();
    edit.set({ route: { view: 'ledger', parameters: {} } });
    aside();
    expect([edit.state.route.parameters['id'], edit.state.unsaved]).toEqual([desk.id, false]);
    expect(written(await opened())).toBe('我写的');
  });

  it('says nothing of a page that shows something else by now', async () => {
    const desk = await opened();
    write(desk, '我写的');
    const { promise, go } = held();
    gate = promise;
    const saving = desk.save();
    desk.leave();
    // Another form has something unsaved.
    edit.set({ unsaved: true });
    go();
    expect([await saving, edit.state.unsaved]).toEqual([true, true]);
  });
});

it('what was found wrong with a role goes with it', async () => {
  serve(KINDS[0]!);
  stored = { document: place, revision: 4 };
  const desk = new PlaceDesk('p-9');
  await desk.open();
  const role = desk.addRole('waiting_station');
  refusal = [422, { code: 'unfit_place', findings: [{ place: 'p-9', field: 'place.properties.roles[1].kind', problem: 'only in a school', mend: '' }] }];
  await desk.save();
  expect(desk.state.findings.map(({ key }) => key)).toEqual([`${role}/claim`]);
  desk.dropRole(role);
  expect(desk.state.findings).toEqual([]);
});

it('what was found wrong with a stop goes with it, and what is wrong elsewhere stays', async () => {
  serve(KINDS[1]!);
  stored = { document: route, revision: 4 };
  const desk = new RouteDesk('s-1', readPrefill({}));
  await desk.open();
  desk.write((draft) => withSource(draft, 'stats'), 'source');
  const found = (field: string) => ({ place: null, field, problem: 'the place was withdrawn', mend: '' });
  refusal = [422, { code: 'unfit_study_route', findings: [found('stops[0].place'), found('stops[1].place'), found('stops[1].task')] }];
  await desk.save();
  desk.dropStop('p-2');
  expect(desk.state.findings.map(({ key }) => key)).toEqual(['stop:p-1']);
});

it('what is written while a route is being made is found at the made one', async () => {
  const desk = new RouteDesk('', readPrefill({}));
  await desk.open();
  const title = (text: string): void => desk.write((draft) => withFact(draft, 'title', text), 'title');
  title('沿河走');
  const answer = held();
  vi.stubGlobal('fetch', async () => {
    await answer.promise;
    return new Response(JSON.stringify({ id: 's-9', revision: 1, warnings: [] }), { status: 201 });
  });
  const saving = desk.save();
  title('沿河走到底');
  answer.go();
  expect([await saving, edit.state.route.parameters['id']]).toEqual([true, 's-9']);
  stored = { document: { ...route, id: 's-9' }, revision: 1 };
  serve({ ...KINDS[1]!, at: '/api/v1/admin/study-routes/s-9' });
  const made = new RouteDesk('s-9', readPrefill({}));
  await made.open();
  expect(made.changes.map(({ path, after }) => [path, after])).toEqual([['title', '沿河走到底']]);
});
