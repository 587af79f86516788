import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { journeys } from './openSandbox';
import { ANA, openRequest, openTab, writes } from './pageSteps';

/** Serious and critical findings of axe, as sentences with the place. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ help, nodes }) => nodes.map(({ target }) => `${help}: ${target.join(' ')}`));
}

journeys((journey) => {
  journey('queue, request and OmniChat tab have no serious accessibility problem', async ({ page }) => {
    await writes(page, ANA, 'My router is down');
    await page.getByRole('link', { name: 'WhatsApp request from 385991903327' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await openRequest(page, 'WhatsApp request from 385991903327');
    await openTab(page);
    expect(await findings(page)).toEqual([]);
  });

  journey(
    'project settings have no serious accessibility problem',
    async ({ page }) => {
      await page.getByRole('link', { name: 'OmniChat', exact: true }).click();
      await page.getByTestId('screen-settings').getByRole('heading').first().waitFor();
      expect(await findings(page)).toEqual([]);
    },
    { as: 'ada@example.com' },
  );
});
