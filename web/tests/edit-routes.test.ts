import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedTo } from '../src/components/dragging';
import { canonical } from '../src/edit/feature';
import type { Listed } from '../src/edit/routes/api';
import { changesOf, draftOf, newDraft, rebased, sent, troublesOf, withFact, withoutStop, withStop, withStopAt, withStopMoved, type Tagged } from '../src/edit/routes/draft';
import { filterOf, shownRoutes, stopsToMend } from '../src/edit/routes/filter';
import { keyOf } from '../src/edit/routes/findings';
import { changesBetween, factsOf, routeOf, type Route } from '../src/edit/routes/route';
import { mayStopAt } from '../src/edit/routes/stop-places';
import { clashesOf, laidOver } from '../src/edit/routes/together';
import { THEMES } from '../src/study/question';

const canal: Route = {
  id: 's-1',
  title: '沿运河看漕运',
  theme: 'canal',
  grades: [5, 6],
  aim: '知道漕运。',
  stops: [{ place: 'p-1', minutes: 40, task: '数一数船。' }, { place: 'p-2' }, { place: 'p-3', minutes: 60 }],
  provenance: { source: 'editors', checked_on: '2026-11-01', checked_by: '市教育局' },
};
const base: Tagged = { route: canal, revision: 4 };
const says = (source: string) => ({ source, checked_on: '2026-11-29', checked_by: '市文旅局' });
const places = ({ stops }: Pick<Route, 'stops'>) => stops.map(({ place }) => place);

const routes: fc.Arbitrary<Route> = fc.record(
  {
    id: fc.constant('s-1'),
    title: fc.constantFrom('一', '二', '三'),
    title_en: fc.constantFrom('One', 'Two'),
    theme: fc.constantFrom(...THEMES),
    grades: fc.constantFrom([5], [5, 6], [7]),
    aim: fc.constantFrom('甲', '乙'),
    status: fc.constantFrom('suspended' as const, 'withdrawn' as const),
    stops: fc.uniqueArray(fc.record({ place: fc.constantFrom('p-1', 'p-2', 'p-3', 'p-4'), minutes: fc.integer({ min: 1, max: 480 }), task: fc.constantFrom('看', '画') }, { requiredKeys: ['place'] }), { selector: ({ place }) => place }),
    provenance: fc.constant({ source: 'editors' }),
  },
  { requiredKeys: ['id', 'title', 'theme', 'stops', 'provenance'] },
);

describe('the facts of a route', () => {
  it('are all of it: the route follows from them', () => {
    fc.assert(
      fc.property(routes, (route) => {
        expect(routeOf(factsOf(route), route)).toEqual(route);
      }),
    );
  });

  it('are the same of two routes if and only if nothing is changed', () => {
    fc.assert(
      fc.property(routes, routes, (one, other) => {
        expect(changesBetween(one, other).length === 0).toBe(canonical(factsOf(one)) === canonical(factsOf(other)));
      }),
    );
  });

  it('of a stop are no changes of their own where the stop comes or goes', () => {
    const without = { ...canal, stops: canal.stops.slice(1) };
    expect(changesBetween(canal, without).map(({ path }) => path)).toEqual(['stops']);
    expect(changesBetween(without, canal).map(({ path }) => path)).toEqual(['stops']);
  });
});

