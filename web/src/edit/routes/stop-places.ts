/** What is known of the places of a route: their names, whether they stand, and whose they are. */
import { Problem } from '../../api/request';
import type { LonLat, RoleKind, SearchHit } from '../../api/types';
import type { Status } from '../../api/schema';
import * as api from '../api';
import { isSynthetic } from '../checking';
import type { Feature } from '../feature';
import { isInDistricts, isOfKinds } from '../scope';

export interface StopPlace {
  name: string;
  status: Status;
  synthetic: boolean;
  at: LonLat | null;
  region: string;
  kinds: readonly RoleKind[];
}

/** A place by its id; `gone` = there is none, `failed` = it could not be asked. */
export type StopPlaces = Readonly<Record<string, StopPlace | 'gone' | 'failed'>>;

function placeOf({ geometry, properties }: Feature): StopPlace {
  const { name, name_source, status, region, roles } = properties;
  const standing = roles.filter((role) => role.status !== 'withdrawn');
  return { name, status: status ?? 'active', synthetic: isSynthetic(name_source.source), at: geometry.coordinates, region, kinds: standing.map(({ kind }) => kind) };
}

/** As a search found it, until it is asked itself. */
export function placeOfHit({ properties }: SearchHit): StopPlace | null {
  if (properties.result !== 'place') return null;
  return { name: properties.name, status: 'active', synthetic: false, at: null, region: properties.regions.at(-1)?.code ?? '', kinds: properties.roles.map(({ kind }) => kind) };
}

/** Asks for the place of a stop. */
export async function learnPlace(id: string): Promise<StopPlace | 'gone' | 'failed'> {
  try {
    return placeOf((await api.place(id)).feature);
  } catch (error) {
    return error instanceof Problem && error.status === 404 ? 'gone' : 'failed';
  }
}

/** What the place is called; its id as long as that is not known. */
export function nameOfPlace(places: StopPlaces, id: string): string {
  const known = places[id];
  return typeof known === 'object' ? known.name : id;
}

/** Whether a route of this person may lead there: it lies in their districts and bears a role of their kinds. */
export function mayStopAt(session: Pick<api.Session, 'districts' | 'kinds'>, { region, kinds }: Pick<StopPlace, 'region' | 'kinds'>): boolean {
  return isInDistricts(session, region) && (session.kinds.length === 0 || kinds.some((kind) => isOfKinds(session, kind)));
}
