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

/** Somebody who edits over the interface: `place(id)` and `route(id)` read, `put(place, tag)` and `putRoute(route, tag)` change. */
export async function editorElsewhere({ address }, name) {
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password: PASSWORD }),
  });
  assert.equal(answer.status, 200, `${name} signs in`);
  const { csrf_token } = await answer.json();
  const [cookie] = answer.headers.get('set-cookie').split(';');
  const path = (of, id) => `${address}/api/v1/admin/${of}/${encodeURIComponent(id)}`;
  const read = async (of, id) => (await fetch(path(of, id), { headers: { cookie } })).json();
  const change = async (of, id, tag, body) => {
    const headers = { cookie, 'x-csrf-token': csrf_token, 'if-match': tag, 'content-type': 'application/json' };
    const answer = await fetch(path(of, id), { method: 'PUT', headers, body: JSON.stringify({ ...body, why: 'a test' }) });
    assert.equal(answer.status, 200, await answer.text());
  };
  return {
    async place(id) {
      const { place, revision } = await read('places', id);
      return { place, tag: `"r${revision}"` };
    },
    put: (place, tag) => change('places', place.id, tag, { place }),
    async route(id) {
      const { route, revision } = await read('study-routes', id);
      return { route, tag: `"r${revision}"` };
    },
    putRoute: (route, tag) => change('study-routes', route.id, tag, { route }),
  };
}
