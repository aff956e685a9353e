/** A scenario: sites added, removed and moved on trial, and streets closed (`closing.ts`). It is replaced, never changed in place, so that a step can be undone. */
import type { LonLat } from '../../api/types';
import type { AddedSite, ScenarioChanges } from '../answer';

export interface Scenario extends ScenarioChanges {
  /** Empty = not named yet. */
  name: string;
}

export const NO_SCENARIO: Scenario = { name: '', add: [], remove: [], move: [], close: [] };

/** Changes of one sort that a scenario may hold: so many still fit into a link. */
export const MOST_CHANGES = 60;
export const LONGEST_NAME = 40;

/** How many changes it holds. */
export function changeCount({ add, remove, move, close }: ScenarioChanges): number {
  return add.length + remove.length + move.length + close.length;
}

export function isEmpty(scenario: ScenarioChanges): boolean {
  return changeCount(scenario) === 0;
}

/** Ids of added sites are `a1`, `a2`, …: the first that is free. */
function freeId(add: readonly AddedSite[]): string {
  const taken = new Set(add.map(({ id }) => id));
  let next = add.length + 1;
  while (taken.has(`a${next}`)) next += 1;
  return `a${next}`;
}

/** With a site more; as it is where it holds as many as it may. */
export function withSite(scenario: Scenario, site: Omit<AddedSite, 'id'>): Scenario {
  if (scenario.add.length >= MOST_CHANGES) return scenario;
  return { ...scenario, add: [...scenario.add, { ...site, name: site.name.slice(0, LONGEST_NAME), id: freeId(scenario.add) }] };
}

/** With a site elsewhere, whether it is an added one or a place of the map. */
export function withSiteAt(scenario: Scenario, id: string, [lon, lat]: LonLat): Scenario {
  if (scenario.add.some((site) => site.id === id)) {
    return { ...scenario, add: scenario.add.map((site) => (site.id === id ? { ...site, lon, lat } : site)) };
  }
  const others = scenario.move.filter(({ place }) => place !== id);
  return others.length >= MOST_CHANGES ? scenario : { ...scenario, move: [...others, { place: id, lon, lat }] };
}

/** Without a site: an added one is gone, a place of the map counts as removed. */
export function withoutSite(scenario: Scenario, id: string): Scenario {
  if (scenario.add.some((site) => site.id === id)) return { ...scenario, add: scenario.add.filter((site) => site.id !== id) };
  if (scenario.remove.includes(id) || scenario.remove.length >= MOST_CHANGES) return scenario;
  return { ...scenario, remove: [...scenario.remove, id], move: scenario.move.filter(({ place }) => place !== id) };
}

/** With a place of the map as it really is: neither removed nor moved. */
export function putBack(scenario: Scenario, id: string): Scenario {
  return { ...scenario, remove: scenario.remove.filter((place) => place !== id), move: scenario.move.filter(({ place }) => place !== id) };
}
