/** Two people changed the same: what the other did and what you did, side by side, and a choice where both touched a fact. */
import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PageElement } from '../../components/base';
import { words, type Lang } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { deskWords } from '../../i18n/edit/desk';
import { say } from '../state';
import type { AnyDesk } from './desk';

type Choice = 'mine' | 'theirs';

/** A fact that both changed: what it is called, and what it says by each. */
export interface Clash extends Record<Choice, string> {
  path: string;
  name: string;
}

/** What two people did. */
export interface Conflict {
  desk: AnyDesk;
  lang: Lang;
  theyChanged: TemplateResult;
  youChanged: TemplateResult;
  clashes: readonly Clash[];
}

@customElement('yuren-conflict')
export class ConflictPanel extends PageElement {
  @property({ attribute: false }) conflict!: Conflict;
  @state() private chosen: Readonly<Record<string, Choice>> = {};
  @state() private trouble = '';

  private get e() {
    return said(deskWords, this.conflict.lang);
  }

  private merge = (event: SubmitEvent): void => {
    event.preventDefault();
    const { e } = this;
    const { desk, clashes } = this.conflict;
    const open = clashes.find(({ path }) => !this.chosen[path]);
    if (open) {
      this.trouble = e.chooseEach;
      this.querySelector<HTMLElement>(`[name="${CSS.escape(open.path)}"]`)?.focus();
      return;
    }
    desk.merge(clashes.flatMap(({ path }) => (this.chosen[path] === 'theirs' ? [path] : [])));
    this.chosen = {};
    this.trouble = '';
    say(desk.changes.length ? e.merged : e.mergedAway);
    requestAnimationFrame(() => document.getElementById('saving-title')?.focus());
  };

  private option(path: string, choice: Choice, text: string, value: string): TemplateResult {
    const choose = (): void => {
      this.chosen = { ...this.chosen, [path]: choice };
      this.trouble = '';
    };
    return html`<label class="check">
      <input type="radio" name=${path} value=${choice} data-testid="choose-${choice}" .checked=${this.chosen[path] === choice} @change=${choose} />
      <span>${text}${words(this.conflict.lang).colon}<strong>${value}</strong></span>
    </label>`;
  }

  private clash({ path, name, theirs, mine }: Clash): TemplateResult {
    const { e } = this;
    return html`<fieldset data-testid="clash" data-path=${path}>
      <legend>${name} <span class="quiet">${e.clash}</span></legend>
      ${this.option(path, 'theirs', e.theirs, theirs)} ${this.option(path, 'mine', e.mine, mine)}
    </fieldset>`;
  }

  override render() {
    const { e } = this;
    const { theyChanged, youChanged, clashes } = this.conflict;
    return html`<form class="conflict form" data-testid="conflict" aria-labelledby="conflict-title" @submit=${this.merge}>
      <h3 id="conflict-title" tabindex="-1">${e.conflictTitle}</h3>
      <p>${e.conflictIntro}</p>
      <div class="sides">
        <section><h4>${e.theyChanged}</h4>${theyChanged}</section>
        <section><h4>${e.youChanged}</h4>${youChanged}</section>
      </div>
      ${clashes.length ? clashes.map((clash) => this.clash(clash)) : html`<p class="quiet">${e.noOthers}</p>`}
      <p class="trouble" role="alert">${this.trouble}</p>
      <button class="button primary" data-testid="merge">${e.merge}</button>
    </form>`;
  }
}
