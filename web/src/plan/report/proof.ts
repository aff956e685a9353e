/** Whether the scenario in front is what a method proposed, so that the report may pass on how sure the method was. */
import type { PlanView } from '../address';
import type { Placement } from '../answer';

type Asked = Pick<PlanView, 'question' | 'threshold' | 'scenario'>;

/** A placement, and the view for which it was asked. */
export interface Proposal {
  placement: Placement;
  asked: Asked;
}

/** The placement whose sites are the newest of the scenario, all else being as it was when they were asked for; else `null`. */
export function provenBy(proposal: Proposal | null, view: Asked): Placement | null {
  if (!proposal) return null;
  const { asked, placement } = proposal;
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const spots = (sites: readonly { lon: number; lat: number }[]) => sites.map(({ lon, lat }) => [lon, lat]);
  const isSame =
    same(view.question, asked.question) &&
    same(view.threshold, asked.threshold) &&
    same(view.scenario.remove, asked.scenario.remove) &&
    same(view.scenario.move, asked.scenario.move) &&
    same(view.scenario.close, asked.scenario.close) &&
    same(spots(view.scenario.add), [...spots(asked.scenario.add), ...spots(placement.chosen)]);
  return isSame ? placement : null;
}
