import type { Locator, Page } from 'playwright-core';
import { findings } from './findings';
import { journeys } from './openSandbox';
import { ANA, openRequest, phoneOf, repliesByComment, writes } from './pageSteps';

const ADA = { as: 'ada@example.com' };
const TABS = ['Comments', 'Closing', 'Automatic', 'Request', 'Sending'];

async function openRules(page: Page): Promise<Locator> {
  await page.getByRole('link', { name: 'OmniChat', exact: true }).click();
  const settings = page.getByTestId('screen-settings');
  await settings.getByRole('heading', { name: 'Conversation rules' }).waitFor();
  return settings;
}

/** The part of the page with the rules of one tab. */
async function openGroup(settings: Locator, name: string): Promise<Locator> {
  await settings.getByRole('tab', { name }).click();
  return settings.getByRole('tabpanel');
}

const save = (group: Locator) => group.getByRole('button', { name: 'Save', exact: true }).click();

async function choose(page: Page, field: Locator, option: string): Promise<void> {
  await field.click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

journeys((journey) => {
  journey(
    'an administrator chooses a preset and changes a rule, and phones see both',
    async ({ page, world }) => {
      const settings = await openRules(page);
      await settings.getByRole('button', { name: 'Use this', exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Use this preset' }).click();
      await settings.getByText('The preset is in use.').waitFor();
      const group = await openGroup(settings, 'Automatic');
      await group.getByLabel('Auto-reply message').fill("Thanks for getting in touch. We're on it.");
      await group.getByText('1 unsaved').waitFor();
      await save(group);
      await group.getByText('Saved. It holds from the next message on.').waitFor();

      await writes(page, ANA, 'My router is down');
      await phoneOf(page, ANA).getByText("Thanks for getting in touch. We're on it.").waitFor();
      await page.getByRole('link', { name: 'All open' }).first().click();
      await openRequest(page, 'WhatsApp request from 385991903327');
      await repliesByComment(page, 'This is for the portal');
      await world.idle(20_000);
      expect(await phoneOf(page, ANA).getByText('This is for the portal').count()).toBe(0);
    },
    ADA,
  );

  journey(
    'no tab of the rules has a serious accessibility problem, with and without what was refused',
    async ({ page }) => {
      const settings = await openRules(page);
      for (const name of TABS) {
        await openGroup(settings, name);
        expect(await findings(page)).toEqual([]);
      }
      const sending = await openGroup(settings, 'Sending');
      await sending.getByLabel('From', { exact: true }).fill('');
      await sending.getByLabel('SMS parts a message may have').fill('99');
      await save(sending);
      await sending.getByText('A time is written like 09:00.').waitFor();
      await sending.getByText('This number is not in the range OmniChat takes.').waitFor();
      await sending.getByText('Please look at: Quiet hours for SMS, SMS parts a message may have.').waitFor();
      expect(await findings(page)).toEqual([]);
    },
    ADA,
  );

  journey(
    'a status that the workflow lost is told at the rule that names it, until another one is chosen',
    async ({ page, world }) => {
      const asAda = { ...ADA, module: 'settings', projectKey: 'SUP' };
      await world.invoke({ ...asAda, call: 'saveRules', input: { rules: { whenAgentAnswers: 'Parked' } } });
      const request = await openGroup(await openRules(page), 'Request');
      await request.getByText('This is not in the workflow any more: Parked.').waitFor();
      expect(await findings(page)).toEqual([]);
      await choose(page, request.getByLabel('When an agent answers, move the request to'), 'Waiting for customer');
      await save(request);
      await request.getByText('Saved. It holds from the next message on.').waitFor();
      expect(await request.getByText('not in the workflow').count()).toBe(0);
    },
    ADA,
  );
});
