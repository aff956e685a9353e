/** The desk at which one route is put together: its reading, what is written of it, and its way to the server and back. */
import { Problem } from '../../api/request';
import type { SearchHit } from '../../api/types';
import type { PlaceFinding } from '../../api/schema';
import { said } from '../../i18n/edit/book';
import { frameWords } from '../../i18n/edit/frame';
import { routesWords } from '../../i18n/edit/routes';
import type { Prefill } from '../../study/library/prefill';
import { Observed } from '../../state/observed';
import { editorsProvenance, isSynthetic, office, setOffice } from '../checking';
import type { Provenance } from '../feature';
import { edit, go, say } from '../state';
import * as api from './api';
import * as drafts from './draft';
import { findingsOf, refusal, type Placed } from './findings';
import { drafts as keptDrafts } from './kept';
import type { Change } from './route';
import { learnPlace, placeOfHit, type StopPlaces } from './stop-places';

export interface DeskState {
  draft: drafts.Draft | null;
  /** Why the route could not be read. */
  failure: unknown;
  /** A newer state of the route than the one that was edited. */
  theirs: drafts.Tagged | null;
  /** The newer state must be taken in before anything is saved. */
  merging: boolean;
  busy: boolean;
  /** Somebody has tried to save: what is missing is marked from then on. */
  tried: boolean;
  /** Why it was not saved. */
  trouble: string;
  findings: readonly Placed[];
  warnings: readonly PlaceFinding[];
  office: string;
  places: StopPlaces;
}

const says = (source: string): Provenance => (isSynthetic(source) ? { source } : editorsProvenance(source));

export class RouteDesk extends Observed<DeskState> {
  /** The form was left: what comes late is nobody's any more. */
  #left = false;
  #asked = new Set<string>();

  /** `id` is empty for a route that is being made, of which `prefill` tells the beginning. */
  constructor(
    readonly id: string,
    private readonly prefill: Prefill,
  ) {
    super({ draft: null, failure: null, theirs: null, merging: false, busy: false, tried: false, trouble: '', findings: [], warnings: [], office: office(), places: {} });
  }

  private get e() {
    return said(routesWords, edit.state.display.lang);
  }

  get isNew(): boolean {
    return this.id === '';
  }

  get changes(): Change[] {
    const { draft } = this.state;
    return draft ? drafts.changesOf(draft) : [];
  }

  get troubles(): Map<string, drafts.Trouble> {
    return this.state.draft ? drafts.troublesOf(this.state.draft) : new Map();
  }

