import type { CarrierState } from '../../sandbox/carriers/carrier';
import { sampleOf } from '../../sandbox/samples';
import type { NumberToConnect } from '../../sandbox/world/connect';
import { registry } from '../../src/providers/registry';
import { storedBy } from '../conformance/webhookEffects';
import { EVERY_NUMBER } from '../support/everyNumber';
import { ANA, sandboxWorld, type Steps } from '../support/worldSteps';

const WORDS = 'The printer is on fire 🔥 & "smokes"';

describe.each(EVERY_NUMBER.map((number) => [number.provider, number.channel, number] as const))(
  '%s, %s:',
  (provider, channel, number) => {
    test('what a customer writes becomes a request', async () => {
      const { steps } = await writtenTo(number);

      const { requestType } = number;
      expect(await steps.request('SUP-1')).toMatchObject({ requestType, description: WORDS });
      expect(steps.requests()).toEqual(['SUP-1']);
    });

    test('an answer in the tab is on the phone, and its ticks are in the tab', async () => {
      const { steps, ana, delivery } = await writtenTo(number);

      await steps.agent('Ben').answersInTab('SUP-1', 'Is it still burning? 🚒');

      const [shown] = ana.messages().filter(({ side }) => side === 'business');
      const status = channel === 'sms' ? 'delivered' : 'read';
      expect(shown).toMatchObject({ text: 'Is it still burning? 🚒', channel, from: number.number, status });
      expect(await delivery()).toMatchObject({ status });
    });

    test('a message that the provider does not deliver is seen as failed, with the reason', async () => {
      const { steps, ana, account, delivery } = await writtenTo(number);
      forgetCustomer(account, number);

      await steps.agent('Ben').answersInTab('SUP-1', 'Is it still burning?');

      const reason = channel === 'sms' ? 'opted-out' : 'window-closed';
      expect(await delivery()).toMatchObject({ status: 'failed', reason });
      expect(ana.answers()).toEqual([]);
    });

    test('a webhook signed with other secrets is refused, and nothing of it is kept', async () => {
      const { steps, ana, account } = await writtenTo(number);
      const before = storedBy(steps);
      exchangeSecrets(account, provider);

      await ana.sends({ channel, text: 'A forged message' });

      expect(steps.world.carriers.get(provider)?.webhook().lastStatus).toBe(401);
      expect(storedBy(steps)).toBe(before);
    });
  },
);

const KINDS = ['image', 'voice', 'document'] as const;
const NAMES = { image: 'machine.jpg', voice: 'note.ogg', document: 'offer.pdf' } as const;

const whatsAppNumbers = EVERY_NUMBER.filter(({ channel }) => channel === 'whatsapp');

test.each(whatsAppNumbers.map((number) => [number.provider, number] as const))(
  'a photo, a voice note and a PDF that a customer sends through %s open in the portal',
  async (_, number) => {
    const { steps, ana } = await writtenTo(number);
    for (const kind of KINDS) await ana.sends({ channel: 'whatsapp', media: { kind } });

    const { messages } = await steps.agent('Ben').opensTab('SUP-1');
    expect(messages.map(({ body }) => body.file?.state)).toEqual([undefined, 'there', 'there', 'there']);
    expect(await opened(steps)).toEqual(['image/', 'audio/', 'application/pdf']);
  },
);

test.each(whatsAppNumbers.map((number) => [number.provider, number] as const))(
  'a photo, a voice note and a PDF of an agent are on the phone once, and read, through %s',
  async (_, number) => {
    const { steps, ana } = await writtenTo(number);
    const ben = steps.agent('Ben');
    const files = [];
    for (const kind of KINDS) files.push(await ben.attaches('SUP-1', kind, NAMES[kind]));

    await ben.sendsFiles(
      'SUP-1',
      '',
      files.map(({ id }) => id),
    );
    await steps.clock.advance({ minutes: 2 });

    const shown = ana.messages().filter(({ side }) => side === 'business');
    const bytes = shown.map(({ media }) => steps.world.phones.files.get(media?.file ?? '')?.bytes.length);
    expect(bytes).toEqual(KINDS.map((kind) => sampleOf(kind).bytes.length));
    expect(shown.map(({ media }) => media?.kind)).toEqual(['image', expect.stringMatching(/voice|audio/), 'document']);
    expect(shown.map(({ status }) => status)).toEqual(['read', 'read', 'read']);
    const { messages } = await ben.opensTab('SUP-1');
    expect(messages.slice(1).map(({ delivery }) => delivery?.status)).toEqual(['read', 'read', 'read']);
  },
);

