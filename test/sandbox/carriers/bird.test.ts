import { parsePhoneNumber } from '../../../src/domain/ids';
import type { OutboundContent } from '../../../src/providers/outboundMessage';
import { textContent } from '../../providers/webhookRequest';
import { connectedWorld, key, NOW, sms, whatsApp } from './birdWorld';
import { ANA, asCall, asWebhook, BEGINS } from './carrierWorld';

const HOUR = 3_600_000;

test('a WhatsApp message arrives signed, and the gateway reads it', async () => {
  const { carrier, verdicts, events, pass, phones, channelOf } = await connectedWorld();
  const { id } = carrier.customerWrites({
    ...whatsApp,
    text: 'Grüße + 😀 &',
    identity: 'both',
    quotes: 'm0',
    name: 'Ana',
  });
  await pass(1_000);
  expect(verdicts()).toEqual([{ ok: true }]);
  expect(events()).toEqual([
    {
      kind: 'message',
      receiver: channelOf('whatsapp'),
      receiverDisplay: whatsApp.to,
      channel: 'whatsapp',
      providerId: id,
      from: [
        { kind: 'phone', phone: ANA },
        { kind: 'whatsapp-user', userId: expect.stringMatching(/^HR\.\d{18}$/) as string },
      ],
      name: 'Ana',
      content: { kind: 'text', text: 'Grüße + 😀 &' },
      quotes: 'm0',
      at: BEGINS,
    },
  ]);
  expect(phones.messages(ANA)).toMatchObject([{ id, side: 'customer', status: 'delivered' }]);
});

test('an SMS names its channel; a WhatsApp user may show no number', async () => {
  const { carrier, events, pass, channelOf } = await connectedWorld();
  carrier.customerWrites({ ...sms, text: 'Hello' });
  carrier.customerWrites({ ...whatsApp, text: 'Hello', identity: 'user-id' });
  await pass(1_000);
  expect(events()).toMatchObject([
    { channel: 'sms', receiver: channelOf('sms'), from: [{ phone: ANA }] },
    { channel: 'whatsapp', from: [{ kind: 'whatsapp-user' }] },
  ]);
});

test('a WhatsApp user who shows no number is answered by their user id, and the reports name it', async () => {
  const { carrier, told, send, state, pass, phones } = await connectedWorld();
  carrier.customerWrites({ ...whatsApp, text: 'Hello', identity: 'user-id' });
  const userId = (state.carrier as { userIds: Record<string, string> }).userIds[ANA]!;
  expect(await send({ to: { kind: 'whatsapp-user', userId } })).toMatchObject({ ok: true });
  await pass(10_000);
  expect(phones.messages(ANA)).toMatchObject([{}, { side: 'business', text: 'We are on it', status: 'read' }]);
  const contacts = [{ identifierKey: 'whatsappbsuid', identifierValue: userId }];
  expect(JSON.parse(String(told.at(-1)?.body))).toMatchObject({ payload: { receiver: { contacts } } });
});

test.each([
  ['image', 'image'],
  ['sticker', 'image'],
  ['video', 'video'],
  ['audio', 'audio'],
  ['voice', 'audio'],
  ['document', 'document'],
] as const)('%s is told as %s, and its bytes are found with the key alone', async (kind, told) => {
  const { carrier, events, pass, gateway } = await connectedWorld();
  carrier.customerWrites({ ...whatsApp, media: { kind, caption: 'Look' } });
  await pass(1_000);
  const [event] = events();
  expect(event).toMatchObject({ content: { kind: 'media', media: { kind: told }, caption: 'Look' } });
  const media = event?.kind === 'message' && event.content.kind === 'media' ? event.content.media : undefined;
  const request = gateway.media!.toRequest(media!, NOW)!;
  const status = async (call: typeof request) => (await carrier.handle(asCall(call))).status;
  expect(await status(request)).toBe(200);
  expect(await status({ ...request, headers: {} })).toBe(401);
  expect(await status({ ...request, url: `${request.url}0` })).toBe(404);
});

test('a reaction is only named and opens no window; edits, deletions and new numbers are not passed on', async () => {
  const { carrier, events, pass, send } = await connectedWorld();
  carrier.customerWrites({ ...whatsApp, reaction: { target: 'm0', emoji: '👍' } });
  carrier.customerWrites({ ...whatsApp, edit: { target: 'm0', text: 'Two' } });
  carrier.customerWrites({ ...whatsApp, deletion: { target: 'm0' } });
  carrier.customerWrites({ ...whatsApp, newPhone: '+385991111111' });
  await pass(1_000);
  expect(events()).toMatchObject([{ content: { description: 'reaction', aboutAnother: true } }]);
  await send();
  await pass(1_000);
  expect(events().at(-1)).toMatchObject({ failure: { reason: 'window-closed' } });
});

test('reports lead back to our message; that it was read is told apart', async () => {
  const { carrier, send, events, verdicts, pass, phones, channelOf } = await connectedWorld();
  carrier.customerWrites({ ...whatsApp, text: 'Hello' });
  const sent = await send();
  await pass(10_000);
  const providerId = sent.ok ? sent.value.providerId : '';
  const statuses = ['accepted', 'sent', 'delivered', 'read'];
  expect(verdicts().every(({ ok }) => ok)).toBe(true);
  expect(events().filter(({ kind }) => kind === 'report')).toMatchObject(
    statuses.map((status) => ({ status, key, providerId, receiver: channelOf('whatsapp') })),
  );
  expect(phones.messages(ANA)).toMatchObject([{}, { id: providerId, text: 'We are on it', status: 'read' }]);
});

