/** What a teacher does with the question and with the day in front: each step asks anew, and can be undone. */
import { said } from '../i18n/edit/book';
import { studyWords } from '../i18n/study/frame';
import { ask, askView, bodyOf, giveUp, search, sequence } from './asking';
import { isSameOrder, withoutPlace } from './order';
import { putBefore, withPair } from './pairs';
import { undecided, unwanted, wanted, type Order, type Pair, type StudyQuestion } from './question';
import { say, setView, study, type Step } from './state';

/** For how many seconds something better is looked for. */
const MORE_SECONDS = 8;
/** Steps that can be undone. */
const MOST_UNDO = 50;

/** Remembers what is in front, so that it can be had back. */
export function keepStep(): void {
  const { view, answer, undo } = study.state;
  if (answer) study.set({ undo: [...undo, { view, answer }].slice(-MOST_UNDO) });
}

/** Whether the question is of the day that is under way: of no other date, and in the same groups. */
function isUnderWay(): boolean {
  const { view, answer } = study.state;
  const { question, now, order } = view;
  return now !== null && answer?.date === question.date && (question.groups ?? 1) === (order?.length ?? 1);
}

/** Plans the day of the question, from nothing; one that is under way, from where they are. */
export function planDay(): void {
  keepStep();
  // The days of the other groups stay as they are.
  const [now, order] = isUnderWay() ? [study.state.view.now, sequence()] : [null, null];
  setView({ order, pinned: [], now }, study.state.answer !== null);
  study.set({ stop: null, pointing: false });
  void search();
}

/** Takes up another sequence; what comes of it is told at once. */
export function arrange(order: Order): void {
  const before = sequence();
  if (before && isSameOrder(before, order)) return;
  keepStep();
  setView({ order });
  void askView();
}

/** Looks for better, keeping every place, and the order of those that are pinned. */
export function improve(): void {
  const order = sequence();
  if (!order) return;
  keepStep();
  setView({ order });
  const body = bodyOf(study.state.view);
  if (body) void ask({ ...body, improve: true, seconds: MORE_SECONDS });
}

export function undo(): void {
  const steps = study.state.undo;
  const before: Step | undefined = steps.at(-1);
  if (!before) return;
  giveUp();
  study.set({ undo: steps.slice(0, -1), answer: before.answer, growing: null, status: 'ready', slow: false, failure: null, alternatives: null, stop: null });
  setView(before.view);
}

/** Changes the question; what is planned stays until it is asked anew. */
export function setQuestion(patch: Partial<StudyQuestion>): void {
  setView({ question: { ...study.state.view.question, ...patch } });
}

/** Changes the question and plans anew, or times the arrangement anew where there is one. */
export function changeAndAsk(patch: Partial<StudyQuestion>): void {
  keepStep();
  setQuestion(patch);
  void askView();
}

export function mustSee(place: string): void {
  setQuestion(wanted(study.state.view.question, place));
  planDay();
  const words = said(studyWords, study.state.display.lang);
  say(words.planned, { text: words.undo, run: undo });
}

/** Nobody goes there; the rest of the day stays as it is. */
export function leaveOut(place: string): void {
  const order = sequence();
  if (!order) return;
  keepStep();
  const { question, pinned } = study.state.view;
  study.set({ stop: null });
  setView({ question: unwanted(question, place), order: withoutPlace(order, place), pinned: pinned.filter((id) => id !== place) });
  void askView();
}

/** Takes back what was said of a place. */
export function decideNot(place: string): void {
  setQuestion(undecided(study.state.view.question, place));
}

/** Whoever goes to both goes to the first before the second; where it comes later in the day in front, it is put right before it. */
export function goBefore(pair: Pair): void {
  keepStep();
  const { question } = study.state.view;
  const order = sequence();
  setView({ question: { ...question, before: withPair(question.before, pair) }, order: order && putBefore(order, pair) });
  void askView();
}

export function togglePin(place: string): void {
  const { pinned } = study.state.view;
  setView({ pinned: pinned.includes(place) ? pinned.filter((id) => id !== place) : [...pinned, place] });
}
