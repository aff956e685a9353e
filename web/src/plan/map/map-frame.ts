/** The map's place in the page: it comes after the figures are up, and the page works the same where it cannot come. */
import { html, nothing, type PropertyValues } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { LonLat } from '../../api/types';
import { sign } from '../../components/icons';
import { mapControls } from '../../components/map-controls';
import { date } from '../../format/units';
import { nameIn } from '../../i18n';
import { mapWords } from '../../i18n/plan/map';
import { coveredBy, type Covering } from '../../map/covered';
import { onceSettled } from '../../map/settled';
import { SURFACES, type Surface } from '../address';
import type { Placement } from '../answer';
import { PlanElement } from '../base';
import { approvalLine, creditLine } from '../../format/credits';
import { shownTheme } from '../../state/display';
import { unitOf, type Unit } from '../counted';
import { finestLevel } from '../counting';
import { limit, plan, setCamera, setSurface, type PlanState } from '../state';
import { waysOf, counts } from '../ways';
import { movables, tapSite, tapSpot, tapUnit, TOLD } from './by-finger';
import type { CoverageMap, Drawn } from './coverage-map';
import { legend } from './legend';
import { outlineOf } from './outline';
import './reach-key';

const COVERING: Covering = { above: '.tools', below: '.map-foot', edge: 20 };
/** Where there is little room, something as large as the city may lie under the legend and the buttons. */
const TIGHT: Covering = { ...COVERING, below: '.credits' };

const NONE: Drawn['closed'] = [];

@customElement('yuren-plan-map')
export class PlanMap extends PlanElement {
  private map: CoverageMap | null = null;
  private asked = false;
  /** Whether the map is seen beside an open legend: not on a phone, nor in a small window, nor at 200 % zoom. */
  private readonly room = matchMedia('(width >= 720px) and (height >= 560px)');
  private brought: PlanState['bring'] = null;
  private proposed: { of: Placement | null; spots: Drawn['proposed'] } = { of: null, spots: [] };
  private way: { key: string; line: Drawn['way'] } = { key: '', line: null };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.retry);
    this.room.addEventListener('change', this.onRoom);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.retry);
    this.room.removeEventListener('change', this.onRoom);
  }

  protected override updated(_changed: PropertyValues): void {
    const { city, failure, view } = this.state;
    if (!this.asked && (city || failure || view.camera)) {
      this.asked = true;
      void this.begin();
    }
    this.tell();
  }

  private onRoom = (): void => this.requestUpdate();

  private look() {
    return { lang: this.language, theme: shownTheme() };
  }

  private async begin(): Promise<void> {
    const container = this.querySelector<HTMLElement>('.map-canvas');
    if (!container) return;
    try {
      const { CoverageMap } = await import('./coverage-map');
      const { view, city } = this.state;
      const camera = view.camera ? { center: view.camera.at, zoom: view.camera.zoom } : { bounds: city?.bbox ?? ([73, 18, 135, 54] as [number, number, number, number]) };
      this.map = new CoverageMap(container, this.look(), camera, this.words(mapWords).map, {
        unit: tapUnit,
        site: tapSite,
        spot: tapSpot,
        moved: setCamera,
        trouble: (error) => {
          // A developer's console is the only place for which tile it was.
          console.warn(error.message);
          if (this.state.map !== 'partial') plan.set({ map: 'partial' });
        },
        covered: () => coveredBy(this, this.room.matches ? COVERING : TIGHT),
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

  /** The way to point at a spot without pointing. */
  private tapCentre(): void {
    if (this.map) tapSpot(this.map.centre());
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
    const { view, answer, bring, armed, reach } = state;
    map.setLook(this.look());
    const at = limit(state);
    if (at !== null) {
      const mode = answer?.method.mode ?? view.question.mode;
      map.draw({ answer, threshold: at, mode, surface: view.surface, unit: view.unit, proposed: this.proposedOf(state), way: this.wayOf(state), closed: answer?.closed ?? NONE, reach: reach.areas });
    }
    map.setArmed(armed !== null);
    map.setMovable(movables(state), TOLD);
    if (bring !== this.brought) {
      this.brought = bring;
      if (bring) onceSettled(() => ('bounds' in bring ? map.fit(bring.bounds) : map.show(bring.at, bring.zoom)));
    }
  }

  private retry = (): void => {
    if (this.state.map !== 'partial') return;
    plan.set({ map: 'ready' });
    this.map?.retry();
    void this.askOutline();
  };

  /** What is counted: by the question, until its answer is there. */
  private get unit(): Unit {
    const { answer, view } = this.state;
    return answer ? unitOf(answer) : view.question.demand === null ? 'village' : 'point';
  }

  private surfaces() {
    const m = this.words(mapWords);
    const { answer } = this.state;
    const names: Record<Surface, string> = {
      dots: this.unit === 'village' ? m.villageUnits : m.dots,
      towns: answer && finestLevel(answer) === 'district' ? m.districts : m.towns,
      hexes: m.hexes,
    };
    return html`<fieldset class="modes surfaces">
      <legend class="visually-hidden">${m.surface}</legend>
      ${SURFACES.map(
        (surface) =>
          html`<label class="mode" data-testid="surface-${surface}">
            <input class="visually-hidden" type="radio" name="surface" .checked=${surface === this.state.view.surface} @change=${() => setSurface(surface)} /><span>${names[surface]}</span>
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
      <span>${creditLine(city, planning?.streets?.attribution)}</span>
    </div>`;
  }

  override render() {
    const { w } = this;
    const m = this.words(mapWords);
    const { map, city, view, armed, answer } = this.state;
    return html`<section class="map" aria-label=${city ? `${nameIn(this.language, city)} ${m.map}` : m.map}>
      <div class="map-canvas" data-testid="map"></div>
      ${map === 'unavailable' ? html`<p class="map-message">${w.mapUnavailable}</p>` : nothing}
      ${map === 'partial' ? html`<p class="map-message" role="status">${w.mapTilesFailed} <button class="button" @click=${this.retry}>${w.retry}</button></p>` : nothing}
      <div class="map-head">${this.surfaces()}${armed
        ? html`<button class="button at-centre" data-testid=${armed === 'add' ? 'add-at-centre' : 'close-at-centre'} @click=${this.tapCentre}>${sign(armed === 'add' ? 'plus' : 'barred')}${armed === 'add' ? m.atCentre : m.closeAtCentre}</button>`
        : nothing}
        <yuren-plan-reach></yuren-plan-reach></div>
      <div class="map-foot"><div class="map-row">${legend(view.surface, view.question.mode, this.unit, view.scenario.add.length + view.scenario.move.length > 0, (answer?.closed.length ?? 0) > 0, this.room.matches, this.language)}
        ${mapControls(w, this.map, city && { name: w.wholeCity, testid: 'whole-city', show: () => this.map?.fit(city.bbox) })}</div>
        ${this.credits()}</div>
    </section>`;
  }
}
