/** The map's place in the page: it comes after the question is up, and the page works the same where it cannot come. */
import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { LonLat } from '../../api/types';
import { sign } from '../../components/icons';
import { mapControls } from '../../components/map-controls';
import { approvalLine, creditLine } from '../../format/credits';
import { date } from '../../format/units';
import { nameIn } from '../../i18n';
import { formWords } from '../../i18n/study/form';
import { studyWords } from '../../i18n/study/frame';
import { coveredBy } from '../../map/covered';
import { onceSettled } from '../../map/settled';
import { shownTheme } from '../../state/display';
import type { StudyPlan } from '../answer';
import { StudyElement } from '../base';
import type { StudyRoute } from '../library/answer';
import { linesOfRoute, marksOfRoute } from '../library/drawn';
import { shownPlan } from '../shown-plan';
import { openStop, study, type StudyState } from '../state';
import { setQuestion } from '../steps';
import { bendsOf, boxOf, legsOf, linesIn, marksOf, type Mark, type Start } from './drawn';
import type { StudyMap } from './study-map';

/** The school's pin stands 40 pixels above its point. */
const EDGE = 52;

/** Where the day begins, as far as it is known. */
export function schoolPoint({ view, answer }: StudyState): LonLat | null {
  const { school } = view.question;
  if (!school) return null;
  if ('at' in school) return school.at;
  return answer && answer.school.place === school.place ? [answer.school.lon, answer.school.lat] : null;
}

/** Where the group sets out that is under way; `null` = none is. */
function startOf({ view, spots }: StudyState, school: LonLat | null): Start | null {
  const { now } = view;
  return now && { group: now.group, at: now.place === null ? school : (spots[now.place] ?? null) };
}

