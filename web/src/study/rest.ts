/** What of a day is still possible when it is late: of the places that were still to come as many as fit, and no others. */
import type { Change, FieldStudyDay } from './answer';
import { isSound } from './now';
import { isLunch, orderOf, withoutPlace } from './order';

/** Times a sequence of the group that is late, or looks for a better one of the same places. */
export type Try = (stops: readonly string[], improve: boolean) => Promise<FieldStudyDay>;

const hasVisit = (stops: readonly string[]): boolean => stops.some((stop) => !isLunch(stop));

/** What would have to be dropped: the fewest places first, of equals what leaves most. */
function drops(changes: readonly Change[]): string[][] {
  const found = changes.flatMap((change) => (change.change === 'drop_must' ? [{ places: change.places.map(({ place }) => place), score: change.score }] : []));
  return found.toSorted((one, other) => one.places.length - other.places.length || other.score - one.score).map(({ places }) => places);
}

/** The rest as it stands if that fits, else its places in another order, else without the fewest of them; `null` = none of it fits so. */
export async function restThatFits(rest: readonly string[], ask: Try): Promise<readonly string[] | null> {
  const fits = async (stops: readonly string[]): Promise<boolean> => hasVisit(stops) && isSound(await ask(stops, false));
  // Nothing is left but the way home.
  if (!hasVisit(rest)) return rest;
  if (await fits(rest)) return rest;
  const { plan, changes } = await ask(rest, true);
  if (plan) {
    // It may have found room for more; they were not to go there.
    const ours = (orderOf(plan)[0] ?? []).filter((stop) => isLunch(stop) || rest.includes(stop));
    if (await fits(ours)) return ours;
  }
  for (const dropped of drops(changes)) {
    const [kept = []] = dropped.reduce(withoutPlace, [rest] as readonly (readonly string[])[]);
    if (await fits(kept)) return kept;
  }
  return null;
}
