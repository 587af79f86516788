import type { Page } from 'playwright-core';
import { findings } from './findings';
import { journeys } from './openSandbox';
import { ANA, answersInTab, openRequest, openTab, phoneShows, writes } from './pageSteps';

const REQUEST = 'WhatsApp request from 385991903327';

async function chooseFromMore(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name, exact: true }).click();
}

async function moves(page: Page, way: 'Move' | 'Merge', to: string): Promise<void> {
  await chooseFromMore(page, way);
  await page.getByRole('textbox', { name: /^(Project key|Key of the request)/ }).fill(to);
  await page.getByRole('button', { name: way, exact: true }).click();
}

const requestShows = (page: Page, key: string) =>
  page.locator('.breadcrumbs-key').getByText(key, { exact: true }).waitFor();

/** Long links once pushed the request under its details. */
async function overlaps(page: Page): Promise<boolean> {
  const main = await page.locator('.issue-main').boundingBox();
  const links = await page.locator('.links-row').first().boundingBox();
  if (!main || !links) throw new Error('the request has no links');
  return links.x + links.width > main.x + main.width + 1;
}

journeys((journey) => {
  journey('the conversation of a request goes along to another project, and a clone has none', async ({ page }) => {
    await writes(page, ANA, 'My router is down');
    await openRequest(page, REQUEST);
    await page.getByRole('button', { name: 'More actions' }).click();
    expect(await findings(page)).toEqual([]);
    await page.getByRole('menuitem', { name: 'Clone', exact: true }).click();
    await requestShows(page, 'SUP-2');
    await page.locator('.links-row').getByRole('link', { name: 'SUP-1' }).click();
    await requestShows(page, 'SUP-1');
    await moves(page, 'Move', 'ops');
    await requestShows(page, 'OPS-1');
    await page.getByRole('button', { name: 'OmniChat', exact: true }).click();
    await page.getByTestId('screen-issue-tab').getByText('My router is down').waitFor();
  });

  journey(
    'a merged request ends its conversation, a deleted one is gone, and Ana is heard all the same',
    async ({ page }) => {
      await writes(page, ANA, 'My router is down');
      await openRequest(page, REQUEST);
      await chooseFromMore(page, 'Clone');
      await requestShows(page, 'SUP-2');
      await page.locator('.links-row').getByRole('link', { name: 'SUP-1' }).click();
      await moves(page, 'Merge', 'SUP-2');
      await requestShows(page, 'SUP-2');
      expect(await overlaps(page)).toBe(false);
      await chooseFromMore(page, 'Delete');
      await page.getByRole('button', { name: 'Delete', exact: true }).click();
      await page.getByRole('heading', { name: 'All open' }).waitFor();
      await writes(page, ANA, 'Is anybody there?');
      await page.locator('.queue').getByRole('link', { name: 'SUP-3', exact: true }).click();
      await requestShows(page, 'SUP-3');
      await answersInTab(await openTab(page), 'We are');
      await phoneShows(page, ANA, 'We are');
    },
    { as: 'ada@example.com' },
  );
});
