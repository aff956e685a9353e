/** A day that is under way (行程中): from when and where a group goes on, and what it has done. */
import type { FieldStudyDay, StudyBody, StudyGroup, StudyPlan } from './answer';
import { ids, isId, number } from './fragment-values';
import { isLunch, LUNCH } from './order';
import { MOST_GROUPS, MOST_LISTED } from './question';
import { isTime, minutesOf } from './times';

export interface Now {
  /** Whose day, from 0. */
  group: number;
  /** What time it is there, `HH:MM`. */
  at: string;
  /** Id of the place where they are; `null` = the school. */
  place: string | null;
  /** Ids of the places where they have been: nobody goes there again. */
  done: readonly string[];
  /** They have had lunch. */
  lunch: boolean;
}

/** Where a group is at a time by its plan, and what it has done by then; `before` = how its day went on already. */
export function byPlan({ group, stops }: StudyGroup, at: string, before: Now | null): Now {
  const time = minutesOf(at);
  const over = stops.filter(({ end }) => minutesOf(end) <= time);
  const reached = stops.findLast(({ arrive }) => minutesOf(arrive) <= time);
  const done = over.filter(({ what }) => what === 'visit').map(({ place }) => place);
  return {
    group,
    at,
    place: reached?.place ?? before?.place ?? null,
    done: [...new Set([...(before?.done ?? []), ...done])],
    lunch: (before?.lunch ?? false) || over.some(({ what }) => what === 'lunch'),
  };
}

/** How many minutes they still stay where they are: what the plan has left of the visit at that time, or all of it. `null` = they visit nothing there. */
export function minutesLeft({ stops }: StudyGroup, { at, place, done }: Now): number | null {
  const visit = stops.find((stop) => stop.what === 'visit' && stop.place === place);
  if (!visit || done.includes(visit.place)) return null;
  const [start, end, time] = [minutesOf(visit.start), minutesOf(visit.end), minutesOf(at)];
  return end - (start <= time && time < end ? time : start);
}

/** What is left of a group's sequence. Lunch by a place where they do not return is had elsewhere. */
export function restOf(sequence: readonly string[], { done, lunch }: Now): string[] {
  const rest = sequence.filter((stop) => !done.includes(stop) && !(lunch && isLunch(stop)));
  return rest.map((stop) => (done.some((place) => stop === `${LUNCH}:${place}`) ? LUNCH : stop));
}

/** The question of a day that goes on so. */
export function goingOn(body: StudyBody, { group, at, place, done, lunch }: Now): StudyBody {
  const { school } = body;
  const from = place ?? school.place ?? { lon: school.lon ?? NaN, lat: school.lat ?? NaN };
  return { ...body, ...(lunch ? { lunch: null } : {}), from_now: { group, at, place: from, done: [...done] } };
}

/** A plan with the days of some groups in place of what they were; a plan may hold some groups alone. */
export function inPlace(whole: StudyPlan, part: StudyPlan): StudyPlan {
  const changed = new Map(part.groups.map((group) => [group.group, group]));
  return { score: part.score, groups: whole.groups.map((group) => changed.get(group.group) ?? group) };
}

/** Whether a day meets all that was asked of it. */
export function isSound({ outcome, faults }: FieldStudyDay): boolean {
  return outcome !== 'none' && faults.length === 0;
}

/** What is known of the day of a group that goes on, among what is known of the days of the others. */
export function withOthers(one: FieldStudyDay, group: number, others: FieldStudyDay): FieldStudyDay {
  const faults = [...one.faults, ...others.faults.filter((fault) => fault.group !== group)];
  const plan = one.plan && others.plan ? inPlace(others.plan, one.plan) : one.plan;
  return { ...one, plan, faults, checked: one.checked && others.checked, outcome: one.outcome === 'plan' && faults.length ? 'arranged' : one.outcome };
}

/** As an address has it: the group from 1, the time, the place, what is done, and whether they have had lunch. */
export function nowText({ group, at, place, done, lunch }: Now): string {
  return [group + 1, at, place ?? '', done.join(','), lunch ? 1 : ''].join(';');
}

export function readNow(text: string): Now | null {
  const parts = text.split(';');
  const [group = '', at = '', place = '', done = '', lunch = ''] = parts;
  const whose = number(group, MOST_GROUPS);
  const been = done === '' ? [] : ids(done, MOST_LISTED);
  const sound = parts.length === 5 && isTime(at) && (place === '' || isId(place)) && (lunch === '' || lunch === '1');
  return sound && whose && been ? { group: whose - 1, at, place: place || null, done: been, lunch: lunch === '1' } : null;
}
