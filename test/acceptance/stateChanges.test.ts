import type { ConversationRules } from '../../src/domain/conversationRules';
import { ANA, sandboxWorld } from '../support/worldSteps';

/** Ana has written on WhatsApp and Ben sees her request. */
async function conversation(rules: Partial<ConversationRules> = {}) {
  const steps = await sandboxWorld({ rules });
  const ana = steps.phone(ANA);
  await ana.writes('The printer is on fire');
  const ben = steps.agent('Ben');
  const presses = async (call: string, input: object = {}, key = 'SUP-1') => {
    const answer = await ben.invokes(call, input, key);
    await steps.settle();
    return answer;
  };
  return { ...steps, ana, ben, presses };
}

test('S3-01 S3-02 the agent closes with a note; the next message opens a linked request', async () => {
  const { ana, ben, presses, request, requests } = await conversation();
  expect(await presses('closeConversation', { category: 'Hardware', summary: 'Fire put out' })).toMatchObject({
    ok: true,
  });
  const tab = await ben.opensTab('SUP-1');
  expect(tab).toMatchObject({
    state: 'closed',
    closed: { source: 'user', by: ben.accountId, category: 'Hardware', summary: 'Fire put out' },
    actions: ['reopenConversation', 'lockConversation', 'blockContact'],
  });
  expect(tab.composer.blocked).toMatchObject({ code: 'conversation-closed' });
  await ana.writes('It burns again');
  expect(requests()).toEqual(['SUP-1', 'SUP-2']);
  expect((await request('SUP-2')).links).toEqual(['SUP-1']);
});

test('X8 the close button resolves the request where the rules say so', async () => {
  const closeTransition = { status: 'Resolved', resolution: 'Done' };
  const { ana, presses, request } = await conversation({ closeTransition });
  await presses('closeConversation');
  expect((await request('SUP-1')).status).toBe('Resolved');
  expect(ana.answers()).toEqual(['Your request SUP-1 is now Resolved.']);
});

test('X8 a status the workflow does not offer is told to agents, and the conversation is closed all the same', async () => {
  const { ben, presses } = await conversation({ closeTransition: { status: 'Archived', resolution: '' } });
  await presses('closeConversation');
  const { state, problems } = await ben.opensTab('SUP-1');
  expect(state).toBe('closed');
  expect(problems).toMatchObject([{ work: 'transition', code: 'no-transition' }]);
});

test('X8 a named status closes, whatever its category', async () => {
  const { ana, ben, clock, notes } = await conversation({
    closeOn: 'statuses',
    closeStatuses: ['Waiting for customer'],
  });
  await ben.transitions('SUP-1', 'Respond to customer');
  expect((await ben.opensTab('SUP-1')).state).toBe('closed');
  await clock.advance({ minutes: 1 });
  await ben.comments('SUP-1', 'Too late');
  expect(ana.answers()).toEqual([]);
  expect(await notes('SUP-1')).toEqual([expect.stringContaining('Not delivered')]);
});

test('S2-22 S2-23 S2-24 S2-25 a paused conversation lets the customer have another request, and comes back', async () => {
  const { ana, ben, presses, requests } = await conversation();
  await presses('pauseConversation');
  expect((await ben.opensTab('SUP-1')).actions).toEqual(['closeConversation', 'activateConversation', 'blockContact']);
  await ana.writes('And the coffee is cold');
  expect(requests()).toEqual(['SUP-1', 'SUP-2']);
  expect(await presses('activateConversation')).toMatchObject({ ok: false, error: { code: 'another-active' } });
  expect(await presses('activateConversation', { pauseOther: true })).toMatchObject({ ok: true });
  await ben.answersInTab('SUP-1', 'The printer is new');
  expect(ana.answers()).toContain('The printer is new');
  await ana.writes('Great news about the printer');
  expect((await ben.opensTab('SUP-1')).messages.map(({ body }) => body.text)).toContain('Great news about the printer');
  expect((await ben.opensTab('SUP-2')).state).toBe('paused');
});

test('X7 S4-11 a message within the days moves the old request out of Done and goes on there', async () => {
  const { ana, ben, request, requests, clock } = await conversation({ afterClose: 'reopen', reopenDays: 3 });
  await ben.transitions('SUP-1', 'Resolve');
  await clock.advance({ days: 2 });
  await ana.writes('It burns again');
  expect(requests()).toEqual(['SUP-1']);
  expect((await request('SUP-1')).status).toBe('In progress');
  expect((await ben.opensTab('SUP-1')).state).toBe('active');
  await ben.answersInTab('SUP-1', 'On my way, once more');
  expect(ana.answers()).toContain('On my way, once more');
  await ben.transitions('SUP-1', 'Resolve');
  await clock.advance({ days: 4 });
  await ana.writes('And again');
  expect(requests()).toEqual(['SUP-1', 'SUP-2']);
});

