import { parseJsonBody } from './vonageCase';

const key = '10000.00000000000000000000000000000001.1:000002';
const statusPath = `/status/${encodeURIComponent(key)}`;
const report = {
  message_uuid: 'u-1',
  to: '385991903327',
  from: '4930901820',
  timestamp: '2026-11-20T09:59:30.250Z',
  channel: 'whatsapp',
};
const read = (part: object, suffix?: string) => parseJsonBody({ ...report, ...part }, suffix);
const withCode = (code: number | string) => ({
  status: 'rejected',
  error: {
    type: `https://developer.vonage.com/api-errors/messages#${code}`,
    title: code,
    detail: 'In the words of Vonage',
  },
});

test('a report names its receiver, leads back to our message and tells its time and price', () => {
  const usage = { currency: 'EUR', price: '0.0333' };
  expect(read({ status: 'delivered', usage }, statusPath)).toEqual({
    events: [
      {
        kind: 'report',
        receiver: '+4930901820',
        channel: 'whatsapp',
        providerId: 'u-1',
        key,
        status: 'delivered',
        price: { amount: '0.0333', currency: 'EUR' },
        at: Date.parse('2026-11-20T09:59:30.250Z'),
      },
    ],
    ignored: [],
  });
});

test('a report that names no sender leads back by the address it came to', () => {
  const [event] = read({ status: 'delivered', from: undefined }, statusPath).events;
  expect(event).toMatchObject({ kind: 'report', key, status: 'delivered', channel: 'whatsapp' });
  expect(event).not.toHaveProperty('receiver');
});

test('what came to another address leads back by its id alone, whatever reference it carries', () => {
  expect(read({ status: 'read', client_ref: 'of another app' }).events[0]).not.toHaveProperty('key');
});

test.each([
  ['accepted', 'accepted'],
  ['submitted', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
])('%s is %s', (spelled, status) => {
  expect(read({ status: spelled }).events).toMatchObject([{ status }]);
});

test.each([
  [1000, 'rate-limited'],
  [1022, 'template'],
  [1050, 'opted-out'],
  [1070, 'account'],
  [1120, 'account'],
  [1170, 'unreachable'],
  [1190, 'unreachable'],
  [1210, 'account'],
  [1240, 'opted-out'],
  [1300, 'unreachable'],
  [1331, 'provider-down'],
  [1340, 'window-closed'],
  [1381, 'media'],
  [1999, 'refused'],
])('a rejection with the code %i is %s', (code, reason) => {
  const failure = { reason, code: String(code), detail: 'In the words of Vonage' };
  expect(read(withCode(code)).events).toMatchObject([{ status: 'failed', failure }]);
});

test('a title that is a number is the code where the type names none', () => {
  const error = { type: 'about:blank', title: 1340, detail: 'Too late' };
  const failure = { reason: 'window-closed', code: '1340', detail: 'Too late' };
  expect(read({ status: 'undeliverable', error }).events).toMatchObject([{ status: 'failed', failure }]);
});

test.each([[undefined], ['odd'], [{}], [{ title: 'Words' }]])('a failure with the error %j is refused', (error) => {
  expect(read({ status: 'undeliverable', error }).events).toMatchObject([
    { status: 'failed', failure: { reason: 'refused', code: 'undeliverable' } },
  ]);
});

test.each([
  ['a status nobody knows', { status: 'teleported' }, 'status teleported'],
  ['a failover report that names neither end', { status: 'delivered', from: undefined }, 'report without a sender'],
])('%s is left out', (_, part, reason) => {
  expect(read(part)).toEqual({ events: [], ignored: [reason] });
});

test.each([
  { price: 'free', currency: 'EUR' },
  { price: '-1', currency: 'EUR' },
  { price: '0.03', currency: '<b>' },
])('a price that is none is no price, and the report counts: %j', (usage) => {
  const [event] = read({ status: 'delivered', usage }, statusPath).events;
  expect(event).toMatchObject({ kind: 'report', status: 'delivered' });
  expect(event).not.toHaveProperty('price');
});
