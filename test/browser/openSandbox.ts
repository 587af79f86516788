import { serve as listen, type ServerType } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { jiraOverHttp } from '../../sandbox/jira/http';
import { serve } from '../../sandbox/server/serve';
import { serveSite } from '../../sandbox/site/serve';
import { createWorld, type World } from '../../sandbox/world';
import { connect } from '../../sandbox/world/connect';
import { findBrowser, keepScreenshot } from '../support/browser';
import { builtApp, metaNumber, twilioSms } from '../support/world';

/** A person's window on a sandbox of its own: the real server, the real bundles, a real browser. */
export type Visit = { readonly page: Page; readonly world: World };
type Wish = { readonly connected?: boolean; readonly as?: string };

/** Journeys of one file, or one skipped test that says why. Each journey has a world and a page of its own. */
export function journeys(tell: (journey: typeof runJourney) => void): void {
  const found = findBrowser();
  if ('missing' in found) {
    console.warn(`Skipped: ${found.missing}, so nothing was looked at in a browser.`);
    test.skip('journeys in a browser', () => undefined);
    return;
  }
  // The app and the page are built here, so that no journey's time is spent on it.
  beforeAll(async () => {
    browser = await found.launch();
    await builtSite();
  }, 400_000);
  afterAll(async () => browser?.close());
  tell(runJourney);
}

let browser: Browser | undefined;

function runJourney(title: string, run: (visit: Visit) => Promise<void>, wish: Wish = {}): void {
  test(
    title,
    async () => {
      const { world, server } = await openWorld(wish);
      const page = await openPage(world.baseUrl, wish.as);
      try {
        await run({ world, page });
        expect(await page.getByTestId('uikit-complaint').allTextContents()).toEqual([]);
      } catch (error) {
        console.error(`What the page showed: ${await keepScreenshot(page, title)}`);
        throw error;
      } finally {
        await page.context().close();
        server.close();
        // The page's event streams would keep the server, and with it the test run, open.
        if ('closeAllConnections' in server) server.closeAllConnections();
        world.stop();
      }
    },
    90_000,
  );
}

async function openWorld({ connected = true }: Wish): Promise<{ world: World; server: ServerType }> {
  const { build, page } = await builtSite();
  const port = await anyPort();
  const world = await createWorld({ build, baseUrl: `http://localhost:${port}`, seed: 7 });
  if (connected) await connect(world, [metaNumber(), twilioSms()]);
  const server = listen({ fetch: serve(world, { jira: jiraOverHttp(world.jira), page }).fetch, port });
  world.follow((error) => console.error('the sandbox has a defect', error));
  return { world, server };
}

/** The app and the page, built once for all journeys of a file. */
const builtSite = () => (site ??= buildSite());
let site: ReturnType<typeof buildSite> | undefined;

async function buildSite() {
  const build = await builtApp();
  const screens = Object.fromEntries(Object.entries(build.ui).map(([entry, { dir }]) => [entry, dir]));
  return { build, page: await serveSite({ screens, outdir: join(process.cwd(), 'build', 'page-of-tests') }) };
}

async function openPage(url: string, as: string | undefined): Promise<Page> {
  if (!browser) throw new Error('no browser was started');
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  if (as) await context.addInitScript((email) => sessionStorage.setItem('person', email), as);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(url);
  return page;
}

const anyPort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
