import { ana, CHANNEL, inboundEvent, key, outboundEvent, parseEvent } from './birdCase';

const phone = { kind: 'phone', phone: ana };
const url = 'https://media.nest.messagebird.com/workspaces/w/media/m';

test.each([
  ['whatsapp.inbound', 'whatsapp'],
  ['sms.inbound', 'sms'],
])('a message of %s names its channel, sender, words and time', (event, channel) => {
  expect(parseEvent(inboundEvent({}, event))).toEqual({
    events: [
      {
        kind: 'message',
        receiver: CHANNEL,
        receiverDisplay: '+31970010240126',
        channel,
        providerId: 'm1',
        from: [phone],
        content: { kind: 'text', text: 'The printer is on fire' },
        at: 1_795_168_770_000,
      },
    ],
    ignored: [],
  });
});

test.each([
  [
    'image',
    { images: [{ mediaUrl: url, altText: 'Look' }] },
    { kind: 'media', media: { kind: 'image', providerId: url }, caption: 'Look' },
  ],
  [
    'image',
    { images: [{ mediaUrl: url }], text: 'Look' },
    { kind: 'media', media: { kind: 'image', providerId: url }, caption: 'Look' },
  ],
  [
    'file',
    { files: [{ mediaUrl: url, contentType: 'application/pdf', filename: 'r.pdf' }] },
    { kind: 'media', media: { kind: 'document', providerId: url, mimeType: 'application/pdf', fileName: 'r.pdf' } },
  ],
  [
    'file',
    { files: [{ mediaUrl: url, contentType: 'audio/ogg' }] },
    { kind: 'media', media: { kind: 'audio', providerId: url, mimeType: 'audio/ogg' } },
  ],
  [
    'file',
    { files: [{ mediaUrl: url, contentType: 'video/mp4' }] },
    { kind: 'media', media: { kind: 'video', providerId: url, mimeType: 'video/mp4' } },
  ],
  [
    'location',
    { coordinates: { latitude: 37.4, longitude: -122.1 }, location: { address: '101 Forest Ave', label: 'Philz' } },
    { kind: 'location', latitude: 37.4, longitude: -122.1, name: 'Philz', address: '101 Forest Ave' },
  ],
  ['image', 'odd', { kind: 'unsupported', description: 'image' }],
  ['list', {}, { kind: 'unsupported', description: 'list' }],
  ['reaction', {}, { kind: 'unsupported', description: 'reaction', aboutAnother: true }],
])('a body of the type %s with %j is read as what it is', (type, part, content) => {
  expect(parseEvent(inboundEvent({ body: { type, [type]: part } })).events).toMatchObject([{ content }]);
});

test('a user id is kept beside the phone, or stands alone', () => {
  const user = { kind: 'whatsapp-user', userId: 'HR.123456789012345678' };
  const meta = { extraInformation: { whatsappbsuid: user.userId } };
  const sender = { contact: { identifierKey: 'whatsappbsuid', identifierValue: user.userId } };
  expect(parseEvent(inboundEvent({ meta })).events).toMatchObject([{ from: [phone, user] }]);
  expect(parseEvent(inboundEvent({ meta, sender })).events).toMatchObject([
    { from: [user], at: Date.parse('2026-11-20T09:59:31Z') },
  ]);
});

test.each([
  ['Ana Horvat', 'Ana Horvat'],
  [' Bo ', 'Bo'],
  ['🌸', '🌸'],
  ['.', undefined],
  ['+385 99 190 3327', undefined],
  [7, undefined],
])('the name of a profile that Bird notes as %j is %j', (noted, name) => {
  const contact = { identifierKey: 'phonenumber', identifierValue: ana, annotations: { name: noted } };
  const [event] = parseEvent(inboundEvent({ sender: { contact } })).events;
  expect(event?.kind === 'message' && event.name).toBe(name);
});

test('a pressed button is a choice with what stands behind it, whether the text says it again or not', () => {
  const actions = [{ type: 'postback', postback: { text: 'Yes', payload: 'yes-1' } }];
  const replyTo = { id: 'm0', type: 'click' };
  const pressed = { content: { kind: 'choice', text: 'Yes', payload: 'yes-1' }, quotes: 'm0' };
  for (const text of ['Yes', '', undefined])
    expect(parseEvent(inboundEvent({ body: { type: 'text', text: { text, actions } }, replyTo })).events).toMatchObject(
      [pressed],
    );
});

test('actions that are no pressed button leave the text as it is', () => {
  for (const actions of ['odd', [], [{ type: 'link', link: {} }], [{ type: 'postback', postback: {} }]])
    expect(parseEvent(inboundEvent({ body: { type: 'text', text: { text: 'Hi', actions } } })).events).toMatchObject([
      { content: { kind: 'text', text: 'Hi' } },
    ]);
});

