import { journeys } from './openSandbox';
import * as steps from './pageSteps';
import { ANA, openRequest, openTab, phoneOf, phoneShows, stepIsTicked, writes } from './pageSteps';

journeys((journey) => {
  journey('S2-09 a customer writes, the agent answers in the tab, and the phone shows it read', async ({ page }) => {
    await writes(page, ANA, 'My router is down');
    await openRequest(page, 'WhatsApp request from 385991903327');
    await page.getByText('385991903327 raised this request via API').waitFor();
    for (const button of ['Hide details', 'Create subtask', 'Link issue'])
      await page.getByRole('button', { name: button }).waitFor();
    await page.getByRole('link', { name: 'View request in portal' }).waitFor();
    const tab = await openTab(page);
    await tab.getByText('My router is down').waitFor();
    await steps.answersInTab(tab, 'Please restart it');
    const answer = await phoneShows(page, ANA, 'Please restart it');
    await answer.getByRole('img', { name: 'Read' }).waitFor();
    await tab.getByText('Read', { exact: true }).waitFor();
    for (const step of ['write', 'open', 'answer']) await stepIsTicked(page, step);
  });

  journey('S2-53 a picture chosen in the tab is on the phone, and on the request', async ({ page }) => {
    await writes(page, ANA, 'What does it look like?');
    await openRequest(page, 'WhatsApp request from 385991903327');
    const tab = await openTab(page);
    await tab.locator('input[type=file]').setInputFiles('sandbox/samples/photo.jpg');
    await tab.getByText('photo.jpg').waitFor();
    await steps.answersInTab(tab, 'Like this');
    const answer = await phoneShows(page, ANA, 'Like this');
    await answer.locator('img[src*="/files/"]').waitFor();
    await tab.getByRole('link', { name: 'photo.jpg' }).waitFor();
  });

  journey('a public comment reaches the phone, an internal note does not', async ({ page, world }) => {
    await writes(page, ANA, 'Hello');
    await openRequest(page, 'WhatsApp request from 385991903327');
    await page.getByRole('button', { name: 'Add internal note' }).click();
    await page.getByRole('textbox', { name: 'Add internal note' }).fill('A difficult one');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByTestId('comments').getByText('A difficult one').waitFor();
    await steps.repliesByComment(page, 'We are on it');
    await phoneShows(page, ANA, 'We are on it');
    await stepIsTicked(page, 'comment');
    await world.idle(20_000);
    expect(await phoneOf(page, ANA).getByText('A difficult one').count()).toBe(0);
  });

  journey('25 hours later the composer says that the window has closed', async ({ page }) => {
    await writes(page, ANA, 'Hello');
    await openRequest(page, 'WhatsApp request from 385991903327');
    const tab = await openTab(page);
    await tab.getByText(/You can answer until/).waitFor();
    await page.getByRole('button', { name: 'Jump 25 hours' }).click();
    await tab
      .getByText(/The 24-hour window closed at/)
      .first()
      .waitFor({ timeout: 60_000 });
    expect(await tab.getByRole('button', { name: 'Send message' }).count()).toBe(0);
    await stepIsTicked(page, 'jump');
  });

  journey(
    'resolved with a comment, and written again: the phone has the comment and a linked request opens',
    async ({ page }) => {
      await writes(page, ANA, 'Hello');
      await openRequest(page, 'WhatsApp request from 385991903327');
      await steps.resolves(page, 'Solved, thank you');
      await phoneShows(page, ANA, 'Solved, thank you');
      await writes(page, ANA, 'It is broken again');
      await stepIsTicked(page, 'resolve');
      await page.getByRole('link', { name: 'All open' }).first().click();
      await page.getByRole('link', { name: 'SUP-2' }).click();
      await page.getByText('It is broken again').first().waitFor();
      await page.locator('.links-row').getByRole('link', { name: 'SUP-1' }).waitFor();
    },
  );
});
