/** The smallest changes with which there is a plan: in words, and as the question that they make. */
import { clock } from '../../format/clock';
import { roundDistance } from '../../format/units';
import { words, type Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { reasonWords } from '../../i18n/study/reasons';
import type { Change } from '../answer';
import type { StudyQuestion } from '../question';

export function changeInWords(change: Change, pupils: number, lang: Lang): string {
  const r = said(reasonWords, lang);
  const w = words(lang);
  switch (change.change) {
    case 'leave_earlier':
      return r.leave_earlier(clock(change.leave_from));
    case 'come_back_later':
      return r.come_back_later(clock(change.back_by));
    case 'longer_leg':
      return r.longer_leg(change.max_leg_minutes);
    case 'more_on_foot':
      return r.more_on_foot(roundDistance(change.max_walk_m, w));
    case 'longer_without_toilet':
      return r.longer_without_toilet(change.max_without_toilet_minutes);
    case 'split':
      return r.split(change.groups, Math.ceil(pupils / change.groups));
    case 'several_days':
      return r.several_days(change.days, change.pupils);
    case 'without_lunch':
      return r.without_lunch;
    case 'ask_first':
      return r.ask_first(change.places.map(({ name }) => name).join(w.listComma));
    case 'drop_must':
      return r.drop_must(change.places.map(({ name }) => name).join(w.listComma));
  }
}

/** The part of the question that the change makes otherwise. */
export function changed(change: Change, { must, not }: StudyQuestion): Partial<StudyQuestion> {
  switch (change.change) {
    case 'leave_earlier':
      return { leaveFrom: change.leave_from };
    case 'come_back_later':
      return { backBy: change.back_by };
    case 'longer_leg':
      return { maxLeg: change.max_leg_minutes };
    case 'more_on_foot':
      return { maxWalk: change.max_walk_m };
    case 'longer_without_toilet':
      return { maxWithoutToilet: change.max_without_toilet_minutes };
    case 'split':
      return { groups: change.groups };
    case 'several_days':
      return { pupils: change.pupils, adults: change.adults, groups: change.groups };
    case 'without_lunch':
      return { lunch: 'none' };
    case 'ask_first':
      return { askFirst: true };
    case 'drop_must': {
      const dropped = new Set(change.places.map(({ place }) => place));
      // What the route asks for stands in no list of the question's own: it is left out by being unwanted.
      const ofRoute = [...dropped].filter((id) => !must.includes(id));
      return { must: must.filter((id) => !dropped.has(id)), ...(ofRoute.length ? { not: [...new Set([...not, ...ofRoute])] } : {}) };
    }
  }
}
