/** A word in passing, and perhaps one thing to do about it. */
import { html, nothing, type TemplateResult } from 'lit';

export interface Toast {
  text: string;
  action?: { text: string; run: () => void };
}

/** Where a page says it; `dismiss` takes it away. */
export function toastRegion(toast: Toast | null, dismiss: () => void): TemplateResult {
  const act = (): void => {
    toast?.action?.run();
    dismiss();
  };
  return html`<div class="toast-region" role="status" aria-live="polite">
    ${toast
      ? html`<div class="toast" data-testid="toast">
          <span>${toast.text}</span>
          ${toast.action ? html`<button class="button" @click=${act}>${toast.action.text}</button>` : nothing}
        </div>`
      : nothing}
  </div>`;
}
