/** What the page asks the server of the view in front, and what becomes of the answers. */
import { Problem, Superseded } from '../api/request';
import type { FieldStudyDay, StudyBody } from './answer';
import * as api from './api';
import { failureOf } from './failure';
import { learnPlaces } from './learning';
import { goingOn, inPlace, withOthers } from './now';
import { orderOf } from './order';
import { studyBody, type Order } from './question';
import { shownPlan } from './shown-plan';
import { setView, study } from './state';
import type { StudyView } from './address';

/** Sooner than this nothing is said of the waiting, milliseconds. */
const SLOW_MS = 300;
/** For how many seconds a plan is looked for at first. */
const FIRST_SECONDS = 2;

/** The newest question: what an older one comes to is not looked at. */
let round = 0;

/** A question begins; tells whether it is still the newest. */
export function begin(): () => boolean {
  const mine = ++round;
  study.set({ status: 'asking', failure: null });
  return () => mine === round;
}

/** Nothing that was asked is waited for any more. */
export function giveUp(): void {
  round += 1;
  api.stop();
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
    schoolName: answer.school,
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
export async function ask(body: StudyBody): Promise<boolean> {
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

/** Looks for a day from nothing; of one that is under way, for its rest. */
export async function search(): Promise<boolean> {
  const body = bodyOf({ ...study.state.view, order: null });
  return body !== null && ask({ ...body, seconds: FIRST_SECONDS });
}

/** Asks what the view in front says. */
export async function askView(): Promise<boolean> {
  const body = bodyOf(study.state.view);
  return body !== null && ask(study.state.view.order ? body : { ...body, seconds: FIRST_SECONDS });
}

/** Enough: the best plan so far is kept as it stands. */
export function stopImproving(): void {
  const { growing, answer } = study.state;
  giveUp();
  if (growing) {
    setView({ order: orderOf(growing) });
    void askView();
  } else study.set({ status: answer ? 'ready' : 'idle', slow: false });
}
