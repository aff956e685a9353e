/**
 * The page after an edit on the server: the list never moves by itself (a newer one waits behind 更新列表); the map and an
 * open card are drawn anew, and the reader is told.
 */
import { concerns, listenForEdits, type News } from '../api/events';
import { words } from '../i18n';
import { loadCity, say } from './actions';
import { reloadCard } from './card';
import { refresh } from './results';
import { store } from './store';

async function edited(news: News): Promise<void> {
  store.set({ edits: store.state.edits + 1 });
  void loadCity();
  void refresh(false);
  const { selected, lang } = store.state.view;
  if (selected === null || !concerns(news, selected)) return;
  await reloadCard();
  say(words(lang).cardUpdated);
}

/** Follows the server until the page is closed. */
export function followEdits(): void {
  listenForEdits(
    () => store.state.city?.revision ?? null,
    (news) => void edited(news),
  );
}
