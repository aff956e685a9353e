/** The built server as a child process of the tests, ended with them. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));

/** Starts the server that YUREN_BIN names on a free port: its address without the last slash, and how to end it. */
export async function startServer() {
  const binary = process.env.YUREN_BIN;
  if (!binary) throw new Error('Set YUREN_BIN to a built yuren, or run this by `cargo xtask test`.');
  const child = spawn(binary, ['serve', '--listen', '127.0.0.1:0'], { cwd: REPOSITORY, stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  // If the tests themselves break off, so does the server.
  process.once('exit', () => child.kill('SIGKILL'));
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line);
    if (address) {
      const stop = () => {
        child.kill('SIGTERM');
        return ended;
      };
      return { address: address[0], stop };
    }
  }
  throw new Error('The server ended before it printed its address.');
}
