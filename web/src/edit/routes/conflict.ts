/** Two people changed the route: what the other did and what you did, side by side, and a choice where both touched a fact. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PageElement } from '../../components/base';
import { said } from '../../i18n/edit/book';
import { placeWords } from '../../i18n/edit/place';
import { say } from '../state';
import { changeList, labelOf, valueText } from './change-list';
import { changesBetween, factsOf } from './route';
import type { Sheet } from './sheet';
import { clashesOf } from './together';

type Choice = 'mine' | 'theirs';

@customElement('yuren-route-conflict')
export class RouteConflict extends PageElement {
  @property({ attribute: false }) sheet!: Sheet;
  @state() private chosen: Readonly<Record<string, Choice>> = {};
  @state() private trouble = '';

  private get clashes(): string[] {
    const { draft, state: at } = this.sheet;
    return at.theirs ? clashesOf(draft.base.route, draft.route, at.theirs.route) : [];
  }

  private merge = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { desk, lang } = this.sheet;
    const p = said(placeWords, lang);
    const open = this.clashes.filter((path) => !this.chosen[path]);
    if (open.length) {
      this.trouble = p.chooseEach;
      this.querySelector<HTMLElement>(`[name="${CSS.escape(open[0] ?? '')}"]`)?.focus();
      return;
    }
    desk.merge(Object.entries(this.chosen).flatMap(([path, choice]) => (choice === 'theirs' ? [path] : [])));
    this.chosen = {};
    this.trouble = '';
    say(desk.changes.length ? p.merged : p.mergedAway);
    requestAnimationFrame(() => document.getElementById('saving-title')?.focus());
  };

  private clash(path: string): TemplateResult {
    const { draft, state: at, lang, w } = this.sheet;
    const p = said(placeWords, lang);
    const theirs = at.theirs ? factsOf(at.theirs.route)[path] : undefined;
    const option = (choice: Choice, text: string, value: unknown) =>
      html`<label class="check">
        <input type="radio" name=${path} value=${choice} data-testid="choose-${choice}" .checked=${this.chosen[path] === choice} @change=${() => {
          this.chosen = { ...this.chosen, [path]: choice };
          this.trouble = '';
        }} />
        <span>${text}${w.colon}<strong>${valueText(path, value, at.places, lang)}</strong></span>
      </label>`;
    return html`<fieldset data-testid="clash" data-path=${path}>
      <legend>${labelOf(path, at.places, lang)} <span class="quiet">${p.clash}</span></legend>
      ${option('theirs', p.theirs, theirs)} ${option('mine', p.mine, factsOf(draft.route)[path])}
    </fieldset>`;
  }

  override render() {
    const { draft, desk, state: at, lang } = this.sheet;
    const p = said(placeWords, lang);
    if (!at.theirs) return nothing;
    const { clashes } = this;
    return html`<form class="conflict form" data-testid="conflict" aria-labelledby="conflict-title" @submit=${this.merge}>
      <h3 id="conflict-title" tabindex="-1">${p.conflictTitle}</h3>
      <p>${p.conflictIntro}</p>
      <div class="sides">
        <section><h4>${p.theyChanged}</h4>${changeList(changesBetween(draft.base.route, at.theirs.route), at.places, lang)}</section>
        <section><h4>${p.youChanged}</h4>${changeList(desk.changes, at.places, lang)}</section>
      </div>
      ${clashes.length ? clashes.map((path) => this.clash(path)) : html`<p class="quiet">${p.noOthers}</p>`}
      <p class="trouble" role="alert">${this.trouble}</p>
      <button class="button primary" data-testid="merge">${p.merge}</button>
    </form>`;
  }
}
