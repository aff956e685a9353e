/** What every part of the form is handed: the desk, and the words in which to speak. */
import type { PlaceDays, Sources } from '../../api/types';
import type { Lang, Words } from '../../i18n';
import { said } from '../../i18n/edit/book';
import { factWords } from '../../i18n/edit/facts';
import type { placeWords } from '../../i18n/edit/place';
import { sourceTitle } from '../../components/provenance';
import { EDITORS } from '../checking';
import type { DeskState } from '../desk/writing';
import { factAt, type Fact, type Feature } from '../feature';
import type { PlaceDesk } from './desk';
import type { Draft } from './draft';

export interface Sheet {
  desk: PlaceDesk;
  state: DeskState<Draft>;
  draft: Draft;
  /** The place as it shall be. */
  feature: Feature;
  sources: Sources;
  /** The coming days as the server has them; `failed` = it could not say, `null` = it has not yet. */
  week: PlaceDays | 'failed' | null;
  lang: Lang;
  /** Words of both pages. */
  w: Words;
  /** Words of this view. */
  e: PlaceWords;
  /** Whether the person may change the fact at this path. */
  may: (path: string) => boolean;
}

type PlaceWords = (typeof placeWords)['en'];

/** What a source is called; the editors are one even before they have said anything. */
export function titleOf(source: string, { sources, lang, e }: Pick<Sheet, 'sources' | 'lang' | 'e'>): string {
  return source === EDITORS && !sources[source] ? e.editorsSource : sourceTitle(source, sources, lang);
}

/** A fact's name in words, with that of its role where it has one. */
export function labelOf(path: string, lang: Lang): string {
  const name = path.split('/').at(-1)?.split(':')[0] ?? path;
  const words = said(factWords, lang) as unknown as Record<string, string>;
  return words[name] ?? path;
}

/** The fact at a path as it stands on the server, and as it shall be. */
export function pairAt({ draft, feature }: Sheet, path: string): { was: Fact | null; now: Fact | null } {
  return { was: factAt(draft.base.feature, path), now: factAt(feature, path) };
}