const smsNumbers = EVERY_NUMBER.filter(({ channel }) => channel === 'sms');

test.each(smsNumbers.map((number) => [number.provider, number] as const))(
  'X18 %s: an opt-out that only the provider heard binds later answers, until START',
  async (provider, number) => {
    const { steps, ana, account, delivery } = await writtenTo(number);
    const outbox = () => steps.world.carriers.get(provider)?.outbox().length;
    const ben = steps.agent('Ben');
    forgetCustomer(account, number);
    await ben.answersInTab('SUP-1', 'Is it still burning?');
    const sent = outbox();

    expect((await ben.opensTab('SUP-1')).composer.blocked?.code).toBe('suppressed');
    await ben.answersInTab('SUP-1', 'Are you there?');
    expect(await delivery()).toMatchObject({ status: 'failed', reason: 'opted-out' });
    expect(outbox()).toBe(sent);

    await ana.texts('START');
    account.optedOut = [];
    await ben.answersInTab('SUP-1', 'Welcome back');
    expect(ana.answers()).toEqual(['Welcome back']);
  },
);

test('every provider has a row for each of its channels', () => {
  const offered = [...registry.values()].flatMap(({ id, channels }) => channels.map((channel) => `${id} ${channel}`));
  expect(EVERY_NUMBER.map(({ provider, channel }) => `${provider} ${channel}`).sort()).toEqual(offered.sort());
});

/** A world in which Ana has written to that number. `account` is what the carrier itself keeps. */
async function writtenTo(number: NumberToConnect) {
  const steps = await sandboxWorld({ numbers: [number] });
  const ana = steps.phone(ANA);
  await ana.sends({ channel: number.channel, text: WORDS });
  const delivery = async () => (await steps.agent('Ben').opensTab('SUP-1')).messages.at(-1)?.delivery;
  const account = steps.world.state.carriers[number.provider] as CarrierState;
  return { steps, ana, account, delivery };
}

/** The provider knows what OmniChat does not: an SMS customer opted out there, or on WhatsApp never wrote. */
function forgetCustomer(account: CarrierState, { channel, number }: NumberToConnect): void {
  account.switches.lateRefusals = true;
  account.lastInbound = {};
  const { receiver = number } = account.numbers.find((one) => one.number === number && one.channel === channel) ?? {};
  if (channel === 'sms') account.optedOut = [`${ANA}|${receiver}`];
}

/** From now on the carrier signs with secrets that the app does not know; their shape stays. */
function exchangeSecrets(account: CarrierState, provider: string): void {
  const secrets = registry.get(provider)?.fields.filter(({ secret }) => secret) ?? [];
  for (const { name } of secrets) {
    const known = account.credentials[name] ?? '';
    account.credentials[name] = known.slice(0, 7) + known.slice(8) + known.slice(7, 8);
  }
}

/** What Ana's browser gets for the files of her request, by their kind of type. */
async function opened({ world }: Steps): Promise<readonly string[]> {
  const accountId = world.jira.issue('SUP-1')?.reporter ?? '';
  const caller = { kind: 'person', accountId, throughApp: false } as const;
  const files = world.jira.issue('SUP-1')?.attachments ?? [];
  const url = (id: string) => `/rest/api/3/attachment/content/${id}?redirect=false`;
  const replies = await Promise.all(
    files.map(({ id }) => world.jira.door({ method: 'GET', url: url(id), caller, headers: {}, body: '' })),
  );
  return replies.map(({ status, headers }) =>
    status === 200 ? kindOf(headers['content-type'] ?? '') : String(status),
  );
}

const kindOf = (type: string): string => (type.startsWith('application/') ? type : `${type.split('/')[0] ?? ''}/`);
