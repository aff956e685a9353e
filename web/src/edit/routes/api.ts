/** Questions and changes of routes, by name. */
import type * as schema from '../../api/schema';
import { ask, change, preconditionOf, type Committed } from '../api';
import type { Tagged } from './draft';
import type { Route } from './route';

const PATH = '/admin/study-routes';

/** Where a route is edited. */
export function routeAt(routeId: string): string {
  return `${PATH}/${encodeURIComponent(routeId)}`;
}

/** A route of the list. */
export interface Listed extends Tagged {
  /** Ids of places at which it stops and nobody can go: withdrawn, or none of the map. */
  stops_gone: readonly string[];
}

/** Every route, withdrawn and suspended ones too. */
export async function routes(): Promise<readonly Listed[]> {
  const { routes: all } = await ask<schema.EditableStudyRoutes>(PATH);
  return all as unknown as Listed[];
}

/** The route as its editors see it. */
export async function route(routeId: string): Promise<Tagged> {
  const { route: read, revision } = await ask<schema.EditableStudyRoute>(routeAt(routeId));
  return { route: read as unknown as Route, revision };
}

/** Makes a route; the server gives its id. */
export async function makeRoute({ id: _, ...route }: Route, why: string): Promise<schema.MadeStudyRoute> {
  return change(PATH, { body: { route, why } });
}

/** Puts a route in the stead of the one that was read at `revision`. */
export function putRoute(route: Route, revision: number, why: string): Promise<Committed> {
  return change(routeAt(route.id), { method: 'PUT', headers: preconditionOf(revision), body: { route, why } });
}
