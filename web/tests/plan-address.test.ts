import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePlan, encodePlan, FIRST_PLAN, SURFACES, TABS, type PlanView } from '../src/plan/address';
import { SLICES } from '../src/plan/answer';
import { keptOf, fileOf, ofFile, viewOf } from '../src/plan/scenario/kept';
import { MOST_CLOSED } from '../src/plan/scenario/closing';
import { ROLE_KINDS } from '../src/roles';
import { MODES } from '../src/state/view';

const DISPLAY = { lang: 'zh', theme: 'auto', large: false } as const;

const rounded = (digits: number) => (value: number) => Number(value.toFixed(digits)) + 0;
const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true }).map(rounded(5));
const id = fc.stringMatching(/^p-[a-z0-9]{1,20}$/);
const roles = fc.uniqueArray(fc.constantFrom(...ROLE_KINDS), { minLength: 1, maxLength: 4 });
const name = fc.string({ maxLength: 40, unit: 'grapheme' }).filter((text) => text.length <= 40 && (text === '' || text.trim() !== ''));
const spot = { lon: degrees(180), lat: degrees(90) };
const view: fc.Arbitrary<PlanView> = fc.record({
  question: fc.record({
    demand: fc.option(fc.stringMatching(/^own\.[0-9a-f]{16}$/)),
    needs: fc.array(roles, { minLength: 1, maxLength: 8 }),
    mode: fc.constantFrom(...MODES),
    slice: fc.constantFrom(...SLICES),
    kind: fc.constantFrom(null, 'estimate' as const, 'network' as const),
    region: fc.option(fc.stringMatching(/^\d{6}(\d{3})?$/)),
  }),
  threshold: fc.oneof(
    fc.double({ min: 0.5, max: 240, noNaN: true }).map((minutes) => ({ minutes: rounded(1)(minutes) })),
    fc.integer({ min: 1, max: 50_000 }).map((metres) => ({ metres })),
  ),
  scenario: fc.record({
    name,
    add: fc.array(fc.record({ ...spot, name, roles }), { maxLength: 4 }).map((sites) => sites.map((site, index) => ({ ...site, id: `a${index + 1}` }))),
    remove: fc.uniqueArray(id, { maxLength: 4 }),
    move: fc.array(fc.record({ ...spot, place: id }), { maxLength: 4 }),
    close: fc.array(fc.record(spot), { maxLength: MOST_CLOSED }),
  }),
  unit: fc.option(fc.stringMatching(/^\d{12}$/)),
  reach: fc.option(fc.tuple(degrees(180), degrees(90))),
  surface: fc.constantFrom(...SURFACES),
  tab: fc.constantFrom(...TABS),
  camera: fc.option(fc.record({ at: fc.tuple(degrees(180), degrees(90)), zoom: fc.double({ min: 0, max: 22, noNaN: true }).map(rounded(2)) })),
})
  // Which of one's own points was looked at stands in no address, nor where.
  .map((one) => (one.question.demand === null ? one : { ...one, unit: null, reach: null, camera: null }));

describe("the planner's address", () => {
  it('gives back every view it is given, to a metre', () => {
    fc.assert(
      fc.property(view, (before) => {
        expect(decodePlan(`#${encodePlan(before, DISPLAY)}`)).toEqual({ view: before, display: {}, skipped: false });
      }),
    );
  });

  it('says what is asked even where it is the usual', () => {
    expect(encodePlan(FIRST_PLAN, DISPLAY)).toBe('n=venue&t=15');
  });

  it.each(['n=museum', 'n=', 'n=venue;', 'm=fly', 's=monday', 'k=guess', 'g=12', 't=0', 't=1000000', 't=-5', 't=NaN', 't=99999m', 'a=1,2', 'a=200,3,venue,x', 'x=a b', 'w=p-1,1', 'b=1', 'b=1,2,3', 'b=200,1', 'b=1,2;', 'i=1', 'i=1,95', 'l=globe', 'v=more', 'c=1,2', 'u=a/b'])(
    'leaves out %s, and says so',
    (part) => expect(decodePlan(`#${part}`)).toEqual({ view: FIRST_PLAN, display: {}, skipped: true }),
  );

  it('takes anything at all without failing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void decodePlan(text)));
  });
});

describe('a kept scenario', () => {
  it('comes back from its file with the question it answers', () => {
    fc.assert(
      fc.property(
        view.filter(({ scenario }) => scenario.name.trim() !== ''),
        (before) => {
          const found = ofFile(fileOf(keptOf(before, '2026-11-28')));
          const { question, threshold, scenario } = before;
          expect(found && viewOf(found)).toEqual({ question, threshold, scenario });
        },
      ),
    );
  });

  it.each(['', 'null', '[]', '{}', '{"format":"yuren-scenario","version":2}', '{"format":"yuren-scenario","version":1,"name":"","day":"2026-11-28","fragment":""}', '{"format":"yuren-scenario","version":1,"name":"甲","day":"2026-11-28","fragment":"n=museum"}', 'x'.repeat(100_001)])(
    'is not found in a file that holds none: %.60s',
    (text) => expect(ofFile(text)).toBeNull(),
  );
});
