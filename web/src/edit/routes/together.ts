/** The work of two who changed a route at once, laid together: each has what they did, and chooses where both touched the same. */
import { canonical } from '../feature';
import { factsOf, pathsThatDiffer, placeOf, routeOf, type Route } from './route';

const placesOf = ({ stops }: Route): string[] => stops.map(({ place }) => place);

/** Stops of `base` that one keeps and the other dropped. */
function droppedBy(other: Route, base: Route, one: Route): string[] {
  return placesOf(one).filter((place) => placesOf(base).includes(place) && !placesOf(other).includes(place));
}

/** Whether one wrote something of a stop that the other dropped: then it is in question whether the stop goes. */
function losesWords(base: Route, one: Route, other: Route): boolean {
  const dropped = droppedBy(other, base, one);
  return pathsThatDiffer(factsOf(base), factsOf(one)).some((path) => dropped.includes(placeOf(path) ?? ''));
}

/** Paths at which my word counts. */
function ownPaths(base: Route, mine: Route, theirs: Route): string[] {
  const sequence = losesWords(base, mine, theirs) ? ['stops'] : [];
  // A stop that stays because of me says all that it said.
  const kept = droppedBy(theirs, base, mine).flatMap((place) => [`minutes:${place}`, `task:${place}`]);
  // Of a stop that I dropped I say nothing any more.
  const changed = pathsThatDiffer(factsOf(base), factsOf(mine)).filter((path) => placesOf(mine).includes(placeOf(path) ?? '') || placeOf(path) === null);
  return [...new Set([...changed, ...sequence, ...kept])];
}

/** Paths that both changed, and differently; of a stop that one of them dropped, whether it goes. */
export function clashesOf(base: Route, mine: Route, theirs: Route): string[] {
  const [own, other] = [factsOf(mine), factsOf(theirs)];
  const changed = new Set([...pathsThatDiffer(factsOf(base), other), ...(losesWords(base, theirs, mine) ? ['stops'] : [])]);
  const isTheirs = (place: string | null): boolean => place === null || placesOf(theirs).includes(place);
  return ownPaths(base, mine, theirs).filter((path) => changed.has(path) && isTheirs(placeOf(path)) && canonical(own[path] ?? null) !== canonical(other[path] ?? null));
}

/** My changes of `base` laid over what another made of it; at `given` paths the other's word stands. */
export function laidOver(base: Route, mine: Route, theirs: Route, given: readonly string[]): Route {
  const own = factsOf(mine);
  const changed = ownPaths(base, mine, theirs).filter((path) => !given.includes(path));
  return routeOf({ ...factsOf(theirs), ...Object.fromEntries(changed.map((path) => [path, own[path]])) }, theirs);
}
