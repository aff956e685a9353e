/** The form of one place, from its name to its history. It follows the server while nothing is written in it. */
import { Task, TaskStatus } from '@lit/task';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { placeDays } from '../../api/client';
import { sign } from '../../components/icons';
import { frameWords } from '../../i18n/edit/frame';
import { placeWords } from '../../i18n/edit/place';
import { roleShortName } from '../../i18n/roles';
import { displayPairs } from '../../state/display';
import * as api from '../api';
import { EditElement } from '../base';
import { isSynthetic } from '../checking';
import { inWords } from '../failure';
import '../leaving';
import { edit, hrefOf, may } from '../state';
import { aboutPlace } from './about';
import './conflict';
import { Desk } from './desk';
import './history';
import './link';
import './position';
import { districtName } from './refusal';
import { addRole, rolePart } from './role';
import './saving';
import { foreignKinds, isInDistricts, mayChange } from '../scope';
import type { Sheet } from './sheet';

/** Open reports looked through for those of this place. */
const MOST_REPORTS = 1000;
/** Days shown of what is stored. */
const COMING_DAYS = 7;

@customElement('yuren-place-form')
export class PlaceForm extends EditElement {
  @property({ attribute: false }) placeId!: string;
  private desk!: Desk;
  private stop: (() => void) | undefined;
  private edits = edit.state.edits;
  /** Who edits; who was signed in when a session ends goes on afterwards. */
  private session: api.Session | null = null;
  private hasShown = false;

  private reports = new Task(this, {
    task: async ([id, isReviewer]) => (isReviewer ? (await api.reports('open', MOST_REPORTS)).filter(({ place }) => place === id).length : 0),
    args: () => [this.placeId, may('reviewer'), edit.state.edits] as const,
  });

