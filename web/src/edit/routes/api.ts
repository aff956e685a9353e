/** Questions and changes of routes, by name. */
import type * as schema from '../../api/schema';
import { ask, change, preconditionOf, type Committed } from '../api';
import type { Tagged } from './draft';
import type { Route } from './route';

const PATH = '/admin/study-routes';
const id = encodeURIComponent;

export interface RouteEntry {
  revision: number;
  at: string;
  by: string;
  why: string;
  before: Route | null;
  after: Route;
}

/** Every route, withdrawn and suspended ones too. */
export async function routes(): Promise<readonly Tagged[]> {
  const { routes: all } = await ask<schema.EditableStudyRoutes>(PATH);
  return all as unknown as Tagged[];
}

/** The route as its editors see it. */
export async function route(routeId: string): Promise<Tagged> {
  return (await ask<schema.EditableStudyRoute>(`${PATH}/${id(routeId)}`)) as unknown as Tagged;
}

/** Makes a route; the server gives its id. */
export async function makeRoute({ id: _, ...route }: Route, why: string): Promise<schema.MadeStudyRoute> {
  return change(PATH, { body: { route, why } });
}

/** Puts a route in the stead of the one that was read at `revision`. */
export function putRoute(route: Route, revision: number, why: string): Promise<Committed> {
  return change(`${PATH}/${id(route.id)}`, { method: 'PUT', headers: preconditionOf(revision), body: { route, why } });
}

export async function routeHistory(routeId: string): Promise<readonly RouteEntry[]> {
  const { entries } = await ask<schema.History>(`${PATH}/${id(routeId)}/history`);
  return entries as unknown as RouteEntry[];
}
