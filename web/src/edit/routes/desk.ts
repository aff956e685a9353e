/** The desk at which one route is put together: what is written of its facts and stops, and how it is read, made and sent. */
import type { SearchHit } from '../../api/types';
import { said } from '../../i18n/edit/book';
import { routesWords } from '../../i18n/edit/routes';
import type { Prefill } from '../../study/library/prefill';
import { editorsProvenance, isSynthetic } from '../checking';
import { Desk, type Saved } from '../desk/desk';
import { KeptDrafts } from '../desk/kept-drafts';
import type { Provenance } from '../feature';
import { edit, go, say } from '../state';
import * as api from './api';
import * as drafts from './draft';
import { keyOf } from './findings';
import { refusal } from './refusal';
import type { Change } from './route';
import { LearntPlaces } from './stop-places';

const kept = new KeptDrafts<drafts.Draft>('yuren-route-draft', ({ base, route }, id) => base.route.id === id && Array.isArray(route.stops));

const says = (source: string): Provenance => (isSynthetic(source) ? { source } : editorsProvenance(source));

export class RouteDesk extends Desk<drafts.Draft> {
  /** What is known of the places of its stops. */
  readonly places = new LearntPlaces();
  readonly at = api.routeAt(this.id);
  protected readonly address = ['routes', this.isNew ? { new: '1' } : { id: this.id }] as const;
  protected readonly kept = kept;
  protected readonly draftOf = drafts.draftOf;
  protected readonly rebased = drafts.rebased;
  protected readonly since = drafts.since;

  /** `id` is empty for a route that is being made; `prefill` tells its beginning. */
  constructor(
    id: string,
    private readonly prefill: Prefill,
  ) {
    super(id);
  }

  get isNew(): boolean {
    return this.id === '';
  }

  override get changes(): Change[] {
    const { draft } = this.state;
    return draft ? drafts.changesOf(draft) : [];
  }

  override get troubles(): Map<string, drafts.Trouble> {
    return this.state.draft ? drafts.troublesOf(this.state.draft) : new Map();
  }

  override get isMarked(): boolean {
    return this.state.tried && super.isMarked;
  }

  protected override isUntouched(draft: drafts.Draft): boolean {
    return drafts.changesOf(draft).length === 0;
  }

  protected override read(): Promise<drafts.Tagged> {
    return api.route(this.id);
  }

  protected override async replace(draft: drafts.Draft): Promise<Saved<drafts.Tagged>> {
    const route = drafts.sent(draft, says);
    // One that has no revision is made, not replaced.
    const { revision, warnings } = await api.putRoute(route, draft.base.revision!, draft.why.trim());
    return { base: { route, revision }, warnings };
  }

  protected override keyOf(field: string | null, { route }: drafts.Draft): string {
    return keyOf(field, route);
  }

  protected override refusal(error: unknown, { route }: drafts.Draft): string {
    return refusal(error, route, this.places.state.known, edit.state.display.lang);
  }

  override async open(): Promise<void> {
    if (!this.isNew) return super.open();
    // What a day gives comes before what was left behind: it was asked for just now.
    const before = this.prefill.stops.length ? null : this.kept.kept(this.id);
    this.put(before ?? drafts.newDraft(this.prefill));
    if (before) say(this.e.resumed);
  }

  override async follow(): Promise<void> {
    if (!this.isNew) await super.follow();
  }

  protected override async send(draft: drafts.Draft): Promise<void> {
    if (!this.isNew) return super.send(draft);
    const route = drafts.sent(draft, says);
    const { id, revision } = await api.makeRoute(route, draft.why.trim());
    const { draft: current } = this.state;
    // What was written since is found there.
    if (current && current !== draft) this.kept.keep(id, drafts.since(draft, current, { route: { ...route, id }, revision }));
    this.kept.forget(this.id);
    this.leave();
    say(said(routesWords, edit.state.display.lang).made);
    go('routes', { id });
  }

  protected override put(draft: drafts.Draft): void {
    super.put(draft);
    this.places.learn(draft.route.stops.map(({ place }) => place));
  }

  /** Adds a place that a search found, as the last stop. */
  addStop(hit: SearchHit): void {
    this.places.take(hit);
    this.write((draft) => drafts.withStop(draft, { place: hit.id }), 'stops');
  }

  /** Takes a stop out, with whatever was found wrong with it. */
  dropStop(place: string): void {
    this.write((draft) => drafts.withoutStop(draft, place), 'stops', `stop:${place}`, `minutes:${place}`, `task:${place}`);
  }
}
