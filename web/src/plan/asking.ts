/** What the page asks the server as its view changes. */
import { Superseded } from '../api/request';
import { listenForEdits } from '../api/events';
import { said } from '../i18n/edit/book';
import { planWords } from '../i18n/plan/frame';
import type { CoverageAnswer, CoverageQuestion } from './answer';
import * as api from './api';
import { failureOf } from './failure';
import { isMissing, learn } from './own/lists';
import { coverageQuestion, tidied, type Question, type Threshold } from './question';
import { isEmpty, NO_SCENARIO, type Scenario } from './scenario/scenario';
import { askedScenario, plan, readAddress, say, setView, writeAddress } from './state';

/** Sooner than this nothing is said of the waiting, milliseconds. */
const SLOW_MS = 300;
/** While a site is dragged the server is asked once in so many milliseconds. */
const DRAG_MS = 80;
/** Steps that can be undone. */
const MOST_UNDO = 50;

/** The newest round of questions: what an older one comes to is not looked at. */
let round = 0;
/** The question that `before` answers. */
let answered = '';

/** The answer without the scenario: as it is known, or asked anew where the question is another. */
async function withoutScenario(asked: CoverageQuestion): Promise<CoverageAnswer> {
  const { before } = plan.state;
  const key = JSON.stringify(asked);
  if (before && answered === key) return before;
  const answer = await api.coverage(asked, 'coverage-before');
  answered = key;
  return answer;
}

/** Asks who is served, with the scenario and without it; the newest question wins. */
export async function ask(): Promise<void> {
  const { view } = plan.state;
  const { question, threshold } = view;
  const mine = ++round;
  const timer = setTimeout(() => plan.set({ slow: true }), SLOW_MS);
  plan.set({ status: 'loading', failure: null });
  try {
    if (question.demand !== null) await learn();
    // Whether a closed street can be asked about depends on whether there are streets.
    if (view.scenario.close.length > 0 && !plan.state.planning) await learning;
    if (mine !== round) return;
    if (isMissing(question.demand)) {
      plan.set({ status: 'unlisted', slow: false, answer: null, before: null });
      return;
    }
    const scenario = askedScenario(view.scenario);
    const plain = withoutScenario(coverageQuestion(question, threshold, NO_SCENARIO));
    const tried = isEmpty(scenario) ? plain : api.coverage(coverageQuestion(question, threshold, scenario), 'coverage');
    const [before, answer] = await Promise.all([plain, tried]);
    if (mine === round) plan.set({ before, answer, status: 'ready', slow: false });
  } catch (error) {
    if (mine === round && !(error instanceof Superseded)) plan.set({ status: 'failed', slow: false, failure: failureOf(error) });
  } finally {
    clearTimeout(timer);
  }
}

/** Asks all anew: there was an edit on the server. */
function askAnew(): void {
  answered = '';
  void ask();
}

export function setQuestion(patch: Partial<Question>): void {
  const question = { ...plan.state.view.question, ...patch };
  // A point of another list has nothing to do with this one.
  const unit = question.demand === plan.state.view.question.demand ? plan.state.view.unit : null;
  setView({ question: { ...question, needs: tidied(question.needs) }, unit });
  void ask();
}

/** While the handle is dragged the page counts by itself; let go (`settled`), the server is asked for the rest. */
export function setThreshold(threshold: Threshold, settled: boolean): void {
  if (!settled) {
    // Browsers bear few new addresses a second.
    plan.set({ view: { ...plan.state.view, threshold } });
    return;
  }
  setView({ threshold });
  void ask();
}

/** The scenario before a drag that is under way. */
let beforeDrag: Scenario | null = null;
let dragTimer: ReturnType<typeof setTimeout> | undefined;

/** Follows a site that is being dragged: asked at most so often, and no step of its own until it is let go. */
export function dragged(scenario: Scenario): void {
  beforeDrag ??= plan.state.view.scenario;
  plan.set({ view: { ...plan.state.view, scenario } });
  dragTimer ??= setTimeout(() => {
    dragTimer = undefined;
    if (beforeDrag) void ask();
  }, DRAG_MS);
}

/** Takes up a changed scenario; the one before can be had back. Resolves once its answer is there, or is not to be had. */
export function setScenario(scenario: Scenario): Promise<void> {
  const before = beforeDrag ?? plan.state.view.scenario;
  beforeDrag = null;
  if (scenario === before) return Promise.resolve();
  plan.set({ undo: [...plan.state.undo, before].slice(-MOST_UNDO) });
  setView({ scenario });
  return ask();
}

/** A new name is no step of its own. */
export function rename(name: string): void {
  setView({ scenario: { ...plan.state.view.scenario, name } });
}

export function undo(): void {
  const steps = plan.state.undo;
  const before = steps.at(-1);
  if (!before) return;
  plan.set({ undo: steps.slice(0, -1), site: null });
  setView({ scenario: before });
  void ask();
}

/** What there is to choose, on its way. */
let learning: Promise<void> = Promise.resolve();

async function learnCity(): Promise<void> {
  try {
    const [city, planning] = await Promise.all([api.city(), api.planning()]);
    plan.set({ city, planning });
  } catch (error) {
    if (!(error instanceof Superseded)) plan.set({ failure: failureOf(error), status: 'failed' });
  }
}

/** Asks all that is missing once more. */
export function retry(): void {
  if (!plan.state.planning || !plan.state.city) learning = learnCity();
  void ask();
}

/** Takes up the address and keeps in step with it; then asks. */
export function start(): void {
  const { skipped } = readAddress();
  if (skipped) say(said(planWords, plan.state.display.lang).badLink);
  addEventListener('popstate', () => {
    const before = plan.state.view;
    readAddress();
    const { question, threshold, scenario } = plan.state.view;
    const same = JSON.stringify([question, threshold, scenario]) === JSON.stringify([before.question, before.threshold, before.scenario]);
    if (same) plan.set({ view: { ...plan.state.view, question: before.question, threshold: before.threshold, scenario: before.scenario } });
    else void ask();
  });
  addEventListener('online', retry);
  listenForEdits(
    () => plan.state.city?.revision ?? null,
    askAnew,
  );
  learning = learnCity();
  void ask();
  writeAddress();
}
