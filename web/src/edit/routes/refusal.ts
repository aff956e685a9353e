/** Why a route was not saved, in words: which stop is not its editor's, and else what every view says. */
import { Problem } from '../../api/request';
import type { Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { routesWords } from '../../i18n/edit/routes';
import { inDetail } from '../failure';
import type { Route } from './route';
import { nameOfPlace, type StopPlaces } from './stop-places';

export function refusal(error: unknown, { stops }: Pick<Route, 'stops'>, places: StopPlaces, lang: Lang): string {
  const value = error instanceof Problem && error.code === 'not_allowed' ? error.parts.value : null;
  const outside = stops.find(({ place }) => place === value);
  return outside ? said(routesWords, lang).notYourStop(nameOfPlace(places, outside.place)) : inDetail(error, lang);
}
