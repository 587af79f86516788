import type { OutboundContent } from '../../../src/providers/outboundMessage';
import { ANA, asCall, asWebhook, BEGINS } from './carrierWorld';
import { connectedWorld, key, NOW, SMS, sms, WHATSAPP, whatsApp } from './infobipWorld';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test('an SMS arrives with Basic authorization, and the gateway reads it', async () => {
  const { carrier, gateway, told, events, pass, phones } = await connectedWorld();
  const { id } = carrier.customerWrites({ ...sms, text: 'Grüße + 😀 &' });
  await pass(1_000);
  expect(told.map((call) => gateway.verify(asWebhook(call), NOW))).toEqual([{ ok: true }]);
  expect(events()).toEqual([
    {
      kind: 'message',
      receiver: SMS,
      receiverDisplay: SMS,
      channel: 'sms',
      providerId: id,
      from: [{ kind: 'phone', phone: ANA }],
      content: { kind: 'text', text: 'Grüße + 😀 &' },
      at: BEGINS,
    },
  ]);
  expect(phones.messages(ANA)).toMatchObject([{ id, side: 'customer', status: 'delivered' }]);
});

test('on WhatsApp the name of the profile and the addresses that the customer shows are told', async () => {
  const { carrier, events, pass } = await connectedWorld();
  carrier.customerWrites({ ...whatsApp, text: 'Hello', identity: 'both', name: 'Ana H.' });
  carrier.customerWrites({ ...whatsApp, text: 'Hello', identity: 'user-id', name: '' });
  carrier.customerWrites({ ...whatsApp, text: 'Hello' });
  await pass(1_000);
  const phone = { kind: 'phone', phone: ANA };
  const user = { kind: 'whatsapp-user', userId: expect.stringMatching(/^HR\.\d{18}$/) as string };
  expect(events()).toMatchObject([{ name: 'Ana H.', from: [phone, user] }, { from: [user] }, { from: [phone] }]);
  expect(events()[1]).not.toHaveProperty('name');
});

test('reactions and quotes are told; edits and deletions stay on the phone, for Infobip passes none on', async () => {
  const { carrier, events, pass, phones } = await connectedWorld();
  const { id } = carrier.customerWrites({ ...whatsApp, text: 'One' });
  carrier.customerWrites({ ...whatsApp, text: 'Two', quotes: id });
  carrier.customerWrites({ ...whatsApp, reaction: { target: id, emoji: '👍' } });
  carrier.customerWrites({ ...whatsApp, reaction: { target: id } });
  carrier.customerWrites({ ...whatsApp, edit: { target: id, text: 'Three' } });
  carrier.customerWrites({ ...whatsApp, deletion: { target: id } });
  await pass(1_000);
  expect(events()).toMatchObject([
    { content: { kind: 'text' } },
    { quotes: id },
    { content: { kind: 'reaction', target: id, emoji: '👍' } },
    { content: { kind: 'reaction', target: id } },
  ]);
  expect(phones.messages(ANA)[0]).toMatchObject({ deleted: true });
});

test('a file is there at the address in the webhook, for the key of the account alone', async () => {
  const { carrier, gateway, events, pass } = await connectedWorld();
  carrier.customerWrites({ ...whatsApp, media: { kind: 'image', caption: 'Look' } });
  carrier.customerWrites({ ...whatsApp, media: { kind: 'document', fileName: 'invoice.pdf' } });
  await pass(1_000);
  const contents = events().map((event) => event.kind === 'message' && event.content);
  expect(contents).toMatchObject([
    { kind: 'media', media: { kind: 'image' }, caption: 'Look' },
    { kind: 'media', media: { kind: 'document', fileName: 'invoice.pdf' } },
  ]);
  const [first] = contents;
  const request = first && first.kind === 'media' ? gateway.media?.toRequest(first.media, NOW) : undefined;
  expect(await carrier.handle(asCall(request!))).toMatchObject({
    status: 200,
    headers: { 'content-type': 'image/jpeg' },
  });
  expect((await carrier.handle({ ...asCall(request!), headers: {} })).status).toBe(401);
  expect((await carrier.handle({ ...asCall(request!), url: `${request!.url}00` })).status).toBe(404);
});

