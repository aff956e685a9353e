/** How evenly the minutes are spread: what a Lorenz curve says. */

export type Curve = readonly (readonly [share: number, ofMinutes: number])[];

/** The share of all minutes that the nearest `share` of the weight has, between the curve's points in a straight line. */
export function minutesOf(curve: Curve, share: number): number {
  const above = curve.findIndex(([at]) => at >= share);
  const [to, from] = [curve[above], curve[above - 1]];
  if (!to) return 1;
  if (!from || to[0] === from[0]) return to[1];
  return from[1] + ((share - from[0]) / (to[0] - from[0])) * (to[1] - from[1]);
}

/** The share of all minutes that falls on the farthest `share` of the weight. */
export function farthestHave(curve: Curve, share: number): number {
  return 1 - minutesOf(curve, 1 - share);
}

/** Whether there is a curve at all: of nobody, or of no minutes, there is none. */
export function isDrawn(curve: Curve): boolean {
  return curve.length >= 2 && curve.every(([share, minutes]) => Number.isFinite(share) && Number.isFinite(minutes));
}
