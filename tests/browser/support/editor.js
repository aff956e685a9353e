/** Editors in the tests: their accounts, signing in on the page, and editing over the interface as a second person. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { REPOSITORY } from './server.js';

export const PASSWORD = 'a password for tests alone';

/** Makes an account in the store of a running server, by the command line. */
export async function addAccount({ binary, store }, name, role, ...flags) {
  const child = spawn(binary, ['user', 'add', name, '--role', role, '--store', store, ...flags], { cwd: REPOSITORY, stdio: ['pipe', 'ignore', 'inherit'] });
  child.stdin.end(PASSWORD);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  assert.equal(code, 0, `the account ${name}`);
}

/** Sends the form that the editors' page shows. */
export async function trySignIn(page, name, password = PASSWORD) {
  await page.getByTestId('sign-in-name').fill(name);
  await page.getByTestId('sign-in-password').fill(password);
  await page.getByTestId('sign-in').click();
}

/** Signs in by it. */
export async function signIn(page, name) {
  await trySignIn(page, name);
  await page.getByTestId('sign-in').waitFor({ state: 'detached' });
}

/** Somebody who edits over the interface: `place(id)` reads, `put(place, tag)` changes. */
export async function editorElsewhere({ address }, name) {
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password: PASSWORD }),
  });
  assert.equal(answer.status, 200, `${name} signs in`);
  const { csrf_token } = await answer.json();
  const [cookie] = answer.headers.get('set-cookie').split(';');
  const path = (id) => `${address}/api/v1/admin/places/${encodeURIComponent(id)}`;
  return {
    async place(id) {
      const { place, revision } = await (await fetch(path(id), { headers: { cookie } })).json();
      return { place, tag: `"r${revision}"` };
    },
    async put(place, tag) {
      const headers = { cookie, 'x-csrf-token': csrf_token, 'if-match': tag, 'content-type': 'application/json' };
      const answer = await fetch(path(place.id), { method: 'PUT', headers, body: JSON.stringify({ place, why: 'a test' }) });
      assert.equal(answer.status, 200, await answer.text());
    },
  };
}
