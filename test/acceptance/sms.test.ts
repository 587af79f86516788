import { EVERY_NUMBER } from '../support/everyNumber';
import { twilioSms, twilioWhatsApp } from '../support/world';
import { ANA, sandboxWorld } from '../support/worldSteps';

test('S2-01 S2-03 S2-45 a first SMS becomes a request of the SMS request type', async () => {
  const { phone, request } = await sandboxWorld();

  await phone(ANA).texts('Where is my parcel?');

  expect(await request('SUP-1')).toMatchObject({
    summary: 'SMS request from 385991903327',
    description: 'Where is my parcel?',
    requestType: 'SMS',
  });
});

test('an answer in the tab reaches the customer as an SMS', async () => {
  const { phone, agent } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.texts('Where is my parcel?');

  await agent('Ben').answersInTab('SUP-1', 'On its way');

  expect(ana.screen('sms')).toEqual(['Where is my parcel?', 'On its way']);
  expect(ana.screen('whatsapp')).toEqual([]);
});

test('S0-06 X11 both channels of one phone number share a conversation, and the answer takes the channel used last', async () => {
  const { phone, agent, requests } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.texts('Where is my parcel?');
  await ana.writes('I write here now');

  await agent('Ben').answersInTab('SUP-1', 'On its way');

  expect(requests()).toEqual(['SUP-1']);
  expect(ana.screen('whatsapp')).toEqual(['I write here now', 'On its way']);
  expect(ana.screen('sms')).toEqual(['Where is my parcel?']);
});

test('S2-44 X23 an SMS of more than seven parts is refused and nothing is sent', async () => {
  const { phone, agent } = await sandboxWorld();
  const ana = phone(ANA);
  await ana.texts('Where is my parcel?');

  const answer = await agent('Ben').answersInTab('SUP-1', 'x'.repeat(8 * 153));

  expect(answer).toMatchObject({ ok: true, output: { status: 'failed', reason: 'too-many-parts' } });
  expect(ana.answers()).toEqual([]);
});

test('an SMS from a name or a short number opens a request, and the tab says that nobody can answer it', async () => {
  const { phone, agent, request } = await sandboxWorld({ rules: { autoReply: 'We are on it' } });
  const bank = phone('BANK');

  await bank.texts('Your parcel waits');

  expect(await request('SUP-1')).toMatchObject({ summary: 'SMS request from BANK', description: 'Your parcel waits' });
  const { composer } = await agent('Ben').opensTab('SUP-1');
  expect(composer).toMatchObject({ blocked: { code: 'no-reply' } });
  const tried = await agent('Ben').answersInTab('SUP-1', 'Which parcel?');
  expect(tried).toMatchObject({ output: { status: 'failed', reason: 'no-reply' } });
  expect(bank.answers()).toEqual([]);
});

const NINE = EVERY_NUMBER.filter(
  ({ provider, channel }) => channel === 'sms' && ['messagebird', 'bird'].includes(provider),
);

test.each(NINE.map((number) => [number.provider, number] as const))(
  'S2-44 %s: a tenth part is refused before anything is sent, whatever the project allows',
  async (_, number) => {
    const { phone, agent } = await sandboxWorld({ numbers: [number], rules: { smsMaxParts: 10 } });
    const ana = phone(ANA);
    await ana.texts('Where is my parcel?');
    const ben = agent('Ben');

    const tooMany = await ben.answersInTab('SUP-1', 'ж'.repeat(9 * 67 + 1));
    await ben.answersInTab('SUP-1', 'ж'.repeat(9 * 67));

    expect(tooMany).toMatchObject({ ok: true, output: { status: 'failed', reason: 'too-many-parts' } });
    expect((await ben.opensTab('SUP-1')).composer.parts?.max).toBe(9);
    expect(ana.answers()).toEqual(['ж'.repeat(9 * 67)]);
  },
);

test('X15 X23 an auto-reply of more parts than the rules allow is a row not delivered', async () => {
  const { phone, agent } = await sandboxWorld({ rules: { smsMaxParts: 2, autoReply: 'x'.repeat(2 * 153 + 1) } });
  const ana = phone(ANA);

  await ana.texts('Where is my parcel?');

  const [, reply] = (await agent('Ben').opensTab('SUP-1')).messages;
  expect(reply).toMatchObject({ delivery: { status: 'failed', reason: 'too-many-parts' } });
  expect(ana.answers()).toEqual([]);
});

test('X15 X23 an auto-reply of exactly as many parts as the rules allow goes', async () => {
  const autoReply = 'x'.repeat(2 * 153);
  const { phone } = await sandboxWorld({ rules: { smsMaxParts: 2, autoReply } });
  const ana = phone(ANA);

  await ana.texts('Where is my parcel?');

  expect(ana.answers()).toEqual([autoReply]);
});

const TOO_MUCH = [
  ...NINE.map((number) => ({ number, autoReply: 'ж'.repeat(9 * 67 + 1), reason: 'too-many-parts' })),
  ...[twilioSms(), twilioWhatsApp()].map((number) => ({ number, autoReply: 'x'.repeat(1601), reason: 'too-long' })),
];

test.each(TOO_MUCH.map((one) => [one.number.provider, one.number.channel, one] as const))(
  'X15 an auto-reply that is more than %s takes by %s is a row not delivered',
  async (_, channel, { number, autoReply, reason }) => {
    const { phone, agent } = await sandboxWorld({ numbers: [number], rules: { smsMaxParts: 10, autoReply } });
    const ana = phone(ANA);

    await (channel === 'sms' ? ana.texts('Where is my parcel?') : ana.writes('Where is my parcel?'));

    const [, reply] = (await agent('Ben').opensTab('SUP-1')).messages;
    expect(reply).toMatchObject({ delivery: { status: 'failed', reason } });
    expect(ana.answers()).toEqual([]);
  },
);
