import { createTwilioCarrier } from '../../../sandbox/carriers/twilio';
import { parsePhoneNumber } from '../../../src/domain/ids';
import type { OutboundMessage } from '../../../src/providers/outboundMessage';
import { twilio } from '../../../src/providers/twilio';
import { requestOf, textContent } from '../../providers/webhookRequest';
import { ADDRESS, ANA, asCall, asWebhook, BEGINS, bodyOf, carrierWorld, gatewayOf } from './carrierWorld';

const HOUR = 3_600_000;
const NOW = new Date(BEGINS);
const sms = { from: ANA, channel: 'sms', to: '+385951006719' } as const;
const whatsApp = { from: ANA, channel: 'whatsapp', to: '+14155238886' } as const;
const key = '10000.00000000000000000000000000000001.1:000002';

async function connectedWorld(address = ADDRESS) {
  const world = carrierWorld(createTwilioCarrier);
  const gateway = gatewayOf(twilio, world.carrier);
  await world.carrier.setWebhook(address);
  const message: OutboundMessage = {
    key,
    channel: 'sms',
    from: '+385951006719',
    to: { kind: 'phone', phone: parsePhoneNumber(ANA)! },
    content: textContent('We are on it'),
    statusUrl: `${ADDRESS}/status/${encodeURIComponent(key)}`,
  };
  const send = async (part: Partial<OutboundMessage> = {}) => {
    const call = asCall(requestOf(gateway, { ...message, ...part }));
    const { status, headers, body } = await world.carrier.handle(call);
    return gateway.readAnswer({ status, headers, body: String(body) });
  };
  const onWhatsApp = { channel: 'whatsapp', from: '+14155238886' } as const;
  const events = () => world.told.flatMap((call) => gateway.parse(asWebhook(call)).events);
  return { ...world, gateway, send, onWhatsApp, events };
}

test('an SMS arrives signed, and the gateway reads it', async () => {
  const { carrier, gateway, told, events, pass, phones } = await connectedWorld();
  const { id } = carrier.customerWrites({ ...sms, text: 'Grüße + 😀 &' });
  await pass(1_000);
  expect(told.map((call) => gateway.verify(asWebhook(call), NOW))).toEqual([{ ok: true }]);
  expect(events()).toEqual([
    {
      kind: 'message',
      receiver: '+385951006719',
      receiverDisplay: '+385951006719',
      channel: 'sms',
      providerId: id,
      from: [{ kind: 'phone', phone: ANA }],
      content: { kind: 'text', text: 'Grüße + 😀 &' },
    },
  ]);
  expect(phones.messages(ANA)).toMatchObject([{ id, side: 'customer', status: 'delivered' }]);
});

test('on WhatsApp the name of the profile and both addresses are told', async () => {
  const { carrier, events, pass } = await connectedWorld();
  carrier.customerWrites({ ...whatsApp, text: 'Hello', identity: 'both', name: 'Ana H.' });
  carrier.customerWrites({ ...whatsApp, text: 'Hello', identity: 'user-id', name: '' });
  await pass(1_000);
  const user = { kind: 'whatsapp-user', userId: expect.stringMatching(/^HR\.\d{18}$/) as string };
  expect(events()).toMatchObject([{ name: 'Ana H.', from: [{ kind: 'phone', phone: ANA }, user] }, { from: [user] }]);
  expect(events()[1]).not.toHaveProperty('name');
});

test('a file keeps its kind and its address at Twilio', async () => {
  const { carrier, events, pass } = await connectedWorld();
  carrier.customerWrites({ ...whatsApp, media: { kind: 'image', caption: 'Look' } });
  await pass(1_000);
  expect(events()).toMatchObject([{ content: { kind: 'media', media: { kind: 'image' }, caption: 'Look' } }]);
});

test('reactions, edits and deletions stay on the phone: Twilio passes none on', async () => {
  const { carrier, told, pass, phones } = await connectedWorld();
  const { id } = carrier.customerWrites({ ...whatsApp, text: 'One' });
  carrier.customerWrites({ ...whatsApp, reaction: { target: id, emoji: '👍' } });
  carrier.customerWrites({ ...whatsApp, edit: { target: id, text: 'Two' } });
  await pass(1_000);
  expect(told).toHaveLength(1);
  expect(phones.messages(ANA)).toMatchObject([{ text: 'Two', edited: true, reaction: '👍' }]);
});

test('an SMS goes out at any time; reports lead back to our message, and none says read', async () => {
  const { send, events, told, gateway, pass, phones } = await connectedWorld();
  const sent = await send();
  expect(phones.messages(ANA)).toMatchObject([{ side: 'business', channel: 'sms', text: 'We are on it' }]);
  await pass(10_000);
  const providerId = sent.ok ? sent.value.providerId : '';
  expect(told.every((call) => gateway.verify(asWebhook(call), NOW).ok)).toBe(true);
  expect(events()).toMatchObject(['sent', 'delivered'].map((status) => ({ kind: 'report', status, key, providerId })));
  expect(phones.messages(ANA)).toMatchObject([{ id: providerId, status: 'delivered' }]);
});

