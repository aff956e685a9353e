/** What the page learns beside its answers: the city and its days, and what the places are called that its view speaks of. */
import * as client from '../api/client';
import { Superseded } from '../api/request';
import type { LonLat } from '../api/types';
import { plusDays, timeIn } from '../format/clock';
import type { FieldStudyDay, Named, StudyPlan } from './answer';
import * as api from './api';
import { LOOKED_AT, nextThursday } from './days';
import { failureOf } from './failure';
import { setView, study } from './state';

/** Places that are asked about by themselves, at most; what more there is goes without a name. */
const MOST_ASKED = 40;

const namedAs = ({ name, name_en }: Named): Named => ({ name, name_en: name_en ?? null });

/** Notes the names of a plan's and an answer's places, and where the plan's are. */
export function learnPlaces(plan: StudyPlan | null, answer: FieldStudyDay | null): void {
  const stops = plan?.groups.flatMap(({ stops: of }) => of) ?? [];
  const named = [...stops, ...(answer?.left_out ?? [])].map((one) => [one.place, namedAs(one)]);
  const spots = stops.map(({ place, lon, lat }): [string, LonLat] => [place, [lon, lat]]);
  study.set({ names: { ...study.state.names, ...Object.fromEntries(named) }, spots: { ...study.state.spots, ...Object.fromEntries(spots) } });
}

/** Asks about the places that the view names and no answer has. One that is gone stays without a name. */
export async function learnNamed(): Promise<void> {
  const { question, now } = study.state.view;
  const named = [...question.must, ...question.not, ...question.before.flat(), ...(now?.done ?? []), ...(now?.place ? [now.place] : [])];
  const unknown = [...new Set(named)].filter((id) => !study.state.names[id]).slice(0, MOST_ASKED);
  await Promise.all(
    unknown.map(async (id) => {
      try {
        const { properties, geometry } = await api.place(id);
        study.set({ names: { ...study.state.names, [id]: namedAs(properties) }, spots: { ...study.state.spots, [id]: geometry.coordinates } });
      } catch {
        // Where it is spoken of it is called a place.
      }
    }),
  );
}

/** What the chosen school is called; it may be withdrawn. */
export async function learnSchool(): Promise<void> {
  const { school } = study.state.view.question;
  if (!school) return;
  if ('at' in school) {
    study.set({ schoolName: { name: school.name } });
    return;
  }
  try {
    const { properties } = await api.place(school.place);
    study.set({ schoolName: namedAs(properties) });
  } catch {
    study.set({ schoolName: null });
  }
}

async function learnStreets(): Promise<void> {
  try {
    study.set({ streets: await api.hasStreets() });
  } catch {
    // Then ways are of the usual kind, as they are without streets.
  }
}

/** The city, whether it has streets, and the days from which one is chosen. */
export async function learnCity(): Promise<void> {
  void learnStreets();
  try {
    const city = await client.city();
    const today = timeIn(city.time_zone, new Date()).slice(0, 10);
    const days = await client.days(today, plusDays(today, LOOKED_AT));
    study.set({ city, days });
    const { question } = study.state.view;
    if (question.date === null) setView({ question: { ...question, date: nextThursday(days, today) } });
  } catch (error) {
    if (!(error instanceof Superseded)) study.set({ failure: failureOf(error), status: 'failed' });
  }
}
