import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, carryOver, changesBetween, factAt, factsOf, pathOf, withFact, type Fact, type Feature, type Provenance, type Role } from '../src/edit/feature';
import { applied, changesOf, draftOf, isUntouched, rebased, troublesOf, withRole, withSource, withValue, withoutEdit, withoutRole, type Draft } from '../src/edit/place/draft';

const day = fc.constantFrom('2025-01-02', '2026-11-24');
const provenance: fc.Arbitrary<Provenance> = fc.record({ source: fc.constantFrom('osm', 'stats', 'editors'), checked_on: day, checked_by: fc.constantFrom('市文旅局', '市教育局') }, { requiredKeys: ['source'] });
const sourced = <T>(value: fc.Arbitrary<T>) => fc.tuple(value, provenance).map(([said, from]) => ({ value: said, ...from }));
const text = fc.string({ minLength: 1, maxLength: 12 });
const point = fc.tuple(fc.double({ min: 119, max: 120, noNaN: true }), fc.double({ min: 32, max: 33, noNaN: true }));
const status = fc.constantFrom('suspended' as const, 'withdrawn' as const);

const role = (id: string): fc.Arbitrary<Role> =>
  fc.record(
    {
      id: fc.constant(id),
      kind: fc.constantFrom('venue' as const, 'heritage' as const),
      claim: provenance,
      name: text,
      status,
      hours: sourced(text),
      fee: sourced(fc.constantFrom('free' as const, 'paid' as const)),
      capacity: sourced(fc.integer({ min: 1, max: 999 })),
      wheelchair: sourced(fc.constantFrom('yes' as const, 'limited' as const, 'no' as const)),
      contact: sourced(fc.record({ phone: text }, { requiredKeys: [] })),
    },
    { requiredKeys: ['id', 'kind', 'claim'] },
  );

const properties = (roles: fc.Arbitrary<Role[]>) =>
  fc.record(
    {
      name: text,
      name_source: provenance,
      name_en: text,
      aliases: fc.array(text, { minLength: 1, maxLength: 2 }),
      address: text,
      position: fc.tuple(fc.constantFrom('surveyed' as const, 'approximate' as const), fc.integer({ min: 1, max: 99 }), provenance).map(([precision, radius_m, from]) => ({ precision, radius_m, ...from })),
      region: fc.constant('321002001'),
      status,
      roles,
    },
    { requiredKeys: ['name', 'name_source', 'position', 'region', 'roles'] },
  );

const placeWith = (roles: fc.Arbitrary<Role[]>): fc.Arbitrary<Feature> =>
  fc.record({ type: fc.constant('Feature' as const), id: fc.constant('p-1'), geometry: point.map((coordinates) => ({ type: 'Point' as const, coordinates })), properties: properties(roles) });

/** Places with the same roles, so that one is an edit of another. */
const place = placeWith(fc.tuple(role('r-1'), role('r-2')));
/** A place, and a fact that another state of it has: a fact that could be said of it. */
const placeAndFact = fc.tuple(place, place, fc.nat()).map(([one, other, at]): [Feature, Fact] => {
  // A role's kind never changes.
  const facts = factsOf(other).filter(({ name }) => name !== 'claim');
  return [one, facts[at % facts.length]!];
});

describe('a fact of a place', () => {
  it('put back as it was read changes nothing', () => {
    fc.assert(
      fc.property(place, (one) => {
        for (const fact of factsOf(one)) expect(canonical(withFact(one, fact))).toBe(canonical(one));
      }),
    );
  });

  it('put in the stead of another is the one change, or none', () => {
    fc.assert(
      fc.property(placeAndFact, ([one, fact]) => {
        const changes = changesBetween(one, withFact(one, fact));
        const path = pathOf(fact);
        const was = factAt(one, path);
        const isSame = canonical([was?.value, was?.provenance ?? null]) === canonical([fact.value, fact.provenance ?? null]);
        expect(changes.map((change) => change.path)).toEqual(isSame ? [] : [path]);
        if (changes[0]) expect(canonical(changes[0].after?.value)).toBe(canonical(fact.value));
      }),
    );
  });

  it('changes the place into another one, fact by fact', () => {
    fc.assert(
      fc.property(place, place, (one, other) => {
        const withSameKinds = { ...other, properties: { ...other.properties, roles: other.properties.roles.map((role, i) => ({ ...role, kind: one.properties.roles[i]!.kind })) } };
        const became = changesBetween(one, withSameKinds).reduce((state, { after }) => (after ? withFact(state, after) : state), one);
        expect(changesBetween(became, withSameKinds)).toEqual([]);
      }),
    );
  });
});

