/** What is said of a list beside what stands in it, and how it is asked of the server. */
import type { ImportAnswer, ImportDatum, ImportMapping, ImportOptions } from '../../api/schema';
import type { City } from '../../api/types';
import { EDITORS } from '../checking';

export interface ListOptions {
  /** The list's key among the city's sources: the same list has the same key every time. */
  source: string;
  title: string;
  licence: string;
  datum: ImportDatum;
  /** Day, as `2026-11-24`; empty = nobody checked it. */
  checkedOn: string;
  checkedBy: string;
  overrules: boolean;
  /** What the columns are, by sheet; those of other sheets are told from their headers. */
  mappings: Readonly<Record<string, ImportMapping>>;
  /** What the rows to be confirmed are, by their keys. */
  answers: Readonly<Record<string, ImportAnswer>>;
}

/** The lists that the city has taken in before, by key. What asks to be credited is somebody else's work and no list of the bureau's. */
export function knownLists(city: City | null): [key: string, title: string][] {
  const sources = Object.entries(city?.sources ?? {});
  return sources.filter(([key, source]) => key !== EDITORS && !source.synthetic && !source.attribution).map(([key, source]) => [key, source.title]);
}

/** A key for a list that is new on this day: it says nothing, and no other list has it. */
export function freshKey(day: string, city: City | null): string {
  const taken = city?.sources ?? {};
  for (let number = 1; ; number += 1) {
    const key = `list-${day.replaceAll('-', '')}-${number}`;
    if (!(key in taken)) return key;
  }
}

/** What is said of a list at first: a list of the same title is taken for the same list. */
export function firstOptions(fileName: string, day: string, city: City | null): ListOptions {
  const title = fileName.replace(/(\.osm)?\.\w+$/, '');
  const known = knownLists(city).find(([, other]) => other === title);
  return {
    source: known?.[0] ?? freshKey(day, city),
    title,
    licence: '',
    datum: 'auto',
    checkedOn: '',
    checkedBy: '',
    overrules: false,
    mappings: {},
    answers: {},
  };
}

/** The form of an upload. An extract of OpenStreetMap is OpenStreetMap's own, whatever its file is called. */
export function uploadOf(file: File, options: ListOptions, commit: { plan: string; why: string } | null): FormData {
  const isExtract = /\.pbf$/i.test(file.name);
  const { datum, overrules, mappings, answers } = options;
  const checkedBy = options.checkedBy.trim();
  const said: ImportOptions = {
    datum,
    overrules,
    mappings,
    answers,
    source: isExtract ? null : options.source,
    title: isExtract ? null : options.title.trim() || file.name,
    licence: options.licence.trim() || null,
    checked_on: options.checkedOn && checkedBy ? options.checkedOn : null,
    checked_by: options.checkedOn && checkedBy ? checkedBy : null,
    ...commit,
  };
  const form = new FormData();
  form.set('options', new Blob([JSON.stringify(said)], { type: 'application/json' }));
  form.set('file', file, file.name);
  return form;
}
