import { newLedger } from '../../../sandbox/ledger';
import { summarize } from '../../../sandbox/world/ledgerSummary';

test('traffic is counted by function and kind, from the moment asked for', () => {
  const ledger = newLedger();
  ledger.record({ at: 1, kind: 'queue', events: 9, function: 'inbound' });
  ledger.record({ at: 10, kind: 'invocation', function: 'inbound', ms: 4 });
  ledger.record({ at: 11, kind: 'invocation', function: 'inbound', ms: 6 });
  ledger.record({ at: 12, kind: 'kvs', what: 'read', bytes: 100, keys: 3, function: 'inbound' });
  ledger.record({ at: 13, kind: 'kvs', what: 'transaction', bytes: 500, keys: 2, function: 'inbound' });
  ledger.record({ at: 14, kind: 'queue', events: 1, function: 'inbound' });
  ledger.record({
    at: 15,
    kind: 'jira',
    method: 'POST',
    path: '/rest/api/3/issue',
    points: 1,
    status: 201,
    function: 'perform',
  });
  ledger.record({
    at: 16,
    kind: 'jira',
    method: 'POST',
    path: '/rest/api/3/search/jql',
    points: 2,
    status: 200,
    function: 'perform',
  });
  ledger.record({ at: 17, kind: 'carrier', method: 'POST', provider: 'meta' });
  ledger.ack = { roundTrips: 3, ms: 40 };

  expect(summarize(ledger, 10)).toEqual({
    since: '1970-01-01T00:00:00.010Z',
    invocations: { inbound: { count: 2, ms: 10 } },
    kvs: { reads: 1, writes: 0, transactions: 1, readBytes: 100, writeBytes: 500, keysRead: 3, keysWritten: 2 },
    queue: { pushes: 1, events: 1 },
    jira: { calls: 2, writes: 1, points: 3 },
    carriers: { meta: 1 },
    ack: { roundTrips: 3, ms: 40 },
  });
});
