/** Saving one cell: the place is read anew, so that nobody's change is lost, and put back with this one fact changed. */
import * as api from '../api';
import { changedMeanwhile } from '../failure';
import { textAt, withText, type Field } from './fields';

/** How often a place that others keep changing elsewhere is read anew. */
const TRIES = 3;

export interface CellChange {
  place: string;
  path: string;
  field: Field;
  /** What was shown when the change began. */
  before: string;
  after: string;
  why: string;
}

export type Outcome =
  | { is: 'saved'; committed: api.Committed }
  /** Somebody changed the same fact meanwhile; `null` = the role is gone. */
  | { is: 'clash'; theirs: string | null }
  /** It says so already. */
  | { is: 'same' };

export async function saveCell({ place, path, field, before, after, why }: CellChange): Promise<Outcome> {
  for (let left = TRIES; ; left -= 1) {
    const { feature, revision } = await api.place(place);
    const there = textAt(feature, path, field);
    if (there === after) return { is: 'same' };
    if (there !== before) return { is: 'clash', theirs: there };
    try {
      return { is: 'saved', committed: await api.putPlace(withText(feature, path, field, after), revision, why) };
    } catch (error) {
      if (left <= 1 || !changedMeanwhile(error)) throw error;
    }
  }
}
