import { findings } from './findings';
import { journeys } from './openSandbox';

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
});
