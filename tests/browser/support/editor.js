/** The people who edit: their accounts, made by the built program, and their signing in on the editors' page. */
import { spawn } from 'node:child_process';

export const PASSWORD = 'correct horse battery staple';

/** Makes an account in the server's store; `flags` as of `yuren user add`. */
export async function addAccount({ binary, store }, name, role, ...flags) {
  const child = spawn(binary, ['user', 'add', name, '--role', role, ...flags, '--store', store], {
    cwd: new URL('../../..', import.meta.url),
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  child.stdin.end(`${PASSWORD}\n`);
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`yuren user add ${name}: ${said}`);
}

/** Signs in on the page in front, which asks for it. */
export async function signIn(page, name) {
  await page.getByTestId('sign-in-name').fill(name);
  await page.getByTestId('sign-in-password').fill(PASSWORD);
  await page.getByTestId('sign-in').click();
  await page.getByTestId('sign-in').waitFor({ state: 'detached' });
}
