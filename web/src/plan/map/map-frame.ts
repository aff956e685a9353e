/** The map's place in the page: it comes after the figures are up, and the page works the same where it cannot come. */
import { html, nothing, type PropertyValues } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { LonLat } from '../../api/types';
import { sign } from '../../components/icons';
import { date } from '../../format/units';
import { nameIn } from '../../i18n';
import { mapWords } from '../../i18n/plan/map';
import { trialWords } from '../../i18n/plan/trial';
import { SURFACES } from '../address';
import type { Placement } from '../answer';
import { dragged, setScenario } from '../asking';
import { PlanElement } from '../base';
import { chosenSite } from '../panel/site-card';
import { approvalLine, creditLine } from '../../format/credits';
import { rolesOfNewSite } from '../question';
import { isEmpty, MOST_CHANGES, withoutSite, withSite, withSiteAt } from '../scenario/scenario';
import { explain, limit, plan, say, setCamera, setSurface, type PlanState } from '../state';
import { waysOf, counts } from '../ways';
import type { CoverageMap, Drawn } from './coverage-map';
import { legend } from './legend';
import { outlineOf } from './outline';

const EDGE = 40;

@customElement('yuren-plan-map')
export class PlanMap extends PlanElement {
  private map: CoverageMap | null = null;
  private asked = false;
  private brought: PlanState['bring'] = null;
  private proposed: { of: Placement | null; spots: Drawn['proposed'] } = { of: null, spots: [] };
  private way: { key: string; line: Drawn['way'] } = { key: '', line: null };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.retry);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.retry);
  }

  protected override updated(_changed: PropertyValues): void {
    const { city, failure, view } = this.state;
    if (!this.asked && (city || failure || view.camera)) {
      this.asked = true;
      void this.begin();
    }
    this.tell();
  }

  private look() {
    return { lang: this.language, theme: document.documentElement.dataset['theme'] === 'dark' ? ('dark' as const) : ('light' as const) };
  }

  private async begin(): Promise<void> {
    const container = this.querySelector<HTMLElement>('.map-canvas');
    if (!container) return;
    try {
      const { CoverageMap } = await import('./coverage-map');
      const { view, city } = this.state;
      const camera = view.camera ? { center: view.camera.at, zoom: view.camera.zoom } : { bounds: city?.bbox ?? ([73, 18, 135, 54] as [number, number, number, number]) };
      this.map = new CoverageMap(container, this.look(), camera, this.words(mapWords).map, {
        unit: (id) => (plan.state.adding ? this.addAtUnit(id) : explain(id)),
        site: (id) => plan.set({ site: id }),
        spot: (at) => this.tap(at),
        moved: setCamera,
        trouble: (error) => {
          // A developer's console is the only place for which tile it was.
          console.warn(error.message);
          if (this.state.map !== 'partial') plan.set({ map: 'partial' });
        },
        covered: () => this.covered(),
      });
      plan.set({ map: 'ready' });
      void this.askOutline();
    } catch {
      document.documentElement.dataset['mapState'] = 'unavailable';
      plan.set({ map: 'unavailable' });
    }
  }

  private async askOutline(): Promise<void> {
    const { city } = this.state;
    if (city) this.map?.setOutline(await outlineOf(city.bbox));
  }

  private add(at: LonLat, name: string): void {
    const { question, scenario } = plan.state.view;
    const t = this.words(trialWords);
    if (scenario.add.length >= MOST_CHANGES) say(t.full);
    plan.set({ adding: false });
    setScenario(withSite(scenario, { name, lon: at[0], lat: at[1], roles: rolesOfNewSite(question.needs) }));
  }

  private addAtUnit(id: string): void {
    const points = plan.state.answer?.points;
    const index = points?.id.indexOf(id) ?? -1;
    if (points && index >= 0) this.add([points.lon[index] ?? 0, points.lat[index] ?? 0], points.name[index] ?? '');
  }

  private addNew(at: LonLat): void {
    this.add(at, this.words(trialWords).newSite(String(plan.state.view.scenario.add.length + 1)));
  }

  /** The way to add a site without pointing at a spot. */
  private addAtCentre(): void {
    if (this.map) this.addNew(this.map.centre());
  }

  private tap(at: LonLat): void {
    if (plan.state.adding) this.addNew(at);
    else if (plan.state.site !== null) plan.set({ site: null });
    else explain(null);
  }

  /** What lies over the map: on a phone the question above and the sheet below. */
  private covered() {
    const map = this.getBoundingClientRect();
    const tools = document.querySelector('.tools')?.getBoundingClientRect();
    const panel = document.querySelector('.panel')?.getBoundingClientRect();
    const over = tools && panel && panel.width > map.width - 2;
    const top = over ? Math.max(0, tools.bottom - map.top) : 0;
    const bottom = over ? Math.min(map.height - top - 120, Math.max(0, map.bottom - panel.top)) : 0;
    const legend = this.querySelector('.map-foot')?.clientHeight ?? 0;
    return { top: top + EDGE / 2, bottom: Math.max(0, bottom) + legend + EDGE / 2, left: EDGE / 2, right: EDGE / 2 };
  }

  /** The line from the chosen demand point to the site that decides: the farthest of its needs' nearest. */
  private wayOf({ answer, view }: PlanState): Drawn['way'] {
    const index = answer?.points.id.indexOf(view.unit ?? '') ?? -1;
    if (!answer || index < 0) return null;
    const { lon, lat } = answer.points;
    const from: LonLat = [lon[index] ?? 0, lat[index] ?? 0];
    const told = answer.sites[answer.points.nearest[index] ?? -1];
    const guess = (): typeof told => {
      const nearest = waysOf(from, answer.sites.filter(counts), view.question.needs, answer.method, 1).flat();
      return nearest.sort((one, other) => other.metres - one.metres)[0]?.site;
    };
    const site = told ?? guess();
    const key = JSON.stringify([from, site?.lon, site?.lat]);
    if (this.way.key !== key) this.way = { key, line: site ? [from, [site.lon, site.lat]] : null };
    return this.way.line;
  }

  /** Where the newest proposal has its sites. */
  private proposedOf({ placing }: PlanState): Drawn['proposed'] {
    if (this.proposed.of !== placing.placement) {
      this.proposed = { of: placing.placement, spots: placing.placement?.chosen.map(({ lon, lat }): LonLat => [lon, lat]) ?? [] };
    }
    return this.proposed.spots;
  }

  /** Hands the map what has changed. */
  private tell(): void {
    const { map, state } = this;
    if (!map) return;
    const { view, answer, bring, adding } = state;
    map.setLook(this.look());
    const at = limit(state);
    if (at !== null) {
      const mode = answer?.method.mode ?? view.question.mode;
      map.draw({ answer, threshold: at, mode, surface: view.surface, unit: view.unit, proposed: this.proposedOf(state), way: this.wayOf(state) });
    }
    map.setAdding(adding);
    this.tellSites(map);
    if (bring !== this.brought) {
      this.brought = bring;
      // After the layout has settled: a card may take room from the map.
      if (bring) requestAnimationFrame(() => ('bounds' in bring ? map.fit(bring.bounds) : map.show(bring.at, bring.zoom)));
    }
  }

  private tellSites(map: CoverageMap): void {
    const t = this.words(trialWords);
    const { scenario } = this.state.view;
    const chosen = chosenSite();
    const added = scenario.add.map(({ id, name, lon, lat }) => ({ id, label: t.marker(name), at: [lon, lat] as LonLat, added: true }));
    const movable = chosen && !chosen.added && !chosen.removed ? [{ id: chosen.id, label: t.marker(chosen.name), at: [chosen.lon, chosen.lat] as LonLat, added: false }] : [];
    map.setMovable([...added, ...movable], {
      dragged: (id, at) => dragged(withSiteAt(plan.state.view.scenario, id, at)),
      moved: (id, at) => setScenario(withSiteAt(plan.state.view.scenario, id, at)),
      removed: (id) => setScenario(withoutSite(plan.state.view.scenario, id)),
      chosen: (id) => plan.set({ site: id }),
    });
  }

  private retry = (): void => {
    if (this.state.map !== 'partial') return;
    plan.set({ map: 'ready' });
    this.map?.retry();
    void this.askOutline();
  };

  private surfaces() {
    const m = this.words(mapWords);
    return html`<fieldset class="modes surfaces">
      <legend class="visually-hidden">${m.surface}</legend>
      ${SURFACES.map(
        (surface) =>
          html`<label class="mode" data-testid="surface-${surface}">
            <input class="visually-hidden" type="radio" name="surface" .checked=${surface === this.state.view.surface} @change=${() => setSurface(surface)} /><span>${m[surface]}</span>
          </label>`,
      )}
    </fieldset>`;
  }

  private credits() {
    const m = this.words(mapWords);
    const { city, planning } = this.state;
    if (!city) return nothing;
    return html`<div class="credits" data-testid="credits">
      <span>${approvalLine(city, this.language)}</span>
      <span class="data-date">${this.w.dataOf(date(city.data_date, this.w))}${planning?.streets?.data_date ? ` · ${m.streetsBy(date(planning.streets.data_date, this.w))}` : ''}</span>
      <span>${[creditLine(city), planning?.streets?.attribution].filter(Boolean).join(' · ')}</span>
    </div>`;
  }

  override render() {
    const { w } = this;
    const m = this.words(mapWords);
    const { map, city, view, adding } = this.state;
    const fit = (): void => {
      if (city) this.map?.fit(city.bbox);
    };
    return html`<section class="map" aria-label=${city ? `${nameIn(this.language, city)} ${m.map}` : m.map}>
      <div class="map-canvas" data-testid="map"></div>
      ${map === 'unavailable' ? html`<p class="map-message">${w.mapUnavailable}</p>` : nothing}
      ${map === 'partial' ? html`<p class="map-message" role="status">${w.mapTilesFailed} <button class="button" @click=${this.retry}>${w.retry}</button></p>` : nothing}
      <div class="map-head">${this.surfaces()}${adding ? html`<button class="button at-centre" data-testid="add-at-centre" @click=${this.addAtCentre}>${sign('plus')}${m.atCentre}</button>` : nothing}</div>
      <div class="map-foot"><div class="map-row">${legend(view.surface, view.question.mode, !isEmpty(view.scenario), this.language)}
        <div class="map-controls">
          <button class="icon-button" data-testid="zoom-in" aria-label=${w.zoomIn} title=${w.zoomIn} @click=${() => this.map?.zoomBy(1)}>${sign('plus')}</button>
          <button class="icon-button" data-testid="zoom-out" aria-label=${w.zoomOut} title=${w.zoomOut} @click=${() => this.map?.zoomBy(-1)}>${sign('minus')}</button>
          <button class="icon-button" data-testid="whole-city" aria-label=${w.wholeCity} title=${w.wholeCity} @click=${fit}>${sign('city')}</button>
        </div></div>
        ${this.credits()}</div>
    </section>`;
  }
}
