import { createMetaCarrier } from '../../../sandbox/carriers/meta';
import { meta } from '../../../src/providers/meta';
import { ADDRESS, ANA, asWebhook, BEGINS, carrierWorld, gatewayOf } from './carrierWorld';
import { connectedWorld, NOW, wish } from './metaWorld';

const HOUR = 3_600_000;

test('what a customer writes arrives signed, and the gateway reads it', async () => {
  const { carrier, gateway, told, events, pass, phones } = await connectedWorld();
  const { id } = carrier.customerWrites({ ...wish, text: 'Grüße / 😀', name: 'Ana H.' });
  expect(phones.messages(ANA)).toMatchObject([{ id, side: 'customer', text: 'Grüße / 😀', status: 'sent' }]);
  await pass(1_000);
  expect(told.map((call) => gateway.verify(asWebhook(call), NOW))).toEqual([{ ok: true }]);
  expect(events()).toMatchObject([
    {
      receiver: carrier.numbers()[0]?.receiver,
      providerId: id,
      from: [{ kind: 'phone', phone: ANA }],
      name: 'Ana H.',
      content: { kind: 'text', text: 'Grüße / 😀' },
      at: BEGINS,
    },
  ]);
  expect(phones.messages(ANA)).toMatchObject([{ status: 'delivered' }]);
});

test('the body is spelled as Meta spells it: ASCII, slashes escaped', async () => {
  const { carrier, told, pass } = await connectedWorld();
  carrier.customerWrites({ ...wish, text: 'ü / 😀' });
  await pass(1_000);
  expect(told[0]?.body).toContain('\\u00fc \\/ \\ud83d\\ude00');
});

test('everything a customer can do is read by the gateway', async () => {
  const { carrier, events, pass } = await connectedWorld();
  const { id } = carrier.customerWrites({ ...wish, text: 'One' });
  carrier.customerWrites({ ...wish, media: { kind: 'voice' } });
  carrier.customerWrites({ ...wish, media: { kind: 'document', fileName: 'a.pdf', caption: 'Read' } });
  carrier.customerWrites({ ...wish, reaction: { target: id, emoji: '👍' } });
  carrier.customerWrites({ ...wish, edit: { target: id, text: 'Two' } });
  carrier.customerWrites({ ...wish, deletion: { target: id } });
  carrier.customerWrites({ ...wish, text: 'That one', quotes: id });
  await pass(1_000);
  expect(events().map((event) => event.kind === 'message' && event.content)).toMatchObject([
    { kind: 'text', text: 'One' },
    { kind: 'media', media: { kind: 'voice', mimeType: 'audio/ogg; codecs=opus' } },
    { kind: 'media', media: { kind: 'document', fileName: 'a.pdf' }, caption: 'Read' },
    { kind: 'reaction', target: id, emoji: '👍' },
    { kind: 'edit', target: id, text: 'Two' },
    { kind: 'deletion', target: id },
    { kind: 'text', text: 'That one' },
  ]);
  expect(events().at(-1)).toMatchObject({ quotes: id });
});

test('a user who hides the number is known by one user id, and answers to it arrive', async () => {
  const { carrier, events, pass, send, phones } = await connectedWorld();
  carrier.customerWrites({ ...wish, text: 'One', identity: 'user-id' });
  carrier.customerWrites({ ...wish, text: 'Two', identity: 'both' });
  await pass(1_000);
  const [one, two] = events();
  const userId = one?.kind === 'message' && one.from[0].kind === 'whatsapp-user' ? one.from[0].userId : '';
  expect(userId).toMatch(/^HR\.\d{18}$/);
  expect(two).toMatchObject({ from: [{ kind: 'phone' }, { kind: 'whatsapp-user', userId }] });
  expect(await send({ to: { kind: 'whatsapp-user', userId } })).toMatchObject({ ok: true });
  expect(phones.messages(ANA).at(-1)).toMatchObject({ side: 'business', text: 'We are on it' });
});

test('a customer who takes a new phone is told of by a system message, and keeps the name', async () => {
  const { carrier, events, pass, phones } = await connectedWorld();
  phones.setName(ANA, 'Ana Horvat');
  carrier.customerWrites({ ...wish, newPhone: '+385991111111' });
  await pass(1_000);
  expect(events()).toMatchObject([
    { kind: 'identity', was: [{ phone: ANA }], now: [{ kind: 'phone', phone: '+385991111111' }] },
  ]);
  expect(phones.name('+385991111111')).toBe('Ana Horvat');
  expect(phones.messages(ANA)).toEqual([]);
});

test('a new phone is a new user id as well, and the old one is nobody’s any more', async () => {
  const { carrier, events, pass, send } = await connectedWorld();
  carrier.customerWrites({ ...wish, text: 'Hello', identity: 'both' });
  carrier.customerWrites({ ...wish, newPhone: '+385991111111' });
  await pass(1_000);
  const told = events().findLast((event) => event.kind === 'identity');
  expect(told).toMatchObject({
    was: [{ phone: ANA }, { kind: 'whatsapp-user' }],
    now: [{ phone: '+385991111111' }, { kind: 'whatsapp-user' }],
  });
  expect(told?.now[1]).not.toEqual(told?.was[1]);
  expect(await send({ to: told!.was[1]! })).toMatchObject({ ok: false });
});

