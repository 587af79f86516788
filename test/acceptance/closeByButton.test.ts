import type { World } from '../../sandbox/world';
import { jiraPerson } from '../support/jiraPerson';
import { ANA, sandboxWorld } from '../support/worldSteps';
import type { ConversationRules } from '../../src/domain/conversationRules';

const issueOf = (world: World, issueKey = 'SUP-1') =>
  Object.values(world.state.jira.issues).find(({ key }) => key === issueKey);

async function writtenTo(rules: Partial<ConversationRules> = {}) {
  const steps = await sandboxWorld({ rules });
  const ana = steps.phone(ANA);
  await ana.writes('The printer is on fire');
  const ben = steps.agent('Ben');
  const asks = async (call: string, input: unknown = {}, key = 'SUP-1') => {
    const answer = await ben.invokes(call, input, key);
    await steps.settle();
    return answer;
  };
  return { ...steps, ana, ben, asks };
}

test('X8 the button closes the conversation with its note, and moves the request with its resolution in the agent’s name', async () => {
  const { ana, asks, ben, request, world } = await writtenTo({
    closeTransition: { status: 'Resolved', resolution: "Won't Do" },
  });

  const note = { category: 'Printer', summary: 'Fire is out' };
  expect(await asks('closeConversation', note)).toEqual({ ok: true, output: {} });

  expect(await ben.opensTab('SUP-1')).toMatchObject({
    state: 'closed',
    closed: { source: 'user', by: ben.accountId, ...note },
    actions: ['reopenConversation', 'lockConversation', 'blockContact'],
  });
  expect((await request('SUP-1')).status).toBe('Resolved');
  expect(issueOf(world)).toMatchObject({ resolutionId: '10001' });
  expect(issueOf(world)?.history.at(-1)).toMatchObject({ author: ben.accountId });
  expect(ana.answers()).toEqual(['Your request SUP-1 is now Resolved.']);
});

test('X3 X9 a move that the app had to make for the agent is told to the customer, and moving back opens the conversation', async () => {
  const { ana, asks, ben, breaks, clock, request, world } = await writtenTo({
    closeTransition: { status: 'Resolved', resolution: 'Done' },
  });
  breaks({ at: 'jira.transition', kind: '500', times: 1 });

  await asks('closeConversation');
  await clock.advance({ minutes: 5 });

  expect((await request('SUP-1')).status).toBe('Resolved');
  expect(issueOf(world)?.history.at(-1)).not.toMatchObject({ author: ben.accountId });
  expect(ana.answers()).toEqual(['Your request SUP-1 is now Resolved.']);
  await ben.transitions('SUP-1', 'Back to in progress');
  expect((await ben.opensTab('SUP-1')).state).toBe('active');
});

test('X8 an answer that moves the request to Done closes the conversation; the next message opens a linked request', async () => {
  const { ana, ben, request, requests } = await writtenTo({ whenAgentAnswers: 'Resolved' });

  await ben.answersInTab('SUP-1', 'Have you tried water?');

  expect((await ben.opensTab('SUP-1')).closed).toMatchObject({ source: 'automation' });
  await ana.writes('It still burns');
  expect(requests()).toEqual(['SUP-1', 'SUP-2']);
  expect((await request('SUP-2')).links).toEqual(['SUP-1']);
});

test('X8 a status no transition leads to becomes a problem that agents see', async () => {
  const { asks, ben, request } = await writtenTo({ closeTransition: { status: 'Closed', resolution: '' } });

  await asks('closeConversation');

  expect((await request('SUP-1')).status).toBe('Waiting for support');
  expect(await ben.opensTab('SUP-1')).toMatchObject({
    state: 'closed',
    problems: [
      {
        work: 'transition',
        code: 'no-transition',
        detail: 'Closed (the workflow offers: In progress, Waiting for customer, Resolved)',
      },
    ],
  });
});

test('X9 the button reopens a conversation that Done closed, and takes its request out of Done', async () => {
  const { ana, asks, ben, request } = await writtenTo();
  await ben.transitions('SUP-1', 'Resolve');

  expect(await asks('reopenConversation')).toEqual({ ok: true, output: {} });

  expect((await request('SUP-1')).status).toBe('In progress');
  await ben.answersInTab('SUP-1', 'One more thing');
  expect(ana.answers()).toEqual(['Your request SUP-1 is now Resolved.', 'One more thing']);
});

test('X20 a person who closes leaves the request without assignee where the rule says so', async () => {
  const { asks, ben, world } = await writtenTo({ onClose: 'unassign' });
  await ben.assigns('SUP-1');
  expect(issueOf(world)).toMatchObject({ assignee: ben.accountId });

  await asks('closeConversation');

  expect(issueOf(world)).toMatchObject({ assignee: null });
});

test('S0-18 a customer who resolves their request in the portal is told as the one who closed it', async () => {
  const { ben, request, settle, world } = await writtenTo();
  const customer = issueOf(world)?.reporter ?? '';
  const ask = jiraPerson(world.jira.door, customer);

  await ask('POST', '/rest/servicedeskapi/request/SUP-1/transition', { id: '41' });
  await settle();

  expect((await request('SUP-1')).status).toBe('Resolved');
  expect((await ben.opensTab('SUP-1')).closed).toMatchObject({ source: 'customer', by: customer });
});

test('X9 reopening where another conversation is active names its request, and pauses it when told to', async () => {
  const { ana, asks, ben } = await writtenTo();
  await ben.transitions('SUP-1', 'Resolve');
  await ana.writes('And the coffee is cold');

  const refused = await asks('reopenConversation');
  expect(refused).toMatchObject({ ok: false, error: { code: 'another-active', issueKey: 'SUP-2' } });

  expect(await asks('reopenConversation', { pauseOther: true })).toEqual({ ok: true, output: {} });
  expect((await ben.opensTab('SUP-2')).state).toBe('paused');
});