test('on WhatsApp the service window holds, and an SMS does not open it', async () => {
  const { carrier, send, onWhatsApp, pass } = await connectedWorld();
  const refused = { ok: false, failure: { reason: 'window-closed', code: '63016' } };
  carrier.customerWrites({ ...sms, text: 'Hello' });
  expect(await send(onWhatsApp)).toMatchObject(refused);
  carrier.customerWrites({ ...whatsApp, text: 'Hello' });
  expect(await send(onWhatsApp)).toMatchObject({ ok: true });
  await pass(25 * HOUR);
  expect(await send(onWhatsApp)).toMatchObject(refused);
  expect(await send()).toMatchObject({ ok: true });
});

test('a closed window may be told by a report instead', async () => {
  const { carrier, send, onWhatsApp, pass, events } = await connectedWorld();
  carrier.setSwitches({ lateRefusals: true });
  expect(await send(onWhatsApp)).toMatchObject({ ok: true });
  await pass(1_000);
  expect(events()).toMatchObject([{ status: 'failed', key, failure: { reason: 'window-closed', code: '63016' } }]);
});

test('after STOP nothing is sent any more, until START', async () => {
  const { carrier, send, pass, events } = await connectedWorld();
  carrier.customerWrites({ ...sms, text: ' Stop ' });
  expect(await send()).toMatchObject({ failure: { reason: 'opted-out', code: '21610' } });
  carrier.customerWrites({ ...sms, text: 'START' });
  expect(await send()).toMatchObject({ ok: true });
  await pass(400);
  expect(events()).toMatchObject([{ content: { text: ' Stop ' } }, { content: { text: 'START' } }]);
});

describe('a webhook that is not taken', () => {
  test('does not come again by itself', async () => {
    const { carrier, told, answers, pass, phones } = await connectedWorld();
    answers.push(503);
    carrier.customerWrites({ ...sms, text: 'Hello' });
    await pass(HOUR);
    expect(told).toHaveLength(1);
    expect(phones.messages(ANA)).toMatchObject([{ status: 'sent' }]);
  });

  test('comes again where the address asks for it', async () => {
    const { carrier, told, answers, pass, gateway } = await connectedWorld(`${ADDRESS}#rc=3&rp=all`);
    answers.push(503, 503);
    carrier.customerWrites({ ...sms, text: 'Hello' });
    await pass(HOUR);
    expect(told.map(({ url }) => url)).toEqual([ADDRESS, ADDRESS, ADDRESS]);
    expect(gateway.verify(asWebhook(told[2]!), NOW)).toEqual({ ok: true });
  });
});

test.each([
  ['an impossible number', { to: { kind: 'phone', phone: parsePhoneNumber('+1234')! } }, 'unreachable', '21211'],
  ['a sender that is not ours', { from: '+1999' }, 'account', '21606'],
  ['a WhatsApp sender that is not ours', { channel: 'whatsapp', from: '+1999' }, 'account', '63007'],
  ['a text that is too long', { content: textContent('x'.repeat(1_601)) }, 'too-long', '21617'],
  ['no text', { content: textContent('') }, 'empty', '21602'],
  ['a report address that is none', { statusUrl: 'nowhere' }, 'refused', '21609'],
] as const)('a send with %s is refused in the words of Twilio', async (...[, part, reason, code]) => {
  const { send } = await connectedWorld();
  expect(await send(part)).toMatchObject({ ok: false, failure: { reason, code } });
});

test('another token is refused', async () => {
  const { carrier, gateway } = await connectedWorld();
  const reply = await carrier.handle({ ...asCall(gateway.check(NOW)), headers: { authorization: 'Basic xxx' } });
  expect([reply.status, bodyOf(reply)]).toMatchObject([401, { code: 20003 }]);
});

test.each([
  ['429', { reason: 'rate-limited', retryAfterSeconds: 5 }],
  ['500', { reason: 'provider-down' }],
  ['refuse', { reason: 'unreachable', code: '21614' }],
] as const)('the fault %s answers instead of Twilio, and the phone shows nothing', async (kind, failure) => {
  const { send, state, phones } = await connectedWorld();
  state.faults = [{ at: 'carrier.send', kind, times: 1 }];
  expect(await send()).toMatchObject({ ok: false, failure });
  expect(phones.messages(ANA)).toEqual([]);
});

test('the check of the gateway lists the numbers for SMS', async () => {
  const { carrier, gateway } = await connectedWorld();
  const { status, headers, body } = await carrier.handle(asCall(gateway.check(NOW)));
  expect(gateway.readCheck({ status, headers, body: String(body) })).toMatchObject({
    value: { numbers: [{ receiver: '+385951006719', channels: ['sms'] }] },
  });
});

test('a sent message can be fetched and listed, with its status', async () => {
  const { carrier, gateway, send, pass } = await connectedWorld();
  const sent = await send();
  await pass(10_000);
  const { url, headers } = gateway.check(NOW);
  const read = async (path: string) => {
    const reply = await carrier.handle({
      method: 'GET',
      url: url.replace(/IncomingPhoneNumbers.*/, path),
      headers,
      body: '',
    });
    return bodyOf(reply);
  };
  const sid = sent.ok ? sent.value.providerId : '';
  const message = { sid, status: 'delivered', body: 'We are on it', date_created: 'Fri, 20 Nov 2026 09:00:00 +0000' };
  expect(await read(`Messages/${sid}.json`)).toMatchObject(message);
  expect(await read('Messages.json')).toMatchObject({ messages: [message] });
  expect(await read('Messages/SM0.json')).toMatchObject({ code: 20404 });
});
