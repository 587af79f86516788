import { faultsFrom } from '../../sandbox/faults';

test('a fault strikes where it is planned, as often as planned', () => {
  const faults = faultsFrom({ faults: [] });
  faults.set([{ at: 'kvs.get', kind: '500', times: 1 }]);
  expect(faults.take('kvs.set')).toBeUndefined();
  expect(faults.take('kvs.get')?.kind).toBe('500');
  expect(faults.take('kvs.get')).toBeUndefined();
});

test('a star matches every call of a place, or every call', () => {
  const faults = faultsFrom({ faults: [] });
  faults.set([{ at: 'jira.*', kind: '429', times: 1, retryAfterSeconds: 30 }]);
  expect(faults.take('carrier.send')).toBeUndefined();
  expect(faults.take('jira.comment')?.retryAfterSeconds).toBe(30);
  faults.set([{ at: '*', kind: 'refuse', times: 1 }]);
  expect(faults.take('carrier.send')?.kind).toBe('refuse');
});

test('a fault lets the calls it skips pass', () => {
  const faults = faultsFrom({ faults: [] });
  faults.set([{ at: '*', kind: 'crash-before', times: 1, skip: 2 }]);
  expect(['a', 'b', 'c', 'd'].map((at) => faults.take(at)?.kind)).toEqual([
    undefined,
    undefined,
    'crash-before',
    undefined,
  ]);
});

test('whoever handles only some kinds leaves the others to the next', () => {
  const faults = faultsFrom({ faults: [] });
  faults.set([{ at: 'carrier.send', kind: '429', times: 1 }]);
  expect(faults.take('carrier.send', ['crash-before'])).toBeUndefined();
  expect(faults.take('carrier.send')?.kind).toBe('429');
});
