/** Lists whose entries are put elsewhere, by dragging or by buttons. */

/**
 * To which position an entry is dragged: before the first of the others whose middle is below `at`. `middles` are those of all entries
 * in order, in any unit.
 */
export function droppedAt(middles: readonly number[], dragged: number, at: number): number {
  const others = middles.filter((_, index) => index !== dragged);
  const before = others.findIndex((middle) => at < middle);
  return before < 0 ? others.length : before;
}

/** The list with the entry at `from` put so that it is at `to`; the same where there is no such entry or position. */
export function movedTo<T>(list: readonly T[], from: number, to: number): readonly T[] {
  if (from < 0 || from >= list.length || to < 0 || to >= list.length) return list;
  const rest = list.filter((_, at) => at !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}