describe('two who change a route at once', () => {
  const theirs: Route = { ...canal, aim: '知道盐运。', stops: [{ place: 'p-1', minutes: 50, task: '数一数船。' }, { place: 'p-2' }, { place: 'p-3', minutes: 60 }, { place: 'p-4' }] };

  it('both have what they did, where they did not touch the same', () => {
    const mine: Route = { ...canal, title: '沿运河看盐运', stops: [{ place: 'p-1', minutes: 40, task: '画一条船。' }, ...canal.stops.slice(1)] };
    expect(clashesOf(canal, mine, theirs)).toEqual([]);
    expect(laidOver(canal, mine, theirs, [])).toEqual({ ...theirs, title: mine.title, stops: [{ place: 'p-1', minutes: 50, task: '画一条船。' }, ...theirs.stops.slice(1)] });
  });

  it('choose where both touched the same, and each choice is kept', () => {
    const mine: Route = { ...canal, aim: '知道渡口。', stops: [canal.stops[2]!, canal.stops[0]!, canal.stops[1]!] };
    expect(clashesOf(canal, mine, theirs)).toEqual(['aim', 'stops']);
    const kept = laidOver(canal, mine, theirs, ['aim']);
    expect([kept.aim, places(kept)]).toEqual(['知道盐运。', ['p-3', 'p-1', 'p-2']]);
    const given = laidOver(canal, mine, theirs, ['stops']);
    expect([given.aim, places(given)]).toEqual(['知道渡口。', ['p-1', 'p-2', 'p-3', 'p-4']]);
  });

  it('choose whether a stop goes of which one wrote while the other dropped it', () => {
    const mine = { ...canal, stops: [{ place: 'p-1', minutes: 40, task: '画一条船。' }, ...canal.stops.slice(1)] };
    const other = { ...canal, stops: canal.stops.slice(1) };
    expect(clashesOf(canal, mine, other)).toEqual(['stops']);
    expect(laidOver(canal, mine, other, []).stops).toEqual(mine.stops);
    expect(laidOver(canal, mine, other, ['stops']).stops).toEqual(other.stops);
    // The same from the other side.
    expect(clashesOf(canal, other, mine)).toEqual(['stops']);
    expect(laidOver(canal, other, mine, []).stops).toEqual(other.stops);
    expect(laidOver(canal, other, mine, ['stops']).stops).toEqual(mine.stops);
  });

  it('never lose a change, whichever they are', () => {
    fc.assert(
      fc.property(routes, routes, routes, (was, mine, other) => {
        const both = laidOver(was, mine, other, []);
        for (const { path, after } of changesBetween(was, mine)) expect(factsOf(both)[path]).toEqual(after);
        const given = laidOver(was, mine, other, clashesOf(was, mine, other));
        for (const { path, after } of changesBetween(was, other)) if (!/:/.test(path) || path in factsOf(given)) expect(factsOf(given)[path]).toEqual(after);
      }),
    );
  });

  it('go on from the newer state', () => {
    const draft = withFact(draftOf(base), 'title', '新题');
    const after = rebased(draft, { route: theirs, revision: 5 }, []);
    expect([after.base.revision, changesOf(after).map(({ path }) => path)]).toEqual([5, ['title']]);
  });
});

describe('a route while it is written', () => {
  it('is sent without spaces around its texts and without what is empty, with who checked it today', () => {
    const draft = withStopAt(withFact(withFact(draftOf(base), 'title', ' 沿河 '), 'aim', ''), 'p-1', { minutes: '', task: ' ' });
    expect(sent(draft, says)).toEqual({ id: 's-1', title: '沿河', theme: 'canal', grades: [5, 6], stops: [{ place: 'p-1' }, { place: 'p-2' }, { place: 'p-3', minutes: 60 }], provenance: says('editors') });
  });

  it('cannot be sent without a title, a theme and two stops, nor with a stay that is none', () => {
    expect([...troublesOf(newDraft({ stops: [{ place: 'p-1', minutes: 30 }], theme: null, grade: null })).keys()]).toEqual(['title', 'theme', 'stops']);
    for (const minutes of ['ten', 0, 481, '1.5']) expect([...troublesOf(withStopAt(draftOf(base), 'p-2', { minutes })).keys()]).toEqual(['minutes:p-2']);
    expect(troublesOf(draftOf(base)).size).toBe(0);
  });

  it('begins with the stops, the theme and the grade of a day', () => {
    const { route } = newDraft({ stops: [{ place: 'p-1', minutes: 30 }, { place: 'p-2', minutes: null }], theme: 'canal', grade: 5 });
    expect(route).toMatchObject({ theme: 'canal', grades: [5], stops: [{ place: 'p-1', minutes: 30 }, { place: 'p-2' }] });
  });

  it('stops at each place once, and what is put back is no change', () => {
    expect(withStop(draftOf(base), { place: 'p-2' })).toEqual(draftOf(base));
    const moved = withStopMoved(draftOf(base), 0, 2);
    expect(places(moved.route)).toEqual(['p-2', 'p-3', 'p-1']);
    expect(changesOf(withStopMoved(moved, 2, 0))).toEqual([]);
    expect(places(withoutStop(moved, 'p-3').route)).toEqual(['p-2', 'p-1']);
  });

  it('is changed by being checked alone', () => {
    expect(changesOf({ ...draftOf(base), checked: true }).map(({ path }) => path)).toEqual(['checked']);
  });
});

