import { checkConnections } from '../../src/app/checkConnections';
import type { HttpAnswer } from '../../src/app/ports';
import { asConnectionId } from '../../src/domain/ids';
import { loadHealth } from '../../src/storage/health';
import { leavePlatform } from '../forge/onPlatform';
import { connectMeta, connectTwilio, metaCredentials, openSettings, sms, whatsapp } from './settings/admin';

afterEach(leavePlatform);

const RECEIVER = metaCredentials.phoneNumberId;
const NOON = Date.parse('2026-11-20T12:00:00Z');
const HOUR_MS = 3_600_000;

const json = (status: number, body: unknown): HttpAnswer => ({ status, headers: {}, body: JSON.stringify(body) });
const account = (...numbers: object[]) => json(200, { data: [{ id: RECEIVER }, ...numbers] });
const REFUSED = json(401, { error: { message: 'Session has expired', code: 190 } });

/** A Meta connection with its number, a provider whose answer can be changed, and an hour that passes. */
async function hourly({ remainingMs = 50_000 } = {}) {
  const world = { now: NOON, answer: account() as HttpAnswer | undefined, asked: [] as string[] };
  const settings = openSettings({
    clock: { now: () => world.now, sleep: async () => undefined, remainingMs: () => remainingMs },
    provider: async ({ url }) => {
      world.asked.push(new URL(url).hostname);
      if (!world.answer) throw new Error('no answer');
      return world.answer;
    },
  });
  const connection = asConnectionId(await connectMeta(settings));
  await settings.done('addNumber', { connection, receiver: RECEIVER, display: '', channels: whatsapp });
  const health = () => loadHealth(settings.ports.store, connection);
  const anHourOn = async (answer: HttpAnswer | undefined) => {
    Object.assign(world, { now: world.now + HOUR_MS, answer });
    await checkConnections(settings.app);
    return health();
  };
  return { settings, connection, world, health, anHourOn };
}

test('every hour each connection is asked after, and what its provider said is kept and shown', async () => {
  const { settings, anHourOn } = await hourly();

  expect(await anHourOn(account())).toEqual({
    version: 1,
    at: NOON + HOUR_MS,
    since: NOON + HOUR_MS,
    works: true,
    message: 'Meta accepts the access token. The account has 1 phone number.',
    troubles: [],
    webhook: 'not-told',
  });

  const [view] = (await settings.done('viewSettings', {})).connections;
  expect(view?.health).toMatchObject({ works: true, at: '2026-11-20T13:00:00.000Z' });
});

test('a token that expired is told in the provider’s words, with the hour in which it was first seen', async () => {
  const { anHourOn } = await hourly();
  await anHourOn(account());

  await anHourOn(REFUSED);
  const later = await anHourOn(REFUSED);

  expect(later).toMatchObject({ works: false, since: NOON + 2 * HOUR_MS, at: NOON + 3 * HOUR_MS });
  expect(later?.message).toContain('Session has expired');
  expect(await anHourOn(account())).toMatchObject({ works: true, since: NOON + 4 * HOUR_MS });
});

test('a provider that does not answer stops no other check', async () => {
  const { settings, world, anHourOn } = await hourly();
  await connectTwilio(settings);

  expect(await anHourOn(undefined)).toMatchObject({
    works: false,
    message: 'Meta WhatsApp Cloud API did not answer within 10 seconds. Please try again later.',
  });
  expect(world.asked.sort()).toEqual(['api.twilio.com', 'graph.facebook.com']);
});

test('trouble of a number that was added counts, that of others does not', async () => {
  const { anHourOn } = await hourly();

  expect(await anHourOn(account({ id: '7', status: 'BANNED' }))).toMatchObject({ works: true, troubles: [] });
  const flagged = json(200, { data: [{ id: RECEIVER, status: 'FLAGGED' }] });
  expect(await anHourOn(flagged)).toMatchObject({ works: true, troubles: [expect.stringContaining('FLAGGED')] });
});

test('S2-48 a WhatsApp number that the account does not have, or not any more, is told', async () => {
  const { settings, connection, anHourOn } = await hourly();
  await settings.done('addNumber', { connection, receiver: '99', display: '+4930901899', channels: whatsapp });

  expect((await anHourOn(account()))?.troubles).toEqual([
    'The account does not have the number +4930901899 any more: nothing reaches it here.',
  ]);
});

