/** The sequence of a day: taken from a plan, and rearranged by hand. */
import { movedTo } from '../components/dragging';
import type { StudyPlan } from './answer';
import type { Order } from './question';

/** Stands for lunch in a sequence; with `:` and the id of a place, for lunch by that place. */
export const LUNCH = 'lunch';

export function isLunch(stop: string): boolean {
  return stop === LUNCH || stop.startsWith(`${LUNCH}:`);
}

/** Where lunch was by a place, the server chooses anew: what is beside it has changed. */
const anyLunch = (sequence: readonly string[]): string[] => sequence.map((stop) => (isLunch(stop) ? LUNCH : stop));

/** The sequence of each group of a plan. */
export function orderOf(plan: StudyPlan): Order {
  return plan.groups.map(({ stops }) => stops.map((stop) => (stop.what === 'lunch' ? `${LUNCH}:${stop.place}` : stop.place)));
}

/** The sequence with the stop at `from` of a group put so that it is at `to`. */
export function moved(order: Order, group: number, from: number, to: number): Order {
  return order.map((sequence, index) => {
    if (index !== group) return sequence;
    const next = movedTo(sequence, from, to);
    return next === sequence ? sequence : anyLunch(next);
  });
}

/** The sequence without a place, in every group. */
export function withoutPlace(order: Order, place: string): Order {
  return order.map((sequence) => (sequence.includes(place) ? anyLunch(sequence.filter((id) => id !== place)) : sequence));
}

export function isSameOrder(one: Order, other: Order): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
