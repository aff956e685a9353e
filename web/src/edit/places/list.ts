/** The listed places, in an order that stays while single rows are brought up to date. */
import type { ReactiveControllerHost } from 'lit';
import type { News } from '../../api/events';
import * as api from '../api';
import { calendarOf, type Calendar } from '../checking';
import { filterOf, sortOf, type Filter } from './filter';
import { renewed, rowsOf, type Row } from './rows';
import { sorted } from './sort';

/** As many places as are listed; whoever needs more filters first. */
export const MOST_LISTED = 5_000;
/** So many rows are brought up to date one by one; of more the whole list is offered anew. */
const MOST_REREAD = 20;

export interface Known extends api.Listing {
  calendar: Calendar;
}

type Parameters = Readonly<Record<string, string>>;

/** Asks for what the filter is about, until `signal` says that another filter is asked for. */
export async function known({ region, kind, check, name }: Pick<Filter, 'region' | 'kind' | 'check' | 'name'>, signal: AbortSignal): Promise<Known> {
  const asked = { region, role: kind ?? '', check: check ?? '', q: name };
  const [ledger, listing] = await Promise.all([api.ledger(), api.listing(asked, MOST_LISTED, signal)]);
  return { ...listing, calendar: calendarOf(ledger) };
}

export class PlacesList {
  known: Known | null = null;
  rows: readonly Row[] = [];
  /** It is not what the server has. */
  outdated = false;
  /** By what it was put in order. */
  private arrangement = '';

  constructor(private readonly host: ReactiveControllerHost) {}

  take(known: Known, parameters: Parameters): void {
    this.known = known;
    this.outdated = false;
    this.arrangement = '';
    this.arrange(parameters);
  }

  /** Puts it in the order that the parameters say, unless it is so already. */
  arrange(parameters: Parameters): void {
    const arrangement = `${parameters['sort'] ?? ''} ${parameters['status'] ?? ''}.`;
    if (!this.known || this.arrangement === arrangement) return;
    this.arrangement = arrangement;
    this.rows = sorted(rowsOf(this.known.places, filterOf(parameters), this.known.calendar), sortOf(parameters['sort']));
  }

  /** Brings these places' rows up to date where they stand; `false` = they are too many for that. */
  async reread(ids: readonly string[]): Promise<boolean> {
    if (!this.known || ids.length > MOST_REREAD) return false;
    try {
      const found = new Map((await Promise.all(ids.map(api.shownPlace))).map((place) => [place.id, place]));
      const { known } = this;
      const now = <T>(id: string, old: T, make: (place: api.Listing['places'][number]) => T): T => {
        const place = found.get(id);
        return place ? make(place) : old;
      };
      this.known = { ...known, places: known.places.map((place) => now(place.id, place, (fresh) => fresh)) };
      this.rows = this.rows.map((row) => now(row.place.id, row, (fresh) => renewed(row, fresh, known.calendar)));
    } catch {
      this.outdated = true;
    }
    this.host.requestUpdate();
    return true;
  }

  /** Takes news of others' edits in; whether any row was changed by it. */
  async hear({ places }: News): Promise<boolean> {
    const here = new Set(this.rows.map(({ place }) => place.id));
    const listed = places?.filter((id) => here.has(id)) ?? [];
    const allReread = listed.length === 0 || (await this.reread(listed));
    if (!allReread || listed.length !== places?.length) this.outdated = true;
    this.host.requestUpdate();
    return listed.length > 0;
  }
}
