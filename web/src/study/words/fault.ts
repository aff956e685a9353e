/** What is wrong with an arrangement by hand, in words. */
import { words, type Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { reasonWords } from '../../i18n/study/reasons';
import type { Fault, Names, Stop } from '../answer';
import { reader, reasonInWords } from './reason';

/** The sentence for it; those that can also keep a place from being visited at all are said as there. */
export function faultInWords({ fault, numbers }: Fault, names: Names, lang: Lang): string {
  const r = said(reasonWords, lang);
  const { count, time, id } = reader(numbers);
  switch (fault) {
    case 'closed_then':
      return r.fClosedThen(time('start'));
    case 'closes_before':
      return r.fClosesBefore(time('end'), time('close'));
    case 'back_late':
      return r.fBackLate(time('back'), time('back_by'));
    case 'too_many_inside':
      return r.fInside(time('at'), count('people'), count('most'));
    case 'in_no_slot':
      return r.fSlot(time('start'));
    case 'slot_overfull':
      return r.fSlotFull(count('people'), count('most'));
    case 'must_missing':
      return r.fMust;
    case 'no_lunch':
      return r.fLunch;
    case 'out_of_order':
      return r.fOrder(names[id('first')]?.name ?? r.thisStop);
    case 'no_toilet':
      return r.fToilet(count('minutes'));
    default:
      return reasonInWords({ reason: fault, numbers }, names, lang);
  }
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
export function dayFaultInWords(fault: Fault, names: Names, lang: Lang): string {
  const place = fault.place === null ? undefined : names[fault.place]?.name;
  return [...(place ? [place] : []), faultInWords(fault, names, lang)].join(words(lang).colon);
}
