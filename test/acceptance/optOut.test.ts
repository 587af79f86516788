import { ANA, sandboxWorld, twilioWhatsApp } from '../support/worldSteps';

test.each(['STOP', 'stop', ' Stop ', 'CANCEL', 'End', 'START', 'HELP'])(
  'a bare %j by SMS opens no request',
  async (word) => {
    const { phone, requests } = await sandboxWorld();

    await phone(ANA).texts(word);

    expect(requests()).toEqual([]);
  },
);

test('a sentence with the word stop in it is a message', async () => {
  const { phone, description } = await sandboxWorld();

  await phone(ANA).texts('Please stop the noise');

  expect(await description('SUP-1')).toBe('Please stop the noise');
});

test('after STOP nothing is sent and the agent sees why', async () => {
  const { phone, agent, notes } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.texts('Where is my parcel?');
  await ana.texts('STOP');
  const ben = agent('Ben');

  const { composer } = await ben.opensTab('SUP-1');
  await ben.answersInTab('SUP-1', 'On its way');
  await ben.comments('SUP-1', 'On its way');

  expect(composer.blocked?.code).toBe('suppressed');
  expect(ana.answers()).toEqual([]);
  expect(await notes('SUP-1')).toEqual([expect.stringContaining(`Not delivered to ${ANA} on SMS: `)]);
});

test('after START answers go out again', async () => {
  const { phone, agent } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.texts('Where is my parcel?');
  await ana.texts('STOP');
  await ana.texts('START');

  await agent('Ben').answersInTab('SUP-1', 'On its way');

  expect(ana.answers()).toEqual(['On its way']);
});

test('a keyword during a conversation is a row of it', async () => {
  const { phone, agent } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.texts('Where is my parcel?');

  await ana.texts('STOP');

  const { messages } = await agent('Ben').opensTab('SUP-1');
  expect(messages.map(({ body }) => body.text)).toEqual(['Where is my parcel?', 'STOP']);
});

test('X18 a bare opt-out word of another language, or of the administrator, counts as STOP', async () => {
  const { phone, agent, clock, notes, publicComments, requests } = await sandboxWorld({
    rules: { optOutWords: { standard: true, more: ['Ruhe bitte'] } },
  });
  const ana = phone(ANA);
  await ana.writes('Where is my parcel?');
  await ana.writes('Désabonner !');
  expect((await agent('Ben').opensTab('SUP-1')).composer.blocked?.code).toBe('suppressed');
  await ana.writes('START');
  expect((await agent('Ben').opensTab('SUP-1')).composer.blocked).toBeUndefined();
  await ana.writes('ruhe bitte');
  expect((await agent('Ben').opensTab('SUP-1')).composer.blocked?.code).toBe('suppressed');
  expect(requests()).toEqual(['SUP-1']);
  await agent('Ben').comments('SUP-1', 'It is on its way');
  await clock.advance({ minutes: 1 });
  expect(ana.screen()).toEqual(['Where is my parcel?', 'Désabonner !', 'START', 'ruhe bitte']);
  expect(await publicComments('SUP-1')).toEqual(['It is on its way']);
  expect(await notes('SUP-1')).toEqual([expect.stringContaining('Not delivered')]);
});

test('X18 without the standard words STOP is a message like any other', async () => {
  const { phone, agent, description, publicComments } = await sandboxWorld({
    rules: { optOutWords: { standard: false, more: [] } },
  });
  await phone(ANA).writes('Stop');
  expect(await description('SUP-1')).toBe('Stop');
  await agent('Ben').answersInTab('SUP-1', 'What shall we stop?');
  expect(phone(ANA).screen()).toEqual(['Stop', 'What shall we stop?']);
  expect(await publicComments('SUP-1')).toEqual(['What shall we stop?']);
});

test('X18 an administrator’s own word takes the opt-out back, and answers arrive again', async () => {
  const optOutWords = { standard: true, more: ['Ruhe bitte'], back: ['Wieder da'] };
  const { phone, agent, notes, publicComments } = await sandboxWorld({ rules: { optOutWords } });
  const ana = phone(ANA);
  await ana.writes('Where is my parcel?');
  await ana.writes('Ruhe bitte');
  await agent('Ben').comments('SUP-1', 'On its way');
  await ana.writes('Wieder da');
  await agent('Ben').comments('SUP-1', 'It is at your door');
  expect(ana.answers()).toEqual(['It is at your door']);
  expect(await publicComments('SUP-1')).toEqual(expect.arrayContaining(['On its way', 'It is at your door']));
  expect(await notes('SUP-1')).toEqual([expect.stringContaining('Not delivered')]);
});

test('X18 an answer that the provider did not take yet is cancelled by STOP, and its row and a note say so', async () => {
  const { phone, agent, breaks, repairs, clock, notes } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.writes('Where is my parcel?');
  breaks({ at: 'carrier.send', kind: '429', times: 1, retryAfterSeconds: 60 });
  const ben = agent('Ben');
  await ben.comments('SUP-1', 'On its way');
  repairs();
  await ana.writes('STOP');
  const { messages } = await ben.opensTab('SUP-1');
  const answer = messages.find(({ side }) => side === 'business');
  expect(answer?.delivery).toMatchObject({ status: 'failed', reason: 'suppressed' });
  await clock.advance({ minutes: 10 });
  expect(ana.answers()).toEqual([]);
  expect(await notes('SUP-1')).toEqual([
    `Not delivered to ${ANA} on WhatsApp: the customer has opted out of messages.`,
  ]);
});

test.each([0, 1, 2])(
  'a STOP binds although the process dies in the middle of taking it in (write %i)',
  async (skip) => {
    const { phone, agent, clock, breaks, repairs } = await sandboxWorld({ numbers: [twilioWhatsApp()] });
    const ana = phone(ANA);
    await ana.writes('Where is my parcel?');
    await clock.advance({ minutes: 3 });
    breaks({ at: 'kvs.transact', kind: 'crash-after', times: 1, ...(skip > 0 && { skip }) });
    ana.send({ channel: 'whatsapp', text: 'STOP' });
    await clock.advance({ minutes: 20 });
    repairs();
    const ben = agent('Ben');

    expect((await ben.opensTab('SUP-1')).composer.blocked?.code).toBe('suppressed');
    await ben.answersInTab('SUP-1', 'On its way');
    expect(ana.answers()).toEqual([]);
  },
);
