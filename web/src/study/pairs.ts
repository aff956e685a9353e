/** Pairs of places of which the first comes before the second (先后), for whoever visits both. */
import { isId } from './fragment-values';
import { moved } from './order';
import { MOST_BEFORE, type Order, type Pair } from './question';

const isSame = ([a, b]: Pair, [c, d]: Pair): boolean => a === c && b === d;

export function withoutPair(pairs: readonly Pair[], pair: Pair): Pair[] {
  return pairs.filter((one) => !isSame(one, pair));
}

/** With a pair more; it takes the place of its opposite. */
export function withPair(pairs: readonly Pair[], pair: Pair): Pair[] {
  const [first, second] = pair;
  if (first === second) return [...pairs];
  return [...withoutPair(withoutPair(pairs, pair), [second, first]), pair].slice(-MOST_BEFORE);
}

/** The sequences with the first of a pair put right before the second, where it came later. */
export function putBefore(order: Order, [first, second]: Pair): Order {
  return order.map((sequence, group) => {
    const [from, to] = [sequence.indexOf(first), sequence.indexOf(second)];
    return to >= 0 && from > to ? (moved(order, group, from, to)[group] ?? sequence) : sequence;
  });
}

/** As an address has them: `p-1:p-2,p-3:p-4`. */
export function pairsText(pairs: readonly Pair[]): string {
  return pairs.map((pair) => pair.join(':')).join(',');
}

export function readPairs(text: string): Pair[] | null {
  const pairs = text.split(',').map((part) => part.split(':'));
  const sound = pairs.length <= MOST_BEFORE && pairs.every((pair) => pair.length === 2 && pair.every(isId) && pair[0] !== pair[1]);
  return sound ? pairs.map(([first = '', second = '']): Pair => [first, second]) : null;
}
