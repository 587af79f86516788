import { findings } from './findings';
import { journeys } from './openSandbox';
import { ANA, openRequest, openTab, phoneShows, writes } from './pageSteps';

journeys((journey) => {
  journey(
    'an administrator sees which templates of a number agents can send',
    async ({ page }) => {
      await page.getByRole('link', { name: 'OmniChat', exact: true }).click();
      await page.getByRole('button', { name: 'Templates', exact: true }).first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Approved').first().waitFor();
      await dialog.getByText('Can send it').first().waitFor();
      expect(await findings(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'List again' }).click();
      await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
      await dialog.waitFor({ state: 'hidden' });
    },
    { as: 'ada@example.com' },
  );

  journey(
    'after the window an agent searches the templates, finds none, then one in German, and sends it',
    async ({ page }) => {
      await writes(page, ANA, 'Der Router ist kaputt');
      await openRequest(page, 'WhatsApp request from 385991903327');
      const tab = await openTab(page);
      await page.getByRole('button', { name: 'Jump 25 hours' }).click();
      await tab.getByText('Send a template').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Search for a template').fill('zebra');
      await dialog.getByText('No template matches').waitFor();
      expect(await findings(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Show all templates' }).click();
      await dialog.getByLabel('Search for a template').fill('neues anfrage');
      await page.keyboard.press('Tab');
      await page.keyboard.type('German');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      await page.getByRole('option', { name: 'case_update (de)' }).waitFor();
      await page.keyboard.press('Enter');
      await dialog.getByLabel('Value 1').fill('Ana');
      await dialog.getByLabel('Value 2').fill('SUP-1');
      expect(await findings(page)).toEqual([]);
      await dialog.getByRole('button', { name: 'Send template' }).click();
      await phoneShows(page, ANA, 'Guten Tag Ana, es gibt Neues zu Ihrer Anfrage SUP-1.');
    },
  );
});
