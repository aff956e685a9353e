/** What a handbook is made of. */
import type { City, Place, Sources } from '../../api/types';
import type { Lang } from '../../i18n';
import { said, type Book } from '../../i18n/edit/book';
import { handbookWords } from '../../i18n/study/handbook';
import type { FieldStudyDay, Names, Stop, StudyPlan } from '../answer';
import type { StudyQuestion } from '../question';

/** A place of the map as it is now, with the sources that its facts name. */
export interface Known {
  place: Place;
  sources: Sources;
}

/** What was found when the day was asked anew, just before printing. */
export interface Checked {
  /** The server could be reached. */
  asked: boolean;
  /** Names of places that are no longer on the map. */
  gone: readonly string[];
  /** Names of stops whose hours, booking, fee or phone have changed since the day was planned. */
  changed: readonly string[];
}

/** Pictures of the ground; `null` where there is none. */
export interface Grounds {
  /** Of each group's day. */
  days: readonly (string | null)[];
  /** Of the leg to a place, by its id. */
  legs: Readonly<Record<string, string>>;
}

export interface Handbook {
  lang: Lang;
  city: City | null;
  answer: FieldStudyDay;
  plan: StudyPlan;
  question: StudyQuestion;
  places: Readonly<Record<string, Known>>;
  names: Names;
  checked: Checked;
  grounds: Grounds | null;
  /** The address of the day. */
  link: string;
  /** The day on which it is printed. */
  today: string;
}

export type HandbookWords = Book<(typeof handbookWords)['zh']>['en'];

export function handbookWordsOf(lang: Lang): HandbookWords {
  return said(handbookWords, lang);
}

/** A place that some group visits, with when each does. */
export interface Venue {
  stop: Stop;
  /** Group and stop, both from 0. */
  times: readonly { group: number; index: number; stop: Stop }[];
}

/** The places visited, in the order of the first group's day, then of the others'. */
export function venuesOf({ groups }: StudyPlan): Venue[] {
  const venues = new Map<string, Venue>();
  groups.forEach(({ stops }, group) =>
    stops.forEach((stop, index) => {
      if (stop.what !== 'visit') return;
      const known = venues.get(stop.place);
      venues.set(stop.place, { stop: known?.stop ?? stop, times: [...(known?.times ?? []), { group, index, stop }] });
    }),
  );
  return [...venues.values()];
}

/** More legs than these are shown by the day's map alone. */
export const MOST_LEGS = 12;

export function hasLegMaps(plan: StudyPlan): boolean {
  return venuesOf(plan).length <= MOST_LEGS;
}

/** What of a stop would matter to who goes by an older print. */
const facts = ({ hours, hours_known, last_entry, booking, fee, phone, admits }: Stop): string => JSON.stringify([hours, hours_known, last_entry, booking, fee, phone, admits]);

/** Names of the stops of which something has changed between two plans. */
export function changedStops(before: StudyPlan | null, now: StudyPlan): string[] {
  const known = new Map(before?.groups.flatMap(({ stops }) => stops.map((stop) => [stop.place, facts(stop)] as const)));
  const changed = venuesOf(now).filter(({ stop }) => known.has(stop.place) && known.get(stop.place) !== facts(stop));
  return changed.map(({ stop }) => stop.name);
}
