/**
 * The digest by which a list of points is known: FNV-1a of 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv) over UTF-8. It tells
 * lists apart and keeps nothing secret; the browser's own digests are there on https alone, and an intranet may have none.
 */

/** The 64 bits in sixteen hexadecimal digits. */
export function digestOf(text: string): string {
  // Four limbs of 16 bits, so that every product is exact. The prime is 2^40 + 0x1b3.
  let [a, b, c, d] = [0x2325, 0x8422, 0x9ce4, 0xcbf2];
  for (const byte of new TextEncoder().encode(text)) {
    a ^= byte;
    const [pa, pb, pc, pd] = [a * 0x1b3, b * 0x1b3, c * 0x1b3 + (a << 8), d * 0x1b3 + (b << 8)];
    a = pa & 0xffff;
    const carryB = pb + (pa >>> 16);
    b = carryB & 0xffff;
    const carryC = pc + (carryB >>> 16);
    c = carryC & 0xffff;
    d = (pd + (carryC >>> 16)) & 0xffff;
  }
  return [d, c, b, a].map((limb) => limb.toString(16).padStart(4, '0')).join('');
}