test('an answer is on the phone at once and reported as sent, delivered and read, with our key', async () => {
  const { carrier, events, pass, send, phones } = await connectedWorld();
  carrier.customerWrites({ ...wish, text: 'Hello' });
  await pass(1_000);
  const sent = await send();
  expect(phones.messages(ANA).at(-1)).toMatchObject({ side: 'business', from: '+4930901820', text: 'We are on it' });
  await pass(10_000);
  const providerId = sent.ok ? sent.value.providerId : '';
  expect(events().slice(1)).toMatchObject(
    ['sent', 'delivered', 'read'].map((status) => ({ kind: 'report', status, key: 'key-1', providerId })),
  );
  expect(phones.messages(ANA).at(-1)).toMatchObject({ id: providerId, status: 'read' });
});

describe('the service window', () => {
  const refused = { ok: false, failure: { reason: 'window-closed', code: '131047' } };

  test('is closed before the customer has written', async () => {
    const { send, phones } = await connectedWorld();
    expect(await send()).toMatchObject(refused);
    expect(phones.messages(ANA)).toEqual([]);
  });

  test('closes 24 hours after the last message', async () => {
    const { carrier, send, pass } = await connectedWorld();
    carrier.customerWrites({ ...wish, text: 'Hello' });
    await pass(24 * HOUR - 1);
    expect(await send()).toMatchObject({ ok: true });
    await pass(1);
    expect(await send()).toMatchObject(refused);
  });

  test('is counted from the time of the message, not of its arrival', async () => {
    const { carrier, send, pass } = await connectedWorld();
    carrier.customerWrites({ ...wish, text: 'Hello', at: new Date(BEGINS - 23 * HOUR).toISOString() });
    await pass(2 * HOUR);
    expect(await send()).toMatchObject(refused);
  });

  test('is not opened by a reaction, nor by a message to another number', async () => {
    const { carrier, send } = await connectedWorld();
    carrier.addNumber({ channel: 'whatsapp', number: '+4930901899' });
    carrier.customerWrites({ ...wish, reaction: { target: 'wamid.0', emoji: '👍' } });
    carrier.customerWrites({ ...wish, to: '+4930901899', text: 'Hello' });
    expect(await send()).toMatchObject(refused);
  });

  test('may be told by a report instead', async () => {
    const { carrier, events, send, pass, phones } = await connectedWorld();
    carrier.setSwitches({ lateRefusals: true });
    expect(await send()).toMatchObject({ ok: true });
    await pass(1_000);
    expect(events()).toMatchObject([{ kind: 'report', status: 'failed', failure: { reason: 'window-closed' } }]);
    expect(phones.messages(ANA)).toEqual([]);
  });
});

test('a webhook that is not taken comes again, with growing waits, for a week', async () => {
  const { carrier, answers, told, pass, phones } = await connectedWorld();
  answers.push(...Array.from({ length: 100 }, () => 503));
  carrier.customerWrites({ ...wish, text: 'Hello' });
  await pass(40_000);
  expect(told).toHaveLength(3);
  expect(carrier.webhook()).toEqual({ url: ADDRESS, lastStatus: 503 });
  expect(phones.messages(ANA)).toMatchObject([{ status: 'sent' }]);
  await pass(6 * 24 * HOUR);
  const within = told.length;
  answers.length = 0;
  await pass(24 * HOUR);
  expect(told.length).toBe(within + 1);
  expect(new Set(told.map(({ body }) => body)).size).toBe(1);
  expect(phones.messages(ANA)).toMatchObject([{ status: 'delivered' }]);
});

test('webhooks come twice when the account is switched so', async () => {
  const { carrier, told, pass } = await connectedWorld();
  carrier.setSwitches({ copies: 1 });
  carrier.customerWrites({ ...wish, text: 'Hello' });
  await pass(1_000);
  expect(told.map(({ body }) => body)).toEqual([told[0]?.body, told[0]?.body]);
});

test('an address that does not return the challenge is not taken', async () => {
  const { carrier, answers } = carrierWorld(createMetaCarrier);
  answers.push(403);
  expect(await carrier.setWebhook(ADDRESS)).toMatchObject({ ok: false });
  expect(carrier.webhook()).toEqual({});
});

test('the challenge is one that the gateway answers', async () => {
  const { carrier, told } = carrierWorld(createMetaCarrier);
  await carrier.setWebhook(ADDRESS);
  const request = asWebhook(told[0]!);
  const answer = gatewayOf(meta, carrier).handshake!(request);
  expect(answer).toMatchObject({ status: 200, body: request.query['hub.challenge'] });
});

test('the outbox keeps what came to the API, and the state is plain JSON that goes on elsewhere', async () => {
  const { carrier, send, state, pass } = await connectedWorld();
  carrier.customerWrites({ ...wish, text: 'Hello' });
  await send();
  await pass(0);
  expect(carrier.outbox()).toMatchObject([{ method: 'POST', body: expect.stringContaining('We are on it') as string }]);
  const copy = JSON.parse(JSON.stringify(state)) as typeof state;
  const other = carrierWorld(createMetaCarrier, copy);
  expect(other.carrier.credentials()).toEqual(carrier.credentials());
  await other.pass(10_000);
  expect(other.told).toHaveLength(4);
});

test('the same seed makes the same account', () => {
  const one = carrierWorld(createMetaCarrier).carrier;
  const other = carrierWorld(createMetaCarrier).carrier;
  expect(one.credentials()).toEqual(other.credentials());
});

test('a number of somebody else is a mistake of the caller', () => {
  const { carrier } = carrierWorld(createMetaCarrier);
  expect(() => carrier.customerWrites({ ...wish, to: '+1', text: 'x' })).toThrow('meta has no number +1 for whatsapp');
});
