/** What is wrong with an arrangement by hand, in words. */
import { words, type Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { reasonWords } from '../../i18n/study/reasons';
import type { Fault, Stop } from '../answer';
import { reader, reasonInWords } from './reason';

export function faultInWords({ fault, numbers }: Fault, names: Readonly<Record<string, string>>, lang: Lang): string {
  const r = said(reasonWords, lang);
  const { count, time, id } = reader(numbers);
  const own: Record<string, () => string> = {
    closed_then: () => r.fClosedThen(time('start')),
    closes_before: () => r.fClosesBefore(time('end'), time('close')),
    back_late: () => r.fBackLate(time('back'), time('back_by')),
    too_many_inside: () => r.fInside(time('at'), count('people'), count('most')),
    in_no_slot: () => r.fSlot(time('start')),
    slot_overfull: () => r.fSlotFull(count('people'), count('most')),
    must_missing: () => r.fMust,
    no_lunch: () => r.fLunch,
    out_of_order: () => r.fOrder(names[id('first')] ?? r.thisStop),
    no_toilet: () => r.fToilet(count('minutes')),
  };
  if (Object.hasOwn(own, fault)) return own[fault]?.() ?? r.fUnknownFault;
  const shared = reasonInWords({ reason: fault, numbers }, names, lang);
  return shared === r.unknownReason ? r.fUnknownFault : shared;
}

const isOf = (fault: Fault, group: number): boolean => fault.group === null || fault.group === group;

/** Whether a fault that says when means this stop, and not lunch at the same place. */
function isThen({ numbers }: Fault, { what, start, end }: Stop): boolean {
  const times = [[numbers['start'], start] as const, [numbers['end'], end] as const].filter(([said_]) => typeof said_ === 'string');
  return times.length ? times.every(([said_, is]) => said_ === is) : what === 'visit';
}

/** The faults at a stop of a group. */
export function faultsAt(faults: readonly Fault[], group: number, stop: Stop): Fault[] {
  return faults.filter((fault) => isOf(fault, group) && fault.place === stop.place && isThen(fault, stop));
}

/** Those of a group's day that are at none of its stops: of the day as a whole, or of a place that it lacks. */
export function faultsOfDay(faults: readonly Fault[], group: number, stops: readonly Stop[]): Fault[] {
  const told = new Set(stops.flatMap((stop) => faultsAt(faults, group, stop)));
  return faults.filter((fault) => isOf(fault, group) && !told.has(fault));
}

/** A fault of the day in words, with the place that it is about. */
export function dayFaultInWords(fault: Fault, names: Readonly<Record<string, string>>, lang: Lang): string {
  const place = fault.place === null ? undefined : names[fault.place];
  return [...(place ? [place] : []), faultInWords(fault, names, lang)].join(words(lang).colon);
}