test('the advertisement that opened the chat goes with the message', () => {
  const told = (referral: unknown) => parseEvent(inboundEvent({ meta: { referral } })).events;
  const referral = { title: 'Printers', text: 'All new', metadata: { source_url: 'https://fb.me/ad' } };
  const read = { url: 'https://fb.me/ad', headline: 'Printers', body: 'All new' };
  expect(told(referral)).toMatchObject([{ referral: read, at: Date.parse('2026-11-20T09:59:31Z') }]);
  expect(told({ title: 'Printers' })).toMatchObject([{ referral: { headline: 'Printers' } }]);
  for (const odd of ['odd', {}, { metadata: 1 }]) expect(told(odd)[0]).not.toHaveProperty('referral');
});

test.each(['image', 'file'])('an %s whose list is empty keeps its words', (type) => {
  const part = { images: [], files: ['odd'], text: 'Look' };
  expect(parseEvent(inboundEvent({ body: { type, [type]: part } })).events).toMatchObject([
    { content: { kind: 'text', text: 'Look' } },
  ]);
});

test('a reply names what it quotes', () => {
  expect(parseEvent(inboundEvent({ replyTo: { id: 'm0', type: 'message' } })).events).toMatchObject([{ quotes: 'm0' }]);
});

test('a report leads back to our message by its reference', () => {
  expect(parseEvent(outboundEvent()).events).toEqual([
    {
      kind: 'report',
      receiver: CHANNEL,
      channel: 'whatsapp',
      providerId: 'm2',
      key,
      status: 'delivered',
      at: Date.parse('2026-11-20T09:59:31Z'),
    },
  ]);
});

test.each([
  ['accepted', 'accepted'],
  ['processing', 'accepted'],
  ['sent', 'sent'],
  ['read', 'read'],
  ['rejected', 'failed'],
  ['sending_failed', 'failed'],
  ['delivery_failed', 'failed'],
])('the status %s is %s', (spelled, status) => {
  expect(parseEvent(outboundEvent({ status: spelled }, 'sms.outbound')).events).toMatchObject([
    { channel: 'sms', status },
  ]);
});

test.each([
  [
    { failure: { code: 131047, description: 'Too late' } },
    { reason: 'window-closed', code: '131047', detail: 'Too late' },
  ],
  [{ failure: { code: 7, description: 'Hm' } }, { reason: 'refused', code: '7', detail: 'Hm' }],
  [{ reason: 'no route' }, { reason: 'refused', code: 'delivery_failed', detail: 'no route' }],
])('a failure told as %j has our reason and the words of Bird', (more, failure) => {
  expect(parseEvent(outboundEvent({ status: 'delivery_failed', ...more })).events).toMatchObject([{ failure }]);
});

test.each([
  ['whatsapp', '131047', 'window-closed'],
  ['whatsapp', 131053, 'media'],
  ['sms-messagebird', '1', 'unreachable'],
  ['sms-messagebird', '13', 'blocked'],
  ['sms-messagebird', '103', 'opted-out'],
  ['accounting', 'no_balance', 'refused'],
])('the platform %s says %s, whatever Bird calls it: %s', (name, code, reason) => {
  const failure = { code: 15001, description: 'Hm', source: { name, code } };
  expect(parseEvent(outboundEvent({ status: 'delivery_failed', failure })).events).toMatchObject([
    { failure: { reason, code: String(code), detail: 'Hm' } },
  ]);
});

const interaction = (payload: object = {}) => ({
  service: 'channels',
  event: 'whatsapp.interaction',
  payload: { type: 'read', messageId: 'm2', channelId: CHANNEL, createdAt: '2026-11-20T09:59:31.000Z', ...payload },
});

test('that a message was read is told apart, by its id and perhaps our key', () => {
  const read = {
    kind: 'report',
    receiver: CHANNEL,
    channel: 'whatsapp',
    providerId: 'm2',
    status: 'read',
    at: Date.parse('2026-11-20T09:59:31Z'),
  };
  expect(parseEvent(interaction()).events).toEqual([read]);
  expect(parseEvent(interaction({ messageReference: key })).events).toEqual([{ ...read, key }]);
});

test('what staff write in the Inbox is an echo, told once', () => {
  expect(parseEvent(outboundEvent({ reference: '', status: 'sent' })).events).toMatchObject([
    { kind: 'echo', to: [phone], content: { text: 'We are on it' }, providerId: 'm2' },
  ]);
  expect(parseEvent(outboundEvent({ reference: '', status: 'delivered' })).events).toMatchObject([{ kind: 'report' }]);
});

test.each([
  ['an unknown status', outboundEvent({ status: 'unheard_of' }), 'status unheard_of'],
  ['a click', interaction({ type: 'clicked' }), 'interaction clicked'],
  ['an interaction with nothing', interaction({ messageId: undefined }), 'unreadable interaction'],
  ['an event of another kind', inboundEvent({}, 'voice.inbound'), 'event voice.inbound'],
  ['a message of nobody', inboundEvent({ sender: {} }), 'message without a sender'],
  ['a message without an id', inboundEvent({ id: '' }), 'unreadable message'],
  ['a list', [], 'unreadable body'],
])('%s is left out with its reason', (_, event, reason) => {
  expect(parseEvent(event)).toEqual({ events: [], ignored: [reason] });
});
