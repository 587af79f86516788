import { textLike } from '../support/matchers';
import { ANA, sandboxWorld, metaNumber, twilioSms, twilioWhatsApp } from '../support/worldSteps';

test('S0-10 S1-10 a comment after the window has closed is not sent and says so', async () => {
  const { phone, agent, clock, notes } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  await clock.advance({ hours: 25 });

  await agent('Ben').comments('SUP-1', 'Is it still burning?');

  expect(ana.screen()).toEqual(['The printer is on fire']);
  expect(await notes('SUP-1')).toEqual([textLike(/^Not delivered to \+385991903327 on WhatsApp: .*24-hour window/)]);
});

test('S0-11 S1-08 an answer in the tab after the window has closed is refused with the time and writes no comment', async () => {
  const { phone, agent, clock, comments } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  await clock.advance({ hours: 25 });
  const ben = agent('Ben');

  const { composer } = await ben.opensTab('SUP-1');
  const answer = await ben.answersInTab('SUP-1', 'Is it still burning?');

  expect(composer).toMatchObject({ blocked: { code: 'window-closed' }, window: { open: false } });
  expect(composer.window?.until?.slice(0, 15)).toBe('2026-11-17T09:0');
  expect(answer).toMatchObject({ ok: true, output: { status: 'failed', reason: 'window-closed' } });
  expect(ana.answers()).toEqual([]);
  expect((await comments('SUP-1')).filter((text) => text.includes('Is it still burning?'))).toEqual([]);
});

test('until the window closes the tab says when it will', async () => {
  const { phone, agent, clock } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  await clock.advance({ hours: 23 });
  const ben = agent('Ben');

  const { composer } = await ben.opensTab('SUP-1');
  await ben.answersInTab('SUP-1', 'Is it still burning?');

  expect(composer.blocked).toBeUndefined();
  expect(composer.window).toMatchObject({ open: true, until: textLike(/^2026-11-17T09:0/) });
  expect(ana.answers()).toEqual(['Is it still burning?']);
});

test('S0-11 S1-06 a new message of the customer opens the window again', async () => {
  const { phone, agent, clock } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  await clock.advance({ hours: 25 });

  await ana.writes('Are you there?');
  await agent('Ben').answersInTab('SUP-1', 'Yes');

  expect(ana.answers()).toEqual(['Yes']);
});

test('SMS has no window', async () => {
  const { phone, agent, clock } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.texts('Where is my parcel?');
  await clock.advance({ hours: 25 });
  const ben = agent('Ben');

  const { composer } = await ben.opensTab('SUP-1');
  await ben.comments('SUP-1', 'On its way');

  expect(composer.window).toBeUndefined();
  expect(ana.answers()).toEqual(['On its way']);
});

test('an SMS does not open the window of WhatsApp', async () => {
  const { phone, agent, clock } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  await clock.advance({ hours: 20 });
  await ana.texts('Hello?');
  await clock.advance({ hours: 5 });

  await agent('Ben').comments('SUP-1', 'We are here');

  expect(ana.screen('sms')).toEqual(['Hello?', 'We are here']);
  expect(ana.screen('whatsapp')).toEqual(['The printer is on fire']);
});

test('a message to another WhatsApp number does not open the window of the first', async () => {
  const { phone, agent, clock, world } = await sandboxWorld({ numbers: [metaNumber(), twilioSms(), twilioWhatsApp()] });
  const ana = phone(ANA);
  await ana.writes('To the Twilio number', { to: '+14155238886' });
  await clock.advance({ hours: 25 });
  await ana.writes('To the Meta number');

  await agent('Ben').answersInTab('SUP-1', 'Hello');

  expect(
    ana
      .messages()
      .filter((one) => one.side === 'business')
      .map(({ from }) => from),
  ).toEqual(['+4930901820']);
  expect(
    world.carriers
      .get('twilio')
      ?.outbox()
      .filter((call) => call.method === 'POST' && call.url.includes('Messages')),
  ).toEqual([]);
});