describe('two edits of one place', () => {
  it('leave what I did not touch as the other left it, and what the other did not touch as I did', () => {
    fc.assert(
      fc.property(placeAndFact, place, ([base, fact], theirs) => {
        const mine = withFact(base, fact);
        const { feature, clashes } = carryOver(base, mine, theirs);
        const touched = new Set(changesBetween(base, mine).map(({ path }) => path));
        for (const { path } of changesBetween(theirs, feature)) expect(touched.has(path)).toBe(true);
        for (const path of touched) expect(canonical(factAt(feature, path)?.value)).toBe(canonical(factAt(mine, path)?.value));
        for (const path of clashes) expect(touched.has(path)).toBe(true);
      }),
    );
  });

  it('clash nowhere if one of them did nothing, or both did the same', () => {
    fc.assert(
      fc.property(place, place, (base, other) => {
        expect(carryOver(base, base, other)).toEqual({ feature: other, clashes: [] });
        expect(carryOver(base, other, base).clashes).toEqual([]);
        expect(carryOver(base, other, other).clashes).toEqual([]);
      }),
    );
  });

  it('keep a role that I added', () => {
    fc.assert(
      fc.property(place, place, role('r-3'), (base, theirs, added) => {
        const mine = { ...base, properties: { ...base.properties, roles: [...base.properties.roles, added] } };
        const { feature } = carryOver(base, mine, theirs);
        expect(canonical(feature.properties.roles.at(-1))).toBe(canonical(added));
      }),
    );
  });
});

const checked = (source: string): Provenance => (source === 'synthetic' ? { source } : { source, checked_on: '2026-11-25', checked_by: '市文旅局' });
const shall = (draft: Draft): Feature => applied(draft, checked, 'editors');

describe('a draft', () => {
  it('that says what is there already is untouched', () => {
    fc.assert(
      fc.property(place, (feature) => {
        const draft = factsOf(feature)
          .filter(({ name }) => name !== 'claim')
          .reduce((one, fact) => withValue(one, pathOf(fact), fact.value, 'editors'), draftOf({ feature, revision: 1 }));
        expect(isUntouched(draft)).toBe(true);
        expect(shall(draft)).toEqual(feature);
      }),
    );
  });

  it('says its facts today, by the office, and nothing else', () => {
    fc.assert(
      fc.property(placeAndFact, ([feature, fact]) => {
        const path = pathOf(fact);
        fc.pre(fact.value !== undefined && canonical(factAt(feature, path)?.value) !== canonical(fact.value));
        const draft = withValue(draftOf({ feature, revision: 1 }), path, fact.value, 'editors');
        expect(changesOf(draft, shall(draft)).map((change) => change.path)).toEqual([path]);
        if (fact.provenance) expect(factAt(shall(draft), path)?.provenance).toEqual(checked('editors'));
        expect(shall(withoutEdit(draft, path))).toEqual(feature);
      }),
    );
  });

  it('laid over another state is the same as carried over to it', () => {
    fc.assert(
      fc.property(placeAndFact, place, ([feature, fact], theirs) => {
        const draft = withRole(withValue(draftOf({ feature, revision: 1 }), pathOf(fact), fact.value, 'editors'), { id: 'r-3', kind: 'school' });
        const over = shall(rebased(draft, { feature: theirs, revision: 2 }));
        expect(canonical(over)).toBe(canonical(carryOver(feature, shall(draft), theirs).feature));
      }),
    );
  });

  const [sample] = fc.sample(place, { numRuns: 1, seed: 7 });
  const base = draftOf({ feature: sample!, revision: 1 });

  it('confirms a fact without another source, and a new value has one of its own', () => {
    const source = sample!.properties.name_source.source;
    const confirmed = withSource(base, 'name', source);
    expect(shall(confirmed).properties.name_source).toEqual(checked(source));
    expect(shall(confirmed).properties.name).toBe(sample!.properties.name);
    expect(shall(withValue(confirmed, 'name', '又一个名字', 'editors')).properties.name_source).toEqual(checked('editors'));
    expect(shall(withSource(base, 'name', 'synthetic')).properties.name_source).toEqual({ source: 'synthetic' });
  });

  it('counts an added role once, and loses what was said of it with it', () => {
    const added = withValue(withRole(base, { id: 'r-new', kind: 'school' }), 'r-new/hours', 'Mo-Fr 08:00-16:00', 'editors');
    expect(changesOf(added, shall(added)).map(({ path }) => path)).toEqual(['r-new/claim', 'r-new/hours']);
    expect(isUntouched(withoutRole(added, 'r-new'))).toBe(true);
  });

  it('knows what cannot be sent', () => {
    const position = { point: [119.4, 32.4], precision: 'approximate', radius_m: Number.NaN };
    const draft = withValue(withValue(withValue(base, 'name', ' ', 'editors'), 'r-1/capacity', 'many', 'editors'), 'position', position, 'editors');
    expect(Object.fromEntries(troublesOf(draft))).toEqual({ name: 'needed', 'r-1/capacity': 'number', 'position:radius': 'radius' });
    // As it comes back from the tab's memory.
    expect(troublesOf(JSON.parse(JSON.stringify(draft)) as Draft).get('position:radius')).toBe('radius');
  });
});