  private week = new Task(this, {
    task: ([id, revision]) => (revision === undefined ? null : placeDays(id, null, COMING_DAYS)),
    args: () => [this.placeId, (this.desk.state.theirs ?? this.desk.state.draft?.base)?.revision] as const,
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.desk = new Desk(this.placeId);
    this.stop = this.desk.subscribe(() => this.requestUpdate());
    void this.desk.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
    this.desk.close();
  }

  protected override willUpdate(): void {
    this.session = edit.state.session ?? this.session;
    if (this.edits === edit.state.edits) return;
    this.edits = edit.state.edits;
    void this.desk.follow();
  }

  protected override updated(_: PropertyValues): void {
    if (this.hasShown || !this.desk.state.draft) return;
    this.hasShown = true;
    // Whoever came by a link that is gone now has no place to read on from.
    if (document.activeElement === document.body) this.querySelector<HTMLElement>('[data-testid=place-name]')?.focus({ preventScroll: true });
  }

  private get isEditor(): boolean {
    return this.session !== null && this.session.role !== 'viewer';
  }

  private sheet(): Sheet | null {
    const { desk, session } = this;
    const { draft } = desk.state;
    const feature = desk.feature;
    if (!draft || !feature) return null;
    return {
      desk,
      state: desk.state,
      draft,
      feature,
      sources: edit.state.city?.sources ?? {},
      week: this.week.status === TaskStatus.ERROR ? 'failed' : (this.week.value ?? null),
      lang: this.language,
      w: this.w,
      e: this.words(placeWords),
      may: (path) => this.isEditor && session !== null && mayChange(session, feature, path),
    };
  }

  private head({ draft, feature, e, lang, w }: Sheet): TemplateResult {
    const { name, name_source, status } = draft.base.feature.properties;
    const card = new URLSearchParams([['s', feature.id], ...displayPairs(edit.state.display)]).toString();
    const count = this.reports.value ?? 0;
    const badge = { suspended: w.badgeSuspended, withdrawn: w.badgeWithdrawn, active: '' }[status ?? 'active'];
    return html`<p><a class="button plain back-link" href=${hrefOf('places')} data-testid="back-to-places">${sign('back')}${e.backToPlaces}</a></p>
      <h2 tabindex="-1" data-testid="place-name">${name}</h2>
      <p class="badges">
        ${isSynthetic(name_source.source) ? html`<span class="badge example">${w.badgeSynthetic}</span>` : nothing}
        ${badge ? html`<span class="badge alarm">${badge}</span>` : nothing}
        ${feature.properties.roles.map(({ kind }) => html`<span class="badge rough">${roleShortName(kind, lang)}</span>`)}
        <span class="quiet">${districtName(feature.properties.region)}</span>
      </p>
      <div class="button-row">
        <a class="button" href="/#${card}" data-testid="see-on-map">${sign('pin')}${e.onMap}</a>
        ${count ? html`<a class="button" href=${hrefOf('reports')} data-testid="open-reports">${sign('flag')}${e.openReports(count)}</a>` : nothing}
      </div>`;
  }

  /** Why not everything here can be changed. */
  private bounds({ feature, e, lang }: Sheet): TemplateResult | typeof nothing {
    const { session } = this;
    if (!session || !this.isEditor) return html`<p class="notice-line" data-testid="read-only">${e.readOnly}</p>`;
    const { region } = feature.properties;
    if (!isInDistricts(session, region)) return html`<p class="notice-line" data-testid="read-only">${e.otherDistrict(districtName(region))}</p>`;
    const foreign = foreignKinds(session, feature);
    return foreign.length ? html`<p class="notice-line" data-testid="read-only">${e.otherKinds(foreign.map((kind) => roleShortName(kind, lang)).join(this.w.listComma))}</p>` : nothing;
  }

  private newer({ desk, state, e }: Sheet): TemplateResult {
    const look = (): void => {
      desk.set({ merging: true });
      requestAnimationFrame(() => document.getElementById('conflict-title')?.focus());
    };
    const isWaiting = state.theirs !== null && !state.merging;
    return html`<div role="status">
      ${isWaiting ? html`<p class="notice-line" data-testid="newer">${e.newerState} <button type="button" class="button" data-testid="look-and-merge" @click=${look}>${e.lookAndMerge}</button></p>` : nothing}
    </div>`;
  }

  private bar({ desk, e }: Sheet): TemplateResult {
    const count = desk.changes.length;
    const toSave = (): void => {
      const title = document.getElementById('saving-title');
      title?.scrollIntoView({ block: 'start' });
      title?.focus({ preventScroll: true });
    };
    return html`<div class="save-bar" ?hidden=${count === 0}>
      <span>${e.willChange(count)}</span><button type="button" class="button primary" data-testid="to-save" @click=${toSave}>${e.toSave}</button>
    </div>`;
  }

  private body(sheet: Sheet): TemplateResult {
    const { session } = this;
    const { feature, state } = sheet;
    const isHere = this.isEditor && session !== null && isInDistricts(session, feature.properties.region);
    return html`${this.head(sheet)} ${this.bounds(sheet)} ${this.newer(sheet)}
      ${state.merging ? html`<yuren-conflict .sheet=${sheet}></yuren-conflict>` : nothing}
      <div class="place-columns">
        <div>${aboutPlace(sheet)} ${feature.properties.roles.map((role) => rolePart(sheet, role))} ${isHere ? addRole(sheet) : nothing}</div>
        <yuren-position .sheet=${sheet}></yuren-position>
      </div>
      ${isHere ? html`<yuren-saving .sheet=${sheet}></yuren-saving>` : nothing}
      ${isHere ? html`<yuren-place-link placeId=${feature.id}></yuren-place-link>` : nothing}
      <yuren-history .sheet=${sheet}></yuren-history>
      ${isHere ? html`${this.bar(sheet)}<yuren-leaving .desk=${sheet.desk}></yuren-leaving>` : nothing}`;
  }

  override render() {
    const e = this.words(placeWords);
    const sheet = this.sheet();
    if (sheet) return this.body(sheet);
    const { failure } = this.desk.state;
    const title = html`<h2>${this.words(frameWords).place}</h2>`;
    if (!failure) return html`${title}<p class="notice quiet">${e.loading}</p>`;
    return html`${title}<div class="trouble" role="alert">
      <p>${inWords(failure, this.language, false)}</p>
      <button class="button" @click=${() => void this.desk.open()}>${e.retry}</button>
    </div>`;
  }
}
