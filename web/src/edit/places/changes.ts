/** What comes after a change: its row brought up to date, a word about it, and the way back. */
import { said } from '../../i18n/edit/book';
import { frameWords } from '../../i18n/edit/frame';
import { placesWords } from '../../i18n/edit/places';
import type { News } from '../../api/events';
import * as api from '../api';
import { inWords } from '../failure';
import { edit, say } from '../state';
import type { Done } from './bulk';
import type { PlacesList } from './list';
import { NewsKeeper } from './news';
import { findingText } from '../finding-text';
import { about } from './refusal';
import { changedMeanwhile } from '../failure';
import type { RowDone } from './table-events';

export class Changes {
  private news: NewsKeeper;

  /** `renew` asks for the whole list anew; `refocus` finds the focus a place when the button that had it is gone. */
  constructor(
    private readonly list: PlacesList,
    private readonly renew: () => void,
    private readonly refocus: () => void,
  ) {
    this.news = new NewsKeeper((news) => {
      void list.hear(news).then((changed) => changed && say(said(frameWords, this.lang).edited));
    });
  }

  private get lang() {
    return edit.state.display.lang;
  }

  hear(news: News): void {
    this.news.hear(news);
  }

  /** Somebody begins to write; one of the others below follows. */
  begin(): void {
    this.news.hold();
  }

  async cell({ row, field, committed, reread }: RowDone['detail']): Promise<void> {
    const e = said(placesWords, this.lang);
    const { id } = row.place;
    this.news.release(committed?.revision ?? null);
    if (reread) await this.reread([id]);
    if (!committed) return;
    const { revision } = committed;
    const warnings = about(committed.warnings, field);
    const run = (): void => void this.undo([id], () => api.undoAt(api.placeAt(id), revision, revision, e.whyUndo));
    say(warnings.length ? e.savedWith(warnings.map((warning) => findingText(warning, this.lang)).join(' ')) : e.saved, { text: e.undo, run });
  }

  async many(done: Done | null): Promise<void> {
    const e = said(placesWords, this.lang);
    this.news.release(done?.committed.revision ?? null);
    if (!done) return;
    const ids = done.undo.map(({ feature }) => feature.id);
    await this.reread(ids);
    say(e.bulkDone(ids.length), { text: e.undo, run: () => void this.undo(ids, () => api.putPlaces(done.undo, e.whyUndo)) });
  }

  private async reread(ids: readonly string[]): Promise<void> {
    if (!(await this.list.reread(ids))) this.renew();
  }

  private async undo(ids: readonly string[], back: () => Promise<api.Committed>): Promise<void> {
    const e = said(placesWords, this.lang);
    this.news.hold();
    let revision: number | null = null;
    try {
      ({ revision } = await back());
      await this.reread(ids);
      say(e.undone);
    } catch (error) {
      say(changedMeanwhile(error) ? e.undoClash : inWords(error, this.lang));
    } finally {
      this.news.release(revision);
      this.refocus();
    }
  }
}
