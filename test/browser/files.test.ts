import { findings } from './findings';
import { journeys } from './openSandbox';
import { ANA, openRequest, openTab, writes } from './pageSteps';

journeys((journey) => {
  journey('a photo that Jira does not take says so, and is there once an agent asks for it again', async (visit) => {
    const { page, world } = visit;
    await writes(page, ANA, 'It leaks');
    await openRequest(page, 'WhatsApp request from 385991903327');
    const tab = await openTab(page);
    world.faults.set([{ at: 'jira.attach', kind: 'refuse', times: 50 }]);
    world.customerWrites({ channel: 'whatsapp', from: ANA, to: '+4930901820', media: { kind: 'image' } });
    await tab.getByText('Not downloaded').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.setViewportSize({ width: 1024, height: 768 });
    expect(await findings(page)).toEqual([]);
    world.faults.clear();
    await tab.getByRole('button', { name: 'Try again' }).click();
    await tab.getByRole('link', { name: /^photo-.*jpg/ }).waitFor();
    await tab.getByText('Not downloaded').waitFor({ state: 'hidden' });
  });
});
