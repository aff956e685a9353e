/**
 * A visit to the page: a fresh browser context on some device, watched for everything that must never happen — a request
 * that leaves this machine, an error in the console, a violation of the content security policy.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { chromium } from 'playwright-core';
import { startServer } from './server.js';

const FLAGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // Without a graphics card the page is put together faster by the processor; only the map is drawn by WebGL.
  '--disable-gpu-compositing',
  '--disable-gpu-rasterization',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Nothing but this machine has an address: the network is unplugged.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Milliseconds after which what is waited for will not come. */
export const DEADLINE = 60_000;
/** Milliseconds that a look at a page that failed may take, and how much of its words is told. */
const GLANCE = 2_000;
const SHOWN_CHARS = 1_000;

export const DEVICES = {
  desktop: { viewport: { width: 1440, height: 900 } },
  tablet: { viewport: { width: 820, height: 1180 }, hasTouch: true },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
};

let server;
let browser;

const preparations = [];

const served = {};

/** Has these tests served another city than the sample: `make` makes it with the built program. */
export function serving(make) {
  served.make = make;
}

/** Has the server's clock begin at a moment, for tests of what can be booked, or is closed, on a day to come. */
export function beginningAt(clock) {
  served.clock = clock;
}

/** Has `work` done with the server before the first visit. */
export function prepare(work) {
  preparations.push(work);
}

let ready;

/** Starts the server and the browser, before the first visit: by then the file has said what it wants served and prepared. */
async function begin() {
  server = await startServer(served);
  for (const work of preparations) await work(server);
  browser = await launch([]);
}

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** The server of these tests: `address`, `binary`, `store`. */
export function running() {
  return server;
}

function launch(flags) {
  const executablePath = process.env.CHROMIUM;
  if (!executablePath) throw new Error('Set CHROMIUM to the path of a Chromium, or run this by `cargo xtask test`.');
  return chromium.launch({ executablePath, args: [...FLAGS, ...flags] });
}

/** What the server answers to a path of its API. */
export async function api(path) {
  const answer = await fetch(server.address + path);
  assert.equal(answer.status, 200, path);
  return answer.json();
}

/** The words that each page shows at its top, on one line: what is known of a failure that is read in a log. */
function shown(context) {
  return Promise.all(
    context.pages().map(async (page) => {
      const words = await page.locator('body').innerText({ timeout: GLANCE }).catch((error) => `nothing, ${error.message}`);
      return words.replaceAll(/\s+/g, ' ').slice(0, SHOWN_CHARS);
    }),
  );
}

/**
 * A test that is one visit. `told` gets the page, the context, `requests` (URLs so far) and `go(fragment)`.
 *
 * Options: `device`, `context` (of playwright), `flags` (of the browser), `expected` (a pattern of console errors that the
 * story itself provokes). The visitor wants no motion, so that nothing is on its way when it is looked at; a story about motion says
 * `context: { reducedMotion: 'no-preference' }`.
 */
export function visit(name, options, told) {
  const { device = 'desktop', context: extra = {}, flags, expected = null } = options;
  test(`${name} [${device}]`, { timeout: 4 * DEADLINE }, async () => {
    await (ready ??= begin());
    const own = flags ? await launch(flags) : null;
    const context = await (own ?? browser).newContext({ locale: 'zh-CN', reducedMotion: 'reduce', ...DEVICES[device], ...extra });
    const wrong = [];
    try {
      context.setDefaultTimeout(DEADLINE);
      const requests = [];
      context.on('request', (request) => requests.push(request.url()));
      context.on('weberror', (error) => wrong.push(`error: ${error.error().stack}`));
      context.on('console', (message) => {
        const text = `${message.text()} (${message.location().url})`;
        if (message.type() === 'error' && !expected?.test(text)) wrong.push(`console: ${text}`);
      });
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', (event) => {
          console.error(`content security policy: ${event.violatedDirective} ${event.blockedURI}`);
        });
      });
      const page = await context.newPage();
      const go = (fragment = '') => page.goto(`${server.address}/${fragment}`);
      await told({ page, context, requests, go });
      const outside = requests.filter((url) => !url.startsWith(`${server.address}/`) && !/^(data|blob):/.test(url));
      assert.deepEqual(outside, [], 'no request leaves this machine');
      assert.deepEqual(wrong, [], 'nothing goes wrong in the console');
    } catch (error) {
      throw new Error(['The page then showed', ...(await shown(context)), ...wrong].join('\n'), { cause: error });
    } finally {
      await context.close();
      await own?.close();
    }
  });
}

/** Has a page's clock stand still at a moment. The server's goes on: what is asked of it for `now` is its own. */
export const standAt = (page, moment) => page.clock.setFixedTime(new Date(moment));

/**
 * Waits for the page's own fonts, of which a machine without a Chinese font has need: until then words are of another width. Their
 * list comes after the page stands, and a part of them when one of its characters is met.
 */
export function fontsAreHere(page) {
  return page.waitForFunction(async () => {
    if (document.fonts.size === 0) return false;
    // What has been laid out has asked for its parts.
    document.body.getBoundingClientRect();
    await document.fonts.ready;
    return document.fonts.status === 'loaded';
  });
}

/** Waits until the map has drawn everything. */
export function mapIsDrawn(page) {
  return page.waitForFunction(() => document.documentElement.dataset.mapState === 'idle');
}

/** The same, or until it is known that the device cannot draw one. */
export function mapIsDone(page) {
  return page.waitForFunction(() => ['idle', 'unavailable'].includes(document.documentElement.dataset.mapState));
}

/**
 * Waits for a condition on what `read` gives, and answers with it; fails with its last value once half the deadline has passed,
 * which is longer than the page itself waits for anything (20 s for the report's ground).
 */
export async function until(read, condition) {
  const end = Date.now() + DEADLINE / 2;
  let value = await read();
  while (!condition(value) && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    value = await read();
  }
  assert.ok(condition(value), `still ${JSON.stringify(value)}`);
  return value;
}

/** The parameters of a fragment: those of the page's address. */
export function fragmentOf(page) {
  return new URLSearchParams(new URL(page.url()).hash.slice(1));
}

/** Ids of the rows of the list, in order. */
export function listed(page) {
  return page.getByTestId('result').evaluateAll((rows) => rows.map((row) => row.dataset.id));
}

/** Waits for a list with rows and answers with their ids. */
export function someListed(page) {
  return until(() => listed(page), (ids) => ids.length > 0);
}
