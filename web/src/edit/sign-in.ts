/** 登录: for those who keep the map, by a password or by a provider that says who they are. */
import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Problem } from '../api/request';
import { frameWords } from '../i18n/edit/frame';
import * as api from './api';
import { EditElement } from './base';
import { inWords } from './failure';
import { edit, takeProblem } from './state';

@customElement('yuren-sign-in')
export class SignIn extends EditElement {
  @state() private busy = false;
  @state() private trouble = '';
  @state() private providers: readonly api.SignInProvider[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    const problem = takeProblem();
    if (problem) this.trouble = this.words(frameWords).providerTrouble(problem);
    void this.askProviders();
  }

  /** Whether there is any other way in; where that cannot be asked, the password stays. */
  private async askProviders(): Promise<void> {
    this.providers = await api.providers().catch(() => []);
  }

  private send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const e = this.words(frameWords);
    const fields = new FormData(event.target as HTMLFormElement);
    const [name, password] = ['name', 'password'].map((field) => String(fields.get(field)));
    if (this.busy) return;
    if (!name?.trim() || !password) {
      this.trouble = e.bothNeeded;
      return;
    }
    this.busy = true;
    this.trouble = '';
    try {
      edit.set({ session: await api.signIn(name.trim(), password) });
    } catch (error) {
      const problem = error instanceof Problem ? error : null;
      const locked = () => e.locked(Math.max(1, Math.ceil((problem?.parts.retryAfter ?? 60) / 60)));
      this.trouble = problem?.status === 429 ? locked() : problem?.status === 401 ? e.wrongPassword : inWords(error, this.language, false);
    } finally {
      this.busy = false;
    }
  };

  override render() {
    const e = this.words(frameWords);
    return html`<form class="form sign-in" novalidate @submit=${this.send}>
      <h2>${e.signIn}</h2>
      <p class="quiet">${e.signInIntro}</p>
      <label class="field">
        <span>${e.name}</span>
        <input name="name" data-testid="sign-in-name" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="64" />
      </label>
      <label class="field">
        <span>${e.password}</span>
        <input name="password" data-testid="sign-in-password" type="password" autocomplete="current-password" maxlength="256" />
      </label>
      <p class="trouble" role="alert" data-testid="sign-in-trouble">${this.trouble}</p>
      <button class="button primary" data-testid="sign-in" aria-disabled=${this.busy}>${this.busy ? e.signingIn : e.signIn}</button>
      ${this.providers.map(({ name, start }) => html`<a class="button wide" data-testid="sign-in-by-provider" href=${start}>${e.signInBy(name)}</a>`)}
    </form>`;
  }
}
