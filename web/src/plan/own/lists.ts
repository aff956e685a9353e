/** The lists that this page knows, by their ids, and questions with their points in place of the ids. */
import type { CoverageQuestion, SentQuestion, SitingQuestion } from '../answer';
import { plan } from '../state';
import { LIST_ID, type OwnList } from './list';
import * as storage from './storage';

let reading: Promise<void> | null = null;

/** Reads what the browser keeps, once. */
export function learn(): Promise<void> {
  reading ??= storage.allKept().then((kept) => {
    const known = new Set(plan.state.own.map(({ id }) => id));
    plan.set({ own: [...plan.state.own, ...kept.filter(({ id }) => !known.has(id))] });
  });
  return reading;
}

export function list(id: string): OwnList | null {
  return plan.state.own.find((one) => one.id === id) ?? null;
}

/** Takes a list up, the newest first; `false` where it is known to this page alone. */
export async function take(one: OwnList): Promise<boolean> {
  plan.set({ own: [one, ...plan.state.own.filter(({ id }) => id !== one.id)] });
  return storage.keep(one);
}

export async function forget(id: string): Promise<void> {
  plan.set({ own: plan.state.own.filter((one) => one.id !== id) });
  await storage.forget(id);
}

/** Whether a demand or candidate set is a list of one's own that this page does not know. */
export function isMissing(id: string | null): boolean {
  return id !== null && LIST_ID.test(id) && list(id) === null;
}

/** The question as it is sent: points in place of a list's id. */
export function sent<Q extends CoverageQuestion | SitingQuestion>(question: Q): SentQuestion<Q> {
  const demand = list(question.demand);
  const candidates = 'candidates' in question ? list(question.candidates) : null;
  return {
    ...question,
    ...(demand ? { demand: { name: demand.name, is_population: demand.is_population, points: demand.points } } : {}),
    ...(candidates ? { candidates: { points: candidates.points } } : {}),
  } as SentQuestion<Q>;
}
