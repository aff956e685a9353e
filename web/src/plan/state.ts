/** The one state of the planner's page, and its writing in the address. What must be asked for it is in `asking.ts`. */
import type { BBox, City, LonLat } from '../api/types';
import type { Toast } from '../components/toast';
import type { Display } from '../state/display';
import { linkTo, putFragment } from '../state/fragment';
import { remember, remembered } from '../state/memory';
import { Observed } from '../state/observed';
import { sayer } from '../state/saying';
import type { CoverageAnswer, Planning } from './answer';
import { decodePlan, encodePlan, FIRST_PLAN, type PlanView, type Surface, type Tab } from './address';
import { paceOf, thresholdMinutes } from './question';
import type { PlanFailure } from './failure';
import type { ListUse, OwnList } from './own/list';
import { NO_REACH, type Reach } from './reach';
import { goesByStreets, heeded } from './scenario/closing';
import type { Kept } from './scenario/kept';
import { NO_PLACING, type Placing } from './scenario/placing';
import type { Scenario } from './scenario/scenario';

export interface PlanState {
  view: PlanView;
  display: Display;
  city: City | null;
  planning: Planning | null;
  /** The newest answer, with the scenario where there is one; while another is under way, the one before. */
  answer: CoverageAnswer | null;
  /** The answer to the same question without the scenario; the same as `answer` where there is none. */
  before: CoverageAnswer | null;
  /** `unlisted` = the question is about a list of one's own points that this browser does not have. */
  status: 'idle' | 'loading' | 'ready' | 'failed' | 'unlisted';
  /** It has been under way long enough (300 ms) to say so. */
  slow: boolean;
  failure: PlanFailure | null;
  placing: Placing;
  /** What the next tap on the map does: adds a site, closes a street; `null` = it chooses what is there. */
  armed: 'add' | 'close' | null;
  /** How far one gets from `view.reach`. */
  reach: Reach;
  /** What is to be brought into sight. */
  bring: { at: LonLat; zoom: number } | { bounds: BBox } | null;
  /** Id of the site that is chosen on the map. */
  site: string | null;
  /** Scenarios before the newest change, the newest last. */
  undo: readonly PlanView['scenario'][];
  /** The kept scenario that the one in front is compared with. */
  comparing: Kept | null;
  /** Lists of one's own points that this page knows. */
  own: readonly OwnList[];
  /** The dialog for lists of one's own is in front, for this use. */
  choosing: ListUse | null;
  /** The report is in front. */
  reporting: boolean;
  map: 'loading' | 'ready' | 'partial' | 'unavailable';
  toast: Toast | null;
}

const { lang = 'zh', theme = 'auto', large = false } = remembered();

export const plan = new Observed<PlanState>({
  view: FIRST_PLAN,
  display: { lang, theme, large },
  city: null,
  planning: null,
  answer: null,
  before: null,
  status: 'idle',
  slow: false,
  failure: null,
  placing: NO_PLACING,
  armed: null,
  reach: NO_REACH,
  bring: null,
  site: null,
  undo: [],
  comparing: null,
  own: [],
  choosing: null,
  reporting: false,
  map: 'loading',
  toast: null,
});

export const say = sayer(plan);

function fragment(): string {
  return encodePlan(plan.state.view, plan.state.display);
}

/** Writes the address of the view in front; `push` = as a step that Back undoes. */
export function writeAddress(push = false): void {
  putFragment(fragment(), push);
}

/** The whole address that shares this view. */
export function link(): string {
  return linkTo(fragment());
}

export function setView(patch: Partial<PlanView>, push = false): void {
  plan.set({ view: { ...plan.state.view, ...patch } });
  writeAddress(push);
}

export function setDisplay(patch: Partial<Display>): void {
  plan.set({ display: { ...plan.state.display, ...patch } });
  remember(patch);
  writeAddress();
}

export function setSurface(surface: Surface): void {
  setView({ surface });
}

export function setTab(tab: Tab): void {
  setView({ tab });
}

export function setCamera(at: LonLat, zoom: number): void {
  setView({ camera: { at, zoom } });
}

/** Explains the gap of a demand point, as a step that Back undoes; `null` closes it. */
export function explain(unit: string | null): void {
  if (unit === plan.state.view.unit) return;
  plan.set({ site: null });
  setView({ unit }, unit !== null && plan.state.view.unit === null);
}

/** Whether the answer to what is asked goes by streets. */
export function byStreets({ view, planning }: PlanState = plan.state): boolean {
  return goesByStreets(view.question, view.threshold, planning);
}

/** A scenario, the one in front unless another is given, as it can be asked about now. */
export function askedScenario(scenario: Scenario = plan.state.view.scenario): Scenario {
  return heeded(scenario, byStreets());
}

/** The threshold in minutes of the answer's points; `null` until it is known how fast one goes. */
export function limit(state: PlanState = plan.state): number | null {
  const { view, answer, planning } = state;
  if ('minutes' in view.threshold) return view.threshold.minutes;
  const pace = answer?.method.mode === view.question.mode ? answer.method : planning && paceOf(planning.travel, view.question.mode);
  return pace && thresholdMinutes(view.threshold, pace);
}

/** Draws how far one gets from a point; `null` = no longer. */
export function setReach(reach: LonLat | null): void {
  setView({ reach });
}

/** What the address says now. */
export function readAddress(): { skipped: boolean } {
  const { view, display, skipped } = decodePlan(location.hash);
  plan.set({ view, display: { ...plan.state.display, ...display } });
  return { skipped };
}
