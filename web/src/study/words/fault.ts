/** What is wrong with an arrangement by hand, in words. */
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { reasonWords } from '../../i18n/study/reasons';
import type { Fault } from '../answer';
import { reader, reasonInWords } from './reason';

export function faultInWords({ fault, numbers }: Fault, names: Readonly<Record<string, string>>, lang: Lang): string {
  const r = said(reasonWords, lang);
  const { count, time } = reader(numbers);
  const own: Record<string, () => string> = {
    closed_today: () => r.fClosed,
    outside_hours: () => r.fOutsideHours(time('start')),
    ends_after_close: () => r.fAfterClose(time('end'), time('close')),
    back_late: () => r.fBackLate(time('back'), time('back_by')),
    leaves_early: () => r.fLeaveEarly(time('leave')),
    no_lunch: () => r.fLunch,
    outside_lunchtime: () => r.fLunchTime(time('start')),
    visited_twice: () => r.fTwice,
    must_missing: () => r.fMust,
    out_of_order: () => r.fOrder,
    in_no_slot: () => r.fSlot(time('start')),
    too_many_inside: () => r.fInside(count('people'), count('most')),
    group_too_large: () => r.fTooMany(count('people'), count('most')),
    group_too_small: () => r.fTooFew(count('people'), count('least')),
  };
  if (Object.hasOwn(own, fault)) return own[fault]?.() ?? r.fUnknownFault;
  const shared = reasonInWords({ reason: fault, numbers }, names, lang);
  return shared === r.unknownReason ? r.fUnknownFault : shared;
}

/** The faults at a stop of a group; those of its day as a whole with `null`. */
export function faultsAt(faults: readonly Fault[], group: number, place: string | null): Fault[] {
  return faults.filter((fault) => fault.group === group && fault.place === place);
}
