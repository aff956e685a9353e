/** Questions about the library of routes, by name. */
import { BASE, query, request } from '../../api/request';
import type { Theme } from '../question';
import type { StudyRoute, StudyRoutes } from './answer';

const PATH = `${BASE}/study-routes`;
/** Routes told at once; a city has a few dozen. */
const MOST_TOLD = 200;

/** The routes of a theme, or all of them. */
export function routes(theme: Theme | null): Promise<StudyRoutes> {
  return request(`${PATH}${query({ theme, limit: MOST_TOLD })}`, { lane: 'study-routes' });
}

/** A route as it is now; not broken off by another question. */
export function route(id: string): Promise<StudyRoute> {
  return request(`${PATH}/${encodeURIComponent(id)}`);
}