test('an SMS is on the phone at once and ticks as it is delivered; the report leads back without any header', async () => {
  const { send, gateway, told, events, pass, phones } = await connectedWorld();
  expect(await send()).toMatchObject({ ok: true, value: { status: 'accepted' } });
  expect(phones.messages(ANA)).toMatchObject([{ side: 'business', text: 'We are on it', from: SMS, status: 'sent' }]);
  await pass(10_000);
  expect(told.map((call) => [call.headers.authorization, gateway.verify(asWebhook(call), NOW)])).toEqual([
    [undefined, { ok: true }],
  ]);
  expect(events()).toMatchObject([
    {
      kind: 'report',
      key,
      receiver: SMS,
      channel: 'sms',
      status: 'delivered',
      price: { amount: '0.01', currency: 'EUR' },
    },
  ]);
  expect(phones.messages(ANA)).toMatchObject([{ status: 'delivered' }]);
});

test('on WhatsApp the report that it was seen follows, and neither names a sender', async () => {
  const { carrier, send, onWhatsApp, told, events, pass, phones } = await connectedWorld();
  carrier.customerWrites({ ...whatsApp, text: 'Hello' });
  await pass(1_000);
  await send(onWhatsApp);
  await pass(10_000);
  expect(events().slice(1)).toMatchObject([
    { kind: 'report', key, receiver: WHATSAPP, channel: 'whatsapp', status: 'delivered' },
    { kind: 'report', key, receiver: WHATSAPP, channel: 'whatsapp', status: 'read' },
  ]);
  expect(String(told[1]?.body)).not.toMatch(/447860099299|10000\./);
  expect(phones.messages(ANA)[1]).toMatchObject({ status: 'read' });
});

test('outside the window a text is taken and fails in a report; a template arrives', async () => {
  const { carrier, send, onWhatsApp, events, pass, phones } = await connectedWorld();
  carrier.customerWrites({ ...whatsApp, text: 'Hello' });
  await pass(25 * HOUR);
  expect(await send(onWhatsApp)).toMatchObject({ ok: true });
  await pass(10_000);
  expect(events()[1]).toMatchObject({ status: 'failed', failure: { reason: 'window-closed', code: '7010' } });
  expect(phones.messages(ANA)).toHaveLength(1);
  const buttons = [{ index: 0, kind: 'quick-reply', value: 'yes' }] as const;
  const template = { id: 'case_update', name: 'case_update', language: 'en', body: ['Ana', '7'], buttons };
  await send({ ...onWhatsApp, content: { kind: 'template', template } });
  expect(phones.messages(ANA)[1]).toMatchObject({ template: 'case_update' });
});

test('a customer who hides the number is answered by the user id', async () => {
  const { carrier, send, onWhatsApp, pass, phones, state } = await connectedWorld();
  carrier.customerWrites({ ...whatsApp, text: 'Hello', identity: 'user-id' });
  await pass(1_000);
  const { userIds } = state.carrier as { userIds: Record<string, string> };
  await send({ ...onWhatsApp, to: { kind: 'whatsapp-user', userId: userIds[ANA]! } });
  expect(phones.messages(ANA)[1]).toMatchObject({ text: 'We are on it' });
});

test.each(['image', 'video', 'audio', 'voice', 'document', 'sticker'] as const)(
  'a file of the kind %s goes by link and shows on the phone',
  async (kind) => {
    const { carrier, send, onWhatsApp, pass, phones, links } = await connectedWorld();
    carrier.customerWrites({ ...whatsApp, text: 'Hello' });
    await pass(1_000);
    const file = { kind, link: 'https://files.example.com/1', mimeType: 'application/x', fileName: 'a.pdf' };
    links[file.link] = { status: 200, headers: {}, body: 'bytes' };
    const content: OutboundContent = { kind: 'media', file, caption: 'Look' };
    expect(await send({ ...onWhatsApp, content })).toMatchObject({ ok: true });
    expect(phones.messages(ANA)[1]).toMatchObject({ media: { kind } });
  },
);

test('what is not answered with 2xx comes again after 1, 2, 5 and 10 minutes', async () => {
  const { carrier, told, answers, pass } = await connectedWorld();
  answers.push(503, 500, 401, 503, 200);
  carrier.customerWrites({ ...sms, text: 'Hello' });
  const counts: number[] = [];
  for (const minutes of [0.5, 1, 2, 5, 10, 60]) {
    await pass(minutes * MINUTE);
    counts.push(told.length);
  }
  expect(counts).toEqual([1, 2, 3, 4, 5, 5]);
});
