import { serve as listen } from '@hono/node-server';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildApp } from '../../sandbox/build';
import { jiraOverHttp } from '../../sandbox/jira/http';
import { freePort } from '../../sandbox/server/start/listen';
import { serve } from '../../sandbox/server/serve';
import { serveSite } from '../../sandbox/site/serve';
import { createWorld } from '../../sandbox/world';
import { findBrowser } from '../support/browser';
import { ANA, answersInTab, openRequest, openTab, phoneShows, writes } from './pageSteps';

/** `npm run pictures`: takes the picture of README anew, from the demo site at a fixed time. */
async function main(): Promise<void> {
  const found = findBrowser();
  if ('missing' in found) throw new Error(found.missing);
  const build = await buildApp();
  const port = await freePort(4400);
  const startAt = Date.parse('2026-11-20T09:00:00Z');
  const world = await createWorld({ build, baseUrl: `http://localhost:${port}`, seed: 1, startAt, demo: true });
  const screens = Object.fromEntries(Object.entries(build.ui).map(([entry, { dir }]) => [entry, dir]));
  const page = await serveSite({ screens });
  listen({ fetch: serve(world, { jira: jiraOverHttp(world.jira), page }).fetch, port });
  world.follow((error) => console.error('the sandbox has a defect', error));
  const browser = await found.launch();
  try {
    const window = await browser.newPage({ viewport: { width: 1280, height: 1200 }, reducedMotion: 'reduce' });
    await window.goto(world.baseUrl);
    await takeIssueTab(window);
  } finally {
    await browser.close();
  }
}

async function takeIssueTab(page: Page): Promise<void> {
  await writes(page, ANA, 'It is closed. The roller looks worn.');
  await openRequest(page, 'WhatsApp request from 385991903327');
  const tab = await openTab(page);
  await tab.getByRole('button', { name: 'Reply', exact: true }).last().click();
  await answersInTab(tab, 'Thank you. A colleague brings a new one at two.');
  const answer = await phoneShows(page, ANA, 'a new one at two');
  await answer.getByRole('img', { name: 'Read' }).waitFor();
  await tab.getByText('Read', { exact: true }).nth(1).waitFor();
  await scrollToEnd(page);
  await keep(page, 'issue-tab');
}

/** With the pointer out of the way afterwards: nothing is to look pointed at. */
async function scrollToEnd(page: Page): Promise<void> {
  await page.mouse.move(450, 700);
  await page.mouse.wheel(0, 5_000);
  await page.mouse.move(0, 0);
  await page.waitForTimeout(500);
}

async function keep(page: Page, name: string): Promise<void> {
  const folder = join(process.cwd(), 'docs', 'images');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`docs/images/${name}.png is taken`);
}

main().then(
  // The page's event streams would keep the server, and with it the process.
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
