/** News of edits for a table in which somebody may be writing: it waits until they are done, and leaves out their own. */
import type { News } from '../../api/events';

export class NewsKeeper {
  private readonly own = new Set<number>();
  private waiting: News[] = [];
  private holds = 0;

  /** `tell` hears of every edit that somebody else made. */
  constructor(private readonly tell: (news: News) => void) {}

  hear(news: News): void {
    this.waiting.push(news);
    this.flush();
  }

  /** Holds news back until the change is over, since news of it may come before its answer. */
  hold(): void {
    this.holds += 1;
  }

  /** The change is over; `revision` = it was made. */
  release(revision: number | null): void {
    this.holds -= 1;
    if (revision !== null) this.own.add(revision);
    this.flush();
  }

  private flush(): void {
    if (this.holds > 0) return;
    const others = this.waiting.filter(({ revision }) => !this.own.has(revision));
    this.waiting = [];
    for (const news of others) this.tell(news);
  }
}
