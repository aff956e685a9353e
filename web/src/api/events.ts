/** News of edits, by server-sent events: a page follows the server without being loaded again. */
import { eventsUrl } from './client';

export interface News {
  revision: number;
  /** Ids of the places that changed; `null` = too many to name. */
  places: string[] | null;
  /** Ids of the study routes that changed; `null` = too many to name. */
  study_routes: string[] | null;
}

/** Whether the place is among those that changed. */
export function concerns(news: Pick<News, 'places'>, id: string): boolean {
  return news.places === null || news.places.includes(id);
}

/**
 * Listens until the page is closed; `take` hears of each edit once. `known` is the revision that the page has otherwise
 * come to, before the first news. The browser comes back by itself after the network was gone.
 */
export function listenForEdits(known: () => number | null, take: (news: News) => void): void {
  let seen: number | null = null;
  const source = new EventSource(eventsUrl());
  const hear = (event: MessageEvent<string>): void => {
    const news = JSON.parse(event.data) as News;
    const before = seen ?? known() ?? news.revision;
    seen = news.revision;
    const isNew = news.revision !== before || news.places === null;
    if (isNew) take(event.type === 'hello' ? { ...news, places: null, study_routes: null } : news);
  };
  source.addEventListener('hello', hear);
  source.addEventListener('edit', hear);
}
