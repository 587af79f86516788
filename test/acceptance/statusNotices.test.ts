import type { ConversationRules } from '../../src/domain/conversationRules';
import { ANA, sandboxWorld } from '../support/worldSteps';

const RESOLVED = 'Your request SUP-1 is now Resolved.';

async function writtenTo(rules: Partial<ConversationRules> = {}) {
  const steps = await sandboxWorld({ rules });
  const ana = steps.phone(ANA);
  await ana.writes('The printer is on fire');
  return { ...steps, ana, ben: steps.agent('Ben') };
}

test('X3 in the default preset the customer is told that the request is done, once, and Jira gets no comment of it', async () => {
  const { ana, ben, comments } = await writtenTo();
  await ben.transitions('SUP-1', 'Resolve');
  expect(ana.answers()).toEqual([RESOLVED]);
  expect(await comments('SUP-1')).toEqual([]);
  const [, row] = (await ben.opensTab('SUP-1')).messages;
  expect(row).toMatchObject({ author: { kind: 'notice' }, side: 'business', body: { text: RESOLVED } });
});

test('X3 without notices the customer is told nothing', async () => {
  const { ana, ben } = await writtenTo({ statusNotices: [] });
  await ben.transitions('SUP-1', 'Resolve');
  expect(ana.answers()).toEqual([]);
});

test('X3 each reopening begins a new episode', async () => {
  const { ana, ben } = await writtenTo();
  await ben.transitions('SUP-1', 'Resolve');
  await ben.transitions('SUP-1', 'Back to in progress');
  await ben.transitions('SUP-1', 'Resolve');
  expect(ana.answers()).toEqual([RESOLVED, RESOLVED]);
});

test('X3 a notice speaks the language of the rules and names customer, request and status', async () => {
  const text = { en: 'We wait for you', de: 'Hallo {name}, {key}: {status}' };
  const on = { status: 'waiting for customer' };
  const { ana, ben, comments, request } = await writtenTo({ language: 'de', statusNotices: [{ on, text }] });
  await ben.transitions('SUP-1', 'Respond to customer');
  expect(ana.answers()).toEqual([expect.stringMatching(/^Hallo \S.*, SUP-1: Waiting for customer$/)]);
  expect([(await request('SUP-1')).status, await comments('SUP-1')]).toEqual(['Waiting for customer', []]);
});

test('X3 a move that our own rules make beside a message is no news', async () => {
  const notices = [{ on: { category: 'indeterminate' as const }, text: { en: 'It is {status}' } }];
  const { ana, ben } = await writtenTo({ whenAgentAnswers: 'Waiting for customer', statusNotices: notices });
  await ben.answersInTab('SUP-1', 'Is it still burning?');
  expect(ana.answers()).toEqual(['Is it still burning?']);
});

test('X3 of a storm of changes the customer hears the last', async () => {
  const notices = [{ on: { category: 'indeterminate' as const }, text: { en: 'It is {status}' } }];
  const { ana, ben, settle } = await writtenTo({ statusNotices: notices });
  await ben.transitionsAtOnce('SUP-1', 'Respond to customer');
  await ben.transitionsAtOnce('SUP-1', 'Respond to support');
  await settle();
  expect(ana.answers()).toEqual(['It is Waiting for support']);
});

test('X3 outside the window the notice is a row that says why it was not sent', async () => {
  const { ana, ben, clock, notes } = await writtenTo();
  await clock.advance({ hours: 25 });
  await ben.transitions('SUP-1', 'Resolve');
  expect(ana.answers()).toEqual([]);
  const { messages } = await ben.opensTab('SUP-1');
  expect(messages[1]).toMatchObject({
    author: { kind: 'notice' },
    delivery: { status: 'failed', reason: 'window-closed' },
  });
  expect(await notes('SUP-1')).toEqual([]);
});

test('X3 who said STOP is told nothing, and agents see that', async () => {
  const { ana, ben } = await writtenTo();
  await ana.writes('STOP');
  await ben.transitions('SUP-1', 'Resolve');
  expect(ana.answers()).toEqual([]);
  expect((await ben.opensTab('SUP-1')).messages.at(-1)?.delivery).toMatchObject({
    status: 'failed',
    reason: 'suppressed',
  });
});
