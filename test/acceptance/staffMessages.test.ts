import { ANA, sandboxWorld, twilioWhatsApp } from '../support/worldSteps';

test('an answer from the WhatsApp Business app, told twice, is one row and one comment, and goes to no phone', async () => {
  const { world, settle, agent, phone, comments } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  await settle();
  world.carriers.get('meta')?.setSwitches({ copies: 1 });
  world.staffWrites({ from: '+4930901820', to: ANA, text: 'I am at your door' });
  await settle();

  const { messages } = await agent('Ben').opensTab('SUP-1');
  expect(messages.map(({ author, body: { text } }) => [author.kind, text])).toEqual([
    ['customer', 'The printer is on fire'],
    ['staff', 'I am at your door'],
  ]);
  const told = (await comments('SUP-1')).filter((text) => text.includes('I am at your door'));
  expect(told).toEqual([expect.stringContaining('Sent on WhatsApp outside OmniChat')]);
  expect(ana.messages().filter(({ side }) => side === 'business')).toHaveLength(1);
});

const WISH = { to: ANA, text: 'I am at your door' };

test('an answer of staff whose copy was given up after it may have been written is not copied again', async () => {
  const { world, phone, agent, breaks, clock, commentsOf } = await sandboxWorld();
  await phone(ANA).writes('The printer is on fire');
  breaks({ at: 'jira.comment', kind: 'timeout-after', times: 1 }, { at: 'jira.get-comment', kind: 'refuse', times: 1 });

  world.staffWrites({ from: '+4930901820', to: ANA, text: 'Help is on its way' });
  await clock.advance({ minutes: 1 });
  await agent('Ben').answersInTab('SUP-1', 'It is there');
  await clock.advance({ minutes: 5 });

  const told = (await commentsOf('SUP-1')).map(({ text }) => text).join('\n');
  expect(told.match(/Help is on its way|It is there/g)).toEqual(['Help is on its way', 'It is there']);
});

test('a number whose provider tells of no such messages refuses to take one', async () => {
  const { world } = await sandboxWorld({ numbers: [twilioWhatsApp()] });
  expect(() => world.staffWrites({ ...WISH, from: twilioWhatsApp().number })).toThrow(
    'Twilio tells of no messages that staff write elsewhere.',
  );
});

test('staff write from no number that nobody has', async () => {
  const { world } = await sandboxWorld();
  expect(() => world.staffWrites({ ...WISH, from: '+4930901999' })).toThrow('No business number +4930901999');
});
