/** Scenarios by name: saved in this browser, opened again, compared, deleted, and carried elsewhere by a file or a link. */
import { html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { sign } from '../../components/icons';
import { today } from '../../format/ago';
import { date } from '../../format/units';
import { trialWords } from '../../i18n/plan/trial';
import { ask, rename, setScenario } from '../asking';
import { PlanElement } from '../base';
import { allKept, fileOf, forget, keep, keptOf, ofFile, viewOf, type Kept } from '../scenario/kept';
import { changeCount, LONGEST_NAME } from '../scenario/scenario';
import { link, plan, say, setView } from '../state';

@customElement('yuren-plan-kept')
export class KeptScenarios extends PlanElement {
  @state() private kept: readonly Kept[] = allKept();

  private named(): string {
    return this.state.view.scenario.name.trim() || this.words(trialWords).unnamed;
  }

  private save(): void {
    rename(this.named());
    keep(keptOf(plan.state.view, today()));
    this.kept = allKept();
    say(this.words(trialWords).saved);
  }

  private open(one: Kept): void {
    const { question, threshold, scenario } = viewOf(one);
    setView({ question, threshold });
    setScenario(scenario);
    void ask();
  }

  private drop({ name }: Kept): void {
    const one = this.kept.find((kept) => kept.name === name);
    forget(name);
    this.kept = allKept();
    const back = (): void => {
      if (one) keep(one);
      this.kept = allKept();
    };
    say(this.words(trialWords).deleted, { text: this.w.undo, run: back });
  }

  private download(): void {
    const file = new Blob([fileOf(keptOf({ ...plan.state.view, scenario: { ...plan.state.view.scenario, name: this.named() } }, today()))], { type: 'application/json' });
    const anchor = document.createElement('a');
    anchor.href = URL.createObjectURL(file);
    anchor.download = `${this.named()}.json`;
    anchor.click();
    URL.revokeObjectURL(anchor.href);
  }

  private async upload(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    const found = file ? ofFile(await file.text()) : null;
    input.value = '';
    if (!file) return;
    if (!found) {
      say(this.words(trialWords).badFile);
      return;
    }
    keep(found);
    this.kept = allKept();
    this.open(found);
  }

  private async share(): Promise<void> {
    await navigator.clipboard?.writeText(link());
    say(this.words(trialWords).copied);
  }

  private row(one: Kept): TemplateResult {
    const t = this.words(trialWords);
    const count = changeCount(viewOf(one).scenario);
    return html`<li class="kept" data-testid="kept" data-name=${one.name}>
      <span class="kept-name">${one.name}<span class="quiet small">${t.sitesOf(String(count))} · ${t.onDay(date(one.day, this.w))}</span></span>
      <button class="button" data-testid="open-kept" @click=${() => this.open(one)}>${t.open}</button>
      <button class="icon-button" data-testid="compare-kept" aria-label="${t.compare}: ${one.name}" title=${t.compare} @click=${() => plan.set({ comparing: one })}>${sign('layers')}</button>
      <button class="icon-button" data-testid="forget-kept" aria-label=${t.forget(one.name)} title=${t.forget(one.name)} @click=${() => this.drop(one)}>${sign('close')}</button>
    </li>`;
  }

  override render() {
    const t = this.words(trialWords);
    const { name } = this.state.view.scenario;
    return html`<section aria-labelledby="kept-title">
      <h3 id="kept-title">${t.kept}</h3>
      <label class="field"><span>${t.name}</span><input data-testid="scenario-name" maxlength=${LONGEST_NAME} .value=${name} placeholder=${t.unnamed} @change=${(event: Event) => rename((event.target as HTMLInputElement).value)} /></label>
      <div class="button-row kept-actions">
        <button class="button" data-testid="save-scenario" @click=${this.save}>${t.save}</button>
        <button class="button" data-testid="share-scenario" @click=${() => void this.share()}>${sign('share')}${t.share}</button>
        <button class="button" data-testid="export-scenario" @click=${this.download}>${sign('download')}${t.download}</button>
        <label class="button upload">${sign('upload')}${t.upload}<input class="visually-hidden" type="file" accept="application/json,.json" data-testid="import-scenario" @change=${(event: Event) => void this.upload(event)} /></label>
        <button class="button phone-only" data-testid="open-report-here" @click=${() => plan.set({ reporting: true })}>${t.report}</button>
      </div>
      ${this.kept.length ? html`<ul class="plain-list">${this.kept.map((one) => this.row(one))}</ul>` : html`<p class="quiet">${t.noneKept}</p>`}
    </section>`;
  }
}