it('an entry that is put elsewhere leaves the others in their order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { minLength: 1 }), fc.nat(), fc.nat(), (list, one, other) => {
      const [from, to] = [one % list.length, other % list.length];
      const moved = movedTo(list, from, to);
      expect(moved[to]).toBe(list[from]);
      expect(moved.filter((entry) => entry !== list[from])).toEqual(list.filter((entry) => entry !== list[from]));
    }),
  );
  expect(movedTo([1, 2], 0, 2)).toEqual([1, 2]);
});

describe('the list of routes', () => {
  const mine: Listed = { ...base, stops_gone: [] };
  const other: Listed = { route: { ...canal, id: 's-2', title: 'A garden', aim: 'To look.', theme: 'architecture', status: 'withdrawn', stops: [{ place: 'p-9', task: '找一块太湖石。' }] }, revision: 2, stops_gone: ['p-9'] };
  const ids = (parameters: Record<string, string>) => shownRoutes([other, mine], filterOf(parameters)).map(({ route }) => route.id);

  it('is in the order of the themes, and finds words of a title, an aim and a task', () => {
    expect([ids({}), ids({ q: ' garden ' }), ids({ q: '漕运' }), ids({ q: '太湖石' }), ids({ q: '没有' })]).toEqual([['s-1', 's-2'], ['s-2'], ['s-1'], ['s-2'], []]);
  });

  it('begins with those that stop where nobody can go, unless they are withdrawn themselves', () => {
    const broken: Listed = { route: { ...canal, id: 's-3', theme: 'nature', status: 'suspended' }, revision: 3, stops_gone: ['p-1', 'p-3'] };
    expect(shownRoutes([mine, other, broken], filterOf({})).map((route) => [route.route.id, stopsToMend(route)])).toEqual([['s-3', 2], ['s-1', 0], ['s-2', 0]]);
  });

  it('shows those of a theme and of a status', () => {
    expect([ids({ t: 'canal' }), ids({ status: 'withdrawn' }), ids({ status: 'active' }), ids({ t: 'canal', status: 'withdrawn' })]).toEqual([['s-1'], ['s-2'], ['s-1'], []]);
  });
});

it('what the server found stands at the field that it speaks of', () => {
  const fields = ['title', 'route.aim', 'stops[1].place', '/route/stops/0/task', 'route.stops[2].minutes', 'provenance.source', 'stops', 'id', null];
  expect(fields.map((field) => keyOf(field, canal))).toEqual(['title', 'aim', 'stop:p-2', 'task:p-1', 'minutes:p-3', 'source', 'stops', '', '']);
});

it('a route leads only to places of its editor: in the districts, and with a role of the kinds', () => {
  const place = { region: '321002003', kinds: ['heritage', 'venue'] as const };
  const may = (districts: string[], kinds: string[]) => mayStopAt({ districts, kinds }, place);
  expect([may([], []), may(['321002'], []), may(['321084'], []), may([], ['heritage']), may([], ['school']), may(['321002'], ['venue', 'school'])]).toEqual([true, true, false, true, false, true]);
});
