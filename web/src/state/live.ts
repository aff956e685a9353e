/**
 * News of edits, by server-sent events: the page follows the server without being loaded again. The list never moves by
 * itself (a newer one waits behind 更新列表); the map and an open card are drawn anew, and the reader is told.
 */
import { eventsUrl } from '../api/client';
import { words } from '../i18n';
import { loadCity, reloadCard, say } from './actions';
import { refresh } from './results';
import { store } from './store';

interface News {
  revision: number;
  /** Ids of the places that changed; `null` = too many to name. */
  places: string[] | null;
}

/** Whether the place is among those that changed. */
export function concerns(news: Pick<News, 'places'>, id: string): boolean {
  return news.places === null || news.places.includes(id);
}

async function edited(news: News): Promise<void> {
  store.set({ edits: store.state.edits + 1 });
  void loadCity();
  void refresh(false);
  const { selected, lang } = store.state.view;
  if (selected === null || !concerns(news, selected)) return;
  await reloadCard();
  say(words(lang).cardUpdated);
}

/** Listens until the page is closed. The browser comes back by itself after the network was gone. */
export function followEdits(): void {
  let seen: number | null = null;
  const source = new EventSource(eventsUrl());
  const take = (event: MessageEvent<string>): void => {
    const news = JSON.parse(event.data) as News;
    const known = seen ?? store.state.city?.revision ?? news.revision;
    seen = news.revision;
    const isNew = news.revision !== known || news.places === null;
    if (isNew) void edited(event.type === 'hello' ? { ...news, places: null } : news);
  };
  source.addEventListener('hello', take);
  source.addEventListener('edit', take);
}
