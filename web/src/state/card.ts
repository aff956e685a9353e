/** The open card: at first what is known of its place, then what the server says. */
import * as api from '../api/client';
import type { Place } from '../api/types';
import { meant } from './entry-span';
import { failureOf } from './failure';
import { learnSources, store } from './store';
import type { View } from './view';

/** The place with its roles as the list had them, those that match first: nothing may move under a reader's eyes. */
function inOrderOf(known: Place | null, place: Place): Place {
  const order = known?.properties.roles.map((role) => role.id) ?? [];
  const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  const roles = [...place.properties.roles].sort((a, b) => rank(a.id) - rank(b.id));
  return { ...place, properties: { ...place.properties, roles } };
}

/** The place as a list shows it, if one does. */
export function listed(id: string | null): Place | null {
  const { results, here } = store.state;
  return [...results.places, ...(here?.places ?? [])].find((place) => place.id === id) ?? null;
}

/** The place when its distance, and the way there, were from another point. */
export function withoutDistance(place: Place | null): Place | null {
  if (!place) return null;
  const { distance_m: _, distance_kind: __, travel_minutes: ___, travel_kind: ____, ...properties } = place.properties;
  return { ...place, properties };
}

/** When one leaves for the open card's place, as the list has it; `null` = now. */
async function leaving({ open, point }: View): Promise<string | null> {
  if (!open || !point) return null;
  // Where the chip means nothing that is known, the card speaks of now.
  return meant(open).then(({ span }) => span?.at ?? null, () => null);
}

/** Shows a place's card: at first what is known of it, then what the server says, with the distance from the view's point. */
export async function loadCard(id: string | null, known: Place | null): Promise<void> {
  if (id === null) {
    store.set({ card: null });
    return;
  }
  store.set({ card: { id, place: known, failure: null } });
  try {
    const { view } = store.state;
    const place = await api.place(id, view.point?.at ?? null, view.mode, await leaving(view));
    learnSources(place);
    if (store.state.view.selected === id) store.set({ card: { id, place: inOrderOf(known, place), failure: null } });
  } catch (error) {
    if (error instanceof api.Superseded || store.state.view.selected !== id) return;
    store.set({ card: { id, place: known, failure: failureOf(error) } });
  }
}

/** Asks anew for the place of the open card. */
export function reloadCard(): Promise<void> {
  const { card } = store.state;
  return loadCard(card?.id ?? null, card?.place ?? null);
}
