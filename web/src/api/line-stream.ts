/** A question whose answer comes line by line, each a piece of JSON, while the server works on it. */
import { lines } from './lines';
import { Offline, problemOf, Superseded } from './request';

export class LineStream<Question, Line> {
  #running: AbortController | null = null;

  constructor(private readonly path: string) {}

  /** Breaks off the question under way: the server stops working on it. */
  stop(): void {
    this.#running?.abort(new Superseded());
    this.#running = null;
  }

  /** Asks; `hear` is told of each line as it comes. Rejects with {@link Superseded} when broken off, by a newer question too. */
  async ask(question: Question, hear: (line: Line) => void): Promise<void> {
    this.stop();
    const own = new AbortController();
    this.#running = own;
    try {
      const response = await fetch(this.path, {
        method: 'POST',
        signal: own.signal,
        headers: { accept: 'application/x-ndjson', 'content-type': 'application/json' },
        body: JSON.stringify(question),
      });
      if (!response.ok || !response.body) throw await problemOf(response);
      for await (const line of lines(response.body)) hear(JSON.parse(line) as Line);
    } catch (error) {
      if (own.signal.aborted) throw own.signal.reason;
      throw error instanceof TypeError ? new Offline(String(error)) : error;
    } finally {
      if (this.#running === own) this.#running = null;
    }
  }
}
