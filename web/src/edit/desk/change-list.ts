/** Changes of a document as a list: each fact, what it was and what it becomes. */
import { html, type TemplateResult } from 'lit';

/** What was, and what it becomes. */
export function becomes(before: string, after: string): TemplateResult {
  return html`<del>${before}</del> → <ins>${after}</ins>`;
}

export function changeRows<C extends { path: string }>(changes: readonly C[], nameOf: (change: C) => string, textOf: (change: C) => TemplateResult): TemplateResult {
  return html`<dl class="changes">
    ${changes.map((change) => html`<div data-testid="change" data-path=${change.path}><dt>${nameOf(change)}</dt><dd>${textOf(change)}</dd></div>`)}
  </dl>`;
}
