/** What is drawn on a map as boxes with round corners, in pixels, and how far apart they are. */

export interface Spot {
  x: number;
  y: number;
}

/** A mark or a name around its middle. A disc is as round as it is wide. */
export interface Body extends Spot {
  halfWidth: number;
  halfHeight: number;
  radius: number;
}

/** Pixels between two; below zero they overlap. */
export function clearance(one: Body, other: Body): number {
  const across = Math.abs(one.x - other.x) - (one.halfWidth - one.radius) - (other.halfWidth - other.radius);
  const down = Math.abs(one.y - other.y) - (one.halfHeight - one.radius) - (other.halfHeight - other.radius);
  return Math.hypot(Math.max(0, across), Math.max(0, down)) - one.radius - other.radius;
}

export function disc({ x, y }: Spot, radius: number): Body {
  return { x, y, halfWidth: radius, halfHeight: radius, radius };
}

/** Whether it lies wholly in a picture of this size. */
export function isWithin({ x, y, halfWidth, halfHeight }: Body, { width, height }: { width: number; height: number }): boolean {
  return x >= halfWidth && y >= halfHeight && x <= width - halfWidth && y <= height - halfHeight;
}

/** Whether a straight line passes over it. */
export function isUnder(body: Body, from: Spot, to: Spot): boolean {
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 3);
  return Array.from({ length: steps + 1 }, (_, step) => (steps ? step / steps : 0)).some((share) => clearance(disc({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }, 0), body) < 0);
}
