/** 核对: what is known of a place, and one tap by which its staff say that it is still right. Opening it says nothing. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { PageElement } from '../components/base';
import type { DisplayEvent } from '../components/display-menu';
import '../components/display-menu';
import { sign } from '../components/icons';
import { checkedLine } from '../components/provenance';
import { date } from '../format/units';
import { nameIn, words, type Words } from '../i18n';
import { confirmWords } from '../i18n/confirm';
import { said } from '../i18n/edit/book';
import { roleName } from '../i18n/roles';
import { onSystemTheme, show, type Display } from '../state/display';
import { remember, remembered } from '../state/memory';
import { confirm, read, type Fact, type Opened } from './api';
import { textOf, titleOf } from './fact-text';
import { refusalOf } from './refusal';
import { takeToken } from './token';

@customElement('yuren-confirm')
export class ConfirmApp extends PageElement {
  @state() private display: Display = { lang: 'zh', theme: 'auto', large: false, ...remembered() };
  @state() private opened: Opened | null = null;
  /** What stands in the way of opening the link. */
  @state() private trouble: unknown = null;
  @state() private unticked: ReadonlySet<string> = new Set();
  @state() private step: 'asking' | 'sending' | 'done' = 'asking';
  /** What stood in the way of the last tap. */
  @state() private refused: unknown = null;
  private token: string | null = null;

  private get w(): Words {
    return words(this.display.lang);
  }

  private get c() {
    return said(confirmWords, this.display.lang);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    onSystemTheme(() => this.requestUpdate());
    void this.open();
    // Another link put into the same tab.
    addEventListener('hashchange', () => void this.open());
  }

  protected override willUpdate(): void {
    show(this.display);
    const { lang } = this.display;
    document.title = this.opened ? `${nameIn(lang, this.opened)} · ${this.c.title}` : `${this.c.title} · ${this.w.appName}`;
  }

  private open = async (): Promise<void> => {
    const given = takeToken();
    if (given) this.token = given;
    if (!this.token) return;
    Object.assign(this, { opened: null, trouble: null, refused: null, unticked: new Set(), step: 'asking' });
    try {
      this.opened = await read(this.token);
    } catch (error) {
      this.trouble = error;
    }
  };

  /** The names of the facts that a tap confirms. */
  private ticked(): string[] {
    const real = this.opened?.facts.filter((fact) => !fact.is_synthetic && !this.unticked.has(fact.fact)) ?? [];
    return real.map(({ fact }) => fact);
  }

  private send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const facts = this.ticked();
    if (!this.token || !facts.length || this.step !== 'asking') return;
    this.step = 'sending';
    this.refused = null;
    try {
      const { checked_on } = await confirm(this.token, facts);
      const { opened } = this;
      if (!opened) return;
      const checked = (fact: Fact): Fact => (facts.includes(fact.fact) ? { ...fact, checked_on, checked_by: opened.office } : fact);
      this.opened = { ...opened, today: checked_on, facts: opened.facts.map(checked) };
      this.step = 'done';
      await this.updateComplete;
      this.querySelector<HTMLElement>('[data-testid=confirm-done]')?.focus();
    } catch (error) {
      this.refused = error;
      this.step = 'asking';
    }
  };

  private tick(fact: string): void {
    const unticked = new Set(this.unticked);
    if (!unticked.delete(fact)) unticked.add(fact);
    this.unticked = unticked;
    this.refused = null;
  }

  private setDisplay(patch: Partial<Display>): void {
    this.display = { ...this.display, ...patch };
    remember(patch);
  }

  private fact(fact: Fact, today: string): TemplateResult {
    const { w, c } = this;
    const { lang } = this.display;
    const isAsked = !fact.is_synthetic && this.step !== 'done';
    const text = html`<span class="known">
      <span class="quiet">${titleOf(fact, lang, w)}</span>
      <span class="value">${textOf(fact, lang, w)}</span>
      <span class="quiet checked">${fact.is_synthetic ? html`<span class="badge example">${c.example}</span>` : checkedLine(fact, w, today)}</span>
    </span>`;
    return html`<li>
      ${isAsked
        ? html`<label class="check"><input type="checkbox" data-testid="fact-${fact.fact}" .checked=${!this.unticked.has(fact.fact)} @change=${() => this.tick(fact.fact)} />${text}</label>`
        : html`<div class="check ${this.step === 'done' ? '' : 'unasked'}" data-testid="known-${fact.fact}">${text}</div>`}
    </li>`;
  }

  /** The place's own facts, then each role's. */
  private facts({ facts, today }: Opened): TemplateResult[] {
    const { lang } = this.display;
    const groups = [...new Map(facts.map(({ role }) => [role?.id, role])).values()];
    return groups.map((role) => {
      const own = facts.filter((fact) => fact.role?.id === role?.id);
      return html`<fieldset class="group">
        <legend>${role ? (role.name ?? roleName(role.kind, lang)) : this.c.ofPlace}</legend>
        <ul class="plain-list">${own.map((fact) => this.fact(fact, today))}</ul>
      </fieldset>`;
    });
  }

  private tap(opened: Opened): TemplateResult {
    const { w, c } = this;
    const real = opened.facts.filter((fact) => !fact.is_synthetic).length;
    const count = this.ticked().length;
    if (this.step === 'done') {
      const [office, day] = [opened.office, date(opened.today, w)];
      return html`<div class="done" tabindex="-1" data-testid="confirm-done">
        <p><strong>${count === real ? c.done(office, day) : c.doneSome(office, day, count)}</strong></p>
        ${count === real ? html`<p class="quiet">${c.doneNote}</p>` : nothing}
      </div>`;
    }
    if (!real) return html`<p class="notice">${c.onlyExamples}</p>`;
    const label = this.step === 'sending' ? c.sending : count === real || !count ? c.stillRight : c.someStillRight(count);
    const trouble = this.refused ? refusalOf(this.refused, this.display.lang, w).text : count ? '' : c.oneNeeded;
    return html`<button class="button primary tap" data-testid="confirm" aria-disabled=${!count || this.step === 'sending'}>${label}</button>
      <p class="trouble" role="alert" data-testid="confirm-trouble">${trouble}</p>`;
  }

  private page(opened: Opened): TemplateResult {
    const { w, c } = this;
    const { lang } = this.display;
    const isAsking = this.step !== 'done';
    return html`<form class="confirm" @submit=${this.send}>
      <div>
        <h2 data-testid="place-name">${nameIn(lang, opened)}</h2>
        ${opened.address ? html`<p class="quiet">${opened.address}</p>` : nothing}
      </div>
      ${isAsking ? html`<p>${c.ask(opened.office)}</p>` : nothing}
      ${this.tap(opened)}
      <section aria-label=${c.facts}>
        ${isAsking ? html`<p class="quiet">${c.untick}</p>` : nothing}
        ${this.facts(opened)}
        ${opened.facts.some((fact) => fact.is_synthetic) ? html`<p class="quiet">${c.exampleNote}</p>` : nothing}
      </section>
      <section class="wrong">
        <h3>${c.wrong}</h3>
        <p>${c.wrongHow}</p>
        <a class="button" href="/#s=${opened.place}" data-testid="to-card">${sign('flag')}${c.toCard}</a>
      </section>
      <p class="quiet">${c.until(date(opened.expires_on, w))}</p>
    </form>`;
  }

  private closed(): TemplateResult {
    const { c } = this;
    if (!this.token) return html`<p class="notice" role="alert" data-testid="confirm-refused">${c.missing}</p>`;
    if (!this.trouble) return html`<p class="notice quiet" role="status">${c.opening}</p>`;
    const { text, again } = refusalOf(this.trouble, this.display.lang, this.w);
    return html`<div class="notice" role="alert" data-testid="confirm-refused"><p>${text}</p></div>
      ${again ? html`<button class="button" data-testid="again" @click=${this.open}>${c.again}</button>` : nothing}`;
  }

  override render() {
    const { display, opened } = this;
    return html`<header class="header">
        <h1>${this.c.title}</h1>
        <yuren-display .display=${display} @display=${(event: DisplayEvent) => this.setDisplay(event.detail)}></yuren-display>
      </header>
      <main class="confirm-main">${opened ? this.page(opened) : this.closed()}</main>`;
  }
}