@customElement('yuren-study-map')
export class StudyMapFrame extends StudyElement {
  private map: StudyMap | null = null;
  private asked = false;
  private told: { plan: StudyPlan | null; group: number; school: string; start: string; stop: string | null; route: StudyRoute | null } = { plan: null, group: 0, school: '', start: '', stop: null, route: null };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.retry);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.retry);
  }

  protected override updated(): void {
    if (!this.asked && this.state.city) {
      this.asked = true;
      void this.begin();
    }
    this.tell();
  }

  private look() {
    return { lang: this.language, theme: shownTheme() };
  }

  private covered() {
    return coveredBy(this, { above: '.header', below: '.map-foot', edge: EDGE });
  }

  private async begin(): Promise<void> {
    const container = this.querySelector<HTMLElement>('.map-canvas');
    const { city } = this.state;
    if (!container || !city) return;
    try {
      const { StudyMap } = await import('./study-map');
      this.map = new StudyMap(container, this.look(), city.bbox, this.words(studyWords).map, {
        tapped: (at) => this.tapped(at),
        chosen: (place) => this.chosen(place),
        trouble: (error) => {
          // A developer's console is the only place for which tile it was.
          console.warn(error.message);
          if (this.state.map !== 'partial') study.set({ map: 'partial' });
        },
        covered: () => this.covered(),
      });
      study.set({ map: 'ready' });
    } catch {
      document.documentElement.dataset['mapState'] = 'unavailable';
      study.set({ map: 'unavailable' });
    }
  }

  private begins(at: LonLat): void {
    const name = this.words(formWords).pointName;
    setQuestion({ school: { name, at } });
    study.set({ schoolName: { name }, pointing: false });
  }

  /** A mark of a route leads to its stop on the card, one of a day opens the stop. */
  private chosen(place: string): void {
    if (study.state.library.opened) document.querySelector<HTMLElement>(`yuren-study-route [data-id="${CSS.escape(place)}"]`)?.focus();
    else openStop(place);
  }

  /** Of the route whose card is open, else of the day. */
  private marks(): Mark[] {
    const { library, group } = this.state;
    return library.opened ? marksOfRoute(library.opened, this.language) : marksOf(shownPlan(this.state), group);
  }

  private tapped(at: LonLat): void {
    if (study.state.pointing) this.begins(at);
  }

  /** Hands the map what has changed. */
  private tell(): void {
    const { map, state } = this;
    if (!map) return;
    const s = this.words(studyWords);
    map.setLook(this.look());
    map.setPointing(state.pointing);
    const plan = shownPlan(state);
    const at = schoolPoint(state);
    const labels = { mark: ({ numbers, name }: { numbers: readonly number[]; name: string }) => s.stopMarker(numbers.join('·'), name), school: s.schoolMarker(state.schoolName?.name ?? '') };
    map.setSchool(at, labels);
    const route = state.library.opened;
    const marks = this.marks();
    map.setMarks(marks, state.stop, labels);
    const before = this.told;
    const start = startOf(state, at);
    this.told = { plan, group: state.group, school: String(at), start: String(start?.at), stop: state.stop, route };
    const isElsewhere = before.plan !== plan || before.group !== state.group || before.school !== this.told.school || before.start !== this.told.start || before.route !== route;
    if (isElsewhere) map.setLegs(route ? linesOfRoute(route) : legsOf(plan, at, state.group, start));
    // A day that is only arranged anew stays where it is in sight.
    const isNew = (before.plan === null && plan !== null) || before.group !== state.group || before.school !== this.told.school || before.route?.id !== route?.id;
    if (isNew) onceSettled(() => this.fitDay());
    const chosen = state.stop !== before.stop ? marks.find(({ place }) => place === state.stop) : undefined;
    if (chosen) onceSettled(() => map.show(chosen.at));
  }

  private fitDay(): void {
    // A route is seen for itself, wherever the school is.
    const isRoute = this.state.library.opened !== null;
    const at = isRoute ? null : schoolPoint(this.state);
    const bends = isRoute ? [] : bendsOf(shownPlan(this.state), this.state.group);
    const box = boxOf([...(at ? [at] : []), ...this.marks().map((mark) => mark.at), ...bends]);
    if (box) this.map?.fit(box);
    else if (this.state.city) this.map?.fit(this.state.city.bbox);
  }

  private retry = (): void => {
    if (this.state.map !== 'partial') return;
    study.set({ map: 'ready' });
    this.map?.retry();
  };

  override render() {
    const { w } = this;
    const s = this.words(studyWords);
    const { map, city, pointing, group } = this.state;
    const plan = shownPlan(this.state);
    const route = this.state.library.opened;
    const note = route ? s.routeLegs : plan ? { streets: s.streetLegs, straight: s.straightLegs, both: s.bothLegs }[linesIn(plan)] : null;
    const name = plan && plan.groups.length > 1 && !route ? s.mapOf(group + 1) : s.map;
    return html`<section class="map" aria-label=${city ? `${nameIn(this.language, city)} ${name}` : name}>
      <div class="map-canvas" data-testid="map"></div>
      ${map === 'unavailable' ? html`<p class="map-message">${w.mapUnavailable}</p>` : nothing}
      ${map === 'partial' ? html`<p class="map-message" role="status">${w.mapTilesFailed} <button class="button" @click=${this.retry}>${w.retry}</button></p>` : nothing}
      ${pointing ? html`<div class="map-head pointing-head"><p role="status">${s.pointHere}</p><button class="button" data-testid="school-at-centre" @click=${() => this.map && this.begins(this.map.centre())}>${sign('plus')}${s.atCentre}</button></div>` : nothing}
      <div class="map-foot"><div class="map-row">
          ${note ? html`<p class="map-note" data-testid="legs-note">${note}</p>` : html`<span></span>`}
          ${mapControls(w, this.map, { name: s.fitDay, testid: 'whole-day', show: () => this.fitDay() })}
        </div>
        ${city
          ? html`<div class="credits" data-testid="credits"><span>${approvalLine(city, this.language)}</span><span class="data-date">${w.dataOf(date(city.data_date, w))}</span><span>${creditLine(city)}</span></div>`
          : nothing}
      </div>
    </section>`;
  }
}
