/** What the page knows of the library of routes (线路库). */
import type { Theme } from '../question';
import type { StudyRoute } from './answer';

export interface Library {
  /** Those of the theme, by theme and title; `null` = not told yet. */
  routes: readonly StudyRoute[] | null;
  /** How many there are, which may be more than are told. */
  matched: number;
  status: 'idle' | 'asking' | 'failed';
  /** `null` = of every theme. */
  theme: Theme | null;
  /** The route whose card is open. */
  opened: StudyRoute | null;
  /** Routes by their ids; `null` = it is in the library no more. */
  known: Readonly<Record<string, StudyRoute | null>>;
}

export const NO_LIBRARY: Library = { routes: null, matched: 0, status: 'idle', theme: null, opened: null, known: {} };
