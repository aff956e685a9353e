/**
 * What all components share: they draw into the page itself (one style sheet for all; print, large type and high
 * contrast reach everywhere) and again whenever the state changes.
 */
import { LitElement } from 'lit';
import { words, type Lang, type Words } from '../i18n';
import { store, type State } from '../state/store';

export class StoreElement extends LitElement {
  #leave: (() => void) | undefined;

  protected get state(): State {
    return store.state;
  }

  protected get language(): Lang {
    return store.state.view.lang;
  }

  protected get w(): Words {
    return words(store.state.view.lang);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = store.subscribe(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
