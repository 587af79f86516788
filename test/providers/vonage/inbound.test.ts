import fc from 'fast-check';
import { webhookRequest } from '../webhookRequest';
import { ana, mmsFromAna, parseJsonBody, smsFromAna, vonageGateway, whatsAppFromAna } from './vonageCase';

const phone = { kind: 'phone', phone: ana };
const text = { ...whatsAppFromAna, message_type: 'text', text: 'Hello' };
const at = Date.parse('2026-11-20T09:59:30Z');

test('an SMS names its receiver, sender, words and time', () => {
  expect(parseJsonBody(smsFromAna)).toEqual({
    events: [
      {
        kind: 'message',
        receiver: '+385951006719',
        receiverDisplay: '+385951006719',
        channel: 'sms',
        providerId: smsFromAna.message_uuid,
        from: [phone],
        content: { kind: 'text', text: 'Pisač + "mreža" ü 😀' },
        at,
      },
    ],
    ignored: [],
  });
});

test('the keyword of an SMS is its first word, not an opt-out that Vonage handled: our own rules read STOP', () => {
  const stop = { ...smsFromAna, text: 'STOP', sms: { num_messages: '1', keyword: 'STOP' } };
  expect(parseJsonBody(stop).events[0]).not.toHaveProperty('keyword');
});

test('a WhatsApp message tells the name of the profile', () => {
  expect(parseJsonBody(text).events).toMatchObject([{ channel: 'whatsapp', from: [phone], name: 'Ana Horvat' }]);
  expect(parseJsonBody({ ...text, profile: { name: ' ' } }).events[0]).not.toHaveProperty('name');
});

describe('who writes', () => {
  const user = { kind: 'whatsapp-user', userId: 'HR.13491208655302741918' };
  const fromOf = (part: object) => {
    const [event] = parseJsonBody({ ...text, ...part }).events;
    return event?.kind === 'message' ? event.from : undefined;
  };

  test('both addresses are kept, phone first', () => {
    expect(fromOf({ whatsapp: { sender: { user_id: user.userId } } })).toEqual([phone, user]);
  });

  test('somebody who hides the number is known by the user id, once', () => {
    expect(fromOf({ from: user.userId, whatsapp: { sender: { user_id: user.userId } } })).toEqual([user]);
    expect(fromOf({ from: user.userId })).toEqual([user]);
  });

  test('a number beside the user id is found', () => {
    const sender = { user_id: user.userId, wa_id: '385991903327' };
    expect(fromOf({ from: user.userId, whatsapp: { sender } })).toEqual([phone, user]);
  });

  test('a user id means nothing on SMS', () => {
    const odd = { ...smsFromAna, whatsapp: { sender: { user_id: user.userId } } };
    expect(parseJsonBody(odd).events).toMatchObject([{ from: [phone] }]);
    expect(parseJsonBody({ ...odd, from: user.userId }).events).toMatchObject([{ from: [{ kind: 'sender' }] }]);
  });

  test('a plus sign in front changes nothing', () => {
    expect(fromOf({ from: '+385991903327', to: '+4930901820' })).toEqual([phone]);
    expect(parseJsonBody({ ...text, to: '+4930901820' }).events).toMatchObject([{ receiver: '+4930901820' }]);
  });
});

test('a reply names the message it replies to; a reaction quotes nothing', () => {
  const context = { message_uuid: 'u-0', message_from: '4930901820' };
  expect(parseJsonBody({ ...text, context_status: 'available', context }).events).toMatchObject([{ quotes: 'u-0' }]);
  const reaction = {
    ...whatsAppFromAna,
    message_type: 'reaction',
    reaction: { action: 'react', emoji: '👍' },
    context,
  };
  expect(parseJsonBody(reaction).events[0]).not.toHaveProperty('quotes');
});

test('the post that somebody came from is kept as far as it is told', () => {
  const referral = { source_url: 'https://fb.me/1', headline: 'New', source_type: 'post' };
  expect(parseJsonBody({ ...text, whatsapp: { referral } }).events).toMatchObject([
    { referral: { url: 'https://fb.me/1', headline: 'New' } },
  ]);
});

test.each([
  ['2026-11-20T09:59:30Z', at],
  ['2026-11-20T09:59:30.250Z', at + 250],
  ['2026-11-20T10:59:30+01:00', at],
  ['2026-11-20T10:59:30.000+0100', at],
  ['2026-11-20T09:59:30', at],
  ['2026-11-20 09:59:30', at],
  ['yesterday', undefined],
  ['2026-11-20T25:99:30Z', undefined],
])('the time %s is read', (timestamp, expected) => {
  const [event] = parseJsonBody({ ...text, timestamp }).events;
  expect(event?.at).toBe(expected);
});

test('the parts of an MMS become one event per file, the words go with the first', () => {
  expect(parseJsonBody(mmsFromAna).events).toMatchObject([
    { channel: 'sms', content: { kind: 'media', media: { kind: 'image' }, caption: 'Both pages' } },
    { channel: 'sms', content: { kind: 'media', media: { kind: 'document', fileName: 'page2.pdf' } } },
  ]);
  const words = [
    { type: 'text', text: 'One' },
    { type: 'text', text: 'Two' },
  ];
  expect(parseJsonBody({ ...mmsFromAna, content: words }).events).toMatchObject([
    { providerId: mmsFromAna.message_uuid, content: { kind: 'text', text: 'One\nTwo' } },
  ]);
});

test.each([
  ['a channel we do not carry', { ...text, channel: 'messenger' }, 'channel messenger'],
  ['a channel with a long odd name', { ...text, channel: '<b>x</b>' }, 'channel unknown'],
  ['a message to nobody', { ...text, to: undefined }, 'message without a receiver'],
  ['neither message nor report', { ...whatsAppFromAna }, 'unknown event'],
  ['no message id', { ...text, message_uuid: undefined }, 'unreadable body'],
])('%s is left out with its reason', (_, body, reason) => {
  expect(parseJsonBody(body)).toEqual({ events: [], ignored: [reason] });
});

test('whatever the fields hold, reading does not throw and every webhook gives an event or a reason', () => {
  const part = fc.oneof(fc.string(), fc.jsonValue(), fc.constantFrom('text', 'reaction', 'content', 'whatsapp', 'sms'));
  const names = [...Object.keys(text), 'content', 'context', 'whatsapp', 'status', 'error', 'usage', 'reaction'];
  const body = fc.dictionary(fc.constantFrom(...names), part).map((odd) => JSON.stringify({ ...text, ...odd }));
  const gateway = vonageGateway();
  fc.assert(
    fc.property(body, (one) => {
      const { events, ignored } = gateway.parse(webhookRequest({ body: one }));
      expect(events.length + ignored.length).toBeGreaterThan(0);
    }),
  );
});
