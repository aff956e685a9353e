/** 核对单位: the office that an editor checks for, said once and remembered in this browser. */
import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { placesWords } from '../../i18n/edit/places';
import { EditElement } from '../base';
import { office, setOffice } from '../checking';

@customElement('yuren-office')
export class Office extends EditElement {
  @state() private open = false;

  private async toggle(open: boolean): Promise<void> {
    this.open = open;
    await this.updateComplete;
    this.querySelector<HTMLElement>(open ? 'input' : 'button')?.focus();
  }

  private save(event: Event): void {
    event.preventDefault();
    setOffice(this.querySelector<HTMLInputElement>('input')?.value ?? '');
    void this.toggle(false);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') void this.toggle(false);
  }

  override render() {
    const e = this.words(placesWords);
    if (!this.open) {
      return html`<p class="office">
        <span>${e.officeOf} <strong data-testid="office">${office() || e.officeNone}</strong></span>
        <button class="button plain" data-testid="change-office" @click=${() => void this.toggle(true)}>${e.change}<span class="visually-hidden"> ${e.office}</span></button>
      </p>`;
    }
    return html`<form class="office" @submit=${this.save} @keydown=${this.onKey}>
      <label class="field">
        <span>${e.office}</span>
        <input name="office" maxlength="60" autocomplete="organization" aria-describedby="office-line-hint" data-testid="office-input" .value=${office()} />
      </label>
      <button class="button primary" data-testid="save-office">${e.save}</button>
      <button type="button" class="button" @click=${() => void this.toggle(false)}>${e.cancel}</button>
      <p class="quiet" id="office-line-hint">${e.officeHint}</p>
    </form>`;
  }
}
