import { createHmac } from 'node:crypto';
import type { InboundCall } from '../../src/app/receiveWebhook';
import { receiveWebhook } from '../../src/app/receiveWebhook';
import { asConnectionId, asProjectId } from '../../src/domain/ids';
import { loadConnection } from '../../src/storage/connections';
import { readDeliveryLog } from '../../src/storage/deliveryLog';
import { installationKey } from '../../src/storage/installation';
import { contactIdOf, numberIdOf } from '../../src/storage/keys';
import { loadThread, NOTHING } from '../../src/storage/threads';
import { listUnclaimed } from '../../src/storage/unclaimed';
import { leavePlatform } from '../forge/onPlatform';
import { ANAS_PHONE } from '../support/builders';
import { metaBody, metaText } from '../support/webhooks';
import { connectMeta, metaCredentials, openSettings, whatsapp } from './settings/admin';

afterEach(leavePlatform);

const RECEIVER = metaCredentials.phoneNumberId;
const ignored = async () => undefined;

/** A Meta connection with its number added, and a way to post to it. */
async function connected({ stranger = false, now = Date.now } = {}) {
  const settings = openSettings({
    queue: { push: ignored },
    live: { publish: ignored, subscribeToken: async () => undefined },
    clock: { now, sleep: ignored, remainingMs: () => 25_000 },
  });
  const connection = asConnectionId(await connectMeta(settings));
  if (!stranger)
    await settings.done('addNumber', { connection, receiver: RECEIVER, display: '+4930901820', channels: whatsapp });
  const open = await loadConnection(settings.ports, connection);
  const token = open?.connection.token ?? '';
  const post = (body: unknown, more: Partial<InboundCall> & { secret?: string } = {}) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const { secret = metaCredentials.appSecret, ...call } = more;
    const signature = `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature };
    return receiveWebhook(settings.app, {
      method: 'POST',
      path: `/${connection}/${token}`,
      query: {},
      headers,
      body: text,
      ...call,
    });
  };
  const thread = async () => {
    const contact = contactIdOf(await installationKey(settings.ports), ANAS_PHONE);
    return (await loadThread(settings.ports.store, { project: asProjectId('10000'), contact }, NOTHING)).thread;
  };
  return { settings, connection, token, post, thread };
}

const hello = (receiver = RECEIVER) =>
  metaBody({
    receiver,
    from: '385991903327',
    messages: [metaText('385991903327', '1', { text: 'Hi', atMs: Date.now() })],
  });

test('a signed message is stored before it is answered 200', async () => {
  const { post, thread } = await connected();

  expect(await post(hello())).toMatchObject({ status: 200 });

  expect((await thread()).head.active).toMatchObject({ customer: { messages: 1 } });
});

test.each(['', '/', '/nobody', `/nobody/${'0'.repeat(32)}`])('the path %j is answered 404', async (path) => {
  const { post } = await connected();
  expect(await post(hello(), { path })).toEqual({ status: 404, headers: {}, body: '' });
});

test('a wrong token at a known connection is answered 404, as if nobody lived there', async () => {
  const { post, connection, token, thread } = await connected();

  const wrong = `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`;
  expect(await post(hello(), { path: `/${connection}/${wrong}` })).toEqual({ status: 404, headers: {}, body: '' });

  expect((await thread()).head.active).toEqual({});
});

test('a body with another’s signature is answered 401; nothing is stored but that it was refused', async () => {
  const { post, thread, settings, connection } = await connected();

  expect(await post(hello(), { secret: 'guessed' })).toEqual({ status: 401, headers: {}, body: '' });

  expect((await thread()).head).toMatchObject({ rev: 0, active: {} });
  expect(await readDeliveryLog(settings.ports, connection, 'refused-webhook')).toEqual([
    expect.objectContaining({ kind: 'refused-webhook' }),
  ]);
});

describe('after the credentials were replaced', () => {
  const DAY_MS = 24 * 3_600_000;

  async function replaced() {
    const now = { at: Date.now() };
    const here = await connected({ now: () => now.at });
    const { settings, connection } = here;
    await settings.done('replaceCredentials', { connection, credentials: { ...metaCredentials, appSecret: 'n3w' } });
    return { ...here, pass: (ms: number) => (now.at += ms) };
  }

  test('webhooks signed with either secret are taken for a day', async () => {
    const { post, thread, pass } = await replaced();

    expect((await post(hello(), { secret: 'n3w' })).status).toBe(200);
    pass(DAY_MS - 1);
    expect((await post(hello())).status).toBe(200);

    expect((await thread()).head.active).toMatchObject({ customer: { messages: 1 } });
  });

  test('after that day only the new secret counts', async () => {
    const { post, pass } = await replaced();

    pass(DAY_MS);

    expect((await post(hello())).status).toBe(401);
    expect((await post(hello(), { secret: 'n3w' })).status).toBe(200);
  });

  test('a third secret is refused', async () => {
    const { post } = await replaced();
    expect((await post(hello(), { secret: 'guessed' })).status).toBe(401);
  });

  test('an administrator who ends the former ones ends them', async () => {
    const { post, settings, connection } = await replaced();

    await settings.done('endFormerCredentials', { connection });

    expect((await post(hello())).status).toBe(401);
  });
});

describe('in shadow mode', () => {
  async function shadowed() {
    const here = await connected();
    const choose = (verification: string) =>
      here.settings.done('saveVerification', { connection: here.connection, verification });
    const view = async () => (await here.settings.done('viewSettings', {})).connections[0];
    await choose('shadow');
    return { ...here, choose, view };
  }

  test('a webhook that fails verification is taken, counted and told, with nothing of what it held', async () => {
    const { post, thread, settings, connection, view } = await shadowed();

    expect((await post(hello(), { secret: 'guessed' })).status).toBe(200);

    expect((await thread()).head.active).toMatchObject({ customer: { messages: 1 } });
    const [entry, ...more] = await readDeliveryLog(settings.ports, connection, 'unverified-webhook');
    expect(more).toEqual([]);
    expect(Object.entries(entry ?? {}).sort()).toEqual([
      ['at', expect.anything()],
      ['kind', 'unverified-webhook'],
      ['reason', 'wrong-signature'],
      ['version', 1],
    ]);
    expect(await view()).toMatchObject({ refused: { count: 0 }, shadow: { count: 1, reason: 'wrong-signature' } });
  });

  test('one that is verified is not counted', async () => {
    const { post, view } = await shadowed();
    expect((await post(hello())).status).toBe(200);
    expect((await view())?.shadow).toEqual({ count: 0 });
  });

  test('the address itself still has to be right, and an event for another connection’s number is nobody’s', async () => {
    const { settings, post, connection } = await shadowed();
    const other = await settings.done('connectProvider', {
      provider: 'meta',
      title: 'B',
      credentials: metaCredentials,
    });
    const added = { connection: other.connection, receiver: '99', display: '', channels: whatsapp };
    await settings.done('addNumber', added);

    expect((await post(hello(), { path: `/${connection}/${'0'.repeat(32)}`, secret: 'guessed' })).status).toBe(404);
    expect((await post(hello('99'), { secret: 'guessed' })).status).toBe(200);

    expect(await listUnclaimed(settings.ports.store, connection)).toHaveLength(1);
  });

  test('is over as soon as the administrator enforces again', async () => {
    const { post, choose, view } = await shadowed();

    await choose('enforce');

    expect((await post(hello(), { secret: 'guessed' })).status).toBe(401);
    expect((await view())?.shadow).toBeUndefined();
  });
});

test('a body cut short after signing is refused, and one cut short before is answered and holds nothing', async () => {
  const { post, thread } = await connected();
  const whole = JSON.stringify(hello());
  const signature = `sha256=${createHmac('sha256', metaCredentials.appSecret).update(whole).digest('hex')}`;

  const cut = await post(hello(), { body: whole.slice(0, -10), headers: { 'x-hub-signature-256': signature } });
  expect(cut.status).toBe(401);
  expect((await post(whole.slice(0, -10))).status).toBe(200);
  expect((await thread()).head.active).toEqual({});
});

test('S0-01 events for a number nobody added are answered 200, counted and offered', async () => {
  const { post, settings, connection, thread } = await connected({ stranger: true });

  expect((await post(hello())).status).toBe(200);
  expect((await post(hello())).status).toBe(200);

  expect(await listUnclaimed(settings.ports.store, connection)).toEqual([
    expect.objectContaining({ receiver: RECEIVER, channel: 'whatsapp' }),
  ]);
  expect((await thread()).head.active).toEqual({});
});

test('a number of another connection is not reached with this one’s signature', async () => {
  const { settings, post, thread } = await connected({ stranger: true });
  const other = await settings.done('connectProvider', {
    provider: 'meta',
    title: 'Another app',
    credentials: { ...metaCredentials, appSecret: 'an0ther-s3cret' },
  });
  const added = { connection: other.connection, receiver: RECEIVER, display: '', channels: whatsapp };
  expect((await settings.done('addNumber', added)).number).toBe(numberIdOf('meta', RECEIVER));

  expect((await post(hello())).status).toBe(200);

  expect((await thread()).head.active).toEqual({});
});

test('a redelivered body is answered 200 and stored once', async () => {
  const { post, thread } = await connected();
  const body = hello();

  const answers = await Promise.all([post(body), post(body), post(body)]);

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await thread()).head.active).toMatchObject({ customer: { messages: 1 } });
});
