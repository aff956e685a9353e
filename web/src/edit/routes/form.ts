/** The form of one route, from its title to its history. It follows the server while nothing is written in it. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { sign } from '../../components/icons';
import { deskWords } from '../../i18n/edit/desk';
import { frameWords } from '../../i18n/edit/frame';
import { routesWords } from '../../i18n/edit/routes';
import { displayPairs } from '../../state/display';
import { readPrefill, type Prefill } from '../../study/library/prefill';
import { isSynthetic } from '../checking';
import { DeskForm } from '../desk/form';
import { edit, hrefOf } from '../state';
import { aboutRoute } from './about';
import { conflictOf } from './conflict';
import { RouteDesk } from './desk';
import { pastOf } from './past';
import { savingOf } from './saving';
import type { Sheet } from './sheet';
import './stops';

@customElement('yuren-route-form')
export class RouteForm extends DeskForm<RouteDesk> {
  /** Empty = a route that is being made. */
  @property({ attribute: false }) routeId = '';
  @property({ attribute: false }) prefill: Prefill = readPrefill({});

  protected override makeDesk(): RouteDesk {
    const desk = new RouteDesk(this.routeId, this.prefill);
    desk.places.subscribe(() => this.requestUpdate());
    return desk;
  }

  protected override get waiting() {
    return { title: this.words(frameWords).routes, loading: this.words(routesWords).loadingOne };
  }

  private sheet(): Sheet | null {
    const { desk, session } = this;
    const { draft } = desk.state;
    if (!draft) return null;
    return { desk, state: desk.state, draft, places: desk.places.state.known, editor: this.isEditor ? session : null, lang: this.language, w: this.w, e: this.words(routesWords) };
  }

  private head({ desk, draft, e, w }: Sheet): TemplateResult {
    const { title, status, provenance } = draft.base.route;
    const badge = { suspended: e.suspended, withdrawn: w.badgeWithdrawn, active: '' }[status ?? 'active'];
    const study = new URLSearchParams([['sr', desk.id], ...displayPairs(edit.state.display)]).toString();
    return html`<p><a class="button plain back-link" href=${hrefOf('routes')} data-testid="back-to-routes">${sign('back')}${e.backToRoutes}</a></p>
      <h2 id="desk-title" tabindex="-1" data-testid="route-name">${desk.isNew ? e.newRoute : title}</h2>
      ${desk.isNew
        ? nothing
        : html`<p class="badges">
              ${isSynthetic(provenance.source) ? html`<span class="badge example">${w.badgeSynthetic}</span>` : nothing} ${badge ? html`<span class="badge alarm">${badge}</span>` : nothing}
            </p>
            ${badge ? nothing : html`<p><a class="button" href="/study.html#${study}" data-testid="see-in-study">${sign('go')}${e.seeInStudy}</a></p>`}`}`;
  }

  protected override body(): TemplateResult | null {
    const sheet = this.sheet();
    if (!sheet) return null;
    const { state, editor, desk, e } = sheet;
    return html`${this.head(sheet)} ${editor ? nothing : html`<p class="notice-line" data-testid="read-only">${this.words(deskWords).readOnly}</p>`} ${this.newer(e.newerState)}
      ${state.merging && state.theirs ? html`<yuren-conflict .conflict=${conflictOf(sheet, state.theirs)}></yuren-conflict>` : nothing}
      <fieldset class="route-about" ?disabled=${!editor}>${aboutRoute(sheet)}</fieldset>
      <yuren-route-stops .sheet=${sheet}></yuren-route-stops>
      ${editor ? html`<yuren-saving .saving=${savingOf(sheet)}></yuren-saving>` : nothing} ${desk.isNew ? nothing : html`<yuren-history .past=${pastOf(sheet)}></yuren-history>`}
      ${editor ? this.bar() : nothing}`;
  }
}
