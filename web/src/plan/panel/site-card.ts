/** A site that is chosen on the map: what it is, and what can be tried with it. */
import { html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { sign } from '../../components/icons';
import { listWords } from '../../i18n/plan/lists';
import { trialWords } from '../../i18n/plan/trial';
import { roleName } from '../../i18n/roles';
import type { CoverageSite } from '../answer';
import { setScenario } from '../asking';
import { PlanElement } from '../base';
import { reachButton } from './reach-button';
import { putBack, withoutSite } from '../scenario/scenario';
import { plan } from '../state';

/** The chosen site: of the answer, or an added one whose answer has not come yet. */
export function chosenSite(): Pick<CoverageSite, 'id' | 'name' | 'lon' | 'lat' | 'roles' | 'added' | 'moved' | 'removed' | 'open'> | null {
  const { site: id, answer, view } = plan.state;
  const added = view.scenario.add.find((site) => site.id === id);
  if (added) return { ...added, roles: [...added.roles], added: true, moved: false, removed: false, open: 'yes' };
  return answer?.sites.find((site) => site.id === id && !site.added) ?? null;
}

@customElement('yuren-plan-site')
export class SiteCard extends PlanElement {
  override render() {
    const t = this.words(trialWords);
    const l = this.words(listWords);
    const site = chosenSite();
    if (!site) return nothing;
    const { scenario, question } = this.state.view;
    const isChanged = scenario.remove.includes(site.id) || scenario.move.some(({ place }) => place === site.id);
    const isRemoved = scenario.remove.includes(site.id);
    const open = { yes: l.open, no: l.closed, unknown: l.unknownHours }[site.open];
    return html`<article class="why" data-testid="site-card" data-id=${site.id}>
      <div class="card-bar">
        <h2>${site.name}</h2>
        <button class="icon-button" data-testid="site-close" aria-label=${t.closeSite} @click=${() => plan.set({ site: null })}>${sign('close')}</button>
      </div>
      <p>${t.chosenRoles} ${site.roles.map((role) => roleName(role, this.language)).join(' · ')}</p>
      <p class="quiet">${[question.slice === 'any' || site.added ? '' : open, site.added ? l.addedSite : '', isRemoved ? l.removed : '', site.moved ? l.movedSite : ''].filter(Boolean).join(' · ')}</p>
      ${isRemoved ? nothing : html`<p class="quiet small">${t.move}</p>`}
      <div class="button-row">
        ${reachButton(this.state, [site.lon, site.lat], this.language)}
        ${isChanged ? html`<button class="button" data-testid="site-restore" @click=${() => setScenario(putBack(plan.state.view.scenario, site.id))}>${sign('undo')}${t.restore}</button>` : nothing}
        ${isRemoved ? nothing : html`<button class="button" data-testid="site-remove" @click=${() => setScenario(withoutSite(plan.state.view.scenario, site.id))}>${sign('close')}${t.remove}</button>`}
      </div>
    </article>`;
  }
}
