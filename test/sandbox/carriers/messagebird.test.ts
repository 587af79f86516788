import { NAMESPACE } from '../../../sandbox/carriers/messagebird/templates';
import { createMessageBirdCarrier } from '../../../sandbox/carriers/messagebird';
import { parsePhoneNumber } from '../../../src/domain/ids';
import { messagebird } from '../../../src/providers/messagebird';
import type { OutboundMessage } from '../../../src/providers/outboundMessage';
import { requestOf, textContent } from '../../providers/webhookRequest';
import { ADDRESS, ANA, asCall, asWebhook, BEGINS, bodyOf, carrierWorld, gatewayOf } from './carrierWorld';

const HOUR = 3_600_000;
const sms = { from: ANA, channel: 'sms', to: '+31970010240126' } as const;
const whatsApp = { from: ANA, channel: 'whatsapp', to: '+31970010240127' } as const;
const key = '10000.00000000000000000000000000000001.1:000002';
const phone = { kind: 'phone', phone: ANA };

async function connectedWorld() {
  const world = carrierWorld(createMessageBirdCarrier);
  const { carrier, agenda, told } = world;
  const gateway = gatewayOf(messagebird, carrier);
  await carrier.setWebhook(ADDRESS);
  const message: OutboundMessage = {
    key,
    channel: 'sms',
    from: '+31970010240126',
    to: { kind: 'phone', phone: parsePhoneNumber(ANA)! },
    content: textContent('We are on it'),
    statusUrl: `${ADDRESS}/status/${encodeURIComponent(key)}`,
  };
  const send = async (part: Partial<OutboundMessage> = {}) => {
    const { status, headers, body } = await carrier.handle(asCall(requestOf(gateway, { ...message, ...part })));
    return gateway.readAnswer({ status, headers, body: String(body) });
  };
  const channelId = carrier.numbers().find(({ channel }) => channel === 'whatsapp')!.receiver;
  const onWhatsApp = { channel: 'whatsapp', from: channelId } as const;
  const events = () => told.flatMap((call) => gateway.parse(asWebhook(call)).events);
  const verdicts = () => told.map((call) => gateway.verify(asWebhook(call), new Date(agenda.now())).ok);
  return { ...world, gateway, send, onWhatsApp, channelId, events, verdicts };
}

test('an SMS arrives signed, and the gateway reads it', async () => {
  const { carrier, verdicts, events, pass, phones } = await connectedWorld();
  const { id } = carrier.customerWrites({ ...sms, text: 'Grüße + 😀 &' });
  await pass(1_000);
  expect(verdicts()).toEqual([true]);
  expect(events()).toEqual([
    {
      kind: 'message',
      receiver: '+31970010240126',
      receiverDisplay: '+31970010240126',
      channel: 'sms',
      providerId: id,
      from: [phone],
      content: { kind: 'text', text: 'Grüße + 😀 &' },
      at: BEGINS,
    },
  ]);
  expect(phones.messages(ANA)).toMatchObject([{ id, side: 'customer', status: 'delivered' }]);
});

test('a WhatsApp message names its channel and the customer', async () => {
  const { carrier, verdicts, events, pass, channelId } = await connectedWorld();
  carrier.customerWrites({ ...whatsApp, text: 'Hello', name: 'Ana H.' });
  carrier.customerWrites({ ...whatsApp, text: 'Why?', quotes: 'wamid.1', name: '' });
  await pass(1_000);
  expect(verdicts()).toEqual([true, true]);
  expect(events()).toMatchObject([
    { receiver: channelId, receiverDisplay: '+31970010240127', name: 'Ana H.', from: [phone], at: BEGINS },
    { content: { kind: 'text', text: 'Why?' }, quotes: 'wamid.1' },
  ]);
  expect(events()[1]).not.toHaveProperty('name');
});

test.each(['image', 'video', 'audio', 'document', 'sticker'] as const)(
  'a file of the kind %s keeps its kind, and its address is one that the gateway fetches',
  async (kind) => {
    const { carrier, events, pass, gateway, agenda } = await connectedWorld();
    carrier.customerWrites({ ...whatsApp, media: { kind } });
    await pass(1_000);
    const [event] = events();
    const media = event?.kind === 'message' && event.content.kind === 'media' ? event.content.media : undefined;
    expect(media).toMatchObject({ kind });
    expect(media && gateway.media?.toRequest(media, new Date(agenda.now()))).toBeDefined();
  },
);

