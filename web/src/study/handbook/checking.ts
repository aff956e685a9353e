/** Asks the day anew before it is printed, so that what was withdrawn, closed or changed meanwhile is flagged. */
import { Superseded } from '../../api/request';
import type { Lang } from '../../i18n';
import type { FieldStudyDay, Names, StudyBody } from '../answer';
import * as api from '../api';
import { failureOf } from '../failure';
import { inLanguage } from '../in-language';
import { LUNCH } from '../order';
import { changedStops, venuesOf, type Checked, type Known } from './content';

export interface Found {
  answer: FieldStudyDay;
  checked: Checked;
  places: Record<string, Known>;
}

/** The sequence without a place that the server no longer knows, by where it stands in the refusal. */
function without(body: StudyBody, [group, index]: readonly number[]): { body: StudyBody; place: string } | null {
  const stop = body.order?.[group ?? -1]?.[index ?? -1];
  if (stop === undefined || stop === LUNCH) return null;
  const place = stop.replace(`${LUNCH}:`, '');
  // Lunch by it is somewhere else then.
  const keep = (ids: string[]): string[] => ids.filter((id) => id !== place).map((id) => (id === `${LUNCH}:${place}` ? LUNCH : id));
  return { body: { ...body, ...(body.order ? { order: body.order.map(keep) } : {}), ...(body.must ? { must: keep(body.must) } : {}), ...(body.pinned ? { pinned: keep(body.pinned) } : {}) }, place };
}

/** The answer, without the places that are gone. */
async function asked(body: StudyBody): Promise<{ answer: FieldStudyDay; gone: string[] }> {
  const gone: string[] = [];
  for (let now = body; ; ) {
    try {
      return { answer: await api.day(now, 'study-handbook'), gone };
    } catch (error) {
      const { kind, part, at } = failureOf(error);
      const rest = kind === 'refused' && part === 'order' ? without(now, at) : null;
      if (!rest) throw error;
      gone.push(rest.place);
      now = rest.body;
    }
  }
}

async function placesOf(answer: FieldStudyDay): Promise<Record<string, Known>> {
  const venues = answer.plan ? venuesOf(answer.plan) : [];
  const found = await Promise.all(
    venues.map(async ({ stop }) => {
      try {
        const place = await api.place(stop.place);
        return [[stop.place, { place, sources: place.sources }] as const];
      } catch {
        return [];
      }
    }),
  );
  return Object.fromEntries(found.flat());
}

/** What is to be printed: of `before`, which is printed as it is where the server cannot be reached. */
export async function check(body: StudyBody, before: FieldStudyDay, names: Names, lang: Lang): Promise<Found> {
  try {
    const { answer: told, gone } = await asked(body);
    const answer = inLanguage(told, lang);
    const changed = answer.plan ? changedStops(before.plan, answer.plan) : [];
    return { answer, checked: { asked: true, gone: gone.map((id) => names[id]?.name ?? id), changed }, places: await placesOf(answer) };
  } catch (error) {
    if (error instanceof Superseded || failureOf(error).kind === 'refused') throw error;
    return { answer: before, checked: { asked: false, gone: [], changed: [] }, places: {} };
  }
}
