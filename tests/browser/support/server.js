/** The built server as a child process of the tests, ended with them. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The repository's folder, where the program finds the sample city. */
export const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Starts the server that YUREN_BIN names on a free port: its address without the last slash, and how to end it. `make` makes another
 * city than the sample for it: its folder, its store, and how to take them away. `clock` is the moment at which the server's clock
 * begins, if it is not now.
 */
export async function startServer({ make, clock }) {
  const binary = process.env.YUREN_BIN;
  if (!binary) throw new Error('Set YUREN_BIN to a built yuren, or run this by `cargo xtask test`.');
  const scratch = await mkdtemp(join(tmpdir(), 'yuren-browser-'));
  const made = await make?.(binary);
  const store = made?.store ?? `sqlite:${join(scratch, 'store.db')}`;
  const child = spawn(binary, ['serve', '--listen', '127.0.0.1:0', ...(made ? ['--city', made.city] : []), '--store', store], { cwd: REPOSITORY, env: { ...process.env, ...(clock && { YUREN_CLOCK: clock }) }, stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  // If the tests themselves break off, so does the server.
  process.once('exit', () => child.kill('SIGKILL'));
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line);
    if (address) {
      const stop = async () => {
        child.kill('SIGTERM');
        await ended;
        await rm(scratch, { recursive: true });
        await made?.remove();
      };
      return { address: address[0], binary, store, stop };
    }
  }
  throw new Error('The server ended before it printed its address.');
}
