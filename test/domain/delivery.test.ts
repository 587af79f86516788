import fc from 'fast-check';
import { advance, queuedAt, type Delivery, type DeliveryStatus } from '../../src/domain/delivery';

const STATUSES: readonly DeliveryStatus[] = ['queued', 'unknown', 'accepted', 'sent', 'failed', 'delivered', 'read'];
const failure = { reason: 'unreachable' } as const;
const after = (...statuses: readonly DeliveryStatus[]): Delivery =>
  statuses.reduce(
    (current, status, index) => advance(current, { status, at: index + 1, ...(status === 'failed' && { failure }) }),
    queuedAt(0),
  );

test('a delivery climbs from queued to read and keeps each step with its time', () => {
  expect(after('accepted', 'sent', 'delivered', 'read')).toEqual({
    status: 'read',
    history: [
      { status: 'queued', at: 0 },
      { status: 'accepted', at: 1 },
      { status: 'sent', at: 2 },
      { status: 'delivered', at: 3 },
      { status: 'read', at: 4 },
    ],
  });
});

test('a late sent after read is history only', () => {
  expect(after('read', 'sent')).toMatchObject({ status: 'read', history: [{}, {}, { status: 'sent', at: 2 }] });
});

test('a failure keeps its reason', () => {
  expect(after('accepted', 'failed')).toMatchObject({ status: 'failed', failure });
});

test('delivered after failed clears the failure: operators report late', () => {
  const delivery = after('failed', 'delivered');
  expect(delivery.status).toBe('delivered');
  expect(delivery).not.toHaveProperty('failure');
});

test('failed after delivered is history only', () => {
  const delivery = after('delivered', 'failed');
  expect(delivery.status).toBe('delivered');
  expect(delivery).not.toHaveProperty('failure');
});

test('an unknown outcome is resolved by any report', () => {
  expect(after('unknown', 'accepted').status).toBe('accepted');
  expect(after('unknown', 'failed').status).toBe('failed');
});

test('a repeated report changes nothing, not even the reference', () => {
  const sent = after('sent');
  expect(advance(sent, { status: 'sent', at: 99 })).toBe(sent);
});

test('the status never goes back but from failed to delivered or read, whatever the order of reports', () => {
  const rank = (status: DeliveryStatus) => STATUSES.indexOf(status);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...STATUSES), { maxLength: 15 }), (reports) => {
      let current = queuedAt(0);
      for (const status of reports) {
        const next = advance(current, { status, at: 1 });
        expect(rank(next.status)).toBeGreaterThanOrEqual(rank(current.status));
        current = next;
      }
      expect(current.status).toBe(STATUSES[Math.max(0, ...reports.map(rank))]);
      expect(current.history.length).toBeLessThanOrEqual(STATUSES.length);
    }),
  );
});
