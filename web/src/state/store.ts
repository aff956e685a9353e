/** The one state of the family's page. */
import type { ActivityFeature, City, LonLat, Note, Place, PlaceAnswer, Sources } from '../api/types';
import type { Toast } from '../components/toast';
import type { Meant } from './meant';
import { Observed } from './observed';
import { FIRST_VIEW, type View } from './view';

/** Why something could not be fetched, in kinds that have words. */
export type Failure = { kind: 'offline' | 'tooMany' | 'notFound' | 'failed'; detail: string };

export interface Results {
  /** `idle`: nothing asked yet. `loading` keeps the places shown before. */
  status: 'idle' | 'loading' | 'ready' | 'failed';
  /** Loading has taken long enough (300 ms) to say so. */
  slow: boolean;
  places: readonly Place[];
  /** How many match in all, where the server counts them (not for nearest). */
  matched: number | null;
  /** More can be had. */
  more: boolean;
  /** URL of the page after this one, when the list is not by distance. */
  next: string | null;
  notes: readonly Note[];
  failure: Failure | null;
  /** What the chip meant when these were asked for; `null` = no chip was on. */
  meant: Meant | null;
}

/** The list of what is on. */
export interface WhatsOn {
  status: 'idle' | 'loading' | 'ready' | 'failed';
  features: readonly ActivityFeature[];
  /** How many there are in all. */
  matched: number;
  /** The first day asked about. */
  from: string;
  failure: Failure | null;
}

export interface State {
  view: View;
  city: City | null;
  cityFailure: Failure | null;
  results: Results;
  /** A newer list that waits for the reader's word, because it came unasked. */
  waiting: Results | null;
  whatsOn: WhatsOn;
  /** Places on one spot that the map cannot pull apart. */
  here: { at: LonLat; places: readonly Place[]; matched: number } | null;
  card: { id: string; place: Place | null; failure: Failure | null } | null;
  /** Every source met so far, by key. */
  sources: Sources;
  favourites: readonly { id: string; name: string }[];
  bannerSeen: boolean;
  aboutOpen: boolean;
  /** The place of the open report, if one is being written. */
  reporting: { id: string; name: string } | null;
  /** The month that is open of a place's role, if one is; `today` as the server says. */
  month: { place: string; role: string; title: string; today: string } | null;
  /** How many edits the page has heard of. */
  edits: number;
  toast: Toast | null;
  map: 'loading' | 'ready' | 'partial' | 'unavailable';
}

export const NO_RESULTS: Results = {
  status: 'idle',
  slow: false,
  places: [],
  matched: null,
  more: false,
  next: null,
  notes: [],
  failure: null,
  meant: null,
};

export const store = new Observed<State>({
  view: FIRST_VIEW,
  city: null,
  cityFailure: null,
  results: NO_RESULTS,
  waiting: null,
  whatsOn: { status: 'idle', features: [], matched: 0, from: '', failure: null },
  here: null,
  card: null,
  sources: {},
  favourites: [],
  bannerSeen: false,
  aboutOpen: false,
  reporting: null,
  month: null,
  edits: 0,
  toast: null,
  map: 'loading',
});

export function setResults(patch: Partial<Results>): void {
  store.set({ results: { ...store.state.results, ...patch } });
}

/** The sources that came with an answer join those known. */
export function learnSources(answer: Pick<PlaceAnswer, 'sources'>): void {
  store.set({ sources: { ...store.state.sources, ...answer.sources } });
}
