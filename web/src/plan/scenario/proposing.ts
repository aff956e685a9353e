/** Asking for proposals and taking them into the scenario. */
import { Superseded } from '../../api/request';
import { said } from '../../i18n/edit/book';
import { trialWords } from '../../i18n/plan/trial';
import * as api from '../api';
import { setScenario } from '../asking';
import { tallyAt } from '../counting';
import { failureOf } from '../failure';
import { coverageQuestion, rolesOfNewSite } from '../question';
import { askedScenario, limit, plan, say, type PlanState } from '../state';
import { heard, isUnderWay, NO_PLACING, usualCapacity, type Placing } from './placing';
import { withSite } from './scenario';

/** The proof may take so long, seconds. */
const PATIENCE = 30;

function update(patch: Partial<Placing>): void {
  plan.set({ placing: { ...plan.state.placing, ...patch } });
}

type Wish = Pick<Placing, 'model' | 'sites' | 'candidates' | 'capacity'>;

function wished({ model, sites, candidates, capacity }: Placing): Wish {
  return { model, sites, candidates, capacity };
}

/** What is wanted, while no search is under way. */
export function setWish(wish: Partial<Wish>): void {
  plan.set({ placing: { ...NO_PLACING, ...wished(plan.state.placing), ...wish } });
}

/** How much one site serves at most, where nothing else was said. */
export function capacityWanted({ placing, answer }: PlanState): number {
  const at = limit();
  const tally = answer && at !== null ? tallyAt(answer, at) : null;
  return placing.capacity ?? usualCapacity(tally ? tally.weight - tally.served : 0, placing.sites);
}

/** Asks where sites should go, under the question and the scenario as they are. */
export async function propose(): Promise<void> {
  const { view, placing } = plan.state;
  const { model, sites, candidates } = placing;
  const limited = model === 'capacitated_max_cover' ? { capacity: capacityWanted(plan.state) } : {};
  const question = { ...coverageQuestion(view.question, view.threshold, askedScenario()), model, sites, candidates, ...limited, seconds: PATIENCE };
  plan.set({ placing: { ...NO_PLACING, ...wished(placing), stage: 'times' } });
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
