/** What the page asks the server as its view changes. */
import { Problem, Superseded } from '../api/request';
import { said } from '../i18n/edit/book';
import { studyWords } from '../i18n/study/frame';
import type { FieldStudyDay, StudyBody } from './answer';
import * as api from './api';
import { failureOf } from './failure';
import { learnPlaces } from './learning';
import { goingOn, inPlace, withOthers } from './now';
import { isSameOrder, orderOf, withoutPlace } from './order';
import { putBefore, withPair } from './pairs';
import { studyBody, undecided, unwanted, wanted, type Order, type Pair, type StudyQuestion } from './question';
import { say, setView, study, shownPlan, type Step } from './state';
import type { StudyView } from './address';

/** Sooner than this nothing is said of the waiting, milliseconds. */
const SLOW_MS = 300;
/** For how many seconds a plan is looked for at first, and once more. */
const FIRST_SECONDS = 2;
const MORE_SECONDS = 8;
/** Steps that can be undone. */
const MOST_UNDO = 50;

/** The newest question: what an older one comes to is not looked at. */
let round = 0;

/** A question begins; tells whether it is still the newest. */
export function begin(): () => boolean {
  const mine = ++round;
  study.set({ status: 'asking', failure: null });
  return () => mine === round;
}

/** The sequence in front: what is seen is what a link shares. */
export function sequence(): Order | null {
  const plan = shownPlan();
  return study.state.view.order ?? (plan ? orderOf(plan) : null);
}

function take(answer: FieldStudyDay): void {
  learnPlaces(answer.plan, answer);
  if (answer.plan) setView({ order: orderOf(answer.plan) });
  const groups = answer.plan?.groups.length ?? 1;
  study.set({
    answer,
    growing: null,
    status: 'ready',
    slow: false,
    schoolName: answer.school.name,
    group: Math.min(study.state.group, groups - 1),
    alternatives: null,
  });
}

/** What the view asks; an arrangement by hand alone is timed, with all of its faults. */
export function bodyOf({ question, order, pinned, now }: StudyView): StudyBody | null {
  const whole = studyBody(question);
  const body = whole && now ? goingOn(whole, now) : whole;
  if (!body || !order) return body;
  return { ...body, order: order.map((sequence) => [...sequence]), ...(pinned.length ? { pinned: [...pinned] } : {}) };
}

/** The days of the groups of which nothing is asked while one of several goes on from now; `null` = all are asked about. */
async function othersOf({ question, order, now }: StudyView): Promise<FieldStudyDay | null> {
  if (!now || !order || order.length < 2) return null;
  const others = order.map((stops, group) => (group === now.group ? [] : stops));
  const body = bodyOf({ question, order: others, pinned: [], now: null });
  return body && api.day(body, 'study-others');
}

/** Asks, and hears of better plans as they are found; whether there is an answer, and nothing newer was asked. */
async function ask(body: StudyBody): Promise<boolean> {
  const isNewest = begin();
  const { now } = study.state.view;
  // The form that asked makes way for the answer; one that is opened meanwhile stays.
  let isFormOver = study.state.editing;
  const makeWay = (): void => {
    if (isFormOver) study.set({ editing: false });
    isFormOver = false;
  };
  const timer = setTimeout(() => study.set({ slow: true }), SLOW_MS);
  try {
    const others = await othersOf(study.state.view);
    if (!isNewest()) return false;
    await api.stream(body, (line) => {
      if (!isNewest()) return;
      if ('better' in line) {
        learnPlaces(line.better, null);
        study.set({ growing: others?.plan ? inPlace(others.plan, line.better) : line.better });
        makeWay();
      } else if ('done' in line) take(others && now ? withOthers(line.done, now.group, others) : line.done);
      else if ('failed' in line) {
        const { status = 500, code = 'failed', detail = '' } = line.failed.problem;
        throw new Problem(status, code, detail);
      }
    });
    if (!isNewest()) return false;
    makeWay();
    return true;
  } catch (error) {
    if (isNewest() && !(error instanceof Superseded)) study.set({ status: 'failed', growing: null, slow: false, failure: failureOf(error) });
    return false;
  } finally {
    clearTimeout(timer);
  }
}

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

/** Looks for a day from nothing; of one that is under way, for its rest. */
export async function search(): Promise<boolean> {
  const body = bodyOf({ ...study.state.view, order: null });
  return body !== null && ask({ ...body, seconds: FIRST_SECONDS });
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

/** Asks what the view in front says. */
export async function askView(): Promise<boolean> {
  const body = bodyOf(study.state.view);
  return body !== null && ask(study.state.view.order ? body : { ...body, seconds: FIRST_SECONDS });
}

/** Enough: the best plan so far is kept as it stands. */
export function stopImproving(): void {
  const { growing, answer } = study.state;
  round += 1;
  api.stop();
  if (growing) {
    setView({ order: orderOf(growing) });
    void askView();
  } else study.set({ status: answer ? 'ready' : 'idle', slow: false });
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
  round += 1;
  api.stop();
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
