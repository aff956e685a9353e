/** Why a demand point is served or not: what is nearest for each need, how far it is, and whether it is open then. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { sign } from '../../components/icons';
import { distance } from '../../format/units';
import { nameIn } from '../../i18n';
import { listWords } from '../../i18n/plan/lists';
import { questionWords } from '../../i18n/plan/question';
import { roleName } from '../../i18n/roles';
import type { CoverageAnswer, CoverageSite } from '../answer';
import * as api from '../api';
import { setScenario } from '../asking';
import { PlanElement } from '../base';
import { amount } from '../charts/text';
import { counted, unitOf } from '../counted';
import { statusAt } from '../counting';
import { short, whole } from '../figures';
import { rolesOfNewSite } from '../question';
import { withSite } from '../scenario/scenario';
import { askedScenario, explain, limit, plan } from '../state';
import { counts, waysOf, type Way } from '../ways';
import { reachButton } from './reach-button';

/** Sites shown a need. */
const NEAREST = 3;

@customElement('yuren-plan-why')
export class WhyPanel extends PlanElement {
  /** Minutes along streets by a site's id, and what they were asked for. */
  @state() private streets: { key: string; minutes: ReadonlyMap<string, number | null> } | null = null;
  private opened: string | null = null;

  protected override updated(): void {
    const { unit } = this.state.view;
    if (unit !== this.opened) {
      this.opened = unit;
      if (unit) this.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    }
    void this.askStreets();
  }

  private index(answer: CoverageAnswer): number {
    return answer.points.id.indexOf(this.state.view.unit ?? '');
  }

  private ways(answer: CoverageAnswer, index: number): Way[][] {
    const { lon, lat } = answer.points;
    return waysOf([lon[index] ?? 0, lat[index] ?? 0], answer.sites, this.state.view.question.needs, answer.method, NEAREST);
  }

  /** Where the answer is by streets, so are the ways shown here. */
  private async askStreets(): Promise<void> {
    const { answer, view } = this.state;
    if (!answer || answer.method.kind !== 'network' || !view.unit) return;
    const index = this.index(answer);
    if (index < 0) return;
    const sites = this.ways(answer, index).flat().map(({ site }) => site);
    // What the answer was worked out with: a newer scenario's answer may be on its way.
    const close = answer.closed.length > 0 ? askedScenario().close : [];
    const key = JSON.stringify([view.unit, answer.method.mode, close, sites.map(({ id, lon, lat }) => [id, lon, lat])]);
    if (this.streets?.key === key) return;
    this.streets = { key, minutes: new Map() };
    try {
      const { lon, lat } = answer.points;
      const minutes = await api.minutesFrom([lon[index] ?? 0, lat[index] ?? 0], sites.map((site) => [site.lon, site.lat]), answer.method.mode, close);
      if (this.streets.key === key) this.streets = { key, minutes: new Map(sites.map(({ id }, at) => [id, minutes[at] ?? null])) };
    } catch {
      // The straight distances stand without them.
    }
  }

  /** Whether streets lead from here to none of the sites shown. */
  private isCutOff(): boolean {
    const minutes = [...(this.streets?.minutes.values() ?? [])];
    return this.state.answer?.method.kind === 'network' && minutes.length > 0 && minutes.every((each) => each === null);
  }

  private standing(answer: CoverageAnswer, index: number, at: number): string {
    const l = this.words(listWords);
    const minutes = answer.points.minutes[index] ?? null;
    const perhaps = answer.points.perhaps_minutes[index] ?? null;
    switch (statusAt(answer.points, index, at)) {
      case 'served':
        return l.servedNow(short(minutes ?? 0));
      case 'perhaps':
        return l.perhapsNow(short(perhaps ?? 0));
      case 'across_water':
        return l.acrossNow;
      default:
        return minutes === null ? `${l.unservedNever} · ${l.beyondHorizon(whole(answer.method.horizon_minutes))}` : l.unservedNow(short(minutes));
    }
  }

  private siteNotes(site: CoverageSite): string[] {
    const l = this.words(listWords);
    const open = { yes: l.open, no: l.closed, unknown: l.unknownHours }[site.open];
    const isSlice = this.state.view.question.slice !== 'any';
    return [...(isSlice ? [open] : []), ...(site.removed ? [l.removed] : []), ...(site.added ? [l.addedSite] : []), ...(site.moved ? [l.movedSite] : [])];
  }