  /** Reads the route, and takes up what was written of it before. */
  async open(): Promise<void> {
    this.set({ failure: null });
    const before = keptDrafts.kept(this.id);
    if (this.isNew) {
      // What a day gives comes before what was left behind: it was asked for just now.
      const resumed = before && this.prefill.stops.length === 0 ? before : null;
      this.#put(resumed ?? drafts.newDraft(this.prefill));
      if (resumed) say(this.e.resumed);
      return;
    }
    try {
      const now = await api.route(this.id);
      if (this.#left) return;
      if (!before || drafts.changesOf(before).length === 0) {
        this.#put(drafts.draftOf(now));
        return;
      }
      this.#put(before);
      if ((now.revision ?? 0) > (before.base.revision ?? 0)) this.set({ theirs: now });
      say(this.e.resumed);
    } catch (failure) {
      this.set({ failure });
    }
  }

  /** The page has heard of an edit: the form follows where nothing is written. */
  async follow(): Promise<void> {
    const { draft, busy, failure } = this.state;
    if (busy || this.isNew) return;
    if (!draft) {
      if (failure) await this.open();
      return;
    }
    // The news comes again with the next edit, and saving finds out in any case.
    const now = await api.route(this.id).catch(() => null);
    const current = this.state.draft;
    if (!now || !current || this.#left || this.state.busy || (now.revision ?? 0) <= ((this.state.theirs ?? current.base).revision ?? 0)) return;
    if (drafts.changesOf(current).length) {
      this.set({ theirs: now });
      return;
    }
    this.#put({ ...drafts.draftOf(now), why: current.why });
    say(said(frameWords, edit.state.display.lang).edited);
  }

  /** The person goes elsewhere; what is written stays with the tab. */
  leave(): void {
    this.#left = true;
    edit.set({ unsaved: false });
  }

  /** The same, when nobody was asked: it is said that something stays. */
  close(): void {
    if (this.#left) return;
    const open = edit.state.session && this.changes.length > 0;
    this.leave();
    const way: Record<string, string> = this.isNew ? { new: '1' } : { id: this.id };
    if (open) say(this.e.leftBehind, { text: this.e.goBack, run: () => go('routes', way) });
  }

  #put(draft: drafts.Draft): void {
    const untouched = drafts.changesOf(draft).length === 0;
    if (untouched) keptDrafts.forget(this.id);
    else keptDrafts.keep(this.id, draft);
    this.set({ draft });
    this.learn(draft.route.stops.map(({ place }) => place));
    edit.set({ unsaved: !untouched });
  }

  /** Asks for the places that are not known yet. */
  learn(ids: readonly string[]): void {
    for (const id of new Set(ids)) {
      if (this.#asked.has(id)) continue;
      this.#asked.add(id);
      void learnPlace(id).then((place) => {
        if (place === 'failed') this.#asked.delete(id);
        this.set({ places: { ...this.state.places, [id]: place } });
      });
    }
  }

  /** Writes something: what the server found at `path` is answered by that. */
  write(change: (draft: drafts.Draft) => drafts.Draft, path = ''): void {
    const { draft, findings } = this.state;
    if (!draft) return;
    this.set({ findings: findings.filter(({ key }) => key !== path), trouble: '', warnings: [] });
    this.#put(change(draft));
  }

  /** Adds a place that a search found, as the last stop. */
  addStop(hit: SearchHit): void {
    const place = placeOfHit(hit);
    if (place) this.set({ places: { ...this.state.places, [hit.id]: place } });
    this.write((draft) => drafts.withStop(draft, { place: hit.id }), 'stops');
  }

  setWhy(why: string): void {
    const { draft } = this.state;
    if (draft) this.#put({ ...draft, why });
    this.set({ trouble: '' });
  }

  setOffice(name: string): void {
    setOffice(name);
    this.set({ office: name.trim(), trouble: '' });
  }

  /** Gives up what is written. */
  discard(): void {
    const { draft, theirs } = this.state;
    if (!draft) return;
    keptDrafts.forget(this.id);
    this.#put(drafts.draftOf(theirs ?? draft.base));
    this.set({ theirs: null, merging: false, tried: false, findings: [], trouble: '' });
  }

  /** Gives up what is written, and offers to bring it back. */
  discardForNow(): void {
    const { draft } = this.state;
    if (!draft) return;
    this.discard();
    say(this.e.thrownAway, { text: this.e.bringBack, run: () => this.#left || this.#put(draft) });
  }

  /** Lays what is written over the newer state; at `given` paths the other's word stands. */
  merge(given: readonly string[]): void {
    const { draft, theirs } = this.state;
    if (!draft || !theirs) return;
    this.#put(drafts.rebased(draft, theirs, given));
    this.set({ theirs: null, merging: false, trouble: '' });
  }

  /** Sends the route; its id once it is saved. Whatever is refused stays as it was written. */
  async save(): Promise<string | null> {
    const { draft } = this.state;
    if (!draft || this.state.busy) return null;
    this.set({ busy: true, trouble: '', findings: [], warnings: [] });
    const route = drafts.sent(draft, says);
    const why = draft.why.trim();
    try {
      if (draft.base.revision === null) {
        const { id } = await api.makeRoute(route, why);
        keptDrafts.forget(this.id);
        this.leave();
        say(this.e.made);
        return id;
      }
      const { revision, warnings } = await api.putRoute(route, draft.base.revision, why);
      const now = await api.route(this.id).catch(() => ({ route, revision }));
      this.#put(drafts.draftOf(now));
      this.set({ warnings, theirs: null, merging: false, tried: false });
      say(this.e.saved);
      return this.id;
    } catch (error) {
      await this.#refused(error, draft);
      return null;
    } finally {
      this.set({ busy: false });
    }
  }

  async #refused(error: unknown, { route }: drafts.Draft): Promise<void> {
    const findings = findingsOf(error, route);
    if (findings) {
      this.set({ findings, trouble: this.e.refused(findings.length) });
      return;
    }
    if (!(error instanceof Problem && error.code === 'changed_meanwhile')) {
      this.set({ trouble: refusal(error, route, this.state.places, edit.state.display.lang) });
      return;
    }
    try {
      this.set({ theirs: await api.route(this.id), merging: true });
    } catch (failure) {
      this.set({ trouble: refusal(failure, route, this.state.places, edit.state.display.lang) });
    }
  }
}
