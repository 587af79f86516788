import { findings } from './findings';
import { journeys } from './openSandbox';
import { ANA, openRequest, openTab, phoneShows, writes } from './pageSteps';

const REQUEST = 'WhatsApp request from 385991903327';

journeys((journey) => {
  journey('an agent replies to one message, leaves the page half-way, and sends what was begun', async ({ page }) => {
    await writes(page, ANA, 'Which floor is the printer on?');
    await writes(page, ANA, 'And is there paper?');
    await openRequest(page, REQUEST);
    let tab = await openTab(page);
    await tab.getByRole('button', { name: 'Reply', exact: true }).first().click();
    await tab.getByText('Replying to Ana Horvat').waitFor();
    expect(await findings(page)).toEqual([]);
    const kept = page.waitForResponse(
      (response) => /saveDraft.*The third/.test(response.request().postData() ?? '') && response.ok(),
    );
    await tab.getByPlaceholder('Reply to customer').fill('The third');
    await kept;
    await page.reload();
    tab = await openTab(page);
    await tab.getByText('Replying to Ana Horvat').waitFor();
    await tab.getByRole('button', { name: 'Send message' }).click();
    const bubble = await phoneShows(page, ANA, 'The third');
    expect(await bubble.getByTestId('bubble-quote').textContent()).toBe('Which floor is the printer on?');
    await tab.getByText('Replying to Ana Horvat').waitFor({ state: 'hidden' });
    expect(await findings(page)).toEqual([]);
  });
});
