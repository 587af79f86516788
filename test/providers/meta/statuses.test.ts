import { metaBody, metaGateway, signedByMeta } from './metaCase';

const parse = (status: object) =>
  metaGateway().parse(signedByMeta(metaBody({ statuses: [{ id: 'wamid.1', timestamp: '1795165200', ...status }] })));

test('a report names message, key, status and time', () => {
  expect(parse({ status: 'sent', biz_opaque_callback_data: 'key-1' }).events).toEqual([
    {
      kind: 'report',
      receiver: '200000000000001',
      channel: 'whatsapp',
      providerId: 'wamid.1',
      key: 'key-1',
      status: 'sent',
      at: 1_795_165_200_000,
    },
  ]);
});

test.each([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['played', 'read'],
])('%s is %s', (spelled, status) => {
  expect(parse({ status: spelled }).events).toMatchObject([{ status }]);
});

test('a failure has our reason, the code and the words of Meta', () => {
  const error = {
    code: 131047,
    title: 'Re-engagement message',
    error_data: { details: 'More than 24 hours have passed.' },
  };
  expect(parse({ status: 'failed', errors: [error] }).events).toMatchObject([
    {
      status: 'failed',
      failure: { reason: 'window-closed', code: '131047', detail: 'More than 24 hours have passed.' },
    },
  ]);
});

test('a failure without an error is refused', () => {
  expect(parse({ status: 'failed' }).events).toMatchObject([{ status: 'failed', failure: { reason: 'refused' } }]);
});

test('a status nobody knows, and one of a group, are left out with their reason', () => {
  expect(parse({ status: 'warning' })).toEqual({ events: [], ignored: ['status warning'] });
  expect(parse({ status: 'read', recipient_type: 'group' })).toEqual({ events: [], ignored: ['group status'] });
});

test.each([
  [130429, 'rate-limited'],
  [131048, 'rate-limited'],
  [131056, 'too-fast'],
])('%s in a status is %s, as it is in an answer', (code, reason) => {
  const events = parse({ status: 'failed', errors: [{ code, title: 'Too many' }] }).events;
  expect(events).toMatchObject([{ status: 'failed', failure: { reason } }]);
});
