import { createVonageCarrier } from '../../../sandbox/carriers/vonage';
import { parsePhoneNumber } from '../../../src/domain/ids';
import type { OutboundMessage } from '../../../src/providers/outboundMessage';
import { vonage } from '../../../src/providers/vonage';
import { requestOf, textContent } from '../../providers/webhookRequest';
import { ADDRESS, ANA, asCall, asWebhook, BEGINS, bodyOf, carrierWorld, gatewayOf } from './carrierWorld';

const HOUR = 3_600_000;
const NOW = new Date(BEGINS);
const OURS = '+447700900123';
const sms = { from: ANA, channel: 'sms', to: OURS } as const;
const whatsApp = { from: ANA, channel: 'whatsapp', to: OURS } as const;
const onWhatsApp = { channel: 'whatsapp' } as const;
const key = '10000.00000000000000000000000000000001.1:000002';
const file = { link: 'https://files.example/a', mimeType: 'application/pdf', fileName: 'offer.pdf' };

async function connectedWorld() {
  const world = carrierWorld(createVonageCarrier);
  const gateway = gatewayOf(vonage, world.carrier);
  await world.carrier.setWebhook(ADDRESS);
  const message: OutboundMessage = {
    key,
    channel: 'sms',
    from: OURS,
    to: { kind: 'phone', phone: parsePhoneNumber(ANA)! },
    content: textContent('We are on it'),
    statusUrl: `${ADDRESS}/status/${encodeURIComponent(key)}`,
  };
  const now = () => new Date(world.agenda.now());
  const handle = async (request: Parameters<typeof asCall>[0]) => {
    const { status, headers, body } = await world.carrier.handle(asCall(request));
    return { status, headers, body: String(body) };
  };
  const send = async (part: Partial<OutboundMessage> = {}) => {
    const request = gateway.toRequest({ ...message, ...part }, now());
    return request.ok ? gateway.readAnswer(await handle(request.value)) : request;
  };
  const events = () => world.told.flatMap((call) => gateway.parse(asWebhook(call)).events);
  return { ...world, gateway, handle, send, events, now, message };
}

test('an SMS arrives signed, and the gateway reads it', async () => {
  const { carrier, gateway, told, events, pass, phones } = await connectedWorld();
  const { id } = carrier.customerWrites({ ...sms, text: 'Grüße + 😀 &' });
  await pass(1_000);
  expect(told.map((call) => gateway.verify(asWebhook(call), NOW))).toEqual([{ ok: true }]);
  expect(events()).toEqual([
    {
      kind: 'message',
      receiver: OURS,
      receiverDisplay: OURS,
      channel: 'sms',
      providerId: id,
      from: [{ kind: 'phone', phone: ANA }],
      content: { kind: 'text', text: 'Grüße + 😀 &' },
      at: BEGINS,
    },
  ]);
  expect(phones.messages(ANA)).toMatchObject([{ id, side: 'customer', status: 'delivered' }]);
});

test('on WhatsApp the name of the profile, both addresses, quotes and reactions are told', async () => {
  const { carrier, events, pass } = await connectedWorld();
  const { id } = carrier.customerWrites({ ...whatsApp, text: 'Hello', identity: 'both', name: 'Ana H.' });
  carrier.customerWrites({ ...whatsApp, text: 'Again', identity: 'user-id', quotes: id });
  carrier.customerWrites({ ...whatsApp, reaction: { target: id, emoji: '👍' } });
  carrier.customerWrites({ ...whatsApp, reaction: { target: id } });
  await pass(1_000);
  const user = { kind: 'whatsapp-user', userId: expect.stringMatching(/^HR\.\d{18}$/) as string };
  expect(events()).toMatchObject([
    { name: 'Ana H.', from: [{ kind: 'phone', phone: ANA }, user] },
    { from: [user], quotes: id },
    { content: { kind: 'reaction', target: id, emoji: '👍' } },
    { content: { kind: 'reaction', target: id } },
  ]);
});

