/** Why a place is left out, in words. */
import { distance } from '../../format/units';
import { words, type Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { reasonWords } from '../../i18n/study/reasons';
import { clock } from '../../format/clock';
import type { LeftOut, Names, Numbers } from '../answer';
import { MOST_GROUPS } from '../question';

/** The numbers of a reason or fault by their names, each as what it is. */
export function reader(numbers: Numbers) {
  return {
    count: (name: string): number => (typeof numbers[name] === 'number' ? (numbers[name] as number) : NaN),
    time: (name: string): string => (typeof numbers[name] === 'string' ? clock(numbers[name] as string) : '?'),
    id: (name: string): string => (typeof numbers[name] === 'string' ? (numbers[name] as string) : ''),
  };
}

/** `names` of the places that a reason speaks of. */
export function reasonInWords({ reason, numbers }: Pick<LeftOut, 'reason' | 'numbers'>, names: Names, lang: Lang): string {
  const r = said(reasonWords, lang);
  const w = words(lang);
  const { count, time, id } = reader(numbers);
  const far = (name: string): string => distance(count(name), w);
  const name = (of: string): string => names[id(of)]?.name ?? r.thisStop;
  const age = (of: string): string => (Number.isNaN(count(of)) ? r.anyAge : String(count(of)));
  const parts = count('groups') > 1 && count('groups') <= MOST_GROUPS ? r.inParts(count('groups')) : '';
  const all: Record<LeftOut['reason'], () => string> = {
    closed_today: () => r.closed_today,
    hours_unknown: () => r.hours_unknown,
    no_roof: () => r.no_roof,
    not_for_this_age: () => r.not_for_this_age(age('min_age'), age('max_age')),
    adult_for_each: () => r.adult_for_each,
    too_late_to_book: () => r.too_late_to_book(count('days')),
    below_the_best: () => r.below_the_best,
    needs_more: () => r.needs_more(count('least'), count('people')),
    admits_fewer: () => r.admits_fewer(count('most'), count('people')) + parts,
    capacity_unknown: () => r.capacity_unknown(count('people'), count('most')),
    stay_too_long: () => r.stay_too_long(count('stay_minutes'), count('longest_minutes')),
    slots_outside_hours: () => r.slots_outside_hours,
    too_late_there: () => r.too_late_there(time('arrive'), time('last_entry')),
    too_late_back: () => r.too_late_back(time('back'), time('back_by')),
    no_way: () => r.no_way,
    leg_too_long: () => r.leg_too_long(count('minutes'), count('most')),
    too_far_on_foot: () => r.too_far_on_foot(far('walk_m'), far('most')),
    taken: () => r.taken,
    no_place_in_order: () => r.no_place_in_order(name('after'), name('before')),
    back_late: () => r.back_late(count('late_minutes')),
    misses_a_stop: () => r.misses_a_stop(name('stop'), count('late_minutes')),
    no_toilet: () => r.no_toilet(count('minutes')),
    walks_too_far: () => r.walks_too_far(far('walk_m')),
    makes_leg_too_long: () => r.makes_leg_too_long(count('minutes')),
    would_fit: () => r.would_fit,
    withdrawn: () => r.withdrawn,
  };
  const instead = names[id('instead_of')]?.name;
  return all[reason]() + (instead ? r.insteadOf(instead) : '');
}

/** Reasons for which nothing that a teacher may say makes a place be visited on this day. */
const HOPELESS: ReadonlySet<LeftOut['reason']> = new Set(['closed_today', 'no_way', 'not_for_this_age', 'too_late_to_book', 'slots_outside_hours', 'withdrawn']);

export function mayBeWanted({ reason }: Pick<LeftOut, 'reason'>): boolean {
  return !HOPELESS.has(reason);
}
