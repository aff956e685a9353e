/** The form of one route, from its title to its history. It follows the server while nothing is written in it. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { sign } from '../../components/icons';
import { frameWords } from '../../i18n/edit/frame';
import { placeWords } from '../../i18n/edit/place';
import { routesWords } from '../../i18n/edit/routes';
import { displayPairs } from '../../state/display';
import { readPrefill, type Prefill } from '../../study/library/prefill';
import type { Session } from '../api';
import { EditElement } from '../base';
import { isSynthetic } from '../checking';
import { inWords } from '../failure';
import '../leaving';
import { edit, hrefOf } from '../state';
import { aboutRoute } from './about';
import './conflict';
import { RouteDesk } from './desk';
import './history';
import './saving';
import type { Sheet } from './sheet';
import './stops';

@customElement('yuren-route-form')
export class RouteForm extends EditElement {
  /** Empty = a route that is being made. */
  @property({ attribute: false }) routeId = '';
  @property({ attribute: false }) prefill: Prefill = readPrefill({});
  private desk!: RouteDesk;
  private stop: (() => void) | undefined;
  private edits = edit.state.edits;
  /** Who edits; who was signed in when a session ends goes on afterwards. */
  private session: Session | null = null;
  private hasShown = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.desk = new RouteDesk(this.routeId, this.prefill);
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
    if (document.activeElement === document.body) this.querySelector<HTMLElement>('[data-testid=route-name]')?.focus({ preventScroll: true });
  }

  private sheet(): Sheet | null {
    const { desk, session } = this;
    const { draft } = desk.state;
    if (!draft) return null;
    return { desk, state: desk.state, draft, editor: session && session.role !== 'viewer' ? session : null, lang: this.language, w: this.w, e: this.words(routesWords) };
  }

  private head({ desk, draft, e, w }: Sheet): TemplateResult {
    const { title, status, provenance } = draft.base.route;
    const badge = { suspended: e.suspended, withdrawn: w.badgeWithdrawn, active: '' }[status ?? 'active'];
    const study = new URLSearchParams([['sr', desk.id], ...displayPairs(edit.state.display)]).toString();
    return html`<p><a class="button plain back-link" href=${hrefOf('routes')} data-testid="back-to-routes">${sign('back')}${e.backToRoutes}</a></p>
      <h2 tabindex="-1" data-testid="route-name">${desk.isNew ? e.newRoute : title}</h2>
      ${desk.isNew
        ? nothing
        : html`<p class="badges">
              ${isSynthetic(provenance.source) ? html`<span class="badge example">${w.badgeSynthetic}</span>` : nothing} ${badge ? html`<span class="badge alarm">${badge}</span>` : nothing}
            </p>
            ${badge ? nothing : html`<p><a class="button" href="/study.html#${study}" data-testid="see-in-study">${sign('go')}${e.seeInStudy}</a></p>`}`}`;
  }

  private newer({ desk, state, e }: Sheet): TemplateResult {
    const p = this.words(placeWords);
    const look = (): void => {
      desk.set({ merging: true });
      requestAnimationFrame(() => document.getElementById('conflict-title')?.focus());
    };
    const isWaiting = state.theirs !== null && !state.merging;
    return html`<div role="status">
      ${isWaiting ? html`<p class="notice-line" data-testid="newer">${e.newerState} <button type="button" class="button" data-testid="look-and-merge" @click=${look}>${p.lookAndMerge}</button></p>` : nothing}
    </div>`;
  }

  private bar({ desk }: Sheet): TemplateResult {
    const p = this.words(placeWords);
    const count = desk.changes.length;
    const toSave = (): void => {
      const title = document.getElementById('saving-title');
      title?.scrollIntoView({ block: 'start' });
      title?.focus({ preventScroll: true });
    };
    return html`<div class="save-bar" ?hidden=${count === 0}>
      <span>${p.willChange(count)}</span><button type="button" class="button primary" data-testid="to-save" @click=${toSave}>${p.toSave}</button>
    </div>`;
  }

  private body(sheet: Sheet): TemplateResult {
    const { state, editor, desk, e } = sheet;
    return html`${this.head(sheet)} ${editor ? nothing : html`<p class="notice-line" data-testid="read-only">${e.readOnly}</p>`} ${this.newer(sheet)}
      ${state.merging ? html`<yuren-route-conflict .sheet=${sheet}></yuren-route-conflict>` : nothing}
      <fieldset class="route-about" ?disabled=${!editor}>${aboutRoute(sheet)}</fieldset>
      <yuren-route-stops .sheet=${sheet}></yuren-route-stops>
      ${editor ? html`<yuren-route-saving .sheet=${sheet}></yuren-route-saving>` : nothing} ${desk.isNew ? nothing : html`<yuren-route-history .sheet=${sheet}></yuren-route-history>`}
      ${editor ? html`${this.bar(sheet)}<yuren-leaving .desk=${desk}></yuren-leaving>` : nothing}`;
  }

  override render() {
    const p = this.words(placeWords);
    const sheet = this.sheet();
    if (sheet) return this.body(sheet);
    const { failure } = this.desk.state;
    const title = html`<h2>${this.words(frameWords).routes}</h2>`;
    if (!failure) return html`${title}<p class="notice quiet">${this.words(routesWords).loadingOne}</p>`;
    return html`${title}<div class="trouble" role="alert">
      <p>${inWords(failure, this.language, false)}</p>
      <button class="button" @click=${() => void this.desk.open()}>${p.retry}</button>
    </div>`;
  }
}
