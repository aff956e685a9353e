/** What is written of places and not saved yet. */
import { KeptDrafts } from '../kept-drafts';
import type { Draft } from './draft';

export const drafts = new KeptDrafts<Draft>('yuren-draft', ({ base, added }, id) => base.feature.id === id && Array.isArray(added));
