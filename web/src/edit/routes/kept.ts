/** What is written of routes and not saved yet. */
import { KeptDrafts } from '../kept-drafts';
import type { Draft } from './draft';

export const drafts = new KeptDrafts<Draft>('yuren-route-draft', ({ base, route }, id) => base.route.id === id && Array.isArray(route.stops));
