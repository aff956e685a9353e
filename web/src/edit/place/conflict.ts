/** Two people changed the place: what the other did and what you did, side by side, and a choice where both touched a fact. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PageElement } from '../../components/base';
import { provenanceText, textOf } from '../fact-text';
import { carryOver, changesBetween, factAt } from '../feature';
import { say } from '../state';
import { changeList, nameOf } from './change-list';
import { titleOf, type Sheet } from './sheet';

type Choice = 'mine' | 'theirs';

@customElement('yuren-conflict')
export class ConflictPanel extends PageElement {
  @property({ attribute: false }) sheet!: Sheet;
  @state() private chosen: Readonly<Record<string, Choice>> = {};
  @state() private trouble = '';

  private merge = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { desk, e } = this.sheet;
    const open = this.clashes().filter((path) => !this.chosen[path]);
    if (open.length) {
      this.trouble = e.chooseEach;
      this.querySelector<HTMLElement>(`[name="${open[0]}"]`)?.focus();
      return;
    }
    desk.merge(Object.entries(this.chosen).flatMap(([path, choice]) => (choice === 'theirs' ? [path] : [])));
    this.chosen = {};
    this.trouble = '';
    say(desk.changes.length ? e.merged : e.mergedAway);
    requestAnimationFrame(() => document.getElementById('saving-title')?.focus());
  };

  private clashes(): string[] {
    const { draft, feature, state: at } = this.sheet;
    return at.theirs ? carryOver(draft.base.feature, feature, at.theirs.feature).clashes : [];
  }

  private clash(path: string): TemplateResult {
    const { feature, state: at, lang, e } = this.sheet;
    const option = (choice: Choice, text: string, value: string) =>
      html`<label class="check">
        <input type="radio" name=${path} value=${choice} data-testid="choose-${choice}" .checked=${this.chosen[path] === choice} @change=${() => {
          this.chosen = { ...this.chosen, [path]: choice };
          this.trouble = '';
        }} />
        <span>${text}${lang === 'en' ? ': ' : '：'}<strong>${value}</strong></span>
      </label>`;
    const facts = [factAt(at.theirs!.feature, path), factAt(feature, path)] as const;
    const [other, own] = facts.map((fact) => textOf(fact, lang));
    // Both may say the same and only differ in who says it.
    const [their, my] = other === own ? facts.map((fact) => provenanceText(fact, lang, (source) => titleOf(source, this.sheet))) : [other, own];
    return html`<fieldset data-testid="clash">
      <legend>${nameOf({ path }, feature, lang)} <span class="quiet">${e.clash}</span></legend>
      ${option('theirs', e.theirs, their ?? '')} ${option('mine', e.mine, my ?? '')}
    </fieldset>`;
  }

  override render() {
    const { sheet } = this;
    const { draft, feature, state: at, lang, e } = sheet;
    if (!at.theirs) return nothing;
    const title = (source: string): string => titleOf(source, sheet);
    const clashes = this.clashes();
    return html`<form class="conflict form" data-testid="conflict" aria-labelledby="conflict-title" @submit=${this.merge}>
      <h3 id="conflict-title" tabindex="-1">${e.conflictTitle}</h3>
      <p>${e.conflictIntro}</p>
      <div class="sides">
        <section><h4>${e.theyChanged}</h4>${changeList(changesBetween(draft.base.feature, at.theirs.feature), at.theirs.feature, lang, title)}</section>
        <section><h4>${e.youChanged}</h4>${changeList(sheet.desk.changes, feature, lang, title)}</section>
      </div>
      ${clashes.length ? clashes.map((path) => this.clash(path)) : html`<p class="quiet">${e.noOthers}</p>`}
      <p class="trouble" role="alert">${this.trouble}</p>
      <button class="button primary" data-testid="merge">${e.merge}</button>
    </form>`;
  }
}
