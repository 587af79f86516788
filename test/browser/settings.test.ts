import type { Locator, Page } from 'playwright-core';
import type { World } from '../../sandbox/world';
import type { SettingsView } from '../../src/contract/views';
import { findings } from './findings';
import { journeys } from './openSandbox';
import { ANA, phoneOf, writes } from './pageSteps';

/** What stands beside a name in a provider's console. */
const inConsole = async (console: Locator, name: string): Promise<string> =>
  (await console.locator('.copyable').filter({ hasText: name }).locator('code').textContent()) ?? '';

async function openConsole(page: Page, title: string, id: string): Promise<Locator> {
  await page.getByRole('tab', { name: 'Provider consoles' }).click();
  await page.getByRole('button', { name: title }).click();
  return page.getByTestId(`console-${id}`);
}

async function connectTwilio(page: Page, settings: Locator, console: Locator): Promise<void> {
  await settings.getByRole('button', { name: 'Connect a provider' }).click();
  await settings.getByLabel('Provider', { exact: true }).click();
  await page.getByRole('option', { name: 'Twilio' }).click();
  await settings.getByLabel('Account SID').fill(await inConsole(console, 'Account SID'));
  await settings.getByLabel('Auth token').fill(await inConsole(console, 'Auth token'));
  await settings.getByRole('button', { name: 'Connect', exact: true }).click();
}

async function rulesOf(world: World): Promise<SettingsView['rules']['project']> {
  const wish = { as: 'ada@example.com', module: 'settings', projectKey: 'SUP', call: 'viewSettings', input: {} };
  const answer = (await world.invoke(wish)) as { readonly output: SettingsView };
  return answer.output.rules.project;
}

journeys((journey) => {
  journey(
    'an administrator connects Twilio with what its console shows, and an SMS becomes a request',
    async ({ page, world }) => {
      await page.getByRole('link', { name: 'OmniChat', exact: true }).click();
      const settings = page.getByTestId('screen-settings');
      const console = await openConsole(page, 'Twilio', 'twilio');
      await connectTwilio(page, settings, console);

      const address = await settings.locator('pre').innerText();
      await console.getByLabel('Webhook address').fill(address);
      await console.getByRole('button', { name: 'Save' }).click();
      await settings.getByRole('button', { name: 'Check' }).click();
      await settings.getByText('The provider accepts these credentials').waitFor();

      await settings.getByRole('button', { name: 'Add', exact: true }).first().click();
      await settings.getByText('Fall-back request type', { exact: true }).first().waitFor();
      expect(await findings(page)).toEqual([]);
      await settings.getByRole('button', { name: 'Add number' }).click();
      await settings.getByText('Added', { exact: true }).waitFor();
      expect((await rulesOf(world)).fallbackRequestTypeId).toBe('10');

      await phoneOf(page, ANA).getByRole('button', { name: 'SMS' }).click();
      await writes(page, ANA, 'Is anybody there?');
      await page.getByRole('link', { name: 'All open' }).first().click();
      await page.getByRole('link', { name: 'SMS request from 385991903327' }).waitFor();
      expect(world.carriers.get('twilio')?.webhook().url).toBe(address);
    },
    { connected: false, as: 'ada@example.com' },
  );
});
