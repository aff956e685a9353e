/** 核对链接: made by an editor for a place's staff, who can say by it that what is known is still right. */
import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { date } from '../../format/units';
import { linkWords } from '../../i18n/edit/link';
import * as api from '../api';
import { EditElement } from '../base';
import { refusal } from './refusal';

/** Days on offer. */
const DAYS = [30, 90, 180, 365] as const;
const USUAL_DAYS = 180;

@customElement('yuren-place-link')
export class PlaceLink extends EditElement {
  @property() placeId = '';
  @state() private made: api.Link | null = null;
  @state() private busy = false;
  @state() private trouble = '';
  @state() private notice = '';

  private make = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.busy) return;
    const fields = new FormData(event.target as HTMLFormElement);
    const office = String(fields.get('office')).trim();
    const length = [...office].length;
    this.notice = '';
    this.trouble = length < 2 || length > 60 ? this.words(linkWords).officeNeeded : '';
    if (this.trouble) return;
    this.busy = true;
    try {
      this.made = await api.makeLink(this.placeId, office, Number(fields.get('days')));
      await this.updateComplete;
      this.querySelector<HTMLInputElement>('[data-testid=link-address]')?.select();
    } catch (error) {
      this.trouble = refusal(error, this.language);
    } finally {
      this.busy = false;
    }
  };

  private copy = async (): Promise<void> => {
    const e = this.words(linkWords);
    try {
      await navigator.clipboard.writeText(this.made?.url ?? '');
      this.notice = e.copied;
    } catch {
      this.notice = e.copyFailed;
      this.querySelector<HTMLInputElement>('[data-testid=link-address]')?.select();
    }
  };

  private address({ url, expires_on }: api.Link): TemplateResult {
    const e = this.words(linkWords);
    return html`<p>${e.made(date(expires_on, this.w))}</p>
      <label class="field">
        <span>${e.address}</span>
        <input readonly data-testid="link-address" .value=${url} />
      </label>
      <button type="button" class="button" data-testid="link-copy" @click=${this.copy}>${e.copy}</button>`;
  }

  override render() {
    const e = this.words(linkWords);
    return html`<details class="rule part">
      <summary data-testid="link-part"><span>${e.title}</span></summary>
      <form class="form" novalidate @submit=${this.make}>
        <p class="quiet">${e.intro}</p>
        <label class="field">
          <span>${e.office}</span>
          <input name="office" maxlength="60" autocomplete="organization" data-testid="link-office" />
        </label>
        <label class="field">
          <span>${e.days}</span>
          <select name="days" data-testid="link-days">
            ${DAYS.map((days) => html`<option value=${days} ?selected=${days === USUAL_DAYS}>${e.daysCount(days)}</option>`)}
          </select>
        </label>
        <button class="button" data-testid="link-make" aria-disabled=${this.busy}>${this.busy ? e.making : e.make}</button>
        ${this.made ? this.address(this.made) : ''}
        <p role="status">${this.notice}</p>
        <p class="trouble" role="alert">${this.trouble}</p>
      </form>
    </details>`;
  }
}
