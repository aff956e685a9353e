/** The name of the city's map, and how it is to be shown: language, type size, theme. */
import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { nameIn } from '../i18n';
import { setDisplay } from '../state/actions';
import { store } from '../state/store';
import type { Theme } from '../state/view';
import { StoreElement } from './base';
import { sign } from './icons';

@customElement('yuren-header')
export class AppHeader extends StoreElement {
  @state() private open = false;

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.open) return;
    this.open = false;
    this.querySelector<HTMLElement>('[data-testid=settings]')?.focus();
    event.stopPropagation();
  }

  private onFocusOut(event: FocusEvent): void {
    if (event.relatedTarget && !this.contains(event.relatedTarget as Node)) this.open = false;
  }

  override render() {
    const { w, language: lang } = this;
    const { city, view } = this.state;
    const other = lang === 'zh' ? 'en' : 'zh';
    const themes: [Theme, string][] = [
      ['auto', w.themeAuto],
      ['light', w.themeLight],
      ['dark', w.themeDark],
    ];
    return html`<header class="header" @keydown=${this.onKey} @focusout=${this.onFocusOut}>
      <h1>${city ? w.titleOf(nameIn(lang, city)) : w.appName}</h1>
      <button class="button plain" data-testid="language" lang=${other === 'zh' ? 'zh-CN' : 'en'} aria-label=${`${w.switchLanguage}, ${w.switchLanguageLabel}`} @click=${() => setDisplay({ lang: other })}>
        ${w.switchLanguage}
      </button>
      <button class="icon-button" data-testid="settings" aria-label=${w.settings} title=${w.settings} aria-expanded=${this.open} @click=${() => (this.open = !this.open)}>
        ${sign('gear')}
      </button>
      <div class="settings-menu" ?hidden=${!this.open} data-testid="settings-menu">
        <label class="check">
          <input type="checkbox" data-testid="large-type" .checked=${view.large} @change=${() => setDisplay({ large: !view.large })} />
          <span>${w.largeType}</span>
        </label>
        <fieldset>
          <legend>${w.theme}</legend>
          ${themes.map(
            ([theme, name]) =>
              html`<label class="check">
                <input type="radio" name="theme" value=${theme} .checked=${view.theme === theme} @change=${() => setDisplay({ theme })} />
                <span>${name}</span>
              </label>`,
          )}
        </fieldset>
        <button class="button wide" data-testid="about" @click=${() => store.set({ aboutOpen: true })}>${sign('info')}${w.aboutData}</button>
      </div>
    </header>`;
  }
}
