/** The desk at which one place is edited: what was read, what is written, and its way to the server and back. */
import type { RoleKind } from '../../api/types';
import { Problem, type PlaceFinding } from '../../api/request';
import { said } from '../../i18n/edit/book';
import { frameWords } from '../../i18n/edit/frame';
import { placeWords } from '../../i18n/edit/place';
import { Observed } from '../../state/observed';
import * as api from '../api';
import { EDITORS, editorsProvenance, isSynthetic, office, setOffice } from '../checking';
import type { Change, Feature, Provenance } from '../feature';
import { edit, go, say } from '../state';
import * as drafts from './draft';
import { findingsOf, type Placed } from './findings';
import { forget, keep, kept } from './kept';
import { refusal } from './refusal';
import { newRoleId } from './role-id';

/** A name that begins so is an example's. */
const EXAMPLE = '示例';

export interface DeskState {
  draft: drafts.Draft | null;
  /** Why the place could not be read. */
  failure: unknown;
  /** A newer state of the place than the one that was edited. */
  theirs: api.Tagged | null;
  /** The newer state must be taken in before anything is saved. */
  merging: boolean;
  busy: boolean;
  /** Why it was not saved. */
  trouble: string;
  findings: readonly Placed[];
  warnings: readonly PlaceFinding[];
  office: string;
}

const checked = (source: string): Provenance => (isSynthetic(source) ? { source } : editorsProvenance(source));

export class Desk extends Observed<DeskState> {
  #left = false;

  constructor(readonly id: string) {
    super({ draft: null, failure: null, theirs: null, merging: false, busy: false, trouble: '', findings: [], warnings: [], office: office() });
  }

  get #e() {
    return said(placeWords, edit.state.display.lang);
  }

  /** The place as it shall be. */
  get feature(): Feature | null {
    const { draft } = this.state;
    return draft && drafts.applied(draft, checked, EDITORS);
  }

  get changes(): Change[] {
    const { draft } = this.state;
    return draft ? drafts.changesOf(draft, drafts.applied(draft, checked, EDITORS)) : [];
  }

  get troubles(): Map<string, drafts.Trouble> {
    return this.state.draft ? drafts.troublesOf(this.state.draft) : new Map();
  }

  /** Reads the place, and takes up what was written of it before. */
  async open(): Promise<void> {
    this.set({ failure: null });
    try {
      const now = await api.place(this.id);
      const before = kept(this.id);
      if (!before || drafts.isUntouched(before)) {
        this.#put(drafts.draftOf(now));
        return;
      }
      this.#put(before);
      if (now.revision > before.base.revision) this.set({ theirs: now });
      say(this.#e.resumed);
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
    if (!now || !current || this.state.busy || now.revision <= (this.state.theirs ?? current.base).revision) return;
    if (!drafts.isUntouched(current)) {
      this.set({ theirs: now });
      return;
    }
    this.#put({ ...drafts.draftOf(now), why: current.why });
    say(said(frameWords, edit.state.display.lang).edited);
  }

  #put(draft: drafts.Draft): void {
    const untouched = drafts.isUntouched(draft);
    if (untouched) forget(this.id);
    else keep(this.id, draft);
    this.set({ draft });
    edit.set({ unsaved: !untouched });
  }

  #write(change: (draft: drafts.Draft) => drafts.Draft, path: string): void {
    const { draft, findings } = this.state;
    if (!draft) return;
    const answered = (key: string): boolean => key === path || key.startsWith(`${path}:`);
    this.set({ findings: findings.filter(({ key }) => !answered(key)), trouble: '', warnings: [] });
    this.#put(change(draft));
  }

  setValue(path: string, value: unknown): void {
    this.#write((draft) => {
      const next = drafts.withValue(draft, path, value, EDITORS);
      return path === 'name' && next.edits['name'] ? drafts.withSource(next, path, this.#nameSource(draft, String(value))) : next;
    }, path);
  }

  /** Whose word a name is: an example keeps its made-up source, a real name never has one. */
  #nameSource(draft: drafts.Draft, name: string): string {
    const was = draft.base.feature.properties.name_source.source;
    const chosen = draft.edits['name']?.source;
    if (isSynthetic(was) && name.startsWith(EXAMPLE)) return was;
    return chosen && !isSynthetic(chosen) ? chosen : EDITORS;
  }

  setSource(path: string, source: string): void {
    this.#write((draft) => drafts.withSource(draft, path, source), path);
  }

  /** Says that a fact is still right as it stands. */
  confirm(path: string, source: string): void {
    this.setSource(path, source);
  }

  putBack(path: string): void {
    this.#write((draft) => drafts.withoutEdit(draft, path), path);
  }

  addRole(kind: RoleKind): string {
    const id = newRoleId();
    this.#write((draft) => drafts.withRole(draft, { id, kind }), id);
    return id;
  }

  dropRole(id: string): void {
    this.#write((draft) => drafts.withoutRole(draft, id), id);
  }

  setWhy(why: string): void {
    const { draft } = this.state;
    if (draft) this.#put({ ...draft, why });
    this.set({ trouble: '' });
  }

  setOffice(name: string): void {
    setOffice(name);
    this.set({ office: name.trim(), trouble: '' });
  }

  /** Gives up what is written. */
  discard(): void {
    const { draft, theirs } = this.state;
    if (!draft) return;
    this.#put(drafts.draftOf(theirs ?? draft.base));
    this.set({ theirs: null, merging: false, findings: [], trouble: '' });
  }

  /** Gives up what is written, and offers to bring it back. */
  discardForNow(): void {
    const { draft } = this.state;
    if (!draft) return;
    this.discard();
    say(this.#e.thrownAway, { text: this.#e.bringBack, run: () => this.#bringBack(draft) });
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
    if (open) say(this.#e.leftBehind, { text: this.#e.goBack, run: () => go('place', { id: this.id }) });
  }

  #bringBack(draft: drafts.Draft): void {
    const now = this.state.draft?.base;
    if (!now) return;
    this.#put(draft);
    if (now.revision > draft.base.revision) this.set({ theirs: now });
  }

  /** Lays what is written over the newer state; at `given` paths the other's word stands. */
  merge(given: readonly string[]): void {
    const { draft, theirs } = this.state;
    if (!draft || !theirs) return;
    this.#put(drafts.rebased(draft, theirs, given));
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
      this.#put(drafts.draftOf(now));
      this.set({ warnings, theirs: null, merging: false });
      say(this.#e.saved);
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
      this.set({ findings, trouble: this.#e.refused(findings.length) });
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
    say(this.#e.undone);
  }
}
