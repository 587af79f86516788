import { parsePhoneNumber } from '../../../src/domain/ids';
import type { OutboundContent } from '../../../src/providers/outboundMessage';
import { textContent } from '../../providers/webhookRequest';
import { connectedWorld, key, NOW, NUMBER } from './birdPlatformWorld';
import { ANA, asCall, asWebhook, bodyOf } from './carrierWorld';

const HOUR = 3_600_000;
const sms = { from: ANA, channel: 'sms', to: NUMBER } as const;
const whatsApp = { from: ANA, channel: 'whatsapp', to: NUMBER } as const;

test('a WhatsApp message arrives signed, and the gateway reads it', async () => {
  const { carrier, verdicts, events, pass, phones } = await connectedWorld();
  const { id } = carrier.customerWrites({ ...whatsApp, text: 'Grüße + 😀 &', identity: 'both' });
  await pass(1_000);
  expect(verdicts()).toEqual([{ ok: true }]);
  expect(events()).toMatchObject([
    {
      kind: 'message',
      receiver: NUMBER,
      channel: 'whatsapp',
      providerId: id,
      from: [{ phone: ANA }, { kind: 'whatsapp-user', userId: expect.stringMatching(/^HR\.\d{18}$/) as string }],
      content: { kind: 'text', text: 'Grüße + 😀 &' },
    },
  ]);
  expect(phones.messages(ANA)).toMatchObject([{ id, side: 'customer', status: 'delivered' }]);
});

test('an SMS arrives on the same number, and a hidden number on WhatsApp as the user id alone', async () => {
  const { carrier, events, pass } = await connectedWorld();
  carrier.customerWrites({ ...sms, text: 'Hello' });
  carrier.customerWrites({ ...whatsApp, text: 'Hello', identity: 'user-id' });
  await pass(1_000);
  expect(events()).toMatchObject([
    { channel: 'sms', receiver: NUMBER, from: [{ phone: ANA }] },
    { channel: 'whatsapp', from: [{ kind: 'whatsapp-user' }] },
  ]);
});

test.each(['image', 'video', 'audio', 'voice', 'document', 'sticker'] as const)(
  '%s is told as what it is',
  async (kind) => {
    const { carrier, events, pass } = await connectedWorld();
    carrier.customerWrites({ ...whatsApp, media: { kind } });
    await pass(1_000);
    expect(events()).toMatchObject([{ content: { kind: 'media', media: { kind } } }]);
  },
);

test('a file is found at its address with the key, and nothing else is', async () => {
  const { carrier, events, pass, gateway, ask } = await connectedWorld();
  carrier.customerWrites({ ...whatsApp, media: { kind: 'document', mimeType: 'application/pdf' } });
  await pass(1_000);
  const [event] = events();
  const file = event?.kind === 'message' && event.content.kind === 'media' ? event.content.media : undefined;
  const request = file && gateway.media?.toRequest(file, NOW);
  const reply = await carrier.handle(asCall(request!));
  expect([reply.status, reply.headers['content-type']]).toEqual([200, 'application/pdf']);
  expect((await carrier.handle({ ...asCall(request!), headers: {} })).status).toBe(401);
  expect((await ask('/v1/whatsapp/media/wmd_0')).status).toBe(410);
});

test('reactions, edits and deletions are only named, and open no window', async () => {
  const { carrier, events, pass, send } = await connectedWorld();
  carrier.customerWrites({ ...whatsApp, reaction: { target: 'wam_1', emoji: '👍' } });
  carrier.customerWrites({ ...whatsApp, edit: { target: 'wam_1', text: 'Two' } });
  carrier.customerWrites({ ...whatsApp, deletion: { target: 'wam_1' } });
  await pass(1_000);
  expect(events().map((event) => event.kind === 'message' && event.content)).toMatchObject(
    ['reaction', 'edit', 'revoke'].map((description) => ({ description, aboutAnother: true })),
  );
  await send();
  await pass(1_000);
  expect(events().at(-1)).toMatchObject({ status: 'failed', failure: { reason: 'window-closed' } });
});

