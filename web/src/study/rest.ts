/** What of a day is still possible when it is late: of the places that were still to come as many as fit, and no others. */
import type { Change, FieldStudyDay } from './answer';
import { isSound } from './now';
import { isLunch, orderOf, withoutPlace } from './order';

/** Times a sequence of the group that is late, or looks for a better one of the same places. */
export type Try = (stops: readonly string[], improve: boolean) => Promise<FieldStudyDay>;

const hasVisit = (stops: readonly string[]): boolean => stops.some((stop) => !isLunch(stop));

/** What would have to be dropped: least of what must be seen, then the fewest places, of equals what leaves most. */
function drops(changes: readonly Change[], must: readonly string[]): string[][] {
  const found = changes.flatMap((change) => {
    if (change.change !== 'drop_must') return [];
    const places = change.places.map(({ place }) => place);
    return [{ places, musts: places.filter((place) => must.includes(place)).length, score: change.score }];
  });
  return found.toSorted((one, other) => one.musts - other.musts || one.places.length - other.places.length || other.score - one.score).map(({ places }) => places);
}

/** What must be seen when a day goes on by these stops: no longer what was to come and is not among them. */
export function mustStill(must: readonly string[], rest: readonly string[], stops: readonly string[]): string[] {
  return must.filter((place) => !rest.includes(place) || stops.includes(place));
}

/**
 * The rest as it stands if that fits, else its places in another order, else without the fewest of them, and rather without those that are
 * not among `must`; `null` = none of it fits so.
 */
export async function restThatFits(rest: readonly string[], must: readonly string[], ask: Try): Promise<readonly string[] | null> {
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
  for (const dropped of drops(changes, must)) {
    const [kept = []] = dropped.reduce(withoutPlace, [rest] as readonly (readonly string[])[]);
    if (await fits(kept)) return kept;
  }
  return null;
}
