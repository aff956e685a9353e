/** What is tried out: sites added, moved and removed, streets closed, what that brings, proposals, and scenarios kept. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { LonLat } from '../../api/types';
import { sign, type Sign } from '../../components/icons';
import { trialWords } from '../../i18n/plan/trial';
import { setScenario, undo } from '../asking';
import { PlanElement } from '../base';
import { streetLength } from '../figures';
import { closingName, closingsOf } from '../map/by-finger';
import { hasStreets, isUnheeded, withoutClosing } from '../scenario/closing';
import { isEmpty, NO_SCENARIO, putBack, withoutSite } from '../scenario/scenario';
import { byStreets, plan } from '../state';
import './gain';
import './kept';
import './propose';

interface Change {
  id: string;
  name: string;
  what: string;
  /** Beside the name. */
  more?: string;
  at: LonLat | null;
  /** It is a site of the map: its card can be opened. */
  isSite: boolean;
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
      ...scenario.add.map(({ id, name, lon, lat }): Change => ({ id, name, what: t.added, at: [lon, lat], isSite: true, drop: { words: t.dropSite(name), run: () => setScenario(withoutSite(plan.state.view.scenario, id)) } })),
      ...scenario.move.map(({ place, lon, lat }): Change => ({ id: place, name: known(place), what: t.moved, at: [lon, lat], isSite: true, drop: back(place) })),
      ...scenario.remove.map((id): Change => {
        const site = sites.get(id);
        return { id, name: known(id), what: t.removed, at: site ? [site.lon, site.lat] : null, isSite: true, drop: back(id) };
      }),
      ...closingsOf(this.state).map((closing): Change => {
        const name = closingName(closing);
        const more = closing.stretch ? { more: t.closedLength(streetLength(closing.stretch.length_m)) } : {};
        const drop = (): void => void setScenario(withoutClosing(plan.state.view.scenario, closing.number - 1));
        return { id: `close-${closing.number}`, name, what: t.closed, ...more, at: closing.at, isSite: false, drop: { words: t.dropClosing(name), run: drop } };
      }),
    ];
  }

  private change({ id, name, what, more, at, isSite, drop }: Change): TemplateResult {
    const choose = (): void => plan.set({ ...(isSite ? { site: id } : {}), ...(at ? { bring: { at, zoom: isSite ? 13 : 15 } } : {}) });
    return html`<li class="change" data-testid="change" data-id=${id}>
      <button class="row-name" @click=${choose}>${name}${more ? html`<span class="quiet small">${more}</span>` : nothing}</button>
      <span class="badge rough">${what}</span>
      <button class="icon-button" data-testid="drop-change" aria-label=${drop.words} title=${drop.words} @click=${drop.run}>${sign('close')}</button>
    </li>`;
  }

  private canClose(): boolean {
    return byStreets(this.state);
  }

  /** A button that says what the next tap on the map does. */
  private arming(what: 'add' | 'close', icon: Sign, start: string, stop: string): TemplateResult {
    const isOn = this.state.armed === what;
    const look = what === 'add' && !isOn ? 'primary' : '';
    const id = { add: 'add-site', close: 'close-street' }[what];
    const isOff = what === 'close' && !this.canClose();
    return html`<button class="button ${look}" data-testid=${id} aria-pressed=${isOn} ?disabled=${isOff} aria-describedby=${isOff ? 'why-not-close' : nothing} @click=${() => plan.set({ armed: isOn ? null : what })}>
      ${sign(isOn ? 'close' : icon)}${isOn ? stop : start}
    </button>`;
  }

  /** Where the city has no streets there is nothing to close. */
  private closing() {
    const t = this.words(trialWords);
    const { planning, view } = this.state;
    return hasStreets(planning, view.question.mode) ? this.arming('close', 'barred', t.closeOnMap, t.stopClosing) : nothing;
  }

  override render() {
    const t = this.words(trialWords);
    const { view, armed, answer, undo: steps } = this.state;
    const changes = this.changes();
    const isWithStreets = hasStreets(this.state.planning, view.question.mode);
    return html`<p class="quiet">${isWithStreets ? t.introStreets : t.intro}</p>
      <div class="button-row">
        ${this.arming('add', 'plus', t.addOnMap, t.stopAdding)} ${this.closing()}
        <button class="button" data-testid="undo" ?disabled=${steps.length === 0} @click=${undo}>${sign('undo')}${t.undo}</button>
      </div>
      ${armed ? html`<p class="note" role="status">${armed === 'add' ? t.tapMap : t.tapStreet}</p>` : nothing}
      ${answer && isUnheeded(view.scenario, answer)
        ? html`<p class="note" data-testid="closed-unheeded">${t.closedUnheeded}</p>`
        : this.canClose() || !isWithStreets ? nothing : html`<p class="quiet small" id="why-not-close">${t.onlyByStreets}</p>`}
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
