/** The desk at which one place is edited: what is written of its facts and roles, and how it is read and sent. */
import type { RoleKind } from '../../api/types';
import * as api from '../api';
import { EDITORS, editorsProvenance, EXAMPLE, isSynthetic } from '../checking';
import { Desk, type Saved } from '../desk/desk';
import { KeptDrafts } from '../desk/kept-drafts';
import type { Change, Feature, Provenance } from '../feature';
import { edit } from '../state';
import * as drafts from './draft';
import { keyOf } from './findings';
import { refusal } from './refusal';
import { newRoleId } from './role-id';

const kept = new KeptDrafts<drafts.Draft>('yuren-draft', ({ base, added }, id) => base.feature.id === id && Array.isArray(added));

const checked = (source: string): Provenance => (isSynthetic(source) ? { source } : editorsProvenance(source));

/** The place as it shall be. */
const featureOf = (draft: drafts.Draft): Feature => drafts.applied(draft, checked, EDITORS);

export class PlaceDesk extends Desk<drafts.Draft> {
  readonly at = api.placeAt(this.id);
  protected readonly address = ['place', { id: this.id }] as const;
  protected readonly kept = kept;
  protected readonly draftOf = drafts.draftOf;
  protected readonly isUntouched = drafts.isUntouched;
  protected readonly rebased = drafts.rebased;
  protected readonly since = drafts.since;

  /** The place as it shall be. */
  get feature(): Feature | null {
    const { draft } = this.state;
    return draft && featureOf(draft);
  }

  override get changes(): Change[] {
    const { draft } = this.state;
    return draft ? drafts.changesOf(draft, featureOf(draft)) : [];
  }

  override get troubles(): Map<string, drafts.Trouble> {
    return this.state.draft ? drafts.troublesOf(this.state.draft) : new Map();
  }

  protected override read(): Promise<api.Tagged> {
    return api.place(this.id);
  }

  protected override async replace(draft: drafts.Draft): Promise<Saved<api.Tagged>> {
    const feature = featureOf(draft);
    const { revision, warnings } = await api.putPlace(feature, draft.base.revision, draft.why.trim());
    return { base: { feature, revision }, warnings };
  }

  protected override keyOf(field: string | null, draft: drafts.Draft): string {
    return keyOf(field, featureOf(draft));
  }

  protected override refusal(error: unknown): string {
    return refusal(error, edit.state.display.lang);
  }

  setValue(path: string, value: unknown): void {
    this.write((draft) => {
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
    this.write((draft) => drafts.withSource(draft, path, source), path);
  }

  putBack(path: string): void {
    this.write((draft) => drafts.withoutEdit(draft, path), path);
  }

  addRole(kind: RoleKind): string {
    const id = newRoleId();
    this.write((draft) => drafts.withRole(draft, { id, kind }), id);
    return id;
  }

  dropRole(id: string): void {
    this.write((draft) => drafts.withoutRole(draft, id), id);
  }
}
