import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fee } from '../src/api/types';
import { ROLE_KINDS } from '../src/roles';
import { decodeFragment, encodeFragment, FIRST_VIEW, MODES, OPEN_CHOICES, RADII, type View } from '../src/state/view';

const rounded = (digits: number) => (value: number) => Number(value.toFixed(digits)) + 0;
const lonLat = fc
  .tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }))
  .map(([lon, lat]) => [rounded(5)(lon), rounded(5)(lat)] as [number, number]);
const name = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).filter((text) => text.trim() !== '' && text.length <= 40);
const view: fc.Arbitrary<View> = fc.record({
  point: fc.option(
    fc.record({
      at: lonLat,
      label: fc.oneof(fc.constant({ kind: 'shared' as const }), name.map((text) => ({ kind: 'named' as const, name: text }))),
    }),
  ),
  filters: fc.record({
    roles: fc.uniqueArray(fc.constantFrom(...ROLE_KINDS)),
    fees: fc.uniqueArray(fc.constantFrom<Fee>('free', 'paid', 'unknown')),
    regions: fc.uniqueArray(fc.stringMatching(/^\d{6}$/), { maxLength: 6 }),
  }),
  maxM: fc.option(fc.constantFrom(...RADII)),
  open: fc.option(fc.constantFrom(...OPEN_CHOICES)),
  mode: fc.constantFrom(...MODES),
  selected: fc.option(fc.stringMatching(/^p-[a-z0-9]{1,20}$/)),
  camera: fc.option(fc.record({ at: lonLat, zoom: fc.double({ min: 0, max: 22, noNaN: true }).map(rounded(2)) })),
  lang: fc.constantFrom('zh' as const, 'en' as const),
  theme: fc.constantFrom('auto' as const, 'light' as const, 'dark' as const),
  large: fc.boolean(),
});

describe('the fragment', () => {
  it('gives back every view it is given, to a metre', () => {
    fc.assert(
      fc.property(view, (before) => {
        expect(decodeFragment(`#${encodeFragment(before)}`)).toEqual({ view: before, skipped: false });
      }),
      { numRuns: 500 },
    );
  });

  it('is empty for a first visit', () => {
    expect(encodeFragment(FIRST_VIEW)).toBe('');
  });

  it('holds no character that would end it or be cut by a chat program', () => {
    fc.assert(
      fc.property(view, (any) => {
        expect(encodeFragment(any)).not.toMatch(/[#\s"<>`]/);
      }),
      { numRuns: 256 },
    );
  });

  it('keeps Chinese names readable', () => {
    const point: View['point'] = { at: [119.4392, 32.3945], label: { kind: 'named', name: '文昌阁' } };
    expect(encodeFragment({ ...FIRST_VIEW, point })).toBe('p=119.43920,32.39450&n=文昌阁');
  });

  it.each(['p=200,32', 'p=119,91', 'p=119', 'p=a,b', 'c=119,32,99', 'd=1234', 'o=never', 'm=fly', 's=../x', 'lang=fr', 'theme=pink', 'big=yes'])(
    'leaves out %s and says so',
    (fragment) => {
      expect(decodeFragment(fragment)).toEqual({ view: FIRST_VIEW, skipped: true });
    },
  );

  it('takes anything at all without failing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void decodeFragment(text)), { numRuns: 500 });
  });
});
