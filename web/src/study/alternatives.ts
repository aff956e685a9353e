/** The day as it would be in the rain, without a coach, in one group more: asked about, and gone by. */
import { Superseded } from '../api/request';
import { ALTERNATIVES, type Alternative } from './answer';
import * as api from './api';
import { askView, bodyOf } from './asking';
import { learnPlaces } from './learning';
import { inPlace } from './now';
import { orderOf } from './order';
import type { StudyQuestion } from './question';
import { setView, study } from './state';
import { keepStep } from './steps';

/** Asks how the day would be otherwise. */
export async function askAlternatives(): Promise<void> {
  const { view, answer: of } = study.state;
  const body = bodyOf({ ...view, order: null, pinned: [] });
  if (!body) return;
  study.set({ alternatives: { status: 'asking', found: [] } });
  try {
    const answer = await api.day({ ...body, seconds: 1, alternatives: [...ALTERNATIVES] }, 'study-alternatives');
    learnPlaces(null, answer);
    // Of several groups the others stay as they are.
    const whole = of?.plan ?? null;
    const found = answer.alternatives.map((one) => ({ ...one, plan: one.plan && view.now && whole ? inPlace(whole, one.plan) : one.plan }));
    for (const { plan } of found) learnPlaces(plan, null);
    if (study.state.answer === of) study.set({ alternatives: { status: 'ready', found } });
  } catch (error) {
    if (!(error instanceof Superseded) && study.state.answer === of) study.set({ alternatives: { status: 'failed', found: [] } });
  }
}

/** The question as an alternative that has a plan asks it. In the rain nobody must go where there is no roof. */
export function otherwise(question: StudyQuestion, { alternative, plan }: Alternative): StudyQuestion {
  const visited = new Set(plan?.groups.flatMap(({ stops }) => stops.map(({ place }) => place)));
  switch (alternative) {
    case 'rain':
      return { ...question, rain: true, must: question.must.filter((place) => visited.has(place)) };
    case 'no_coach':
      return { ...question, travel: 'walk' };
    case 'split':
      return { ...question, groups: plan?.groups.length ?? question.groups };
  }
}

/** Goes by an alternative from now on. */
export function takeAlternative(one: Alternative): void {
  if (!one.plan) return;
  keepStep();
  setView({ question: otherwise(study.state.view.question, one), order: orderOf(one.plan), pinned: [] });
  void askView();
}
