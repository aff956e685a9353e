/** What the page asks the server as its view changes. */
import * as client from '../api/client';
import { Problem, Superseded } from '../api/request';
import { listenForEdits } from '../api/events';
import { plusDays, timeIn } from '../format/clock';
import { said } from '../i18n/edit/book';
import { studyWords } from '../i18n/study/frame';
import { ALTERNATIVES, type Alternative, type FieldStudyDay, type StudyBody, type StudyPlan } from './answer';
import * as api from './api';
import { firstLookedAt, LOOKED_AT, nextThursday } from './days';
import { failureOf } from './failure';
import { isSameOrder, orderOf, withoutPlace } from './order';
import { studyBody, undecided, unwanted, wanted, type Order, type StudyQuestion } from './question';
import { readAddress, say, setView, study, shownPlan, writeAddress, type Step } from './state';
import type { StudyView } from './address';

/** Sooner than this nothing is said of the waiting, milliseconds. */
const SLOW_MS = 300;
/** For how many seconds a plan is looked for at first, and once more. */
const FIRST_SECONDS = 2;
const MORE_SECONDS = 8;
/** Steps that can be undone. */
const MOST_UNDO = 50;

const words = () => said(studyWords, study.state.display.lang);

/** The newest question: what an older one comes to is not looked at. */
let round = 0;

function learnNames(plan: StudyPlan | null, answer: FieldStudyDay | null): void {
  const stops = plan?.groups.flatMap(({ stops }) => stops.filter(({ what }) => what === 'visit')) ?? [];
  const named = [...stops, ...(answer?.left_out ?? [])].map(({ place, name }) => [place, name]);
  study.set({ names: { ...study.state.names, ...Object.fromEntries(named) } });
}

/** The sequence in front: what is seen is what a link shares. */
function sequence(): Order | null {
  const plan = shownPlan();
  return study.state.view.order ?? (plan ? orderOf(plan) : null);
}

