import { findings } from './findings';
import { journeys } from './openSandbox';
import { ANA, openRequest, openTab, writes } from './pageSteps';

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
