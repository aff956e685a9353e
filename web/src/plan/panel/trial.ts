/** What is tried out: sites added, moved and removed, what that brings, proposals, and scenarios kept. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { sign } from '../../components/icons';
import { trialWords } from '../../i18n/plan/trial';
import { setScenario, undo } from '../asking';
import { PlanElement } from '../base';
import { isEmpty, NO_SCENARIO, putBack, withoutSite } from '../scenario/scenario';
import { plan } from '../state';
import './gain';
import './kept';
import './propose';

interface Change {
  id: string;
  name: string;
  what: string;
  at: [number, number] | null;
  drop: { words: string; run: () => void };
}

@customElement('yuren-plan-trial')
export class TrialPanel extends PlanElement {
  private changes(): Change[] {
    const t = this.words(trialWords);
    const { scenario } = this.state.view;
    const sites = new Map((this.state.answer?.sites ?? []).map((site) => [site.id, site]));
    const known = (id: string): string => sites.get(id)?.name ?? id;
    const back = (id: string) => ({ words: t.putBack(known(id)), run: () => setScenario(putBack(plan.state.view.scenario, id)) });
    return [
      ...scenario.add.map(({ id, name, lon, lat }): Change => ({ id, name, what: t.added, at: [lon, lat], drop: { words: t.dropSite(name), run: () => setScenario(withoutSite(plan.state.view.scenario, id)) } })),
      ...scenario.move.map(({ place, lon, lat }): Change => ({ id: place, name: known(place), what: t.moved, at: [lon, lat], drop: back(place) })),
      ...scenario.remove.map((id): Change => {
        const site = sites.get(id);
        return { id, name: known(id), what: t.removed, at: site ? [site.lon, site.lat] : null, drop: back(id) };
      }),
    ];
  }

  private change({ id, name, what, at, drop }: Change): TemplateResult {
    return html`<li class="change" data-testid="change" data-id=${id}>
      <button class="row-name" @click=${() => plan.set({ site: id, ...(at ? { bring: { at, zoom: 13 } } : {}) })}>${name}</button>
      <span class="badge rough">${what}</span>
      <button class="icon-button" data-testid="drop-change" aria-label=${drop.words} title=${drop.words} @click=${drop.run}>${sign('close')}</button>
    </li>`;
  }

  override render() {
    const t = this.words(trialWords);
    const { view, adding, undo: steps } = this.state;
    const changes = this.changes();
    return html`<p class="quiet">${t.intro}</p>
      <div class="button-row">
        <button class="button ${adding ? '' : 'primary'}" data-testid="add-site" aria-pressed=${adding} @click=${() => plan.set({ adding: !adding })}>
          ${sign(adding ? 'close' : 'plus')}${adding ? t.stopAdding : t.addOnMap}
        </button>
        <button class="button" data-testid="undo" ?disabled=${steps.length === 0} @click=${undo}>${sign('undo')}${t.undo}</button>
      </div>
      ${adding ? html`<p class="note" role="status">${t.tapMap}</p>` : nothing}
      <yuren-plan-gain></yuren-plan-gain>
      <section aria-labelledby="changes-title">
        <h3 id="changes-title">${t.changes}</h3>
        ${changes.length ? html`<ul class="plain-list" data-testid="changes">${changes.map((change) => this.change(change))}</ul>` : html`<p class="quiet">${t.nothingYet}</p>`}
        ${isEmpty(view.scenario)
          ? nothing
          : html`<button class="button plain" data-testid="clear-changes" @click=${() => setScenario({ ...NO_SCENARIO, name: plan.state.view.scenario.name })}>${t.clear}</button>`}
      </section>
      <yuren-plan-propose></yuren-plan-propose>
      <yuren-plan-kept></yuren-plan-kept>`;
  }
}
