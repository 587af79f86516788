import { parseEvent, toAna } from './birdPlatformCase';

const smsToAna = { ...toAna, whatsapp_id: null, sms_id: 'sms_2', from: '+385951006719', to: '+385991903327' };

test('a report names its receiver, our message and its time', () => {
  expect(parseEvent('whatsapp.delivered', toAna, '2026-11-20T09:59:58Z')).toEqual({
    events: [
      {
        kind: 'report',
        receiver: '+385951006719',
        channel: 'whatsapp',
        providerId: 'wam_2',
        key: '10000.00000000000000000000000000000001.1:000002',
        status: 'delivered',
        at: Date.parse('2026-11-20T09:59:58Z'),
      },
    ],
    ignored: [],
  });
});

test.each([
  ['whatsapp.accepted', 'accepted'],
  ['whatsapp.sent', 'sent'],
  ['whatsapp.read', 'read'],
  ['whatsapp.failed', 'failed'],
  ['whatsapp.rejected', 'failed'],
])('%s is %s', (type, status) => {
  expect(parseEvent(type, toAna).events).toMatchObject([{ status, providerId: 'wam_2' }]);
});

test.each([
  ['sms.accepted', 'accepted'],
  ['sms.sent', 'sent'],
  ['sms.delivered', 'delivered'],
  ['sms.undelivered', 'failed'],
  ['sms.failed', 'failed'],
  ['sms.rejected', 'failed'],
  ['sms.expired', 'failed'],
])('%s is %s', (type, status) => {
  expect(parseEvent(type, smsToAna).events).toMatchObject([{ channel: 'sms', status, providerId: 'sms_2' }]);
});

test.each([
  ['service_window_expired', 'window-closed'],
  ['recipient_suppressed', 'opted-out'],
  ['recipient_opted_out', 'opted-out'],
  ['undeliverable', 'unreachable'],
  ['invalid_destination', 'unreachable'],
  ['unreachable', 'unreachable'],
  ['landline_unreachable', 'unreachable'],
  ['blocked_by_recipient', 'blocked'],
  ['blocked_by_carrier', 'refused'],
  ['content_rejected', 'refused'],
  ['sender_unregistered', 'account'],
  ['insufficient_balance', 'account'],
  ['price_not_found', 'account'],
  ['rate_limited', 'rate-limited'],
  ['internal_error', 'provider-down'],
  ['provider_unavailable', 'provider-down'],
  ['unknown', 'refused'],
  ['a_code_of_tomorrow', 'refused'],
])('a failure with the code %s is %s, in the words of Bird', (code, reason) => {
  const error = { code, description: 'In the words of Bird', occurred_at: '2026-11-20T09:59:58Z' };
  expect(parseEvent('sms.failed', { ...smsToAna, error }).events).toMatchObject([
    { status: 'failed', failure: { reason, code, detail: 'In the words of Bird' } },
  ]);
});

test.each([{ meta_error_code: '131049' }, { carrier_error_code: '131049' }])(
  'what WhatsApp or the carrier said stands behind the code of Bird, and tells why',
  (behind) => {
    const error = { code: 'undeliverable', description: 'No', ...behind };
    expect(parseEvent('whatsapp.failed', { ...toAna, error }).events).toMatchObject([
      { failure: { reason: 'capped', code: 'undeliverable/131049' } },
    ]);
  },
);

test.each([
  ['131050', 'marketing-stopped'],
  ['130403', 'blocked-by-us'],
  ['7', 'opted-out'],
])('of a suppressed WhatsApp user the code %s of WhatsApp tells that it is %s', (meta_error_code, reason) => {
  const error = { code: 'recipient_suppressed', meta_error_code };
  expect(parseEvent('whatsapp.failed', { ...toAna, error }).events).toMatchObject([{ failure: { reason } }]);
});

test('a failure without an error is refused', () => {
  expect(parseEvent('whatsapp.failed', { ...toAna, error: null }).events).toMatchObject([
    { failure: { reason: 'refused' } },
  ]);
});

test('what an SMS cost comes with its report', () => {
  const cost = { amount: '0.00790', currency_code: 'USD', transaction_amount: '0.00790', passthrough_amount: null };
  expect(parseEvent('sms.sent', { ...smsToAna, cost }).events).toMatchObject([
    { price: { amount: '0.00790', currency: 'USD' } },
  ]);
  for (const odd of [null, { ...cost, amount: 'free' }, { ...cost, currency_code: 'dollars' }])
    expect(parseEvent('sms.sent', { ...smsToAna, cost: odd }).events[0]).not.toHaveProperty('price');
});

test('a report about a message of another program leads to no message of ours', () => {
  for (const metadata of [null, {}, { issue: 'SUP-1' }, { omnichat: 7 }])
    expect(parseEvent('whatsapp.sent', { ...toAna, metadata }).events[0]).not.toHaveProperty('key');
});

test('a report that names no sender leads back by what we put into the message', () => {
  const [event] = parseEvent('whatsapp.sent', { ...toAna, from: undefined }).events;
  expect(event).toMatchObject({ kind: 'report', key: toAna.metadata.omnichat, status: 'sent' });
  expect(event).not.toHaveProperty('receiver');
});

test.each([
  ['whatsapp.played', toAna, 'status played'],
  ['whatsapp.sent', { ...toAna, whatsapp_id: undefined }, 'report without a message'],
  ['whatsapp.sent', { ...toAna, from: { bsuid: 'x' }, metadata: {} }, 'report without a message'],
])('%s that says nothing to us is left out with its reason', (type, data, reason) => {
  expect(parseEvent(type, data)).toEqual({ events: [], ignored: [reason] });
});
