import { metaNumber, twilioSms, twilioWhatsApp } from '../../support/worldSteps';
import { writtenTo } from './writtenTo';

const outsideIt = async (outsideWindow: 'block' | 'template' | 'sms') => {
  const steps = await writtenTo({ outsideWindow });
  await steps.clock.advance({ hours: 25 });
  const { ways } = await steps.ben.opensTab('SUP-1');
  const sms = ways.find(({ channel }) => channel === 'sms');
  return { ...steps, sms };
};

/** An answer and a comment of an agent, neither of which reaches the phone, and what Jira says of it. */
async function nothingGoes({ ana, ben, notes, publicComments, sms }: Awaited<ReturnType<typeof outsideIt>>) {
  expect(sms).toBeUndefined();
  expect(await ben.answersInTab('SUP-1', 'On my way')).toMatchObject({ output: { reason: 'window-closed' } });
  await ben.comments('SUP-1', 'On my way');
  expect(ana.screen()).toEqual(['The printer is on fire']);
  expect(await publicComments('SUP-1')).toEqual(['On my way']);
  expect(await notes('SUP-1')).toEqual([expect.stringContaining('Not delivered')]);
}

test('X13 block: outside the window nothing goes out, not even a template, and the agent sees why', async () => {
  const steps = await outsideIt('block');
  await nothingGoes(steps);
  const values = { body: ['Ana', 'SUP-1'], buttons: [] };
  const wish = { draftId: steps.ben.nextDraft(), template: 'case_update', language: 'en', values };
  expect(await steps.asks('sendTemplate', wish)).toMatchObject({ ok: false, error: { code: 'templates-off' } });
  expect(steps.ana.answers()).toEqual([]);
});

test('X13 outside the window no text goes out where templates may, and the agent sees why', async () => {
  const steps = await outsideIt('template');
  await nothingGoes(steps);
  expect((await steps.ben.opensTab('SUP-1')).composer.templates).toBe(true);
});

test('X13 outside the window SMS is offered where the rules let it stand in, and comments still take no other way', async () => {
  const { ana, ben, sms, publicComments } = await outsideIt('sms');
  await ben.comments('SUP-1', 'On my way');
  expect(ana.answers()).toEqual([]);
  const way = { channel: 'sms', number: sms?.number };
  await ben.invokes('sendMessage', { draftId: ben.nextDraft(), text: 'By SMS, then', way }, 'SUP-1');
  expect(ana.screen('sms')).toEqual(['By SMS, then']);
  expect(await publicComments('SUP-1')).toContain('On my way');
});

test('X10 X11 a customer has one conversation per business number where the project wants it so', async () => {
  const numbers = [metaNumber(), twilioSms(), twilioWhatsApp()];
  const { ana, ben, description, requests } = await writtenTo({ scope: 'customer-number' }, { numbers });
  await ana.writes('And my bill is wrong', { to: '+14155238886' });
  await ana.writes('By 5 euros', { to: '+14155238886' });
  expect(requests()).toEqual(['SUP-1', 'SUP-2']);
  expect(await description('SUP-2')).toBe('And my bill is wrong\nBy 5 euros');
  await ben.answersInTab('SUP-1', 'Use water');
  const answers = ana.messages().filter(({ side }) => side === 'business');
  expect(answers.map(({ from, text }) => [from, text])).toEqual([['+4930901820', 'Use water']]);
});

test('X10 X11 a customer has one conversation whatever the number where the project wants it so', async () => {
  const numbers = [metaNumber(), twilioSms(), twilioWhatsApp()];
  const { ana, ben, description, publicComments, requests } = await writtenTo({ scope: 'customer' }, { numbers });
  await ana.writes('It is spreading', { to: '+14155238886' });
  await ana.texts('Hurry');
  expect(requests()).toEqual(['SUP-1']);
  expect(await description('SUP-1')).toBe('The printer is on fire\nIt is spreading\nHurry');
  await ben.answersInTab('SUP-1', 'On my way');
  expect(ana.screen('sms')).toEqual(['Hurry', 'On my way']);
  expect(await publicComments('SUP-1')).toEqual(['On my way']);
});

test('X23 an SMS may be as long as the rules say, and is warned about from where they say', async () => {
  const rules = { scope: 'customer-channel', smsMaxParts: 2, smsWarnParts: 1 } as const;
  const { ana, ben, publicComments, requests } = await writtenTo(rules);
  await ana.texts('Hello');
  expect(requests()).toEqual(['SUP-1', 'SUP-2']);
  expect((await ben.opensTab('SUP-2')).composer.parts).toEqual({ warn: 1, max: 2 });
  expect(await ben.answersInTab('SUP-2', 'x'.repeat(307))).toMatchObject({ output: { reason: 'too-many-parts' } });
  await ben.answersInTab('SUP-2', 'x'.repeat(306));
  expect([ana.answers(), await publicComments('SUP-2')]).toEqual([['x'.repeat(306)], ['x'.repeat(306)]]);
});

test('the request keeps its status while both sides write where the rules name none', async () => {
  const { ana, ben, request } = await writtenTo({ whenCustomerWrites: '', whenAgentAnswers: '' });
  await ben.transitions('SUP-1', 'Respond to customer');
  await ben.answersInTab('SUP-1', 'Is it still burning?');
  await ana.writes('Yes');
  expect((await request('SUP-1')).status).toBe('Waiting for customer');
});