test('a deletion is passed on; reactions and edits stay on the phone', async () => {
  const { carrier, events, pass, phones } = await connectedWorld();
  const { id } = carrier.customerWrites({ ...whatsApp, text: 'One' });
  carrier.customerWrites({ ...whatsApp, reaction: { target: id, emoji: '👍' } });
  carrier.customerWrites({ ...whatsApp, edit: { target: id, text: 'Two' } });
  carrier.customerWrites({ ...whatsApp, deletion: { target: id } });
  await pass(1_000);
  expect(events()).toMatchObject([{ providerId: id }, { content: { kind: 'deletion', target: id } }]);
  expect(phones.messages(ANA)).toMatchObject([{ deleted: true }]);
});

test('an SMS goes out at any time; reports lead back to our message with the price, and none says read', async () => {
  const { send, events, told, verdicts, pass, phones } = await connectedWorld();
  const sent = await send();
  expect(phones.messages(ANA)).toMatchObject([{ side: 'business', channel: 'sms', text: 'We are on it' }]);
  await pass(450);
  expect(verdicts()).toEqual([true]);
  await pass(10_000);
  const providerId = sent.ok ? sent.value.providerId : '';
  const report = {
    kind: 'report',
    receiver: '+31970010240126',
    key,
    providerId,
    price: { amount: '0.07', currency: 'EUR' },
  };
  expect(told.map(({ method }) => method)).toEqual(['GET', 'GET']);
  expect(events()).toMatchObject(['sent', 'delivered'].map((status) => ({ ...report, status })));
  expect(phones.messages(ANA)).toMatchObject([{ id: providerId, status: 'delivered' }]);
});

test('a WhatsApp message is reported up to read, at both addresses, and is no echo', async () => {
  const { carrier, send, onWhatsApp, events, pass, phones } = await connectedWorld();
  carrier.customerWrites({ ...whatsApp, text: 'Hello' });
  const sent = await send(onWhatsApp);
  await pass(10_000);
  const providerId = sent.ok ? sent.value.providerId : '';
  const ladder = ['accepted', 'sent', 'sent', 'delivered', 'delivered', 'read', 'read'];
  expect(events().filter(({ kind }) => kind !== 'message')).toMatchObject(
    ladder.map((status) => ({ kind: 'report', status, key, providerId })),
  );
  expect(phones.messages(ANA)).toMatchObject([{}, { id: providerId, text: 'We are on it', status: 'read' }]);
});

test('on WhatsApp the service window holds: a report says so, and a template goes all the same', async () => {
  const { carrier, send, onWhatsApp, pass, events, phones } = await connectedWorld();
  carrier.customerWrites({ ...sms, text: 'Hello' });
  expect(await send(onWhatsApp)).toMatchObject({ ok: true });
  await pass(1_000);
  const failure = { reason: 'window-closed', code: '470' };
  expect(events().at(-1)).toMatchObject({ kind: 'report', status: 'failed', key, failure });
  carrier.customerWrites({ ...whatsApp, text: 'Hello' });
  await send(onWhatsApp);
  await pass(25 * HOUR);
  const template = {
    id: `${NAMESPACE}/case_update`,
    name: 'case_update',
    language: 'en',
    body: ['Ana', 'SUP-1'],
    buttons: [],
  };
  expect(await send({ ...onWhatsApp, content: { kind: 'template', template } })).toMatchObject({ ok: true });
  await send(onWhatsApp);
  await pass(1_000);
  expect(phones.messages(ANA).filter(({ side }) => side === 'business')).toMatchObject([
    { text: 'We are on it' },
    { template: 'case_update' },
  ]);
});

