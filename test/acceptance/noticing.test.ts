import type { ConversationRules } from '../../src/domain/conversationRules';
import { jiraPerson } from '../support/jiraPerson';
import { ANA, sandboxWorld } from '../support/worldSteps';

async function conversation(rules: Partial<ConversationRules> = {}) {
  const steps = await sandboxWorld({ rules });
  const ana = steps.phone(ANA);
  await ana.writes('The printer is on fire');
  return { ...steps, ana, ben: steps.agent('Ben'), mia: steps.agent('Mia') };
}

test('the first agent who answers takes a request that is nobody’s, and keeps it', async () => {
  const { ana, ben, mia, assignee } = await conversation();
  await ben.comments('SUP-1', 'On my way');
  expect(await assignee('SUP-1')).toBe(ben.accountId);
  await mia.answersInTab('SUP-1', 'Me too');
  expect(await assignee('SUP-1')).toBe(ben.accountId);
  expect(ana.answers()).toEqual(['On my way', 'Me too']);
});

test('answers take nothing where the rules are off', async () => {
  const { ana, ben, assignee } = await conversation({ assignOnAnswer: 'off' });
  await ben.answersInTab('SUP-1', 'On my way');
  expect(await assignee('SUP-1')).toBeUndefined();
  expect(ana.answers()).toEqual(['On my way']);
});

test('the request goes to and fro with whose turn it is, as the rules name the statuses', async () => {
  const rules = { whenAgentAnswers: 'Waiting for customer', whenCustomerWrites: 'Waiting for support' };
  const { ana, ben, request } = await conversation(rules);
  await ben.answersInTab('SUP-1', 'Is it still burning?');
  expect((await request('SUP-1')).status).toBe('Waiting for customer');
  await ana.writes('Yes');
  expect((await request('SUP-1')).status).toBe('Waiting for support');
  expect(ana.screen()).toEqual(['The printer is on fire', 'Is it still burning?', 'Yes']);
});

test('a status the workflow does not lead to from here is left out without a word', async () => {
  const { ben, request } = await conversation({ whenAgentAnswers: 'Closed' });
  await ben.answersInTab('SUP-1', 'On my way');
  expect((await request('SUP-1')).status).toBe('Waiting for support');
  expect((await ben.opensTab('SUP-1')).problems).toEqual([]);
});

test('X1 in the tab-only preset one internal note tells of a message until an agent has seen it', async () => {
  const { ana, ben, notes } = await conversation({ copy: 'off', unreadNote: true, bridge: 'off' });
  await ben.answersInTab('SUP-1', 'Is it still burning?');
  await ana.writes('Yes');
  await ana.writes('Very much so');
  expect(await notes('SUP-1')).toEqual(['New WhatsApp message – open the OmniChat tab']);
  await ben.invokes('markSeen', {}, 'SUP-1');
  await ana.writes('Hello?');
  expect(await notes('SUP-1')).toHaveLength(2);
  expect(ana.answers()).toEqual(['Is it still burning?']);
});

const TAB_ONLY = { copy: 'off', unreadNote: true, bridge: 'off', whenCustomerWrites: '' } as const;
const NOTE = 'New WhatsApp message – open the OmniChat tab';

test('X1 in the tab-only preset a message after a comment in the portal has its note, too', async () => {
  const { ana, ben, notes, settle, world } = await conversation(TAB_ONLY);
  await ben.answersInTab('SUP-1', 'Is it still burning?');
  const customer = Object.values(world.state.jira.issues)[0]?.reporter ?? '';
  const portal = jiraPerson(world.jira.door, customer);
  await portal('POST', '/rest/servicedeskapi/request/SUP-1/comment', { body: 'The second floor', public: true });
  await settle();
  expect(await notes('SUP-1')).toEqual([]);
  await ana.writes('Yes');
  await ana.writes('Very much so');
  expect(await notes('SUP-1')).toEqual([NOTE]);
  expect(ana.answers()).toEqual(['Is it still burning?']);
});

test('X1 X7 in the tab-only preset a message that opens the request again after thanks has its note', async () => {
  const { ana, ben, notes } = await conversation({ ...TAB_ONLY, afterClose: 'reopen', statusNotices: [] });
  await ben.answersInTab('SUP-1', 'It is out');
  await ben.transitions('SUP-1', 'Resolve');
  await ana.writes('Thanks');
  expect(await notes('SUP-1')).toEqual([]);
  await ana.writes('It burns again');
  await ana.writes('Hurry');
  expect(await notes('SUP-1')).toEqual([NOTE]);
  expect(ana.answers()).toEqual(['It is out']);
});
