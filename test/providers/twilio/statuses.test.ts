import { parseForm, twilioCredentials } from './twilioCase';

const form = {
  MessageSid: 'SM1',
  AccountSid: twilioCredentials.accountSid,
  From: 'whatsapp:+14155238886',
  To: 'whatsapp:+385991903327',
};
const reportOf = (more: Readonly<Record<string, string>>, suffix?: string) => parseForm({ ...form, ...more }, suffix);

test('a report names its receiver and leads back to our message by the address it came to', () => {
  const key = '10000.00000000000000000000000000000001.1:000002';
  expect(reportOf({ MessageStatus: 'delivered' }, `/status/${encodeURIComponent(key)}`)).toEqual({
    events: [
      {
        kind: 'report',
        receiver: '+14155238886',
        channel: 'whatsapp',
        providerId: 'SM1',
        key,
        status: 'delivered',
      },
    ],
    ignored: [],
  });
});

test('a report that names no sender leads back by the address it came to; without that it is left out', () => {
  const { From: _, ...nameless } = { ...form, MessageStatus: 'delivered' };
  const key = '10000.00000000000000000000000000000001.1:000002';
  expect(parseForm(nameless, `/status/${encodeURIComponent(key)}`).events).toEqual([
    { kind: 'report', channel: 'whatsapp', providerId: 'SM1', key, status: 'delivered' },
  ]);
  expect(parseForm(nameless).ignored).toEqual(['report without a message']);
});

test.each(['', '/status/', '/other/key', '/status/%E0%A4%A'])(
  'the address ending in "%s" leads to no message',
  (suffix) => {
    expect(reportOf({ MessageStatus: 'sent' }, suffix).events[0]).not.toHaveProperty('key');
  },
);

test.each([
  ['accepted', 'accepted'],
  ['scheduled', 'accepted'],
  ['queued', 'accepted'],
  ['sending', 'accepted'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
])('%s is %s', (MessageStatus, status) => {
  expect(reportOf({ MessageStatus }).events).toMatchObject([{ status }]);
});

test.each([
  ['63016', 'window-closed'],
  ['21610', 'opted-out'],
  ['63033', 'marketing-stopped'],
  ['30003', 'unreachable'],
  ['30007', 'refused'],
  ['63018', 'rate-limited'],
  ['30022', 'rate-limited'],
  ['99999', 'refused'],
])('a failure with the code %s is %s', (ErrorCode, reason) => {
  const failure = { reason, code: ErrorCode, detail: 'In the words of Twilio' };
  const more = { MessageStatus: 'undelivered', ErrorCode, ErrorMessage: 'In the words of Twilio' };
  expect(reportOf(more).events).toMatchObject([{ status: 'failed', failure }]);
});

test('a canceled message failed', () => {
  expect(reportOf({ MessageStatus: 'canceled' }).events).toMatchObject([
    { status: 'failed', failure: { reason: 'refused', code: 'canceled' } },
  ]);
});

test.each(['receiving', 'partially_delivered', 'unheard_of'])('the status %s is left out', (MessageStatus) => {
  expect(reportOf({ MessageStatus })).toEqual({ events: [], ignored: [`status ${MessageStatus}`] });
});