test('a file keeps its kind, name and words, and its address is one the gateway would ask with a token', async () => {
  const { carrier, events, pass, gateway } = await connectedWorld();
  carrier.customerWrites({ ...whatsApp, media: { kind: 'document', caption: 'Look', fileName: 'a.pdf' } });
  carrier.customerWrites({ ...whatsApp, media: { kind: 'voice' } });
  await pass(1_000);
  const [first, second] = events().map((event) => (event.kind === 'message' ? event.content : undefined));
  expect(first).toMatchObject({ kind: 'media', media: { kind: 'document', fileName: 'a.pdf' }, caption: 'Look' });
  expect(second).toMatchObject({ kind: 'media', media: { kind: 'audio' } });
  const media = first?.kind === 'media' ? first.media : undefined;
  expect(media && gateway.media?.toRequest(media, NOW)?.url).toMatch(/^https:\/\/api-eu\.nexmo\.com\/v3\/media\//);
});

test('edits and deletions stay on the phone: Vonage passes none on', async () => {
  const { carrier, told, pass, phones } = await connectedWorld();
  const { id } = carrier.customerWrites({ ...whatsApp, text: 'One' });
  carrier.customerWrites({ ...whatsApp, edit: { target: id, text: 'Two' } });
  carrier.customerWrites({ ...whatsApp, deletion: { target: id } });
  await pass(1_000);
  expect(told).toHaveLength(1);
  expect(phones.messages(ANA)).toMatchObject([{ edited: true, deleted: true }]);
});

test('an SMS goes out at any time; signed reports lead back to our message, none says read, and they tell the price', async () => {
  const { send, events, told, gateway, pass, phones } = await connectedWorld();
  const sent = await send();
  expect(phones.messages(ANA)).toMatchObject([{ side: 'business', channel: 'sms', text: 'We are on it' }]);
  await pass(10_000);
  const providerId = sent.ok ? sent.value.providerId : '';
  expect(told.every((call) => gateway.verify(asWebhook(call), NOW).ok)).toBe(true);
  const price = { amount: '0.0333', currency: 'EUR' };
  const expected = ['sent', 'delivered'].map((status) => ({ kind: 'report', status, key, providerId, price }));
  expect(events()).toMatchObject(expected);
  expect(phones.messages(ANA)).toMatchObject([{ id: providerId, status: 'delivered' }]);
});

test('on WhatsApp the service window holds, a report tells so, and a template goes through it', async () => {
  const { carrier, send, pass, events, phones } = await connectedWorld();
  carrier.customerWrites({ ...sms, text: 'Hello' });
  const template = { id: 'case_update', name: 'case_update', language: 'en', body: ['Ana', '7'], buttons: [] };
  expect(await send(onWhatsApp)).toMatchObject({ ok: true });
  expect(await send({ ...onWhatsApp, content: { kind: 'template', template } })).toMatchObject({ ok: true });
  await pass(10_000);
  expect(events().filter((event) => event.kind === 'report')).toMatchObject([
    { status: 'sent' },
    { status: 'failed', key, failure: { reason: 'window-closed', code: '1340' } },
    { status: 'delivered' },
    { status: 'read' },
  ]);
  expect(phones.messages(ANA)).toMatchObject([{ side: 'customer' }, { template: 'case_update', status: 'read' }]);
  carrier.customerWrites({ ...whatsApp, text: 'Hello' });
  await send(onWhatsApp);
  await pass(25 * HOUR);
  await send(onWhatsApp);
  await pass(10_000);
  expect(
    events()
      .flatMap((event) => (event.kind === 'report' ? event.status : []))
      .slice(4),
  ).toEqual(['sent', 'delivered', 'read', 'failed']);
});

test.each([
  ['image', 'Look', 'image'],
  ['video', 'Look', 'video'],
  ['voice', undefined, 'audio'],
  ['sticker', undefined, 'sticker'],
  ['document', 'Look', 'document'],
] as const)('a %s is shown on the phone', async (kind, caption, shown) => {
  const { carrier, send, phones, links } = await connectedWorld();
  carrier.customerWrites({ ...whatsApp, text: 'Hello' });
  links[file.link] = { status: 200, headers: {}, body: 'bytes' };
  const content = { kind: 'media', file: { ...file, kind }, caption: 'Look' } as const;
  expect(await send({ ...onWhatsApp, content })).toMatchObject({ ok: true });
  const media = { kind: shown, ...(caption && { caption }), ...(kind === 'document' && { fileName: 'offer.pdf' }) };
  expect(phones.messages(ANA)[1]).toMatchObject({ side: 'business', media });
});

test('after STOP nothing reaches the phone any more, until START', async () => {
  const { carrier, send, pass, events, phones } = await connectedWorld();
  carrier.customerWrites({ ...sms, text: ' Stop ' });
  await send();
  carrier.customerWrites({ ...sms, text: 'START' });
  await send();
  await pass(10_000);
  const reports = events().filter((event) => event.kind === 'report');
  expect(reports).toMatchObject([
    { status: 'sent' },
    { status: 'failed', failure: { reason: 'opted-out', code: '1240' } },
    { status: 'delivered' },
  ]);
  expect(phones.messages(ANA).filter(({ side }) => side === 'business')).toHaveLength(1);
});

describe('a webhook that is not taken', () => {
  test('comes again for a day, signed anew each time', async () => {
    const { carrier, told, answers, pass, gateway } = await connectedWorld();
    answers.push(...Array.from({ length: 200 }, () => 503));
    carrier.customerWrites({ ...sms, text: 'Hello' });
    await pass(30 * HOUR);
    expect(told.length).toBeGreaterThan(90);
    const tokens = told.map(({ headers }) => headers.authorization);
    expect(new Set(tokens).size).toBe(told.length);
    expect(gateway.verify(asWebhook(told[5]!), new Date(BEGINS + 155_300))).toEqual({ ok: true });
    expect(gateway.verify(asWebhook(told.at(-1)!), NOW)).toEqual({ ok: false, reason: 'stale' });
  });

  test('never comes again after a 4xx but 429', async () => {
    const { carrier, told, answers, pass, phones } = await connectedWorld();
    answers.push(429, 401);
    carrier.customerWrites({ ...sms, text: 'Hello' });
    await pass(HOUR);
    expect(told).toHaveLength(2);
    expect(phones.messages(ANA)).toMatchObject([{ status: 'sent' }]);
  });
});

test.each([
  ['an impossible number', { to: { kind: 'phone', phone: parsePhoneNumber('+1234')! } }, 'unreachable', '1170'],
  ['a sender that is not ours', { from: '+1999' }, 'account', '1120'],
  ['a text that is too long', { content: textContent('x'.repeat(1_001)) }, 'refused', '1020'],
  ['no text', { content: textContent('') }, 'refused', '1020'],
  ['a report address that is none', { statusUrl: 'nowhere' }, 'refused', '1020'],
] as const)('a send with %s is refused in the words of Vonage', async (...[, part, reason, code]) => {
  const { send } = await connectedWorld();
  expect(await send(part)).toMatchObject({ ok: false, failure: { reason, code } });
});

test.each([
  ['429', { reason: 'rate-limited', retryAfterSeconds: 5 }],
  ['500', { reason: 'provider-down' }],
  ['refuse', { reason: 'unreachable', code: '1170' }],
] as const)('the fault %s answers instead of Vonage, and the phone shows nothing', async (kind, failure) => {
  const { send, state, phones } = await connectedWorld();
  state.faults = [{ at: 'carrier.send', kind, times: 1 }];
  expect(await send()).toMatchObject({ ok: false, failure });
  expect(phones.messages(ANA)).toEqual([]);
});

test('a token that is old, of another application or none is refused', async () => {
  const { gateway, handle, message, carrier, pass } = await connectedWorld();
  const other = vonage.connect({ ...carrier.credentials(), applicationId: '00000000-0000-4000-8000-000000000000' });
  const foreign = other.ok ? requestOf(other.value, message) : undefined;
  const old = gateway.check(NOW);
  await pass(HOUR);
  const bad = [foreign, old, { ...old, headers: {} }].flatMap((request) => request ?? []);
  const replies = await Promise.all(bad.map(handle));
  expect(replies.map(({ status }) => status)).toEqual([401, 401, 401]);
});

test('the check is answered, with and without a WhatsApp account, and a wrong account is told', async () => {
  const { gateway, handle, carrier } = await connectedWorld();
  expect(gateway.readCheck(await handle(gateway.check(NOW)))).toMatchObject({ ok: true, value: { numbers: [] } });
  for (const [whatsAppAccountId, ok] of [['', true] as const, ['123', false] as const]) {
    const connected = vonage.connect({ ...carrier.credentials(), whatsAppAccountId });
    if (!connected.ok) throw new Error(connected.failure);
    expect(connected.value.readCheck(await handle(connected.value.check(NOW)))).toMatchObject({ ok });
  }
});

test('a message is marked as read', async () => {
  const { gateway, handle } = await connectedWorld();
  const mark = gateway.markRead!({ channel: 'whatsapp', from: OURS, providerId: 'u-1' }, NOW)!;
  expect(await handle(mark)).toMatchObject({ status: 200 });
  expect(bodyOf({ body: mark.body ?? '' })).toEqual({ status: 'read' });
});
