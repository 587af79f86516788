import { findings } from './findings';
import { journeys } from './openSandbox';
import { ANA, writes } from './pageSteps';

journeys((journey) => {
  journey(
    'X19 on triage a conversation waits in project settings, and becomes a request where somebody says so',
    async ({ page, world }) => {
      const place = { as: 'ada@example.com', module: 'settings', projectKey: 'SUP' };
      const input = { rules: { createRequest: 'on-triage' } };
      expect(await world.invoke({ ...place, call: 'saveRules', input })).toMatchObject({ ok: true });
      await writes(page, ANA, 'My router is down');
      await world.idle(20_000);
      await world.advance(60_000);
      await page.getByRole('link', { name: 'OmniChat', exact: true }).click();
      const settings = page.getByTestId('screen-settings');
      await settings.getByText('My router is down').waitFor();
      expect(await findings(page)).toEqual([]);
      await settings.getByRole('button', { name: 'Create request' }).click();
      await settings.getByText('Waiting for triage').waitFor({ state: 'detached' });
      await page.getByRole('link', { name: 'All open' }).first().click();
      await page.getByRole('link', { name: 'WhatsApp request from 385991903327' }).waitFor();
    },
    { as: 'ada@example.com' },
  );
});
