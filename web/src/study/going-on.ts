/** A day that is under way is planned anew from where they are, and ended as such. */
import { Superseded } from '../api/request';
import { words } from '../i18n';
import { said } from '../i18n/edit/book';
import { formWords } from '../i18n/study/form';
import { studyWords } from '../i18n/study/frame';
import { nowWords } from '../i18n/study/now';
import type { StudyView } from './address';
import type { StudyBody } from './answer';
import * as api from './api';
import { askView, begin, bodyOf, search, sequence } from './asking';
import { failureOf } from './failure';
import { restOf, type Now } from './now';
import { isLunch } from './order';
import type { Order } from './question';
import { stateInLanguage } from './in-language';
import { mustStill, restThatFits, type Try } from './rest';
import { shownPlan } from './shown-plan';
import { say, setView, study } from './state';
import { keepStep, undo } from './steps';
import { minutesOf } from './times';

/** For how many seconds another order of the rest is looked for. */
const SECONDS = 1;

/** Says which of the places that were still to come are not visited any more. */
function tell(before: readonly string[], group: number): void {
  const { answer, display, names } = stateInLanguage(study.state);
  if (!answer?.plan) return;
  const n = said(nowWords, display.lang);
  const now = new Set(answer.plan.groups.find((one) => one.group === group)?.stops.map(({ place }) => place));
  const missed = before.filter((place) => !isLunch(place) && !now.has(place));
  const list = missed.map((place) => names[place]?.name ?? said(formWords, display.lang).unnamed).join(words(display.lang).listComma);
  say(missed.length ? n.missed(list) : n.allKept, { text: said(studyWords, display.lang).undo, run: undo });
}

/** How many minutes the plan in front has for the place where they are. */
function plannedStay({ group, place }: Now): number | null {
  const visit = shownPlan()?.groups[group]?.stops.find((stop) => stop.what === 'visit' && stop.place === place);
  return visit ? minutesOf(visit.end) - minutesOf(visit.start) : null;
}

/** The day in front as it goes on so; `left` = how many minutes they still stay where they are. */
function viewFrom(order: Order, now: Now, left: number | null): StudyView {
  const { question, pinned } = study.state.view;
  const rest = order.map((stops, group) => (group === now.group ? restOf(stops, now) : stops));
  const still = new Set(rest.flat());
  const stay = left !== null && left !== plannedStay(now) && now.place !== null ? { ...question.stay, [now.place]: left } : question.stay;
  return { question: { ...question, stay }, order: rest, pinned: pinned.filter((place) => still.has(place)), now };
}

const withGroup = (order: Order, group: number, stops: readonly string[]): string[][] => order.map((other, index) => [...(index === group ? stops : other)]);

/** The rest of a group's day from now on, of the places that were still to come; where none of it fits, of any. */
export async function goOn(now: Now, left: number | null): Promise<void> {
  const order = sequence();
  if (!order) return;
  const view = viewFrom(order, now, left);
  const body = bodyOf(view);
  const rest = view.order?.[now.group] ?? [];
  if (!body || !view.order) return;
  const whole = view.order;
  const { must } = view.question;
  const attempt: Try = (stops, improve) => {
    const asked: StudyBody = { ...body, must: mustStill(must, rest, stops), order: withGroup(whole, now.group, stops) };
    return api.day(improve ? { ...asked, improve, seconds: SECONDS } : asked, 'study-rest');
  };
  const isNewest = begin();
  let fitting: readonly string[] | null;
  try {
    fitting = await restThatFits(rest, must, attempt);
  } catch (error) {
    if (isNewest() && !(error instanceof Superseded)) study.set({ status: 'failed', failure: failureOf(error) });
    return;
  }
  if (!isNewest()) return;
  keepStep();
  study.set({ stop: null, group: now.group });
  const question = { ...view.question, must: mustStill(must, rest, fitting ?? []) };
  setView({ ...view, question, order: fitting ? withGroup(whole, now.group, fitting) : whole });
  if (await (fitting ? askView() : search())) tell(rest, now.group);
}

/** The whole day again: what is done comes first. */
export function endNow(): void {
  const { now } = study.state.view;
  const order = sequence();
  if (!now || !order) return;
  keepStep();
  setView({ now: null, order: order.map((stops, group) => (group === now.group ? [...now.done, ...stops] : stops)) });
  void askView();
}
