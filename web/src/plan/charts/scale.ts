/** From values to pixels, and the round values that an axis names. */

export type Scale = (value: number) => number;

/** A straight scale; a domain of no length maps to the start of the range. */
export function linear([from, to]: readonly [number, number], [start, end]: readonly [number, number]): Scale {
  const slope = to === from ? 0 : (end - start) / (to - from);
  return (value) => start + (value - from) * slope;
}

/** The step of 1, 2 or 5 times a power of ten that cuts `span` into `count` parts or fewer. */
export function roundStep(span: number, count: number): number {
  const rough = span / Math.max(1, count);
  if (!(rough > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10;
  return step * power;
}

/** Round values from 0 to `max` or just below it, no more than `count` parts. */
export function ticks(max: number, count: number): number[] {
  const step = roundStep(max, count);
  return Array.from({ length: Math.floor(max / step + 1e-9) + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}
