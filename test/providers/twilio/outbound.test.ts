import { sentContent } from '../../../src/providers/twilio/sentContent';
import type { OutboundMessage } from '../../../src/providers/outboundMessage';
import { NOW, requestOf } from '../webhookRequest';
import { smsToAna, twilioGateway } from './twilioCase';

const gateway = twilioGateway();
const formOf = (message: OutboundMessage) => Object.fromEntries(new URLSearchParams(requestOf(gateway, message).body));

test('an SMS is the request Twilio documents', () => {
  const { body, ...request } = requestOf(gateway, smsToAna);
  expect(request).toEqual({
    method: 'POST',
    url: 'https://api.twilio.com/2010-04-01/Accounts/AC0123456789abcdef0123456789abcdef/Messages.json',
    headers: {
      authorization: `Basic ${btoa('AC0123456789abcdef0123456789abcdef:fedcba9876543210fedcba9876543210')}`,
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
    },
  });
  expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
    To: '+385991903327',
    From: '+385951006719',
    Body: 'Hallo Ana & Co. + Gruß 👀',
    StatusCallback: smsToAna.statusUrl,
  });
});

test.each([
  [7_200, '7200'],
  [36_000, '36000'],
  [86_400, '36000'],
  [0, '1'],
])('X22 an SMS that may wait %i seconds for its phone may wait %s at Twilio, which takes 10 hours', (wish, period) => {
  expect(formOf({ ...smsToAna, validitySeconds: wish })).toMatchObject({ ValidityPeriod: period });
});

test('an SMS to a user without a number is refused before it goes out', () => {
  const message = { ...smsToAna, to: { kind: 'whatsapp-user', userId: 'HR.1' } } as const;
  expect(gateway.toRequest(message, NOW)).toEqual({ ok: false, failure: { reason: 'no-address' } });
});

test('X22 a WhatsApp message never says how long it may wait', () => {
  const message = { ...smsToAna, channel: 'whatsapp' as const, validitySeconds: 7_200 };
  expect(formOf(message)).not.toHaveProperty('ValidityPeriod');
});

test('on WhatsApp both ends have the prefix, once', () => {
  const message = { ...smsToAna, channel: 'whatsapp' as const };
  expect(formOf({ ...message, from: '+14155238886' })).toMatchObject({
    To: 'whatsapp:+385991903327',
    From: 'whatsapp:+14155238886',
  });
  expect(formOf({ ...message, from: 'whatsapp:+14155238886' })).toMatchObject({ From: 'whatsapp:+14155238886' });
});

test('a WhatsApp user without a phone number is answered by the user id', () => {
  const to = { kind: 'whatsapp-user', userId: 'HR.123' } as const;
  expect(formOf({ ...smsToAna, channel: 'whatsapp', to })).toMatchObject({ To: 'whatsapp:HR.123' });
});

test.each([
  [400, 21610, 'opted-out'],
  [400, 63016, 'window-closed'],
  [400, 21211, 'unreachable'],
  [401, 20003, 'credentials'],
  [400, 21617, 'too-long'],
  [400, 21606, 'account'],
])('HTTP %i with the code %i is %s', (status, code, reason) => {
  const body = JSON.stringify({ code, message: 'In the words of Twilio', status });
  const failure = { reason, code: String(code), detail: 'In the words of Twilio' };
  expect(gateway.readAnswer({ status, headers: {}, body })).toEqual({ ok: false, failure });
});

test('HTTP 500 with Twilio’s own internal error leaves open whether the message went', () => {
  const body = JSON.stringify({ code: 20500, message: 'Internal server error', status: 500 });
  expect(gateway.readAnswer({ status: 500, headers: {}, body })).toEqual({
    ok: false,
    failure: { reason: 'provider-down' },
  });
});

test('a good webhook is answered with empty TwiML: any other text would go to the customer', () => {
  expect(gateway.acknowledgement).toEqual({
    status: 200,
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body: '<Response/>',
  });
});

test.each<[string, object, object]>([
  [
    'by the names of its variables, wherever they stand',
    {
      header: { kind: 'text', value: '7', name: '3' },
      body: ['Ana', 'Friday'],
      placeholders: ['1', 'day'],
      buttons: [{ index: 0, kind: 'url', value: '7', name: '3' }],
    },
    { 1: 'Ana', 3: '7', day: 'Friday' },
  ],
  [
    'numbered through where it was stored before names were kept',
    {
      header: { kind: 'text', value: '7' },
      body: ['Ana', 'Friday'],
      buttons: [{ index: 0, kind: 'url', value: 'x7' }],
    },
    { 1: '7', 2: 'Ana', 3: 'Friday', 4: 'x7' },
  ],
])('a template’s values go %s', (_, part, variables) => {
  const template = { id: 'HX1', name: 'order', language: 'en', body: [], buttons: [], ...part };
  const sent = sentContent({ kind: 'template', template });
  expect(sent.ContentSid).toBe('HX1');
  expect(JSON.parse(sent.ContentVariables ?? '{}')).toEqual(variables);
});
