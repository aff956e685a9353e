/**
 * What all components share: they draw into the page itself (one style sheet for all; print, large type and high
 * contrast reach everywhere) and again whenever the page's state changes.
 */
import { LitElement } from 'lit';
import { words, type Lang, type Words } from '../i18n';
import { said, type Book } from '../i18n/edit/book';
import type { Display } from '../state/display';
import type { Observed } from '../state/observed';
import { store, type State } from '../state/store';

/** A component drawn into the page itself. */
export class PageElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}

/** A component of a page with this state. */
export abstract class ObservingElement<S extends object> extends PageElement {
  #leave: (() => void) | undefined;

  protected abstract readonly observed: Observed<S>;

  protected get state(): S {
    return this.observed.state;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leave = this.observed.subscribe(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
  }
}

/** A component of a page whose state says how it is shown. */
export abstract class DisplayedElement<S extends { display: Display }> extends ObservingElement<S> {
  protected get language(): Lang {
    return this.state.display.lang;
  }

  /** The words that all pages share. */
  protected get w(): Words {
    return words(this.language);
  }

  /** The words of a book of the page's own. */
  protected words<W>(book: Book<W>): Book<W>['en'] {
    return said(book, this.language);
  }
}

/** A component of the family's page. */
export class StoreElement extends ObservingElement<State> {
  protected readonly observed = store;

  protected get language(): Lang {
    return store.state.view.lang;
  }

  protected get w(): Words {
    return words(store.state.view.lang);
  }
}
