/** What is known of the places of a route: their names, whether they stand, and whose they are. */
import { Problem } from '../../api/request';
import type { LonLat, RoleKind, SearchHit } from '../../api/types';
import type { Status } from '../../api/schema';
import { Observed } from '../../state/observed';
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

/** As a search found it; `null` = it found no place. */
function placeOfHit({ properties }: SearchHit): StopPlace | null {
  if (properties.result !== 'place') return null;
  return { name: properties.name, status: 'active', synthetic: false, at: null, region: properties.regions.at(-1)?.code ?? '', kinds: properties.roles.map(({ kind }) => kind) };
}

/** Asks for the place of a stop. */
async function learnPlace(id: string): Promise<StopPlace | 'gone' | 'failed'> {
  try {
    return placeOf((await api.place(id)).feature);
  } catch (error) {
    return error instanceof Problem && error.status === 404 ? 'gone' : 'failed';
  }
}

/** The places of a route that is open, as they come to be known. */
export class LearntPlaces extends Observed<{ known: StopPlaces }> {
  #asked = new Set<string>();

  constructor() {
    super({ known: {} });
  }

  /** Asks for those that are not known yet. */
  learn(ids: readonly string[]): void {
    for (const id of new Set(ids)) {
      if (this.#asked.has(id)) continue;
      this.#asked.add(id);
      void learnPlace(id).then((place) => {
        if (place === 'failed') this.#asked.delete(id);
        this.#know(id, place);
      });
    }
  }

  /** Takes what a search says of a place, until it is asked itself. */
  take(hit: SearchHit): void {
    const place = placeOfHit(hit);
    if (place) this.#know(hit.id, place);
  }

  #know(id: string, place: StopPlaces[string]): void {
    this.set({ known: { ...this.state.known, [id]: place } });
  }
}

/** What the place is called; its id as long as that is not known. */
export function nameOfPlace(places: StopPlaces, id: string): string {
  const known = places[id];
  return typeof known === 'object' ? known.name : id;
}

type Scope = Pick<api.Session, 'districts' | 'kinds'>;

/** Whether a route of this person may lead there: it lies in their districts and bears a role of their kinds. */
export function mayStopAt(session: Scope, { region, kinds }: Pick<StopPlace, 'region' | 'kinds'>): boolean {
  return isInDistricts(session, region) && (session.kinds.length === 0 || kinds.some((kind) => isOfKinds(session, kind)));
}

/** Whether the place is known, and no route of this person may lead there. */
export function isOutside(session: Scope, place: StopPlaces[string] | undefined): boolean {
  return typeof place === 'object' && !mayStopAt(session, place);
}
