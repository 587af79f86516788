import { adfOf } from '../../support/adf';
import type { Steps } from '../../support/worldSteps';
import { otherApp } from './otherApp';
import { writtenTo } from './writtenTo';

async function automationComments({ world, settle }: Steps, text: string): Promise<void> {
  await otherApp(world)('POST', '/rest/api/3/issue/SUP-1/comment', { body: adfOf(text) });
  await settle();
}

test('X2 a comment of automation stays in Jira where the rules do not tick it', async () => {
  const steps = await writtenTo({ bridgeAutomation: false });
  await automationComments(steps, 'Nobody is in the office');
  expect(steps.ana.answers()).toEqual([]);
  expect(await steps.publicComments('SUP-1')).toEqual(['Nobody is in the office']);
});

test('X2 a comment of automation reaches the phone where the rules tick it', async () => {
  const steps = await writtenTo({ bridgeAutomation: true });
  await automationComments(steps, 'Nobody is in the office');
  expect(steps.ana.answers()).toEqual(['Nobody is in the office']);
  expect(await steps.notes('SUP-1')).toEqual([]);
});

test('X2 comments go by a beginning of the administrator’s own', async () => {
  const { ana, ben, publicComments } = await writtenTo({ bridge: 'prefixed', bridgePrefix: '>>' });
  await ben.comments('SUP-1', '@customer: not any more');
  await ben.comments('SUP-1', '>> Help is near');
  expect(ana.answers()).toEqual(['Help is near']);
  expect(await publicComments('SUP-1')).toEqual(['@customer: not any more', '>> Help is near']);
});

test('X1 without the rules for notes a conversation leaves none, neither unread nor closed', async () => {
  const rules = { copy: 'off', unreadNote: false, transcript: 'off' } as const;
  const { ana, asks, ben, comments } = await writtenTo(rules);
  await ben.answersInTab('SUP-1', 'Is it still burning?');
  await ana.writes('Yes');
  await asks('closeConversation');
  expect(await comments('SUP-1')).toEqual([]);
  expect(ana.screen()).toEqual(['The printer is on fire', 'Is it still burning?', 'Yes']);
});

test('X21 the composer begins with a reply to the customer, which reaches the phone', async () => {
  const { ana, ben, publicComments } = await writtenTo({ newMessage: 'customer-reply' });
  expect((await ben.opensTab('SUP-1')).newMessage).toBe('customer-reply');
  await ben.answersInTab('SUP-1', 'On my way');
  expect([ana.answers(), await publicComments('SUP-1')]).toEqual([['On my way'], ['On my way']]);
});

test('X21 S4-18 the composer begins with a message to the team, which stays among them', async () => {
  const { ana, asks, ben, notes } = await writtenTo({ newMessage: 'internal-message' });
  expect((await ben.opensTab('SUP-1')).newMessage).toBe('internal-message');
  await asks('addInternalMessage', { draftId: ben.nextDraft(), text: 'Who has the key?' });
  expect([ana.answers(), await notes('SUP-1')]).toEqual([[], ['Who has the key?']]);
});

test('the customer gets an agent’s words without a name where the rules add none', async () => {
  const { ana, ben, comments } = await writtenTo({ agentName: false });
  await ben.comments('SUP-1', 'On my way');
  await ben.answersInTab('SUP-1', 'Almost there');
  expect(ana.answers()).toEqual(['On my way', 'Almost there']);
  expect(await comments('SUP-1')).toEqual(['On my way', 'Almost there']);
});
