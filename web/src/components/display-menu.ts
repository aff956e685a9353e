/** How the page is to be shown: language, type size, theme. Says what was chosen by a `display` event. */
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words } from '../i18n';
import type { Display, Theme } from '../state/display';
import { PageElement } from './base';
import { sign } from './icons';

export type DisplayEvent = CustomEvent<Partial<Display>>;

@customElement('yuren-display')
export class DisplayMenu extends PageElement {
  @property({ attribute: false }) display!: Display;
  /** What else stands in the menu. */
  @property({ attribute: false }) more: TemplateResult | typeof nothing = nothing;
  @state() private open = false;

  private choose(patch: Partial<Display>): void {
    this.dispatchEvent(new CustomEvent('display', { detail: patch }));
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.open) return;
    this.open = false;
    this.querySelector<HTMLElement>('[data-testid=settings]')?.focus();
    event.stopPropagation();
  }

  private onFocusOut(event: FocusEvent): void {
    if (event.relatedTarget && !this.contains(event.relatedTarget as Node)) this.open = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.onKey);
    this.addEventListener('focusout', this.onFocusOut);
  }

  override render() {
    const { lang, theme: chosen, large } = this.display;
    const w = words(lang);
    const other = lang === 'zh' ? 'en' : 'zh';
    const themes: [Theme, string][] = [
      ['auto', w.themeAuto],
      ['light', w.themeLight],
      ['dark', w.themeDark],
    ];
    return html`<button class="button plain" data-testid="language" lang=${other === 'zh' ? 'zh-CN' : 'en'} aria-label=${`${w.switchLanguage}, ${w.switchLanguageLabel}`} @click=${() => this.choose({ lang: other })}>
        ${w.switchLanguage}
      </button>
      <button class="icon-button" data-testid="settings" aria-label=${w.settings} title=${w.settings} aria-expanded=${this.open} @click=${() => (this.open = !this.open)}>
        ${sign('gear')}
      </button>
      <div class="settings-menu" ?hidden=${!this.open} data-testid="settings-menu">
        <label class="check">
          <input type="checkbox" data-testid="large-type" .checked=${large} @change=${() => this.choose({ large: !large })} />
          <span>${w.largeType}</span>
        </label>
        <fieldset>
          <legend>${w.theme}</legend>
          ${themes.map(
            ([theme, name]) =>
              html`<label class="check">
                <input type="radio" name="theme" value=${theme} .checked=${chosen === theme} @change=${() => this.choose({ theme })} />
                <span>${name}</span>
              </label>`,
          )}
        </fieldset>
        ${this.more}
      </div>`;
  }
}