test('reports lead back to our message, up to read', async () => {
  const { carrier, send, events, verdicts, pass, phones } = await connectedWorld();
  carrier.customerWrites({ ...whatsApp, text: 'Hello' });
  const sent = await send();
  await pass(10_000);
  const providerId = sent.ok ? sent.value.providerId : '';
  const statuses = ['accepted', 'sent', 'delivered', 'read'];
  expect(verdicts().every(({ ok }) => ok)).toBe(true);
  expect(events().filter(({ kind }) => kind === 'report')).toMatchObject(
    statuses.map((status) => ({ kind: 'report', status, key, providerId, receiver: NUMBER })),
  );
  expect(phones.messages(ANA)).toMatchObject([{}, { id: providerId, text: 'We are on it', status: 'read' }]);
});

test('an SMS goes out at any time, costs something and is never read', async () => {
  const { send, events, pass, phones } = await connectedWorld();
  await send({ channel: 'sms' });
  await pass(10_000);
  expect(events()).toMatchObject(
    ['accepted', 'sent', 'delivered'].map((status) => ({ channel: 'sms', status, price: { currency: 'USD' } })),
  );
  expect(phones.messages(ANA)).toMatchObject([{ channel: 'sms', status: 'delivered' }]);
});

test('outside the service window a message is accepted, fails by a report and is never shown; a template arrives', async () => {
  const { carrier, send, events, pass, phones } = await connectedWorld();
  carrier.customerWrites({ ...whatsApp, text: 'Hello' });
  await pass(25 * HOUR);
  expect(await send()).toMatchObject({ ok: true });
  await pass(1_000);
  expect(events().at(-1)).toMatchObject({
    status: 'failed',
    key,
    failure: { reason: 'window-closed', code: 'service_window_expired/131047' },
  });
  const template = { id: 'back_again', name: 'back_again', language: 'en', body: ['Ana'], buttons: [] };
  await send({ key: `${key}1`, content: { kind: 'template', template } });
  expect(phones.messages(ANA)).toMatchObject([{ text: 'Hello' }, { template: 'back_again' }]);
});

test('after STOP Bird rejects what is sent, until START', async () => {
  const { carrier, send, events, pass } = await connectedWorld();
  carrier.customerWrites({ ...sms, text: ' Stop ' });
  await send({ channel: 'sms' });
  await pass(1_000);
  expect(events().at(-1)).toMatchObject({ status: 'failed', failure: { reason: 'opted-out' } });
  carrier.customerWrites({ ...sms, text: 'START' });
  await send({ channel: 'sms', key: `${key}1` });
  await pass(10_000);
  expect(events().at(-1)).toMatchObject({ status: 'delivered' });
});

test.each([
  ['image', { media: { kind: 'image', caption: 'Look' } }],
  ['voice', { media: { kind: 'voice' } }],
  ['document', { media: { kind: 'document', caption: 'Look', fileName: 'invoice 7.pdf' } }],
] as const)('a file sent by its link is on the phone: %s', async (kind, shown) => {
  const { carrier, send, phones, links } = await connectedWorld();
  carrier.customerWrites({ ...whatsApp, text: 'Hello' });
  const file = { kind, link: 'https://files.example/1', mimeType: 'x/y', fileName: 'invoice 7.pdf' };
  links[file.link] = { status: 200, headers: {}, body: 'bytes' };
  const content: OutboundContent = { kind: 'media', file, caption: 'Look' };
  expect(await send({ content })).toMatchObject({ ok: true });
  expect(phones.messages(ANA)[1]).toMatchObject({ side: 'business', ...shown });
});

test('a repetition of a send gets the first answer and is sent once; the key with another text is refused', async () => {
  const { carrier, send, phones, pass } = await connectedWorld();
  carrier.customerWrites({ ...whatsApp, text: 'Hello' });
  const first = await send();
  expect(await send()).toEqual(first);
  expect(phones.messages(ANA)).toHaveLength(2);
  expect(await send({ content: textContent('Other') })).toMatchObject({ failure: { code: 'idempotency_key_reuse' } });
  await pass(4 * HOUR);
  expect(await send()).not.toEqual(first);
});

