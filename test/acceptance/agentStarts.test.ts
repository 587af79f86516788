import { ANA, sandboxWorld, type Steps } from '../support/worldSteps';

const SMS = '+385951006719';

/** A request that somebody raised by e-mail, and the business numbers the panel beside it offers. */
async function emailRequest(rules: object = {}) {
  const steps = await sandboxWorld();
  const ben = steps.agent('Ben');
  await changeRules(steps, rules);
  const key = await steps.agent('Ada').raisesFor('Ana', 'My invoice is wrong');
  const panel = await ben.invokes('viewPanel', {}, key);
  const { ways, refused } = (panel.ok ? panel.output : {}) as { ways: readonly Way[]; refused?: string };
  const way = (channel: string) => ways.find((one) => one.channel === channel);
  const starts = (channel: string, more: object = {}, issueKey = key) =>
    ben.invokes(
      'startConversation',
      { channel, number: way(channel)?.number, phone: ANA, consent: 'verbal', ...more },
      issueKey,
    );
  return { ...steps, ben, key, refused, starts };
}

type Way = { channel: string; number: string; from: string };

async function changeRules({ world, agent }: Steps, rules: object) {
  if (Object.keys(rules).length === 0) return;
  const saved = await agent('Ada').invokes('saveRules', { rules });
  if (!saved.ok) throw new Error(saved.error.message);
  await world.idle(1_000);
}

test('S2-29 S2-46 an agent adds the phone number of an e-mail customer and goes on by SMS', async () => {
  const { ben, key, starts, phone, requests } = await emailRequest();
  expect(await starts('sms')).toMatchObject({ ok: true });
  expect(await ben.answersInTab(key, 'Hello Ana, this is about your invoice.')).toMatchObject({ ok: true });
  const ana = phone(ANA);
  expect(ana.screen()).toEqual(['Hello Ana, this is about your invoice.']);
  await ana.texts('Thank you');
  expect((await ben.opensTab(key)).messages.map(({ body }) => body.text)).toEqual([
    'Hello Ana, this is about your invoice.',
    'Thank you',
  ]);
  expect(requests()).toEqual([key]);
});

test('X6 on WhatsApp nothing can be sent before the customer writes, and the agent sees why', async () => {
  const { ben, key, starts, phone } = await emailRequest();
  await starts('whatsapp');
  expect(await ben.answersInTab(key, 'Hello')).toMatchObject({ ok: true, output: { reason: 'window-closed' } });
  expect(phone(ANA).screen()).toEqual([]);
});

test('X6 nobody is texted out of the blue at night, and the agent learns until when', async () => {
  const { ben, comments, key, starts, phone, clock } = await emailRequest();
  await starts('sms');
  await clock.advance({ hours: 13 });
  expect((await ben.opensTab(key)).composer.blocked).toEqual({ code: 'quiet-hours', at: '2026-11-17T08:00:00.000Z' });
  expect(await ben.answersInTab(key, 'Hello')).toMatchObject({ ok: true, output: { reason: 'quiet-hours' } });
  expect([phone(ANA).screen(), await comments(key)]).toEqual([[], []]);
  await clock.advance({ hours: 10 });
  await ben.answersInTab(key, 'Good morning');
  expect([phone(ANA).screen(), await comments(key)]).toEqual([['Good morning'], ['Good morning']]);
});

test('X6 nor is anybody by an answer that waited for the provider into the night', async () => {
  const { ben, key, starts, phone, clock, breaks, repairs } = await emailRequest();
  await starts('sms');
  await clock.advance({ hours: 11, minutes: 58 });
  breaks({ at: 'carrier.send', kind: '429', times: 1, retryAfterSeconds: 150 });
  await ben.answersInTab(key, 'Hello');
  repairs();
  await clock.advance({ hours: 1 });
  expect(phone(ANA).screen()).toEqual([]);
  expect((await ben.opensTab(key)).messages.at(-1)?.delivery).toMatchObject({
    status: 'failed',
    reason: 'quiet-hours',
  });
});

test('X9 a customer with another active conversation is not taken from it without being asked', async () => {
  const { ben, key, starts, phone, requests } = await emailRequest();
  await phone(ANA).texts('The printer is on fire');
  expect(await starts('sms')).toMatchObject({ ok: false, error: { code: 'another-active', issueKey: 'SUP-2' } });
  expect(await starts('sms', { pauseOther: true })).toMatchObject({ ok: true });
  const [, other] = requests();
  expect((await ben.opensTab(other ?? '')).state).toBe('paused');
  expect((await ben.opensTab(key)).state).toBe('active');
});

test('X6 a number that opted out, is no number, or a request with a conversation is refused with its reason', async () => {
  const { key, starts, phone } = await emailRequest();
  expect(await starts('sms', { phone: '12' })).toMatchObject({ error: { code: 'bad-phone' } });
  await phone(ANA).texts('STOP');
  expect(await starts('sms')).toMatchObject({ error: { code: 'suppressed' } });
  expect(await starts('sms', { phone: '00385 98 123-4567' })).toMatchObject({ ok: true });
  expect(await starts('sms', {}, key)).toMatchObject({ error: { code: 'has-conversation' } });
});

test('two agents who start on one request at once attach it to one customer', async () => {
  const { ben, key, starts } = await emailRequest();
  const answers = await Promise.all([starts('sms'), starts('sms', { phone: '+385981234567' })]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await ben.opensTab(key)).toMatchObject({ state: 'active' });
});

test('X13 template-or-sms: outside the window templates are offered, and an answer goes by SMS where the agent chooses so', async () => {
  const { agent, phone, clock, publicComments } = await sandboxWorld({ rules: { outsideWindow: 'template-or-sms' } });
  const ana = phone(ANA);
  await ana.writes('The printer is on fire');
  await clock.advance({ hours: 25 });
  const ben = agent('Ben');
  const { ways, composer } = await ben.opensTab('SUP-1');
  expect(composer).toMatchObject({ blocked: { code: 'window-closed' }, templates: true });
  const sms = ways.find(({ channel }) => channel === 'sms');
  expect(sms).toMatchObject({ from: SMS, to: ANA });
  const way = { channel: 'sms', number: sms?.number };
  const answer = await ben.invokes('sendMessage', { draftId: ben.nextDraft(), text: 'On my way', way }, 'SUP-1');
  expect(answer).toMatchObject({ ok: true, output: { status: 'accepted' } });
  expect(ana.screen()).toEqual(['The printer is on fire', 'On my way']);
  expect(await publicComments('SUP-1')).toEqual(['On my way']);
});