test('a phone number that was released at Twilio, and a WhatsApp sender that is offline there, are told', async () => {
  const settings = openSettings({
    provider: async ({ url }) => {
      const senders = [{ sender_id: 'whatsapp:+4930901820', status: 'OFFLINE' }];
      return json(200, url.includes('Senders') ? { senders } : { incoming_phone_numbers: [], services: [] });
    },
  });
  const connection = await connectTwilio(settings);
  await settings.done('addNumber', { connection, receiver: '+4930901899', display: '', channels: sms });
  await settings.done('addNumber', { connection, receiver: '+4930901820', display: '', channels: whatsapp });

  await settings.done('checkConnection', { connection });

  const health = await loadHealth(settings.ports.store, asConnectionId(connection));
  expect(health?.troubles).toEqual([
    'The account does not have the number +4930901899 any more: nothing reaches it here.',
    'Twilio says that the WhatsApp sender +4930901820 is offline (OFFLINE).',
    expect.stringContaining('has no webhook address for +4930901820 (WhatsApp)'),
  ]);
});

const LISTING = {
  messagebird: {
    credentials: { accessKey: 'live-key-of-nobody', signingKey: 'a-signing-key' },
    list: {
      items: [
        { number: '4930901800', features: ['voice'] },
        { number: '6834567', features: ['sms'] },
      ],
      totalCount: 2,
    },
  },
  infobip: {
    credentials: {
      baseUrl: 'xyz123.api.infobip.com',
      apiKey: '0123456789abcdef-fedcba98',
      webhookSecret: 'correct-horse-battery',
      webhookSecurity: 'basic',
    },
    list: {
      numbers: [
        { number: '4930901800', capabilities: ['VOICE'] },
        { number: '6834567', capabilities: ['SMS'] },
      ],
      numberCount: 2,
    },
  },
};

test.each(Object.entries(LISTING))(
  'an SMS number that was released at %s is told',
  async (provider, { credentials, list }) => {
    const settings = openSettings({ provider: async () => json(200, list) });
    const { connection } = await settings.done('connectProvider', { provider, title: 'Ours', credentials });
    const add = (receiver: string) => settings.done('addNumber', { connection, receiver, display: '', channels: sms });
    // The first is gone; the account has the next two; short codes are in no list of phone numbers.
    for (const receiver of ['+4930901899', '+4930901800', '+6834567', '71297']) await add(receiver);

    const { numbers } = await settings.done('checkConnection', { connection });

    expect(numbers).toMatchObject([{ receiver: '6834567', added: true }]);

    const health = await loadHealth(settings.ports.store, asConnectionId(connection));
    expect(health?.troubles).toEqual([
      'The account does not have the number +4930901899 any more: nothing reaches it here.',
    ]);
  },
);

test('what was known is forgotten with the credentials it was about', async () => {
  const { settings, connection, health, anHourOn } = await hourly();
  await anHourOn(REFUSED);

  await settings.done('replaceCredentials', { connection, credentials: metaCredentials });

  expect(await health()).toBeUndefined();
});

test('the check of the settings page is kept as well', async () => {
  const { settings, connection, health } = await hourly();
  await settings.done('checkConnection', { connection });
  expect(await health()).toMatchObject({ works: true, at: NOON });
});

test('nothing is begun that the function has no time for', async () => {
  const { world, anHourOn } = await hourly({ remainingMs: 19_000 });
  expect(await anHourOn(account())).toBeUndefined();
  expect(world.asked).toEqual([]);
});

test('a provider that asks for a pause is left alone for as long, and nothing is said against the connection', async () => {
  const { settings, connection, world, anHourOn } = await hourly();
  const well = await anHourOn(account());
  const limited = { status: 429, headers: { 'retry-after': '120' }, body: '' };

  expect(await anHourOn(limited)).toEqual(well);
  world.asked = [];
  Object.assign(world, { now: world.now + 119_000, answer: account() });
  await checkConnections(settings.app);

  expect(world.asked).toEqual([]);
  expect(await settings.done('checkConnection', { connection })).toMatchObject({
    message: 'Meta WhatsApp Cloud API asked to be left alone for a while. Please try again in a second.',
  });
  world.now += 1_000;
  await checkConnections(settings.app);
  expect(world.asked).not.toEqual([]);
});