test('a webhook that is not taken comes again for days, each time with a fresh signature', async () => {
  const { carrier, told, answers, pass, gateway } = await connectedWorld();
  answers.push(503, 503, 503);
  carrier.customerWrites({ ...whatsApp, text: 'Hello' });
  await pass(HOUR);
  expect(told).toHaveLength(4);
  expect(new Set(told.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  const times = told.map(({ headers }) => Number(headers['webhook-timestamp']) * 1_000);
  expect(told.map((call, index) => gateway.verify(asWebhook(call), new Date(times[index]!)))).toEqual(
    told.map(() => ({ ok: true })),
  );
  expect(times[3]! - times[0]!).toBeGreaterThan(30 * 60_000);
});

test.each([
  ['an impossible number', { to: { kind: 'phone', phone: parsePhoneNumber('+1234')! } }, 'unreachable'],
  ['an unknown user', { to: { kind: 'whatsapp-user', userId: 'HR.1' } }, 'unreachable'],
  ['a sender that is not ours', { from: '+1999' }, 'account'],
  ['an SMS from a sender that is not ours', { channel: 'sms', from: '+1999' }, 'account'],
  ['an SMS of more than 12 segments', { channel: 'sms', content: textContent('x'.repeat(1_837)) }, 'refused'],
  ['no text', { content: textContent('') }, 'refused'],
] as const)('a send with %s is refused in the words of Bird', async (...[, part, reason]) => {
  const { send } = await connectedWorld();
  expect(await send(part)).toMatchObject({ ok: false, failure: { reason } });
});

test('the check knows a good key from another', async () => {
  const { carrier, gateway } = await connectedWorld();
  const checked = async (headers: Readonly<Record<string, string>>) => {
    const reply = await carrier.handle({ ...asCall(gateway.check(NOW)), headers });
    return gateway.readCheck({ status: reply.status, headers: reply.headers, body: String(reply.body) });
  };
  expect(await checked(gateway.check(NOW).headers)).toMatchObject({ ok: true });
  expect(await checked({ authorization: 'Bearer bk_eu1_other' })).toMatchObject({
    failure: 'Bird does not accept the API key. Bird says: The API key is not valid.',
  });
});

test.each([
  ['429', { reason: 'rate-limited', retryAfterSeconds: 5 }],
  ['500', { reason: 'provider-down' }],
  ['refuse', { reason: 'unreachable' }],
] as const)(
  'the fault %s answers instead of Bird, the phone shows nothing, and a repetition is a first send',
  async (kind, failure) => {
    const { carrier, send, state, phones } = await connectedWorld();
    carrier.customerWrites({ ...whatsApp, text: 'Hello' });
    state.faults = [{ at: 'carrier.send', kind, times: 1 }];
    expect(await send()).toMatchObject({ ok: false, failure });
    expect(phones.messages(ANA)).toHaveLength(1);
    expect(await send()).toMatchObject({ ok: true });
  },
);

test('a sent message can be read and listed, with its status', async () => {
  const { send, ask, pass } = await connectedWorld();
  const sent = await send({ channel: 'sms' });
  await pass(10_000);
  const id = sent.ok ? sent.value.providerId : '';
  expect(bodyOf(await ask(`/v1/sms/messages/${id}`))).toMatchObject({ id, status: 'delivered', text: 'We are on it' });
  expect(bodyOf(await ask('/v1/sms/messages'))).toMatchObject({ data: [{ id }] });
  expect(bodyOf(await ask('/v1/whatsapp/messages'))).toMatchObject({ data: [] });
  expect((await ask('/v1/whatsapp/messages/wam_0')).status).toBe(404);
});

test('the console takes https addresses only, and those of a sandbox on this machine', async () => {
  const { carrier } = await connectedWorld();
  expect(await carrier.setWebhook('http://localhost:4400/webtrigger/inbound/a/b')).toMatchObject({ ok: true });
  expect(await carrier.setWebhook('http://example.com')).toMatchObject({ ok: false });
  expect(await carrier.setWebhook('nowhere')).toMatchObject({ ok: false });
});
