/** Asking for proposals and taking them into the scenario. */
import { Superseded } from '../../api/request';
import { said } from '../../i18n/edit/book';
import { trialWords } from '../../i18n/plan/trial';
import * as api from '../api';
import { setScenario } from '../asking';
import { failureOf } from '../failure';
import { coverageQuestion, rolesOfNewSite } from '../question';
import { plan, say } from '../state';
import { heard, isUnderWay, NO_PLACING, type Placing } from './placing';
import { withSite } from './scenario';

/** The proof may take so long, seconds. */
const PATIENCE = 30;

function update(patch: Partial<Placing>): void {
  plan.set({ placing: { ...plan.state.placing, ...patch } });
}

/** What is wanted, while no search is under way. */
export function setWish(wish: Partial<Pick<Placing, 'model' | 'sites' | 'candidates'>>): void {
  const { model, sites, candidates } = plan.state.placing;
  plan.set({ placing: { ...NO_PLACING, model, sites, candidates, ...wish } });
}

/** Asks where sites should go, under the question and the scenario as they are. */
export async function propose(): Promise<void> {
  const { view, placing } = plan.state;
  const { model, sites, candidates } = placing;
  const question = { ...coverageQuestion(view.question, view.threshold, view.scenario), model, sites, candidates, seconds: PATIENCE };
  plan.set({ placing: { ...NO_PLACING, model, sites, candidates, stage: 'times' } });
  try {
    await api.siting(question, (event) => plan.set({ placing: heard(plan.state.placing, event) }));
    // A stream that ends early has brought at most the fast answer.
    if (isUnderWay(plan.state.placing)) update({ stage: plan.state.placing.placement ? 'done' : 'failed' });
  } catch (error) {
    if (!(error instanceof Superseded)) update({ stage: 'failed', failure: failureOf(error) });
  }
}

/** Stops the search; what it found by then stays. */
export function stop(): void {
  api.cancelSiting();
  const { placement } = plan.state.placing;
  update(placement ? { stage: 'done', placement: { ...placement, proof: 'stopped' } } : { stage: 'idle' });
}

/** Takes the proposed sites into the scenario, as one step. */
export function accept(): void {
  const { placing, view, display } = plan.state;
  const roles = rolesOfNewSite(view.question.needs);
  const chosen = placing.placement?.chosen ?? [];
  api.cancelSiting();
  setScenario(chosen.reduce((scenario, { name, lon, lat }) => withSite(scenario, { name, lon, lat, roles }), view.scenario));
  setWish({});
  say(said(trialWords, display.lang).accepted);
}