test('an SMS goes out at any time and is never read', async () => {
  const { send, events, pass, bySms, phones } = await connectedWorld();
  await send(bySms);
  await pass(10_000);
  expect(events()).toMatchObject(['accepted', 'sent', 'delivered'].map((status) => ({ channel: 'sms', status, key })));
  expect(phones.messages(ANA)).toMatchObject([{ channel: 'sms', status: 'delivered' }]);
});

test('outside the service window a message is accepted, fails by a report and is never shown', async () => {
  const { carrier, send, events, pass, phones } = await connectedWorld();
  carrier.customerWrites({ ...whatsApp, text: 'Hello' });
  await pass(25 * HOUR);
  expect(await send()).toMatchObject({ ok: true });
  await pass(1_000);
  expect(events().at(-1)).toMatchObject({
    status: 'failed',
    key,
    failure: { reason: 'window-closed', code: '131047' },
  });
  expect(phones.messages(ANA)).toHaveLength(1);
});

test('after STOP an SMS fails by a report, until START', async () => {
  const { carrier, send, events, pass, bySms } = await connectedWorld();
  carrier.customerWrites({ ...sms, text: ' Stop ' });
  await send(bySms);
  await pass(1_000);
  expect(events().at(-1)).toMatchObject({ status: 'failed', failure: { reason: 'opted-out', code: '103' } });
  carrier.customerWrites({ ...sms, text: 'START' });
  await send({ ...bySms, key: `${key}1` });
  await pass(10_000);
  expect(events().at(-1)).toMatchObject({ status: 'delivered' });
});

const LINK = 'https://files.example/1';
const fileOf = (kind: 'image' | 'document', mimeType: string): OutboundContent => ({
  kind: 'media',
  file: { kind, link: LINK, mimeType, fileName: 'offer.pdf' },
  caption: 'Look',
});

test.each([
  ['image', 'image/jpeg', { kind: 'image', caption: 'Look' }],
  ['document', 'application/pdf', { kind: 'document', caption: 'Look', fileName: 'offer.pdf' }],
] as const)('a file sent by its link is on the phone: %s', async (kind, mimeType, media) => {
  const { carrier, send, links, phones } = await connectedWorld();
  carrier.customerWrites({ ...whatsApp, text: 'Hello' });
  links[LINK] = { status: 200, headers: { 'content-type': mimeType }, body: new Uint8Array([1, 2]) };
  expect(await send({ content: fileOf(kind, mimeType) })).toMatchObject({ ok: true });
  expect(phones.messages(ANA)[1]).toMatchObject({ side: 'business', media });
});

test('a link that gives no file is taken, and told as failed later', async () => {
  const { carrier, send, events, pass, phones } = await connectedWorld();
  carrier.customerWrites({ ...whatsApp, text: 'Hello' });
  expect(await send({ content: fileOf('image', 'image/jpeg') })).toMatchObject({ ok: true });
  await pass(1_000);
  expect(events().at(-1)).toMatchObject({ status: 'failed', failure: { reason: 'media', code: '131053' } });
  expect(phones.messages(ANA)).toHaveLength(1);
});

test('a webhook that is not taken comes again, each time with a fresh signature', async () => {
  const { carrier, told, answers, pass, gateway } = await connectedWorld();
  answers.push(503, 503, 503);
  carrier.customerWrites({ ...whatsApp, text: 'Hello' });
  await pass(HOUR);
  const times = told.map(({ headers }) => Number(headers['messagebird-request-timestamp']) * 1_000);
  expect(new Set(times).size).toBe(4);
  expect(told.map((call, index) => gateway.verify(asWebhook(call), new Date(times[index]!)))).toEqual(
    told.map(() => ({ ok: true })),
  );
});

test.each([
  ['an impossible number', { to: { kind: 'phone', phone: parsePhoneNumber('+1234')! } }],
  ['an unknown user', { to: { kind: 'whatsapp-user', userId: 'HR.1' } }],
  ['a channel that is not ours', { from: 'c0' }],
  ['a text that is too long', { content: textContent('x'.repeat(4_097)) }],
  ['no text', { content: textContent('') }],
] as const)('a send with %s is refused', async (...[, part]) => {
  const { send, carrier, phones } = await connectedWorld();
  carrier.customerWrites({ ...whatsApp, text: 'Hello' });
  expect(await send(part)).toMatchObject({ ok: false, failure: { reason: 'refused' } });
  expect(phones.messages(ANA)).toHaveLength(1);
});

test('the check knows a good key from another, and lists the channels', async () => {
  const { carrier, gateway, channelOf } = await connectedWorld();
  const checked = async (headers: Readonly<Record<string, string>>) => {
    const { status, headers: said, body } = await carrier.handle({ ...asCall(gateway.check(NOW)), headers });
    return gateway.readCheck({ status, headers: said, body: String(body) });
  };
  expect(await checked(gateway.check(NOW).headers)).toMatchObject({
    value: {
      numbers: [
        { receiver: channelOf('whatsapp'), display: whatsApp.to, channels: ['whatsapp'] },
        { receiver: channelOf('sms'), display: sms.to, channels: ['sms'] },
      ],
    },
  });
  expect(await checked({ authorization: 'AccessKey other' })).toMatchObject({ ok: false });
});

test.each([
  ['429', { reason: 'rate-limited', retryAfterSeconds: 5 }],
  ['500', { reason: 'provider-down' }],
  ['refuse', { reason: 'refused' }],
] as const)('the fault %s answers instead of Bird, and the phone shows nothing', async (kind, failure) => {
  const { carrier, send, state, phones } = await connectedWorld();
  carrier.customerWrites({ ...whatsApp, text: 'Hello' });
  state.faults = [{ at: 'carrier.send', kind, times: 1 }];
  expect(await send()).toMatchObject({ ok: false, failure });
  expect(phones.messages(ANA)).toHaveLength(1);
  expect(await send()).toMatchObject({ ok: true });
});
