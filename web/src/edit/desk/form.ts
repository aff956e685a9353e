/** The form of one document: it opens a desk, follows the server while nothing is written, and ends with the saving. */
import { html, nothing, type TemplateResult } from 'lit';
import { deskWords } from '../../i18n/edit/desk';
import { frameWords } from '../../i18n/edit/frame';
import type { Session } from '../api';
import { EditElement } from '../base';
import { inWords } from '../failure';
import { edit } from '../state';
import './conflict';
import type { AnyDesk } from './desk';
import './history';
import './leaving';
import './saving';

export abstract class DeskForm<D extends AnyDesk> extends EditElement {
  protected desk!: D;
  /** Who edits; who was signed in when a session ends goes on afterwards. */
  protected session: Session | null = null;
  private stop: (() => void) | undefined;
  private edits = edit.state.edits;
  private hasShown = false;

  protected abstract makeDesk(): D;
  /** What is shown of the document once it is read. */
  protected abstract body(): TemplateResult | null;
  /** The view's name, and what is said until the document is read. */
  protected abstract readonly waiting: Record<'title' | 'loading', string>;

  override connectedCallback(): void {
    super.connectedCallback();
    this.desk = this.makeDesk();
    this.stop = this.desk.subscribe(() => this.requestUpdate());
    void this.desk.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.();
    this.desk.close();
  }

  protected override willUpdate(): void {
    this.session = edit.state.session ?? this.session;
    if (this.edits === edit.state.edits) return;
    this.edits = edit.state.edits;
    void this.desk.follow();
  }

  protected override updated(): void {
    if (this.hasShown || !this.desk.state.draft) return;
    this.hasShown = true;
    // Whoever came by a link that is gone now has no place to read on from.
    if (document.activeElement === document.body) this.querySelector<HTMLElement>('#desk-title')?.focus({ preventScroll: true });
  }

  protected get isEditor(): boolean {
    return this.session !== null && this.session.role !== 'viewer';
  }

  /** That there is a newer state than the one that is edited, in the document's own words. */
  protected newer(text: string): TemplateResult {
    const { desk } = this;
    const { theirs, merging } = desk.state;
    const look = (): void => {
      desk.set({ merging: true });
      requestAnimationFrame(() => document.getElementById('conflict-title')?.focus());
    };
    const isWaiting = theirs !== null && !merging;
    return html`<div role="status">
      ${isWaiting ? html`<p class="notice-line" data-testid="newer">${text} <button type="button" class="button" data-testid="look-and-merge" @click=${look}>${this.words(deskWords).lookAndMerge}</button></p>` : nothing}
    </div>`;
  }

  /** What stays in sight while one writes: how much is changed, and the way to its saving; and what asks on leaving. */
  protected bar(): TemplateResult {
    const { desk } = this;
    const e = this.words(deskWords);
    const count = desk.changes.length;
    const toSave = (): void => {
      const title = document.getElementById('saving-title');
      title?.scrollIntoView({ block: 'start' });
      title?.focus({ preventScroll: true });
    };
    return html`<div class="save-bar" ?hidden=${count === 0}>
        <span>${e.willChange(count)}</span><button type="button" class="button primary" data-testid="to-save" @click=${toSave}>${e.toSave}</button>
      </div>
      <yuren-leaving .desk=${desk}></yuren-leaving>`;
  }

  override render() {
    const body = this.body();
    if (body) return body;
    const { failure } = this.desk.state;
    const { title, loading } = this.waiting;
    if (!failure) return html`<h2>${title}</h2><p class="notice quiet">${loading}</p>`;
    return html`<h2>${title}</h2><div class="trouble" role="alert">
      <p>${inWords(failure, this.language, false)}</p>
      <button class="button" @click=${() => void this.desk.open()}>${this.words(frameWords).retry}</button>
    </div>`;
  }
}
