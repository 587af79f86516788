import { findings } from './findings';
import { journeys } from './openSandbox';
import { ANA, openRequest, openTab, phoneShows, writes } from './pageSteps';

journeys((journey) => {
  journey('staff answer from the WhatsApp Business app, and the tab shows that they did', async ({ page, world }) => {
    await writes(page, ANA, 'The printer is on fire');
    await openRequest(page, 'WhatsApp request from 385991903327');
    await openTab(page);
    const request = page.url();
    await page.goto(`${world.baseUrl}/carriers/meta`);
    const console_ = page.getByTestId('console-meta');
    await console_.getByLabel('Message').fill('I am at your door');
    expect(await findings(page)).toEqual([]);
    await console_.getByRole('button', { name: 'Send' }).click();
    await phoneShows(page, ANA, 'I am at your door');
    await page.goto(request);
    const tab = await openTab(page);
    await tab.getByText('I am at your door').waitFor();
    await tab.getByText('WhatsApp • outside OmniChat').waitFor();
    expect(await findings(page)).toEqual([]);
  });
});
