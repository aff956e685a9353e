/** The one state of the teacher's page, and its writing in the address. What must be asked for it is in `asking.ts`. */
import type { City, Day, LonLat } from '../api/types';
import type { Toast } from '../components/toast';
import type { Failure } from './failure';
import type { Display } from '../state/display';
import { linkTo, putFragment } from '../state/fragment';
import { remember, remembered } from '../state/memory';
import { Observed } from '../state/observed';
import { sayer } from '../state/saying';
import { decodeStudy, encodeStudy, FIRST_VIEW, type StudyView } from './address';
import type { Alternative, FieldStudyDay, Named, Names, StudyPlan } from './answer';
import { NO_LIBRARY, type Library } from './library/library';

/** A view with the answer to it, to go back to. */
export interface Step {
  view: StudyView;
  answer: FieldStudyDay;
}

export interface StudyState {
  view: StudyView;
  display: Display;
  city: City | null;
  /** The days from which one is chosen, with what kind each is. */
  days: readonly Day[];
  /** What the chosen school is called. */
  schoolName: Named | null;
  /** Ways can be asked about by streets; until that is known they cannot. */
  streets: boolean;
  /** Names of places that the view speaks of. */
  names: Names;
  /** Where those places are. */
  spots: Readonly<Record<string, LonLat>>;
  /** The newest whole answer; while another is under way, the one before. */
  answer: FieldStudyDay | null;
  /** The best plan so far of the search that is under way. */
  growing: StudyPlan | null;
  status: 'idle' | 'asking' | 'ready' | 'failed';
  /** It has been under way long enough (300 ms) to say so. */
  slow: boolean;
  failure: Failure | null;
  /** The form is open. */
  editing: boolean;
  /** A tap on the map is where the day begins. */
  pointing: boolean;
  /** The group whose day is on the map. */
  group: number;
  /** Id of the place whose stop is open. */
  stop: string | null;
  /** The routes to choose from, and the one whose card is open. */
  library: Library;
  /** Before the newest change, the newest last. */
  undo: readonly Step[];
  alternatives: { status: 'asking' | 'ready' | 'failed'; found: readonly Alternative[] } | null;
  /** The handbook is in front. */
  printing: boolean;
  map: 'loading' | 'ready' | 'partial' | 'unavailable';
  toast: Toast | null;
}

const { lang = 'zh', theme = 'auto', large = false } = remembered();

export const study = new Observed<StudyState>({
  view: FIRST_VIEW,
  display: { lang, theme, large },
  city: null,
  days: [],
  schoolName: null,
  streets: false,
  names: {},
  spots: {},
  answer: null,
  growing: null,
  status: 'idle',
  slow: false,
  failure: null,
  editing: true,
  pointing: false,
  group: 0,
  stop: null,
  library: NO_LIBRARY,
  undo: [],
  alternatives: null,
  printing: false,
  map: 'loading',
  toast: null,
});

export const say = sayer(study);

function fragment(): string {
  return encodeStudy(study.state.view, study.state.display);
}

/** Writes the address of the view in front; `push` = as a step that Back undoes. */
export function writeAddress(push = false): void {
  putFragment(fragment(), push);
}

/** The whole address that shares this view. */
export function link(): string {
  return linkTo(fragment());
}

/** Takes up what the address says; whether some of it made no sense. */
export function readAddress(): boolean {
  const { view, display, skipped } = decodeStudy(location.hash);
  study.set({ view, display: { ...study.state.display, ...display } });
  return skipped;
}

export function setView(patch: Partial<StudyView>, push = false): void {
  study.set({ view: { ...study.state.view, ...patch } });
  writeAddress(push);
}

export function setDisplay(patch: Partial<Display>): void {
  study.set({ display: { ...study.state.display, ...patch } });
  remember(patch);
  writeAddress();
}

/** Opens the stop at a place, or closes what is open. */
export function openStop(stop: string | null): void {
  study.set({ stop, library: { ...study.state.library, opened: null } });
}
