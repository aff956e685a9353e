/** The desk at which one document is edited: its reading, and the way of what is written to the server and back. */
import type { PlaceFinding } from '../../api/request';
import { said } from '../../i18n/edit/book';
import { frameWords } from '../../i18n/edit/frame';
import { undoAt } from '../api';
import { changedMeanwhile } from '../failure';
import { edit, go, say } from '../state';
import { findingsOf } from './findings';
import { isNewer, Writing, type Draft } from './writing';

/** What a save came to: the document as it was sent, and what of it is to be looked at again. */
export interface Saved<B> {
  base: B;
  warnings: readonly PlaceFinding[];
}

export abstract class Desk<D extends Draft> extends Writing<D> {
  /** Where the server keeps the document. */
  abstract readonly at: string;

  protected abstract read(): Promise<D['base']>;
  /** Puts what is written in the stead of what was read. */
  protected abstract replace(draft: D): Promise<Saved<D['base']>>;
  /** What is written laid over a newer state; at `given` paths the other's word stands. */
  protected abstract rebased(draft: D, base: D['base'], given: readonly string[]): D;
  /** What was written while `sent` was on its way, laid over what came of that. */
  protected abstract since(sent: D, draft: D, base: D['base']): D;
  /** At which field of the form something stands that the server names so; empty = at none. */
  protected abstract keyOf(field: string | null, draft: D): string;
  /** Why it was refused, in words. */
  protected abstract refusal(error: unknown, draft: D): string;

  /** Reads the document, and takes up what was written of it before. */
  async open(): Promise<void> {
    this.set({ failure: null });
    try {
      const now = await this.read();
      if (this.isLeft) return;
      const before = this.kept.kept(this.id);
      if (!before || this.isUntouched(before)) {
        this.put(this.draftOf(now));
        return;
      }
      this.put(before);
      if (isNewer(now, before.base)) this.set({ theirs: now });
      say(this.e.resumed);
    } catch (failure) {
      this.set({ failure });
    }
  }

  /** The page has heard of an edit: the form follows where nothing is written. */
  async follow(): Promise<void> {
    const { draft, busy, failure } = this.state;
    if (busy) return;
    if (!draft) {
      if (failure) await this.open();
      return;
    }
    // The news comes again with the next edit, and saving finds out in any case.
    const now = await this.read().catch(() => null);
    const { newest } = this;
    const current = this.state.draft;
    if (!now || !newest || !current || this.isLeft || this.state.busy || !isNewer(now, newest)) return;
    if (!this.isUntouched(current)) {
      this.set({ theirs: now });
      return;
    }
    this.put({ ...this.draftOf(now), why: current.why });
    say(said(frameWords, edit.state.display.lang).edited);
  }

  /** The person goes elsewhere; what is written stays with the tab. */
  leave(): void {
    this.isLeft = true;
    edit.set({ unsaved: false });
  }

  /** The same, when nobody was asked: it is said that something stays. */
  close(): void {
    if (this.isLeft) return;
    const open = edit.state.session && this.changes.length > 0;
    this.leave();
    if (open) say(this.e.leftBehind, { text: this.e.goBack, run: () => go(...this.address) });
  }

  /** Lays what is written over the newer state; at `given` paths the other's word stands. */
  merge(given: readonly string[]): void {
    const { draft, theirs } = this.state;
    if (!draft || !theirs) return;
    this.put(this.rebased(draft, theirs, given));
    this.set({ theirs: null, merging: false, trouble: '' });
  }

  /** Sends what is written; whether it is saved. Whatever is refused stays as it was written. */
  async save(): Promise<boolean> {
    const { draft } = this.state;
    if (!draft || this.state.busy) return false;
    this.set({ busy: true, trouble: '', findings: [], warnings: [] });
    try {
      await this.send(draft);
      return true;
    } catch (error) {
      await this.#refused(error, draft);
      return false;
    } finally {
      this.set({ busy: false });
    }
  }

  protected async send(draft: D): Promise<void> {
    const { base, warnings } = await this.replace(draft);
    const now = await this.read().catch(() => base);
    const current = this.state.draft;
    this.put(current === null || current === draft ? this.draftOf(now) : this.since(draft, current, now));
    this.set({ warnings, theirs: null, merging: false, tried: false });
    say(this.e.saved);
  }

  async #refused(error: unknown, draft: D): Promise<void> {
    const findings = findingsOf(error, (field) => this.keyOf(field, draft));
    if (findings) {
      this.set({ findings, trouble: this.e.refused(findings.length) });
      return;
    }
    try {
      if (!changedMeanwhile(error)) throw error;
      this.set({ theirs: await this.read(), merging: true });
    } catch (failure) {
      this.set({ trouble: this.refusal(failure, draft) });
    }
  }

  /** Takes a change back. What is written stays, laid over that, for it was the same person's doing. */
  async undo(revision: number, why: string): Promise<void> {
    const seen = this.newest?.revision;
    if (seen == null) return;
    const made = await undoAt(this.at, revision, seen, why);
    await this.follow();
    const { draft, theirs } = this.state;
    if (draft?.base.revision === seen && theirs?.revision === made.revision) this.merge([]);
    say(this.e.undone);
  }
}

/** A desk of any kind, as the parts of its form see it. */
export type AnyDesk = Pick<Desk<Draft>, keyof Desk<Draft>>;
