/** A group's day as the timeline draws it: what one does from when until when, nothing left out and nothing twice. */
import type { StudyGroup, Stop } from './answer';
import { minutesOf } from './times';

export type Piece =
  | { what: 'travel'; from: number; to: number; isEstimate: boolean }
  | { what: 'wait'; from: number; to: number }
  | { what: 'stop'; from: number; to: number; stop: Stop; index: number }
  /** From the return until one must be back. */
  | { what: 'slack'; from: number; to: number }
  /** From when one must be back until the return. */
  | { what: 'late'; from: number; to: number };

/** The pieces in the order of the day; `backBy` in minutes after midnight. */
export function piecesOf(group: StudyGroup, backBy: number): Piece[] {
  const pieces: Piece[] = [];
  let now = minutesOf(group.leave);
  group.stops.forEach((stop, index) => {
    const [arrive, start, end] = [minutesOf(stop.arrive), minutesOf(stop.start), minutesOf(stop.end)];
    if (arrive > now) pieces.push({ what: 'travel', from: now, to: arrive, isEstimate: stop.leg.kind === 'estimate' });
    if (start > arrive) pieces.push({ what: 'wait', from: arrive, to: start });
    pieces.push({ what: 'stop', from: start, to: end, stop, index });
    now = end;
  });
  const back = minutesOf(group.back);
  if (back > now) pieces.push({ what: 'travel', from: now, to: back, isEstimate: group.home.kind === 'estimate' });
  if (back < backBy) pieces.push({ what: 'slack', from: back, to: backBy });
  if (back > backBy) pieces.push({ what: 'late', from: Math.max(backBy, minutesOf(group.leave)), to: back });
  return pieces;
}

/** The first and last whole hour that hold all groups' days and the time by which they must be back. */
export function hoursOf(groups: readonly StudyGroup[], backBy: number): { from: number; to: number } {
  const begins = groups.map(({ leave }) => minutesOf(leave));
  const ends = groups.map(({ back }) => minutesOf(back));
  return { from: Math.floor(Math.min(...begins, backBy) / 60) * 60, to: Math.ceil(Math.max(...ends, backBy) / 60) * 60 };
}

/** Minutes in places, lunch not counted. */
export function visitMinutes({ stops }: StudyGroup): number {
  return stops.filter(({ what }) => what === 'visit').reduce((sum, { start, end }) => sum + minutesOf(end) - minutesOf(start), 0);
}

/** How many different places are visited. */
export function placesVisited(groups: readonly StudyGroup[]): number {
  return new Set(groups.flatMap(({ stops }) => stops.filter(({ what }) => what === 'visit').map(({ place }) => place))).size;
}
