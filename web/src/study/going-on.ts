/** A day that is under way is planned anew from where they are, and ended as such. */
import { words } from '../i18n';
import { said } from '../i18n/edit/book';
import { formWords } from '../i18n/study/form';
import { studyWords } from '../i18n/study/frame';
import { nowWords } from '../i18n/study/now';
import { askFirstThatFits, askView, bodyOf, keepStep, sequence, undo } from './asking';
import { restOf, type Now } from './now';
import { isLunch } from './order';
import { say, setView, study } from './state';

/** For how many seconds each way to go on is looked for. */
const SECONDS = 2;

/** Says which of the places that were still to come are not visited any more. */
function tell(before: readonly string[], group: number): void {
  const { answer, display, names } = study.state;
  if (!answer?.plan) return;
  const n = said(nowWords, display.lang);
  const now = new Set(answer.plan.groups.find((one) => one.group === group)?.stops.map(({ place }) => place));
  const missed = before.filter((place) => !isLunch(place) && !now.has(place));
  const list = missed.map((place) => names[place] ?? said(formWords, display.lang).unnamed).join(words(display.lang).listComma);
  say(missed.length ? n.missed(list) : n.allKept, { text: said(studyWords, display.lang).undo, run: undo });
}

/**
 * The rest of a group's day from now on: as it stands where that still fits, else the same places in another order, else whatever
 * fits. `left` = how many minutes they still stay where they are.
 */
export async function goOn(now: Now, left: number | null): Promise<void> {
  const order = sequence();
  if (!order) return;
  keepStep();
  const { question, pinned } = study.state.view;
  const rest = order.map((stops, group) => (group === now.group ? restOf(stops, now) : stops));
  const stay = left !== null && now.place !== null ? { ...question.stay, [now.place]: left } : question.stay;
  const still = new Set(rest.flat());
  study.set({ stop: null, group: now.group });
  setView({ question: { ...question, stay }, order: rest, pinned: pinned.filter((place) => still.has(place)), now });
  const { view } = study.state;
  const [kept, anew] = [bodyOf(view), bodyOf({ ...view, order: null, pinned: [] })];
  if (!kept || !anew) return;
  if (await askFirstThatFits([kept, { ...kept, improve: true, seconds: SECONDS }, { ...anew, seconds: SECONDS }])) tell(rest[now.group] ?? [], now.group);
  else if (study.state.failure?.part === 'from_now') {
    const { failure } = study.state;
    // The form says so, beside the day as it was.
    undo();
    study.set({ failure });
  }
}

/** The whole day again: what is done comes first. */
export function endNow(): void {
  const { now } = study.state.view;
  const order = sequence();
  if (!now || !order) return;
  keepStep();
  setView({ now: null, order: order.map((stops, group) => (group === now.group ? [...now.done, ...stops] : stops)) });
  askView();
}