  private way({ site, metres, minutes }: Way, kind: 'estimate' | 'network'): TemplateResult {
    const l = this.words(listWords);
    const along = this.streets?.minutes.get(site.id);
    const long = kind === 'estimate' ? l.estimated(short(Math.round(minutes * 10) / 10)) : along === undefined ? null : along === null ? l.noWay : l.byStreets(short(along));
    const notes = this.siteNotes(site);
    return html`<li class="way ${counts(site) ? '' : 'does-not-count'}" data-testid="way" data-id=${site.id}>
      <button class="row-name" @click=${() => plan.set({ site: site.id, bring: { at: [site.lon, site.lat], zoom: 13 } })}>${site.name}</button>
      <span class="number">${[long, l.metres(distance(metres, this.w))].filter(Boolean).join(' · ')}</span>
      ${notes.length ? html`<span class="quiet small">${notes.join(' · ')}</span>` : nothing}
    </li>`;
  }

  private need(index: number, ways: readonly Way[], answer: CoverageAnswer, at: number): TemplateResult {
    const l = this.words(listWords);
    const q = this.words(questionWords);
    const kinds = this.state.view.question.needs[index] ?? [];
    const named = kinds.map((kind) => roleName(kind, this.language)).join(` ${q.or} `);
    const along = (way: Way): number | null => (answer.method.kind === 'estimate' ? way.minutes : (this.streets?.minutes.get(way.site.id) ?? null));
    const met = ways.some((way) => counts(way.site) && (along(way) ?? Infinity) <= at + 0.05);
    return html`<section class="need-ways" data-testid="need-ways">
      <h3>${l.nearestOf(named)} <span class="badge ${met ? 'met' : 'alarm'}">${met ? l.met : l.missing}</span></h3>
      ${ways.length ? html`<ul class="plain-list">${ways.map((way) => this.way(way, answer.method.kind))}</ul>` : html`<p class="quiet">${l.none}</p>`}
    </section>`;
  }

  private addHere(answer: CoverageAnswer, index: number): void {
    const { points } = answer;
    const { question, scenario } = this.state.view;
    setScenario(withSite(scenario, { name: points.name[index] ?? '', lon: points.lon[index] ?? 0, lat: points.lat[index] ?? 0, roles: rolesOfNewSite(question.needs) }));
  }

  override render() {
    const l = this.words(listWords);
    const { answer, view } = this.state;
    const at = limit(this.state);
    const index = answer ? this.index(answer) : -1;
    if (!answer || at === null || view.unit === null || index < 0) return nothing;
    const town = answer.regions.find(({ code }) => code === answer.points.town[index]);
    const district = answer.regions.find(({ code }) => code === answer.points.district[index]);
    const precision = answer.points.precision[index];
    const status = statusAt(answer.points, index, at);
    return html`<article class="why" data-testid="why" data-id=${view.unit} data-status=${status}>
      <div class="card-bar">
        <h2 tabindex="-1">${answer.points.name[index]}</h2>
        <button class="icon-button" data-testid="why-close" aria-label=${l.close} @click=${() => explain(null)}>${sign('close')}</button>
      </div>
      <p class="quiet">${[district, town].flatMap((region) => (region ? [nameIn(this.language, region)] : [])).join(' · ')}</p>
      ${unitOf(answer) === 'village' ? nothing : html`<p class="quiet" data-testid="point-weight">${counted(answer, this.language).amount(amount(answer.points.weight[index] ?? 0))}</p>`}
      <p class="finding" data-testid="standing">${this.standing(answer, index, at)}</p>
      ${this.isCutOff() ? html`<p class="quiet small" data-testid="cut-off">${l.cutOff} ${answer.closed.length ? l.cutOffByClosing : nothing}</p>` : nothing}
      ${status === 'across_water' ? html`<p class="quiet small">${l.coarse}</p>` : nothing}
      ${this.ways(answer, index).map((ways, need) => this.need(need, ways, answer, at))}
      ${precision === 'synthetic' ? html`<p class="quiet small">${l.syntheticPoint}</p>` : precision === 'approximate' ? html`<p class="quiet small">${l.approximate}</p>` : nothing}
      ${reachButton(this.state, [answer.points.lon[index] ?? 0, answer.points.lat[index] ?? 0], this.language)}
      <button class="button primary wide" data-testid="add-here" @click=${() => this.addHere(answer, index)}>${sign('plus')}${l.addHere}</button>
    </article>`;
  }
}
