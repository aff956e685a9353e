/** What is written of one document, a place or a route, and why: kept by the tab until it is saved or given up. */
import type { PlaceFinding } from '../../api/request';
import { said } from '../../i18n/edit/book';
import { deskWords } from '../../i18n/edit/desk';
import { Observed } from '../../state/observed';
import { office, setOffice } from '../checking';
import type { ViewName } from '../route';
import { edit, go, say } from '../state';
import type { Placed } from './findings';
import type { KeptDrafts } from './kept-drafts';

/** Longest reason the server takes, characters. */
export const LONGEST_WHY = 500;

/** A document as it was read, and why it is changed; what is written of it every kind holds in its own way. */
export interface Draft {
  /** `revision` is what a change of it must name; `null` = it is not made yet. */
  base: { revision: number | null };
  why: string;
}

export interface DeskState<D extends Draft> {
  draft: D | null;
  /** Why the document could not be read. */
  failure: unknown;
  /** A newer state of the document than the one that was edited. */
  theirs: D['base'] | null;
  /** The newer state must be taken in before anything is saved. */
  merging: boolean;
  busy: boolean;
  /** Somebody has tried to save: a form may mark what is missing from then on only. */
  tried: boolean;
  /** Why it was not saved. */
  trouble: string;
  findings: readonly Placed[];
  warnings: readonly PlaceFinding[];
  office: string;
}

export function isNewer(one: Draft['base'], other: Draft['base']): boolean {
  return (one.revision ?? 0) > (other.revision ?? 0);
}

export abstract class Writing<D extends Draft> extends Observed<DeskState<D>> {
  /** The form was left: what comes late is nobody's any more. */
  protected isLeft = false;

  /** What is written of all documents of the kind. */
  protected abstract readonly kept: KeptDrafts<D>;
  /** The view, and what it shows, in which the document is edited. */
  protected abstract readonly address: readonly [ViewName, Record<string, string>];

  /** `id` is empty for a document that is being made. */
  constructor(readonly id: string) {
    super({ draft: null, failure: null, theirs: null, merging: false, busy: false, tried: false, trouble: '', findings: [], warnings: [], office: office() });
  }

  /** What is written, as its person counts. */
  abstract get changes(): readonly unknown[];
  /** What cannot be sent as it is, by its field. */
  abstract get troubles(): ReadonlyMap<string, string>;

  /** A draft in which nothing is written yet. */
  protected abstract draftOf(base: D['base']): D;
  protected abstract isUntouched(draft: D): boolean;

  /** Whether a field is marked as one that cannot be sent. */
  get isMarked(): boolean {
    return this.troubles.size > 0;
  }

  protected get e() {
    return said(deskWords, edit.state.display.lang);
  }

  /** The newest state that is known. */
  get newest(): D['base'] | null {
    return this.state.theirs ?? this.state.draft?.base ?? null;
  }

  protected put(draft: D): void {
    const untouched = this.isUntouched(draft);
    if (untouched) this.kept.forget(this.id);
    else this.kept.keep(this.id, draft);
    this.set({ draft });
    // Of a page that shows something else by now this says nothing.
    if (!this.isLeft) edit.set({ unsaved: !untouched });
  }

  /** Writes something: what the server found at these paths, or at parts of them, is answered by that. */
  write(change: (draft: D) => D, ...paths: readonly string[]): void {
    const { draft, findings } = this.state;
    if (!draft) return;
    const isAnswered = (key: string): boolean => paths.some((path) => key === path || key.startsWith(`${path}:`) || key.startsWith(`${path}/`));
    this.set({ findings: findings.filter(({ key }) => !isAnswered(key)), trouble: '', warnings: [] });
    this.put(change(draft));
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
    const { newest } = this;
    if (!newest) return;
    this.put(this.draftOf(newest));
    this.set({ theirs: null, merging: false, tried: false, findings: [], trouble: '' });
  }

  /** Gives up what is written, and offers to bring it back. */
  discardForNow(): void {
    const { draft } = this.state;
    if (!draft) return;
    this.discard();
    say(this.e.thrownAway, { text: this.e.bringBack, run: () => this.#bringBack(draft) });
  }

  #bringBack(draft: D): void {
    const { newest } = this;
    this.put(draft);
    if (newest && isNewer(newest, draft.base)) this.set({ theirs: newest });
    // The form that is opened there finds what is kept.
    if (this.isLeft) go(...this.address);
  }
}
