/** People who keep the map: their accounts, and signing in as they do. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { REPOSITORY } from './server.js';

export const PASSWORD = 'a long enough password';

/** Makes an account on the server's store by the program itself. */
export async function addAccount({ binary, store }, name, role, ...flags) {
  const child = spawn(binary, ['user', 'add', name, '--role', role, '--store', store, ...flags], { cwd: REPOSITORY, stdio: ['pipe', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (bytes) => (said += bytes));
  child.stdin.end(`${PASSWORD}\n`);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  assert.equal(code, 0, said);
}

/** Signs in on the editors' page that is open. */
export async function signIn(page, name, password = PASSWORD) {
  await page.getByTestId('sign-in-name').fill(name);
  await page.getByTestId('sign-in-password').fill(password);
  await page.getByTestId('sign-in').click();
}
