/** The desk at which one place is edited: its reading, and the way of what is written to the server and back. */
import { Problem } from '../../api/request';
import { said } from '../../i18n/edit/book';
import { frameWords } from '../../i18n/edit/frame';
import * as api from '../api';
import type { Feature } from '../feature';
import { edit, go, say } from '../state';
import * as drafts from './draft';
import { findingsOf } from './findings';
import { drafts as keptDrafts } from './kept';
import { refusal } from './refusal';
import { Writing } from './writing';

export class Desk extends Writing {
  /** The form was left: what comes late is nobody's any more. */
  #left = false;

  /** Reads the place, and takes up what was written of it before. */
  async open(): Promise<void> {
    this.set({ failure: null });
    try {
      const now = await api.place(this.id);
      if (this.#left) return;
      const before = keptDrafts.kept(this.id);
      if (!before || drafts.isUntouched(before)) {
        this.put(drafts.draftOf(now));
        return;
      }
      this.put(before);
      if (now.revision > before.base.revision) this.set({ theirs: now });
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
    const now = await api.place(this.id).catch(() => null);
    const current = this.state.draft;
    if (!now || !current || this.#left || this.state.busy || now.revision <= (this.state.theirs ?? current.base).revision) return;
    if (!drafts.isUntouched(current)) {
      this.set({ theirs: now });
      return;
    }
    this.put({ ...drafts.draftOf(now), why: current.why });
    say(said(frameWords, edit.state.display.lang).edited);
  }

  /** The person goes elsewhere; what is written stays with the tab. */
  leave(): void {
    this.#left = true;
    edit.set({ unsaved: false });
  }

  /** The same, when nobody was asked: it is said that something stays. */
  close(): void {
    if (this.#left) return;
    const open = edit.state.session && this.changes.length > 0;
    this.leave();
    if (open) say(this.e.leftBehind, { text: this.e.goBack, run: () => go('place', { id: this.id }) });
  }

  /** Lays what is written over the newer state; at `given` paths the other's word stands. */
  merge(given: readonly string[]): void {
    const { draft, theirs } = this.state;
    if (!draft || !theirs) return;
    this.put(drafts.rebased(draft, theirs, given));
    this.set({ theirs: null, merging: false, trouble: '' });
  }

  /** Sends the place. Whatever is refused stays as it was written. */
  async save(): Promise<'saved' | 'refused'> {
    const { draft } = this.state;
    const feature = this.feature;
    if (!draft || !feature || this.state.busy) return 'refused';
    this.set({ busy: true, trouble: '', findings: [], warnings: [] });
    try {
      const { revision, warnings } = await api.putPlace(feature, draft.base.revision, draft.why.trim());
      const now = await api.place(this.id).catch(() => ({ feature, revision }));
      this.put(drafts.draftOf(now));
      this.set({ warnings, theirs: null, merging: false });
      say(this.e.saved);
      return 'saved';
    } catch (error) {
      await this.#refused(error, feature);
      return 'refused';
    } finally {
      this.set({ busy: false });
    }
  }

  async #refused(error: unknown, feature: Feature): Promise<void> {
    const lang = edit.state.display.lang;
    const findings = findingsOf(error, feature);
    if (findings) {
      this.set({ findings, trouble: this.e.refused(findings.length) });
      return;
    }
    if (!(error instanceof Problem && error.code === 'changed_meanwhile')) {
      this.set({ trouble: refusal(error, lang) });
      return;
    }
    try {
      this.set({ theirs: await api.place(this.id), merging: true });
    } catch (failure) {
      this.set({ trouble: refusal(failure, lang) });
    }
  }

  /** Takes a change back; what is written of the place meanwhile stays. */
  async undo(revision: number, why: string): Promise<void> {
    const { draft, theirs } = this.state;
    if (!draft) return;
    await api.undo(this.id, revision, (theirs ?? draft.base).revision, why);
    await this.follow();
    say(this.e.undone);
  }
}
