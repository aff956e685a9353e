/** What the server found in a route that was sent: at which field of the form, and why it was refused otherwise. */
import { Problem, type PlaceFinding } from '../../api/request';
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { routesWords } from '../../i18n/edit/routes';
import { inDetail } from '../failure';
import type { Route } from './route';
import { nameOfPlace, type StopPlaces } from './stop-places';

export interface Placed {
  /** The fact's path; empty where no field is at fault. */
  key: string;
  finding: PlaceFinding;
}

/** Where in the form a field such as `stops[2].minutes` stands. */
export function keyOf(field: string | null, { stops }: Pick<Route, 'stops'>): string {
  const plain = (field ?? '').replace(/^route\./, '').replace(/^\/?route\//, '').replace(/\/(\d+)/g, '[$1]').replaceAll('/', '.');
  const [, index, part] = /^stops\[(\d+)\](?:\.(place|minutes|task))?/.exec(plain) ?? [];
  const stop = index === undefined ? undefined : stops[Number(index)];
  if (stop) return part === 'minutes' || part === 'task' ? `${part}:${stop.place}` : `stop:${stop.place}`;
  const [name = ''] = /^[a-z_]+/.exec(plain) ?? [];
  if (name === 'provenance') return 'source';
  return ['title', 'title_en', 'theme', 'subjects', 'grades', 'aim', 'status', 'stops'].includes(name) ? name : '';
}

/** What a refusal says of the fields; `null` = it is none of that kind. */
export function findingsOf(error: unknown, route: Route): Placed[] | null {
  if (!(error instanceof Problem)) return null;
  const { findings, parameter, allowed } = error.parts;
  if (findings?.length) return findings.map((finding) => ({ key: keyOf(finding.field, route), finding }));
  if (error.code !== 'invalid_content' || !parameter) return null;
  return [{ key: keyOf(parameter, route), finding: { place: null, field: parameter, problem: error.detail, mend: allowed ?? '' } }];
}

/** Why a route was not saved, in words: which stop is not its editor's, and else what every view says. */
export function refusal(error: unknown, { stops }: Pick<Route, 'stops'>, places: StopPlaces, lang: Lang): string {
  const value = error instanceof Problem && error.code === 'not_allowed' ? error.parts.value : null;
  const outside = stops.find(({ place }) => place === value);
  return outside ? said(routesWords, lang).notYourStop(nameOfPlace(places, outside.place)) : inDetail(error, lang);
}
