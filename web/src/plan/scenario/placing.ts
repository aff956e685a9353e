/** The search for places of new sites, as far as it has come: events of the server's answer, one after another. */
import type { Placement, SitingEvent, SitingModel } from '../answer';
import type { PlanFailure } from '../failure';

export interface Placing {
  model: SitingModel;
  sites: number;
  candidates: string;
  /** How much weight one site serves at most, where the model asks; `null` = as much as is usual (`usualCapacity`). */
  capacity: number | null;
  /** `fast` = there is a good answer, and its proof is under way. */
  stage: 'idle' | 'times' | 'fast' | 'done' | 'failed';
  /** Share of the travel times that are known. */
  done: number;
  placement: Placement | null;
  /** How far the placement may be from the best, percent. */
  gap: number | null;
  elapsedMs: number;
  failure: PlanFailure | null;
}

export const NO_PLACING: Placing = {
  model: 'max_cover',
  sites: 2,
  candidates: 'village_units',
  capacity: null,
  stage: 'idle',
  done: 0,
  placement: null,
  gap: null,
  elapsedMs: 0,
  failure: null,
};

export const MOST_SITES = 50;
/** The server takes no greater weight. */
export const MOST_CAPACITY = 1e9;

/**
 * A capacity to begin with: what nobody serves yet, shared out among the new sites and rounded up to two digits, so that the sites
 * could just serve everybody if all were near enough.
 */
export function usualCapacity(unservedWeight: number, sites: number): number {
  const share = unservedWeight / Math.max(1, sites);
  if (!(share > 1)) return 1;
  const digit = 10 ** Math.max(0, Math.floor(Math.log10(share)) - 1);
  return Math.min(MOST_CAPACITY, Math.ceil(share / digit - 1e-9) * digit);
}

/** What was typed as a capacity, within its bounds; `null` where it is no number. */
export function capacityOf(text: string): number | null {
  const value = Number(text);
  return text.trim() === '' || !(value > 0) ? null : Math.min(MOST_CAPACITY, value);
}

/** What an event adds to what is known. */
export function heard(placing: Placing, event: SitingEvent): Placing {
  switch (event.stage) {
    case 'times':
      return { ...placing, stage: 'times', done: event.done };
    case 'fast':
      return { ...placing, stage: 'fast', done: 1, placement: event, gap: event.gap_percent };
    case 'bound':
      return { ...placing, gap: event.gap_percent, elapsedMs: event.elapsed_ms };
    case 'done':
      return { ...placing, stage: 'done', placement: event, gap: event.gap_percent };
    case 'failed':
      return { ...placing, stage: 'failed', failure: { kind: 'refused', detail: event.problem.detail, findings: [], parameter: null, headers: [] } };
    default:
      return placing;
  }
}

export function isUnderWay({ stage }: Placing): boolean {
  return stage === 'times' || stage === 'fast';
}