function take(answer: FieldStudyDay): void {
  learnNames(answer.plan, answer);
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
export function bodyOf({ question, order, pinned }: StudyView): StudyBody | null {
  const body = studyBody(question);
  if (!body || !order) return body;
  return { ...body, order: order.map((sequence) => [...sequence]), ...(pinned.length ? { pinned: [...pinned] } : {}) };
}

/** Asks, and hears of better plans as they are found. */
async function ask(body: StudyBody): Promise<void> {
  const mine = ++round;
  const timer = setTimeout(() => study.set({ slow: true }), SLOW_MS);
  study.set({ status: 'asking', failure: null });
  try {
    await api.stream(body, (line) => {
      if (mine !== round) return;
      if ('better' in line) {
        learnNames(line.better, null);
        study.set({ growing: line.better, editing: false });
      } else if ('done' in line) take(line.done);
      else if ('failed' in line) {
        const { status = 500, code = 'failed', detail = '' } = line.failed.problem;
        throw new Problem(status, code, detail);
      }
    });
    if (mine === round) study.set({ editing: false });
  } catch (error) {
    if (mine === round && !(error instanceof Superseded)) study.set({ status: 'failed', growing: null, slow: false, failure: failureOf(error) });
  } finally {
    clearTimeout(timer);
  }
}

/** Remembers what is in front, so that it can be had back. */
function keepStep(): void {
  const { view, answer, undo } = study.state;
  if (answer) study.set({ undo: [...undo, { view, answer }].slice(-MOST_UNDO) });
}

/** Plans the day of the question, from nothing. */
export function planDay(): void {
  keepStep();
  setView({ order: null, pinned: [] }, study.state.answer !== null);
  study.set({ stop: null, pointing: false });
  const body = studyBody(study.state.view.question);
  if (body) void ask({ ...body, seconds: FIRST_SECONDS });
}

/** Asks what the view in front says. */
export function askView(): void {
  const body = bodyOf(study.state.view);
  if (body) void ask(study.state.view.order ? body : { ...body, seconds: FIRST_SECONDS });
}

/** Enough: the best plan so far is kept as it stands. */
export function stopImproving(): void {
  const { growing, answer } = study.state;
  round += 1;
  api.stop();
  if (growing) {
    setView({ order: orderOf(growing) });
    askView();
  } else study.set({ status: answer ? 'ready' : 'idle', slow: false });
}

/** Takes up another sequence; what comes of it is told at once. */
export function arrange(order: Order): void {
  const before = sequence();
  if (before && isSameOrder(before, order)) return;
  keepStep();
  setView({ order });
  askView();
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
  askView();
}

export function mustSee(place: string): void {
  setQuestion(wanted(study.state.view.question, place));
  planDay();
  say(words().planned, { text: words().undo, run: undo });
}

/** Nobody goes there; the rest of the day stays as it is. */
export function leaveOut(place: string): void {
  const order = sequence();
  if (!order) return;
  keepStep();
  const { question, pinned } = study.state.view;
  study.set({ stop: null });
  setView({ question: unwanted(question, place), order: withoutPlace(order, place), pinned: pinned.filter((id) => id !== place) });
  askView();
}

/** Takes back what was said of a place. */
export function decideNot(place: string): void {
  setQuestion(undecided(study.state.view.question, place));
}

export function togglePin(place: string): void {
  const { pinned } = study.state.view;
  setView({ pinned: pinned.includes(place) ? pinned.filter((id) => id !== place) : [...pinned, place] });
}

/** Goes by an alternative from now on. */
export function takeAlternative({ alternative, plan }: Alternative): void {
  if (!plan) return;
  keepStep();
  const { question } = study.state.view;
  const changed = { rain: {}, no_coach: { travel: 'walk' as const }, split: { groups: plan.groups.length } }[alternative];
  setView({ question: { ...question, ...changed }, order: orderOf(plan), pinned: [] });
  askView();
}

/** Asks how the day would be in the rain, without a coach, in one group more. */
export async function askAlternatives(): Promise<void> {
  const body = studyBody(study.state.view.question);
  if (!body) return;
  const of = study.state.answer;
  study.set({ alternatives: { status: 'asking', found: [] } });
  try {
    const answer = await api.day({ ...body, seconds: 1, alternatives: [...ALTERNATIVES] }, 'study-alternatives');
    learnNames(null, answer);
    for (const { plan } of answer.alternatives) learnNames(plan, null);
    if (study.state.answer === of) study.set({ alternatives: { status: 'ready', found: answer.alternatives } });
  } catch (error) {
    if (!(error instanceof Superseded) && study.state.answer === of) study.set({ alternatives: { status: 'failed', found: [] } });
  }
}

/** What the chosen school is called; it may be withdrawn. */
async function learnSchool(): Promise<void> {
  const { school } = study.state.view.question;
  if (!school) return;
  if ('at' in school) {
    study.set({ schoolName: school.name });
    return;
  }
  try {
    const { properties } = await api.place(school.place);
    study.set({ schoolName: properties.name });
  } catch {
    study.set({ schoolName: null });
  }
}

async function learn(): Promise<void> {
  try {
    const city = await client.city();
    const from = firstLookedAt(timeIn(city.time_zone, new Date()).slice(0, 10));
    const days = await client.days(from, plusDays(from, LOOKED_AT));
    study.set({ city, days });
    if (study.state.view.question.date === null) setQuestion({ date: nextThursday(days) });
  } catch (error) {
    if (!(error instanceof Superseded)) study.set({ failure: failureOf(error), status: 'failed' });
  }
}

/** Asks all that is missing once more. */
export function retry(): void {
  study.set({ failure: null, status: study.state.answer ? 'ready' : 'idle' });
  if (!study.state.city) void learn();
  if (!study.state.editing || study.state.answer) askView();
}

/** Takes up the address and keeps in step with it. A link to a whole question is answered at once. */
export function start(): void {
  if (readAddress()) say(words().badLink);
  addEventListener('popstate', () => {
    readAddress();
    void learnSchool();
    askView();
  });
  addEventListener('online', () => {
    if (study.state.status === 'failed') retry();
  });
  listenForEdits(
    () => study.state.city?.revision ?? null,
    ({ places, study_routes: routes }) => {
      // Routes that others put together are no news for this day.
      const concerns = places === null || places.length > 0 || routes?.includes(study.state.view.question.route ?? '');
      if (concerns && study.state.answer && study.state.status === 'ready') say(words().edited, { text: words().askAnew, run: askView });
    },
  );
  void learnSchool();
  void learn();
  if (studyBody(study.state.view.question)) askView();
  writeAddress();
}
