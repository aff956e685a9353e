/** The form of one place, from its name to its history. It follows the server while nothing is written in it. */
import { Task, TaskStatus } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { placeDays } from '../../api/client';
import { sign } from '../../components/icons';
import { deskWords } from '../../i18n/edit/desk';
import { frameWords } from '../../i18n/edit/frame';
import { placeWords } from '../../i18n/edit/place';
import { roleShortName } from '../../i18n/roles';
import { displayPairs } from '../../state/display';
import * as api from '../api';
import { isSynthetic } from '../checking';
import { DeskForm } from '../desk/form';
import { foreignKinds, isInDistricts, mayChange } from '../scope';
import { edit, hrefOf, may } from '../state';
import { aboutPlace } from './about';
import { conflictOf } from './conflict';
import { PlaceDesk } from './desk';
import './link';
import { pastOf } from './past';
import './position';
import { districtName } from './refusal';
import { addRole, rolePart } from './role';
import { savingOf } from './saving';
import type { Sheet } from './sheet';

/** Open reports looked through for those of this place. */
const MOST_REPORTS = 1000;
/** Days shown of what is stored. */
const COMING_DAYS = 7;

@customElement('yuren-place-form')
export class PlaceForm extends DeskForm<PlaceDesk> {
  @property({ attribute: false }) placeId!: string;

  private reports = new Task(this, {
    task: async ([id, isReviewer]) => (isReviewer ? (await api.reports('open', MOST_REPORTS)).filter(({ place }) => place === id).length : 0),
    args: () => [this.placeId, may('reviewer'), edit.state.edits] as const,
  });

  private week = new Task(this, {
    task: ([id, revision]) => (revision === undefined ? null : placeDays(id, null, COMING_DAYS)),
    args: () => [this.placeId, this.desk.newest?.revision] as const,
  });

  protected override makeDesk(): PlaceDesk {
    return new PlaceDesk(this.placeId);
  }

  protected override get waiting() {
    return { title: this.words(frameWords).place, loading: this.words(placeWords).loading };
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
      <h2 id="desk-title" tabindex="-1" data-testid="place-name">${name}</h2>
      <p class="badges">
        ${isSynthetic(name_source.source) ? html`<span class="badge example">${w.badgeSynthetic}</span>` : nothing}
        ${badge ? html`<span class="badge alarm">${badge}</span>` : nothing}
        ${feature.properties.roles.map(({ kind }) => html`<span class="badge rough">${roleShortName(kind, lang)}</span>`)}
        <span class="quiet">${districtName(feature.properties.region, this.language)}</span>
      </p>
      <div class="button-row">
        <a class="button" href="/#${card}" data-testid="see-on-map">${sign('pin')}${e.onMap}</a>
        ${count ? html`<a class="button" href=${hrefOf('reports')} data-testid="open-reports">${sign('flag')}${e.openReports(count)}</a>` : nothing}
      </div>`;
  }

  /** Why not everything here can be changed. */
  private bounds({ feature, e, lang }: Sheet): TemplateResult | typeof nothing {
    const { session } = this;
    if (!session || !this.isEditor) return html`<p class="notice-line" data-testid="read-only">${this.words(deskWords).readOnly}</p>`;
    const { region } = feature.properties;
    if (!isInDistricts(session, region)) return html`<p class="notice-line" data-testid="read-only">${e.otherDistrict(districtName(region, this.language))}</p>`;
    const foreign = foreignKinds(session, feature);
    return foreign.length ? html`<p class="notice-line" data-testid="read-only">${e.otherKinds(foreign.map((kind) => roleShortName(kind, lang)).join(this.w.listComma))}</p>` : nothing;
  }

  protected override body(): TemplateResult | null {
    const sheet = this.sheet();
    if (!sheet) return null;
    const { session } = this;
    const { feature, state, e } = sheet;
    const isHere = this.isEditor && session !== null && isInDistricts(session, feature.properties.region);
    return html`${this.head(sheet)} ${this.bounds(sheet)} ${this.newer(e.newerState)}
      ${state.merging && state.theirs ? html`<yuren-conflict .conflict=${conflictOf(sheet, state.theirs)}></yuren-conflict>` : nothing}
      <div class="place-columns">
        <div>${aboutPlace(sheet)} ${feature.properties.roles.map((role) => rolePart(sheet, role))} ${isHere ? addRole(sheet) : nothing}</div>
        <yuren-position .sheet=${sheet}></yuren-position>
      </div>
      ${isHere ? html`<yuren-saving .saving=${savingOf(sheet)}></yuren-saving>` : nothing}
      ${isHere ? html`<yuren-place-link placeId=${feature.id}></yuren-place-link>` : nothing}
      <yuren-history .past=${pastOf(sheet)}></yuren-history>
      ${isHere ? this.bar() : nothing}`;
  }
}
