/**
 * The page as time goes by: while it is seen, a list of what can be entered now is asked for anew every minute, and anything
 * from a point after the page was away for longer. The list does not move by itself; a newer order waits behind 更新列表.
 */
import { reloadCard } from './actions';
import { refresh } from './results';
import { store } from './store';

const MINUTE_MS = 60_000;

let askedAt = Date.now();

function askAnew(): void {
  if (store.state.results.status === 'loading') return;
  askedAt = Date.now();
  void refresh(false);
  void reloadCard();
}

/** Follows the clock until the page is closed. */
export function followClock(): void {
  setInterval(() => {
    const { view } = store.state;
    if (document.visibilityState === 'visible' && view.point && view.open === 'now') askAnew();
  }, MINUTE_MS);
  document.addEventListener('visibilitychange', () => {
    const old = Date.now() - askedAt >= MINUTE_MS;
    if (document.visibilityState === 'visible' && old && store.state.view.point) askAnew();
  });
}
