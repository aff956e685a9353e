/**
 * 存为线路: the stops of a day in the fragment that opens a new route on the editors' page, where it is read back; nothing is stored.
 *
 * `#v=routes&new=1&stops=p-1:45,p-2:30&t=canal&grade=5` (`theme` is the page's own, light or dark)
 */
import { displayPairs, type Display } from '../../state/display';
import type { StudyPlan } from '../answer';
import { GRADES, LONGEST_STAY, THEMES, type StudyQuestion, type Theme } from '../question';
import { minutesOf } from '../times';

/** Stops of a route at most, as the server has it. */
export const MOST_STOPS = 20;

export interface Prefill {
  stops: readonly { place: string; minutes: number | null }[];
  theme: Theme | null;
  grade: number | null;
}

/** The visits of a group's day in their order, each place once, with the minutes that they take. */
export function prefillOf(plan: StudyPlan, group: number, { themes, grade }: Pick<StudyQuestion, 'themes' | 'grade'>): Prefill {
  const visits = (plan.groups[group]?.stops ?? []).filter(({ what }) => what === 'visit');
  const stops = new Map(visits.map(({ place, start, end }) => [place, minutesOf(end) - minutesOf(start)]));
  return { stops: [...stops].slice(0, MOST_STOPS).map(([place, minutes]) => ({ place, minutes })), theme: themes[0] ?? null, grade };
}

/** The fragment (without `#`) that opens the new route. */
export function prefillFragment({ stops, theme, grade }: Prefill, display: Display): string {
  const listed = stops.map(({ place, minutes }) => (minutes === null ? place : `${place}:${minutes}`)).join(',');
  const pairs: [string, string | null][] = [['v', 'routes'], ['new', '1'], ['stops', listed], ['t', theme], ['grade', grade === null ? null : String(grade)]];
  return new URLSearchParams([...pairs.flatMap(([key, value]): [string, string][] => (value ? [[key, value]] : [])), ...displayPairs(display)]).toString();
}

function stopOf(text: string): { place: string; minutes: number | null } | null {
  const [place = '', minutes] = text.split(':');
  if (!/^[\w-]{1,64}$/.test(place)) return null;
  const read = /^\d{1,3}$/.test(minutes ?? '') ? Number(minutes) : NaN;
  return { place, minutes: read >= 1 && read <= LONGEST_STAY ? read : null };
}

/** What the fragment's parameters say; what makes no sense is left out. */
export function readPrefill({ stops = '', t, grade = '' }: Readonly<Record<string, string>>): Prefill {
  const found = stops.split(',').flatMap((text) => stopOf(text) ?? []);
  const once = [...new Map(found.map((stop) => [stop.place, stop])).values()].slice(0, MOST_STOPS);
  const year = /^\d{1,2}$/.test(grade) ? Number(grade) : NaN;
  return { stops: once, theme: THEMES.find((one) => one === t) ?? null, grade: year >= 1 && year <= GRADES ? year : null };
}
