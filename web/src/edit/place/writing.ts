/** What is written of one place at its desk: facts, roles and the reason, kept by the tab until it is saved or given up. */
import type { PlaceFinding } from '../../api/request';
import type { RoleKind } from '../../api/types';
import { said } from '../../i18n/edit/book';
import { placeWords } from '../../i18n/edit/place';
import { Observed } from '../../state/observed';
import type { Tagged } from '../api';
import { EDITORS, editorsProvenance, EXAMPLE, isSynthetic, office, setOffice } from '../checking';
import type { Change, Feature, Provenance } from '../feature';
import { edit, say } from '../state';
import * as drafts from './draft';
import type { Placed } from './findings';
import { drafts as keptDrafts } from './kept';
import { newRoleId } from './role-id';

export interface DeskState {
  draft: drafts.Draft | null;
  /** Why the place could not be read. */
  failure: unknown;
  /** A newer state of the place than the one that was edited. */
  theirs: Tagged | null;
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

export class Writing extends Observed<DeskState> {
  constructor(readonly id: string) {
    super({ draft: null, failure: null, theirs: null, merging: false, busy: false, trouble: '', findings: [], warnings: [], office: office() });
  }

  protected get e() {
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

  protected put(draft: drafts.Draft): void {
    const untouched = drafts.isUntouched(draft);
    if (untouched) keptDrafts.forget(this.id);
    else keptDrafts.keep(this.id, draft);
    this.set({ draft });
    edit.set({ unsaved: !untouched });
  }

  #write(change: (draft: drafts.Draft) => drafts.Draft, path: string): void {
    const { draft, findings } = this.state;
    if (!draft) return;
    const answered = (key: string): boolean => key === path || key.startsWith(`${path}:`);
    this.set({ findings: findings.filter(({ key }) => !answered(key)), trouble: '', warnings: [] });
    this.put(change(draft));
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
    if (draft) this.put({ ...draft, why });
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
    this.put(drafts.draftOf(theirs ?? draft.base));
    this.set({ theirs: null, merging: false, findings: [], trouble: '' });
  }

  /** Gives up what is written, and offers to bring it back. */
  discardForNow(): void {
    const { draft } = this.state;
    if (!draft) return;
    this.discard();
    say(this.e.thrownAway, { text: this.e.bringBack, run: () => this.#bringBack(draft) });
  }

  #bringBack(draft: drafts.Draft): void {
    const now = this.state.draft?.base;
    if (!now) return;
    this.put(draft);
    if (now.revision > draft.base.revision) this.set({ theirs: now });
  }
}