test.each(['image', 'video', 'audio', 'document', 'sticker'] as const)(
  'a file of the kind %s that the app sends is on the phone',
  async (kind) => {
    const { carrier, send, onWhatsApp, phones, links } = await connectedWorld();
    carrier.customerWrites({ ...whatsApp, text: 'Hello' });
    const file = { kind, link: 'https://files.example.com/1', mimeType: 'image/jpeg', fileName: 'a.jpg' };
    links[file.link] = { status: 200, headers: {}, body: 'bytes' };
    expect(await send({ ...onWhatsApp, content: { kind: 'media', file, caption: 'Look' } })).toMatchObject({
      ok: true,
    });
    expect(phones.messages(ANA).at(-1)).toMatchObject({ side: 'business', media: { kind } });
  },
);

test('after STOP a send fails by a report, until START', async () => {
  const { carrier, send, pass, events, phones } = await connectedWorld();
  carrier.customerWrites({ ...sms, text: ' Stop ' });
  expect(await send()).toMatchObject({ ok: true });
  await pass(1_000);
  expect(events().at(-1)).toMatchObject({ status: 'failed', key, failure: { reason: 'opted-out', code: '103' } });
  carrier.customerWrites({ ...sms, text: 'START' });
  await send();
  expect(phones.messages(ANA).filter(({ side }) => side === 'business')).toHaveLength(1);
});

test('a webhook that is not taken comes again, signed anew', async () => {
  const { carrier, gateway, told, answers, agenda, pass, phones } = await connectedWorld();
  answers.push(503, 503);
  carrier.customerWrites({ ...whatsApp, text: 'Hello' });
  await pass(21_000);
  const [first, , third] = told.map(asWebhook);
  expect(told).toHaveLength(3);
  expect(third?.body).toBe(first?.body);
  expect(third && gateway.verify(third, new Date(agenda.now()))).toEqual({ ok: true });
  expect(phones.messages(ANA)).toMatchObject([{ status: 'delivered' }]);
  expect(first && gateway.verify(first, new Date(BEGINS + HOUR))).toEqual({ ok: false, reason: 'stale' });
});

test.each([
  ['an impossible number', { to: { kind: 'phone', phone: parsePhoneNumber('+1234')! } }, 'refused', '9'],
  ['a sender that is not ours', { from: '+1999' }, 'refused', '10'],
  ['a channel that is not ours', { channel: 'whatsapp', from: 'nobody' }, 'account', '20'],
  ['a text that is too long', { content: textContent('x'.repeat(1_378)) }, 'refused', '10'],
  ['no text', { content: textContent('') }, 'refused', '9'],
  ['a report address that is none', { statusUrl: 'nowhere' }, 'refused', '10'],
] as const)('a send with %s is refused in the words of MessageBird', async (...[, part, reason, code]) => {
  const { send } = await connectedWorld();
  expect(await send(part)).toMatchObject({ ok: false, failure: { reason, code } });
});

test.each([
  ['429', { reason: 'rate-limited', retryAfterSeconds: 5 }],
  ['500', { reason: 'provider-down' }],
  ['refuse', { reason: 'refused', code: '9' }],
] as const)('the fault %s answers instead of MessageBird, and the phone shows nothing', async (kind, failure) => {
  const { send, state, phones } = await connectedWorld();
  state.faults = [{ at: 'carrier.send', kind, times: 1 }];
  expect(await send()).toMatchObject({ ok: false, failure });
  expect(phones.messages(ANA)).toEqual([]);
});

test('the check lists the numbers for SMS, and another key is refused', async () => {
  const { carrier, gateway } = await connectedWorld();
  const check = asCall(gateway.check(new Date(BEGINS)));
  const { status, headers, body } = await carrier.handle(check);
  expect(gateway.readCheck({ status, headers, body: String(body) })).toMatchObject({
    value: { numbers: [{ receiver: '+31970010240126', channels: ['sms'] }] },
  });
  const refused = await carrier.handle({ ...check, headers: { authorization: 'AccessKey xxx' } });
  expect([refused.status, bodyOf(refused)]).toMatchObject([401, { errors: [{ code: 2 }] }]);
});

test('what is at no address of MessageBird is not found', async () => {
  const { carrier, gateway } = await connectedWorld();
  const { headers } = gateway.check(new Date(BEGINS));
  const url = 'https://rest.messagebird.com/teleports';
  expect((await carrier.handle({ method: 'GET', url, headers, body: '' })).status).toBe(404);
});
