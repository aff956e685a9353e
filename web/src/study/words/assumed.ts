/** What the server assumed, in words, and the field of the form that changes it. */
import { clock } from '../../format/clock';
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { formWords } from '../../i18n/study/form';
import type { Assumed } from '../answer';

/** The form's fields that a chip leads to. */
export type FieldName = 'leave_from' | 'back_by' | 'adults' | 'lunch' | 'max_leg_minutes' | 'max_walk_m' | 'max_without_toilet_minutes';

export interface AssumedWords {
  text: string;
  /** `null` = nothing on the page changes it. */
  field: FieldName | null;
}

/** `40 min, 11:00–13:00` of lunch. */
const LUNCH = /^(\d+) min, (\d\d:\d\d)–(\d\d:\d\d)$/;

export function assumedInWords({ what, value, why }: Assumed, lang: Lang): AssumedWords {
  const f = said(formWords, lang);
  const reason = { school_out: f.whySchoolOut, usual: f.whyUsual, to_be_checked: f.whyToBeChecked }[why] ?? f.whyUsual;
  const [, minutes, from, to] = LUNCH.exec(value) ?? [];
  const all: Record<string, [text: string, field: FieldName | null]> = {
    leave_from: [f.aLeave(clock(value)), 'leave_from'],
    back_by: [f.aBack(clock(value)), 'back_by'],
    adults: [f.aAdults(value), 'adults'],
    lunch: [minutes && from && to ? f.aLunch(clock(from), clock(to), minutes) : f.aLunchAtSchool, 'lunch'],
    max_leg_minutes: [f.aMaxLeg(value), 'max_leg_minutes'],
    max_walk_m: [f.aMaxWalk(value), 'max_walk_m'],
    coach_boarding_minutes: [f.aBoarding(value), null],
    capacity_where_unknown: [f.aCapacity(value), null],
    toilets: [f.aToilets, 'max_without_toilet_minutes'],
  };
  const [text, field] = (Object.hasOwn(all, what) ? all[what] : undefined) ?? [`${what} ${value}`, null];
  return { text: f.assumed(text, reason), field };
}
