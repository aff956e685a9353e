/**
 * Streets that a scenario closes (封路). Each is a spot on the map: the server closes the stretch of street that is nearest to it
 * for the way of travelling that is asked about, and says which one that is.
 */
import type { LonLat, TravelMode } from '../../api/types';
import type { ClosedStretch, CoverageAnswer, CoveragePoints, Planning } from '../answer';
import type { Question, Threshold } from '../question';
import { straightMetres } from '../ways';
import type { Scenario } from './scenario';

/** With as many changes of the other sorts as a scenario may hold, this is what the server takes. */
export const MOST_CLOSED = 20;

/** With a street closed more; as it is where it closes as many as it may. */
export function withClosing(scenario: Scenario, [lon, lat]: LonLat): Scenario {
  return scenario.close.length >= MOST_CLOSED ? scenario : { ...scenario, close: [...scenario.close, { lon, lat }] };
}

/** With another stretch closed instead of the one with this index. */
export function withClosingAt(scenario: Scenario, index: number, [lon, lat]: LonLat): Scenario {
  return { ...scenario, close: scenario.close.map((spot, at) => (at === index ? { lon, lat } : spot)) };
}

/** With a closed street open again. */
export function withoutClosing(scenario: Scenario, index: number): Scenario {
  return { ...scenario, close: scenario.close.filter((_, at) => at !== index) };
}

/** Whether the city has streets for a way of travelling. */
export function hasStreets(planning: Planning | null, mode: TravelMode): boolean {
  return planning?.streets?.modes.includes(mode) === true;
}

/** Whether the answer will go by streets: in an estimate none can be closed. */
export function goesByStreets({ kind, mode }: Pick<Question, 'kind' | 'mode'>, threshold: Threshold, planning: Planning | null): boolean {
  return hasStreets(planning, mode) && kind !== 'estimate' && 'minutes' in threshold;
}

/** The scenario as it can be asked about: what an estimate cannot heed is left out. */
export function heeded(scenario: Scenario, byStreets: boolean): Scenario {
  return byStreets || scenario.close.length === 0 ? scenario : { ...scenario, close: [] };
}

/** Whether some of a scenario is not in an answer: the streets that it closes, in an estimate. */
export function isUnheeded({ close }: Scenario, { method }: CoverageAnswer): boolean {
  return close.length > 0 && method.kind === 'estimate';
}

/** The index of the closed street that a refusal is about; -1 = it is about something else. */
export function refusedClosing(parameter: string | null): number {
  const [, index] = /^\/scenario\/close\/(\d{1,3})$/.exec(parameter ?? '') ?? [];
  return index === undefined ? -1 : Number(index);
}

/** The name of the demand point nearest to a spot, to say where that is; `null` where there is none. */
export function nearestName({ name, lon, lat }: CoveragePoints, at: LonLat): string | null {
  let best = { name: null as string | null, metres: Infinity };
  name.forEach((each, index) => {
    const metres = straightMetres(at, [lon[index] ?? 0, lat[index] ?? 0]);
    if (metres < best.metres) best = { name: each, metres };
  });
  return best.name;
}

/** A closed street as it is listed and marked. */
export interface Closing {
  /** From 1. */
  number: number;
  /** On the street, where the answer is known; else where it was asked for. */
  at: LonLat;
  /** A demand point near it. */
  near: string | null;
  /** The stretch, once the server has said which it is. */
  stretch: ClosedStretch | null;
}

/** The scenario's closed streets, with what the answer says of them where it is the answer to this scenario. */
export function closings({ close }: Scenario, answer: CoverageAnswer | null, isAnswered: boolean): Closing[] {
  const known = isAnswered && answer?.closed.length === close.length ? answer.closed : null;
  return close.map(({ lon, lat }, index) => {
    const stretch = known?.[index] ?? null;
    const at: LonLat = stretch ? [stretch.lon, stretch.lat] : [lon, lat];
    return { number: index + 1, at, near: answer && nearestName(answer.points, at), stretch };
  });
}
