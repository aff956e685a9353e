/** Leaving the form by a link while something is not saved: asks whether to stay, to keep it for later, or to give it up. */
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { deskWords } from '../../i18n/edit/desk';
import { EditElement } from '../base';
import type { AnyDesk } from './desk';

@customElement('yuren-leaving')
export class LeavingDialog extends EditElement {
  @property({ attribute: false }) desk!: AnyDesk;
  /** The link that was followed. */
  @state() private link: HTMLAnchorElement | null = null;
  private passes = false;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('click', this.onClick, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('click', this.onClick, true);
  }

  private onClick = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || link?.target === '_blank' || link?.classList.contains('skip-link');
    if (!link || elsewhere || this.passes || !this.desk.changes.length) return;
    event.preventDefault();
    event.stopPropagation();
    this.link = link;
  };

  protected override updated(): void {
    const dialog = this.querySelector('dialog');
    if (this.link && this.isConnected && dialog && !dialog.open) dialog.showModal();
  }

  private close = (): void => {
    this.querySelector('dialog')?.close();
  };

  private go(isKept: boolean): void {
    const { link, desk } = this;
    this.close();
    if (!isKept) desk.discard();
    desk.leave();
    this.passes = true;
    link?.click();
    this.passes = false;
  }

  override render() {
    const e = this.words(deskWords);
    if (!this.link) return nothing;
    return html`<dialog class="leaving" data-testid="leaving" aria-labelledby="leaving-title" @close=${() => (this.link = null)}>
      <h2 id="leaving-title">${e.leaveTitle(this.desk.changes.length)}</h2>
      <p>${e.leaveText}</p>
      <div class="button-row">
        <button class="button primary" data-testid="stay" @click=${this.close}>${e.stay}</button>
        <button class="button" data-testid="leave-keep" @click=${() => this.go(true)}>${e.leaveKeep}</button>
        <button class="button" data-testid="leave-throw" @click=${() => this.go(false)}>${e.leaveThrow}</button>
      </div>
    </dialog>`;
  }
}