test('X7 S4-12 S4-13 a locked conversation keeps what the customer writes, tells them once, and lets nobody answer', async () => {
  const { ana, ben, presses, requests } = await conversation({ lockedText: 'This conversation has ended.' });
  expect(await presses('lockConversation')).toMatchObject({ ok: false, error: { code: 'not-closed' } });
  await presses('closeConversation');
  await presses('lockConversation');
  await ana.writes('Hello?');
  await ana.writes('Anybody there?');
  expect(requests()).toEqual(['SUP-1']);
  expect(ana.answers()).toEqual(['This conversation has ended.']);
  const tab = await ben.opensTab('SUP-1');
  expect(tab.messages.map(({ body }) => body.text)).toEqual([
    'The printer is on fire',
    'Hello?',
    'This conversation has ended.',
    'Anybody there?',
  ]);
  expect(tab.composer.blocked).toMatchObject({ code: 'conversation-locked' });
  expect(tab.actions).toEqual(['unlockConversation', 'blockContact']);
  await presses('unlockConversation');
  await ana.writes('Now then');
  expect(requests()).toEqual(['SUP-1', 'SUP-2']);
});

test('X7 S4-12 X18 the customer of a locked conversation who wrote after STOP is told once they are back', async () => {
  const { ana, presses } = await conversation({ lockedText: 'This conversation has ended.' });
  await presses('closeConversation');
  await presses('lockConversation');
  for (const text of ['STOP', 'Hello?']) await ana.writes(text);
  expect(ana.answers()).toEqual([]);
  for (const text of ['START', 'Hello again', 'Anybody there?']) await ana.writes(text);
  expect(ana.answers()).toEqual(['This conversation has ended.']);
});

test('thanks after the close are seen and open nothing', async () => {
  const { ana, ben, requests } = await conversation();
  await ben.transitions('SUP-1', 'Resolve');
  await ana.writes('Thank you! 🙏');
  expect(requests()).toEqual(['SUP-1']);
  expect(ana.answers()).toEqual(['Your request SUP-1 is now Resolved.']);
  const tab = await ben.opensTab('SUP-1');
  expect(tab.unread).toBe(true);
  expect(tab.messages.at(-1)?.body.text).toBe('Thank you! 🙏');
});

test('X9 leaving Done while another conversation is active changes nothing and says why', async () => {
  const { ana, ben, notes } = await conversation();
  await ben.transitions('SUP-1', 'Resolve');
  await ana.writes('It burns again');
  await ben.transitions('SUP-1', 'Back to in progress');
  expect((await ben.opensTab('SUP-1')).state).toBe('closed');
  expect(await notes('SUP-1')).toEqual([expect.stringContaining('stays closed')]);
});

test('X20 S3-07 closing by a person takes the request from its assignee where the rules say so', async () => {
  const { ana, ben, presses, assignee } = await conversation({ onClose: 'unassign' });
  await ben.answersInTab('SUP-1', 'The fire is out');
  expect(await assignee('SUP-1')).toBe(ben.accountId);
  await presses('closeConversation');
  expect(await assignee('SUP-1')).toBeUndefined();
  expect(ana.answers()).toEqual(['The fire is out']);
});

test('X1 the transcript of a closed conversation is an internal note, once', async () => {
  const { ana, ben, presses, notes, breaks } = await conversation({ copy: 'off', transcript: 'internal-note' });
  await ben.answersInTab('SUP-1', 'Help is on its way');
  breaks({ at: 'jira.comment', kind: 'timeout-after', times: 1 });
  await presses('closeConversation');
  const transcripts = (await notes('SUP-1')).filter((note) => note.startsWith('Transcript'));
  expect(transcripts).toHaveLength(1);
  expect(transcripts[0]).toMatch(/2026-11-16 09:00 .*: The printer is on fire/);
  expect(transcripts[0]).toMatch(/Ben Fischer: Help is on its way/);
  expect(ana.answers()).toEqual(['Help is on its way']);
});

test('X8 a conversation that is silent for the days of the rules closes by itself', async () => {
  const { ana, ben, clock, request, requests } = await conversation({ closeAfterDays: 5 });
  await clock.advance({ days: 4 });
  expect((await ben.opensTab('SUP-1')).state).toBe('active');
  await clock.advance({ days: 1, minutes: 6 });
  expect(await ben.opensTab('SUP-1')).toMatchObject({ state: 'closed', closed: { source: 'time' } });
  expect((await request('SUP-1')).status).toBe('Waiting for support');
  await ana.writes('Is anybody there?');
  expect([requests(), ana.answers()]).toEqual([['SUP-1', 'SUP-2'], []]);
});

test('X10 a customer has one conversation per channel where the project wants it so', async () => {
  const { ana, ben, description, requests } = await conversation({ scope: 'customer-channel' });
  await ana.texts('And my bill is wrong');
  await ana.writes('It still burns');
  await ana.texts('By 5 euros');
  expect(requests()).toEqual(['SUP-1', 'SUP-2']);
  expect(await description('SUP-2')).toBe('And my bill is wrong\nBy 5 euros');
  await ben.answersInTab('SUP-2', 'We look at it');
  expect(ana.screen('sms')).toEqual(['And my bill is wrong', 'By 5 euros', 'We look at it']);
});
