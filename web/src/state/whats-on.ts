/** Keeps the list of what is on in step with the view: this weekend or the next two weeks, near the point or in the city. */
import * as api from '../api/client';
import { plusDays, timeIn } from '../format/clock';
import { weekendSpan } from './entry-span';
import { failureOf } from './failure';
import { knownCity } from './known-city';
import { learnSources, store, type WhatsOn } from './store';
import type { View } from './view';

const STEP = 50;
const FORTNIGHT_DAYS = 14;
/** How far "near" is where no distance was chosen, metres. */
export const NEAR_M = 10_000;

/** The time that a span means, by the city's clocks: from now on at the earliest. */
export function timeAsked(span: NonNullable<View['whatsOn']>, now: string): { from: string; to: string } {
  if (span === 'fortnight') return { from: now, to: plusDays(now.slice(0, 10), FORTNIGHT_DAYS) };
  const { at, until } = weekendSpan(now);
  return { from: at === 'now' ? now : at, to: until ?? at };
}

function set(patch: Partial<WhatsOn>): void {
  store.set({ whatsOn: { ...store.state.whatsOn, ...patch } });
}

/** Asks for what is on; `more` = further ones of the same. */
export async function refreshWhatsOn(more = false): Promise<void> {
  const { view, whatsOn } = store.state;
  if (view.whatsOn === null) return;
  const limit = more ? whatsOn.features.length + STEP : STEP;
  set({ status: 'loading', failure: null, ...(more ? {} : { features: [], matched: 0 }) });
  try {
    const { time_zone: zone } = await knownCity();
    // Meanwhile the reader may have wanted something else.
    if (store.state.view.whatsOn !== view.whatsOn) return;
    const time = timeAsked(view.whatsOn, timeIn(zone, new Date()));
    const near = view.point && { at: view.point.at, radiusM: view.maxM ?? NEAR_M };
    const answer = await api.activities({ ...time, near, limit }, view.filters);
    learnSources(answer);
    set({ status: 'ready', features: answer.features, matched: answer.numberMatched, from: answer.from.slice(0, 10) });
  } catch (error) {
    if (!(error instanceof api.Superseded)) set({ status: 'failed', failure: failureOf(error) });
  }
}
