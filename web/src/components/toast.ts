/** A word in passing, and perhaps one thing to do about it. */
import { html, nothing, type TemplateResult } from 'lit';
import { sign } from './icons';

export interface Toast {
  text: string;
  action?: { text: string; run: () => void };
}

/** Where a page says it; `dismiss` takes it away: `close` names that where a word that offers something would stand in the way. */
export function toastRegion(toast: Toast | null, close: string, dismiss: () => void): TemplateResult {
  const act = (): void => {
    toast?.action?.run();
    dismiss();
  };
  return html`<div class="toast-region" role="status" aria-live="polite">
    ${toast
      ? html`<div class="toast" data-testid="toast">
          <span>${toast.text}</span>
          ${toast.action
            ? html`<button class="button" data-testid="toast-action" @click=${act}>${toast.action.text}</button>
                <button class="icon-button" aria-label=${close} title=${close} @click=${dismiss}>${sign('close')}</button>`
            : nothing}
        </div>`
      : nothing}
  </div>`;
}
