import type { Locator } from 'playwright-core';
import type { World } from '../../sandbox/world';
import { findings } from './findings';
import { journeys } from './openSandbox';
import { ANA, answersInTab, openRequest, openTab, phoneShows, resolves, writes } from './pageSteps';

const REQUEST = 'WhatsApp request from 385991903327';
const button = (screen: Locator, name: string) => screen.getByRole('button', { name, exact: true });

journeys((journey) => {
  journey('an agent pauses, activates, closes with a note, locks, unlocks and reopens', async ({ page }) => {
    await writes(page, ANA, 'My router is down');
    await openRequest(page, REQUEST);
    const tab = await openTab(page);
    await button(tab, 'Pause conversation').click();
    await tab.getByText('This conversation is paused').waitFor();
    await button(tab, 'Activate').click();
    await button(tab, 'Close conversation').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Conversation category').fill('Hardware');
    await dialog.getByLabel('Summary').fill('A new router is on its way.');
    expect(await findings(page)).toEqual([]);
    await button(dialog, 'Close conversation').click();
    await tab.getByText('A new router is on its way.').waitFor();
    expect(await tab.getByPlaceholder('Reply to customer').count()).toBe(0);
    await button(tab, 'Lock').click();
    await tab.getByText('neither side can write in it').waitFor();
    expect(await findings(page)).toEqual([]);
    await button(tab, 'Unlock').click();
    await button(tab, 'Reopen').click();
    await answersInTab(tab, 'It has arrived, I see');
    await phoneShows(page, ANA, 'It has arrived, I see');
  });

  journey('S2-34 the tab of a resolved request says which status stands against it', async ({ page }) => {
    await writes(page, ANA, 'My router is down');
    await openRequest(page, REQUEST);
    await resolves(page, 'Solved, thank you');
    await page.getByRole('button', { name: 'OmniChat', exact: true }).click();
    await page.getByText('It is not possible to use WhatsApp if the request is in status "Resolved".').waitFor();
  });

  journey(
    'S2-31 X9 beside a request an agent starts a conversation, and is asked about the other one',
    async ({ page, world }) => {
      await allowStarts(world);
      await writes(page, ANA, 'My router is down');
      await openRequest(page, REQUEST);
      await button(page.locator('body'), 'Open OmniChat').click();
      await page.getByTestId('screen-context-panel').getByText('The customer waits for an answer.').waitFor();
      await page.getByRole('button', { name: 'Create subtask' }).click();
      await page.getByRole('textbox', { name: 'What needs to be done?' }).fill('Bring a router');
      await button(page.locator('body'), 'Create').click();
      await page.getByRole('link', { name: 'SUP-2' }).first().click();
      await page.getByRole('heading', { name: 'Bring a router' }).waitFor();
      await button(page.locator('body'), 'Open OmniChat').click();
      const panel = page.getByTestId('screen-context-panel');
      await panel.getByLabel('Phone number').fill(ANA);
      await panel.getByLabel('How the customer agreed').click();
      await page.getByRole('option', { name: 'Said so to an agent' }).click();
      expect(await findings(page)).toEqual([]);
      await button(panel, 'Start conversation').click();
      await page.getByRole('dialog').getByText('SUP-1').waitFor();
      await button(page.getByRole('dialog'), 'Pause and go on').click();
      await panel.getByText('Read and answer in the OmniChat tab under Activity.').waitFor();
    },
  );
});

async function allowStarts(world: World): Promise<void> {
  const settings = { as: 'ada@example.com', module: 'settings', projectKey: 'SUP' };
  const rules = { outbound: 'any', quietHours: null };
  const answer = await world.invoke({ ...settings, call: 'saveRules', input: { rules } });
  expect(answer).toMatchObject({ ok: true });
}
