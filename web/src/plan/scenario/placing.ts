/** The search for places of new sites, as far as it has come: events of the server's answer, one after another. */
import type { Placement, SitingEvent, SitingModel } from '../answer';
import type { PlanFailure } from '../failure';

export interface Placing {
  model: SitingModel;
  sites: number;
  candidates: string;
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
  stage: 'idle',
  done: 0,
  placement: null,
  gap: null,
  elapsedMs: 0,
  failure: null,
};

export const MOST_SITES = 50;

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
      return { ...placing, stage: 'failed', failure: { kind: 'refused', detail: event.problem.detail, findings: [] } };
    default:
      return placing;
  }
}

export function isUnderWay({ stage }: Placing): boolean {
  return stage === 'times' || stage === 'fast';
}
