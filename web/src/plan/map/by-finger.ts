/** What is tried on the map itself: a tap adds a site or closes a street, and markers are moved and removed. */
import type { LonLat } from '../../api/types';
import { said } from '../../i18n/edit/book';
import { trialWords } from '../../i18n/plan/trial';
import { dragged, setScenario, undo } from '../asking';
import { streetLength } from '../figures';
import { chosenSite } from '../panel/site-card';
import { rolesOfNewSite } from '../question';
import { closings, MOST_CLOSED, withClosing, withClosingAt, withoutClosing, type Closing } from '../scenario/closing';
import { MOST_CHANGES, withoutSite, withSite, withSiteAt } from '../scenario/scenario';
import { explain, plan, say, setTab, type PlanState } from '../state';
import type { MovableSite, Told } from './site-marker';

const t = () => said(trialWords, plan.state.display.lang);

export function closingName({ number, near }: Pick<Closing, 'number' | 'near'>): string {
  return t().closedName(String(number), near);
}

/** The closed streets of the scenario in front. */
export function closingsOf({ view, answer, status }: PlanState): Closing[] {
  return closings(view.scenario, answer, status === 'ready');
}

function addAt(at: LonLat, name: string): void {
  const { question, scenario } = plan.state.view;
  if (scenario.add.length >= MOST_CHANGES) say(t().full);
  plan.set({ armed: null });
  void setScenario(withSite(scenario, { name, lon: at[0], lat: at[1], roles: rolesOfNewSite(question.needs) }));
}

/** Closes the stretch of street nearest to a spot, and says which one that was. */
async function closeAt(at: LonLat): Promise<void> {
  const { scenario } = plan.state.view;
  plan.set({ armed: null });
  if (scenario.close.length >= MOST_CLOSED) {
    say(t().closedFull(String(MOST_CLOSED)));
    return;
  }
  const closing = withClosing(scenario, at);
  await setScenario(closing);
  const newest = plan.state.view.scenario === closing ? closingsOf(plan.state).at(-1) : undefined;
  if (newest?.stretch) say(t().nowClosed(closingName(newest), streetLength(newest.stretch.length_m)), { text: t().undo, run: undo });
}

/** A tap on nothing, or on the middle of the map by its button. */
export function tapSpot(at: LonLat): void {
  const { armed, site, view } = plan.state;
  if (armed === 'add') addAt(at, t().newSite(String(view.scenario.add.length + 1)));
  else if (armed === 'close') void closeAt(at);
  else if (site !== null) plan.set({ site: null });
  else explain(null);
}

/** A tap on a demand point: what is added there stands where it is. */
export function tapUnit(id: string, at: LonLat): void {
  const { armed, answer } = plan.state;
  const index = answer?.points.id.indexOf(id) ?? -1;
  if (armed === 'close') void closeAt(at);
  else if (armed === 'add' && answer && index >= 0) addAt([answer.points.lon[index] ?? 0, answer.points.lat[index] ?? 0], answer.points.name[index] ?? '');
  else explain(id);
}

export function tapSite(id: string, at: LonLat): void {
  if (plan.state.armed === 'close') void closeAt(at);
  else plan.set({ site: id });
}

const CLOSING = /^close-(\d+)$/;
/** The index of the closed street whose marker has this id; `null` = it is a site's. */
function closingOf(id: string): number | null {
  const [, number] = CLOSING.exec(id) ?? [];
  return number === undefined ? null : Number(number) - 1;
}

/** What can be moved: added sites, the chosen one, closed streets. */
export function movables(state: PlanState): MovableSite[] {
  const { scenario } = state.view;
  const chosen = chosenSite();
  return [
    ...scenario.add.map(({ id, name, lon, lat }): MovableSite => ({ id, label: t().marker(name), at: [lon, lat], look: 'added' })),
    ...(chosen && !chosen.added && !chosen.removed ? [{ id: chosen.id, label: t().marker(chosen.name), at: [chosen.lon, chosen.lat] as LonLat, look: 'place' as const }] : []),
    ...closingsOf(state).map((closing): MovableSite => ({ id: `close-${closing.number}`, label: t().closedMarker(closingName(closing)), at: closing.at, look: 'closed' })),
  ];
}

/** What markers tell of themselves. */
export const TOLD: Told = {
  // Which street would be closed shows once the marker is let go.
  dragged: (id, at) => closingOf(id) ?? dragged(withSiteAt(plan.state.view.scenario, id, at)),
  moved: (id, at) => {
    const { scenario } = plan.state.view;
    const closing = closingOf(id);
    void setScenario(closing === null ? withSiteAt(scenario, id, at) : withClosingAt(scenario, closing, at));
  },
  removed: (id) => {
    const { scenario } = plan.state.view;
    const closing = closingOf(id);
    void setScenario(closing === null ? withoutSite(scenario, id) : withoutClosing(scenario, closing));
  },
  chosen: (id) => {
    if (closingOf(id) === null) plan.set({ site: id });
    else setTab('trial');
  },
};
