import type { World } from '../../sandbox/world';
import { adfOf } from '../support/adf';
import { jiraPerson } from '../support/jiraPerson';
import { findings } from './findings';
import { journeys } from './openSandbox';
import { ANA, answersInTab, openRequest, openTab, phoneShows, writes } from './pageSteps';

const REQUEST = 'WhatsApp request from 385991903327';

journeys((journey) => {
  journey('an agent writes to the team, and corrects what was edited in Jira', async ({ page, world }) => {
    await writes(page, ANA, 'My router is down');
    await openRequest(page, REQUEST);
    const tab = await openTab(page);
    await tab.getByRole('button', { name: 'Internal message', exact: true }).click();
    await tab.getByPlaceholder('Write to your team').fill('Is a router in stock?');
    expect(await findings(page)).toEqual([]);
    await tab.getByRole('button', { name: 'Add internal message', exact: true }).click();
    await tab.getByRole('button', { name: 'Customer reply', exact: true }).click();
    await answersInTab(tab, 'It comes at ten');
    await edits(world, 'It comes at ten', 'It comes at eleven');
    await customerWritesInPortal(world, 'I am at home all day');
    await tab.getByText('Edited in Jira after sending.').waitFor({ timeout: 60_000 });
    await tab.getByText('Written in the portal or by e-mail.').waitFor({ timeout: 60_000 });
    expect(await findings(page)).toEqual([]);
    await tab.getByRole('button', { name: 'Send correction', exact: true }).click();
    await phoneShows(page, ANA, 'It comes at eleven');
    await tab.getByText('A correction was sent.').waitFor();
  });
});

/** Ben edits the comment that his answer became. */
async function edits(world: World, before: string, after: string): Promise<void> {
  const ben = world.jira.people().find(({ name }) => name.startsWith('Ben'));
  const asks = jiraPerson(world.jira.door, ben?.accountId ?? '');
  const url = '/rest/api/3/issue/SUP-1/comment';
  const find = async (): Promise<string> => {
    const { comments } = (await asks('GET', url)) as { comments: { id: string; body: unknown }[] };
    const comment = comments.find(({ body }) => JSON.stringify(body).includes(before));
    return comment ? comment.id : new Promise((resolve) => void setTimeout(() => resolve(find()), 200));
  };
  await asks('PUT', `${url}/${await find()}`, { body: adfOf(after) });
}

async function customerWritesInPortal(world: World, text: string): Promise<void> {
  const customer = Object.values(world.state.jira.issues)[0]?.reporter ?? '';
  const asks = jiraPerson(world.jira.door, customer);
  await asks('POST', '/rest/servicedeskapi/request/SUP-1/comment', { body: text, public: true });
}
