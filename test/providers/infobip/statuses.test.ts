import { atReportAddress, infobipGateway, parseBody, smsToAna, whatsAppToAna } from './infobipCase';

const gateway = infobipGateway();
const noError = { id: 0, groupId: 0, groupName: 'OK' };
const report = (part: object = {}) => ({
  messageId: 'm-1',
  to: '385991903327',
  doneAt: '2026-11-20T09:01:56.494-0300',
  status: { id: 5, groupId: 3, name: 'DELIVERED_TO_HANDSET' },
  error: noError,
  ...part,
});
const eventOf = (part: object, message = whatsAppToAna) =>
  gateway.parse(atReportAddress({ results: [report(part)] }, message)).events[0];
const statusOf = (id: number, groupId: number) => eventOf({ status: { id, groupId } });

test('a report at the address of its message leads back to it, and says from which number on which channel', () => {
  for (const message of [smsToAna, whatsAppToAna])
    expect(gateway.parse(atReportAddress({ results: [report()] }, message))).toEqual({
      events: [
        {
          kind: 'report',
          key: message.key,
          receiver: '+385951006719',
          channel: message.channel,
          providerId: 'm-1',
          status: 'delivered',
          at: Date.parse('2026-11-20T12:01:56.494Z'),
        },
      ],
      ignored: [],
    });
});

test("at the connection's own address the callback data says the same", () => {
  const callbackData = `sms +385951006719 ${smsToAna.key}`;
  expect(parseBody({ results: [report({ callbackData })] }).events).toMatchObject([
    { kind: 'report', key: smsToAna.key, receiver: '+385951006719', channel: 'sms', status: 'delivered' },
  ]);
});

test.each([undefined, '', 'callbackData', 'fax +1 2', 'sms  key', 'sms +1 key more'])(
  'the callback data "%s" is none of ours: another tool sent that message',
  (callbackData) => {
    const ignored = ['report about a message sent elsewhere'];
    expect(parseBody({ results: [report({ callbackData })] })).toEqual({ events: [], ignored });
  },
);

test('a report that the message was seen is read, at the time it was seen', () => {
  const seen = { messageId: 'm-1', sentAt: '2026-11-20T09:00:00.000+0000', seenAt: '2026-11-20T09:05:00.000+0000' };
  expect(gateway.parse(atReportAddress({ results: [seen] })).events).toMatchObject([
    { status: 'read', key: whatsAppToAna.key, at: Date.parse('2026-11-20T09:05:00Z') },
  ]);
});

test.each([
  [7, 1, 'accepted'],
  [26, 1, 'accepted'],
  [3, 1, 'sent'],
  [2, 3, 'sent'],
  [5, 3, 'delivered'],
  [29, 4, 'sent'],
  [9, 2, 'failed'],
  [15, 4, 'failed'],
  [12, 5, 'failed'],
  // Numbers nobody knows yet: the group tells.
  [901, 1, 'accepted'],
  [902, 3, 'delivered'],
  [903, 2, 'failed'],
])('the status %i of the group %i is %s', (id, groupId, status) => {
  expect(statusOf(id, groupId)).toMatchObject({ status });
});

test('a status of a group nobody knows is left out', () => {
  const results = [report({ status: { id: 77, groupId: 42 } })];
  expect(gateway.parse(atReportAddress({ results }))).toEqual({ events: [], ignored: ['status 77'] });
});

describe('why it failed', () => {
  const failureOf = (status: object, error: object = noError) => {
    const event = eventOf({ status, error });
    return event?.kind === 'report' ? event.failure : undefined;
  };
  const undelivered = { id: 9, groupId: 2 };

  test.each([
    [7010, 'window-closed'],
    [7033, 'marketing-stopped'],
    [7003, 'blocked'],
    [7002, 'unreachable'],
    [7009, 'template'],
    [7014, 'media'],
    [7017, 'rate-limited'],
    [7016, 'account'],
    [7019, 'account'],
    [7032, 'capped'],
    [7050, 'provider-down'],
    [1, 'unreachable'],
  ])('the error %i is %s', (id, reason) => {
    expect(failureOf(undelivered, { id, groupId: 1, description: 'In the words of Infobip' })).toEqual({
      reason,
      code: String(id),
      detail: 'In the words of Infobip',
    });
  });

  test('an error nobody knows leaves the reason to the status, and is still named', () => {
    const rejected = { id: 12, groupId: 5, description: 'Not enough credits' };
    expect(failureOf(rejected, { id: 4242, name: 'EC_NEW' })).toEqual({
      reason: 'account',
      code: '4242',
      detail: 'EC_NEW',
    });
  });

  test.each([
    [12, 5, 'account'],
    [14, 5, 'opted-out'],
    [25, 5, 'too-long'],
    [20, 5, 'too-fast'],
    [4, 2, 'refused'],
    [999, 4, 'unreachable'],
    [999, 5, 'refused'],
  ])(
    'without an error the status %i of the group %i is %s, and the code says that it is a status',
    (id, groupId, reason) => {
      const description = 'In the words of Infobip';
      expect(failureOf({ id, groupId, description })).toEqual({ reason, code: `status ${id}`, detail: description });
    },
  );
});

describe('what it costs', () => {
  const priceOf = (part: object) => {
    const event = eventOf(part);
    return event?.kind === 'report' ? event.price : undefined;
  };

  test.each([
    [{ price: { pricePerMessage: 0.21, currency: 'BRL' } }, '0.21'],
    [{ price: { pricePerMessage: 0.1, currency: 'BRL' }, messageCount: 3 }, '0.3'],
    [{ price: { pricePerMessage: 0.0075, currency: 'BRL' }, smsCount: 2 }, '0.015'],
    [{ price: { pricePerMessage: 10, currency: 'BRL' } }, '10'],
    [{ price: { pricePerMessage: 0, currency: 'BRL' } }, '0'],
    [{ price: { pricePerMessage: 1e-7, currency: 'BRL' } }, '0.0000001'],
  ])('%j costs %s, all parts together', (part, amount) => {
    expect(priceOf(part)).toEqual({ amount, currency: 'BRL' });
  });

  test.each([
    { pricePerMessage: 0, currency: 'UNKNOWN' },
    { pricePerMessage: -1, currency: 'EUR' },
    { currency: 'EUR' },
    7,
  ])('%j is no price', (price) => {
    expect(eventOf({ price })).not.toHaveProperty('price');
  });
});
