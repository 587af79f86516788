import fc from 'fast-check';
import type { ContactAddress } from '../../src/domain/contact';
import type { PhoneNumber } from '../../src/domain/ids';
import { isSuppressed, recordSuppression } from '../../src/storage/suppression';
import { leavePlatform, onPlatform } from '../forge/onPlatform';

const ana: ContactAddress = { kind: 'phone', phone: '+385991903327' as PhoneNumber };
const jonas: ContactAddress = { kind: 'phone', phone: '+4915117607506' as PhoneNumber };

afterEach(leavePlatform);

test('nobody is suppressed who never said STOP', async () => {
  expect(await isSuppressed(onPlatform().ports, ana)).toBe(false);
});

test('STOP holds for that address until START', async () => {
  const { ports } = onPlatform();

  await recordSuppression(ports, ana, { state: 'stopped', at: 1 });
  expect([await isSuppressed(ports, ana), await isSuppressed(ports, jonas)]).toEqual([true, false]);

  await recordSuppression(ports, ana, { state: 'started', at: 2 });
  expect(await isSuppressed(ports, ana)).toBe(false);
});

test('A3 STOP and START hold for a phone with and without Brazil’s ninth digit', async () => {
  const { ports } = onPlatform();
  const long: ContactAddress = { kind: 'phone', phone: '+5511987654321' as PhoneNumber };
  const short: ContactAddress = { kind: 'phone', phone: '+551187654321' as PhoneNumber };

  await recordSuppression(ports, short, { state: 'stopped', at: 1 });
  expect([await isSuppressed(ports, long), await isSuppressed(ports, short)]).toEqual([true, true]);

  await recordSuppression(ports, long, { state: 'started', at: 2 });
  expect([await isSuppressed(ports, long), await isSuppressed(ports, short)]).toEqual([false, false]);
});

test('in whatever order words arrive, the last one said counts, and STOP where both were said at once', async () => {
  const words = fc.array(
    fc.record({ state: fc.constantFrom('stopped' as const, 'started' as const), at: fc.integer({ min: 1, max: 5 }) }),
    { minLength: 1, maxLength: 6 },
  );

  await fc.assert(
    fc.asyncProperty(words, async (arriving) => {
      const { ports } = onPlatform();
      for (const word of arriving) await recordSuppression(ports, ana, word);
      const last = Math.max(...arriving.map(({ at }) => at));
      const stopped = arriving.some(({ at, state }) => at === last && state === 'stopped');
      return (await isSuppressed(ports, ana)) === stopped;
    }),
    { numRuns: 40 },
  );
});

test('of words that arrive side by side the last one said counts', async () => {
  for (const [older, newer] of [
    ['started', 'stopped'],
    ['stopped', 'started'],
  ] as const) {
    const { ports } = onPlatform();

    await Promise.all([
      recordSuppression(ports, ana, { state: newer, at: 2 }),
      recordSuppression(ports, ana, { state: older, at: 1 }),
    ]);

    expect(await isSuppressed(ports, ana)).toBe(newer === 'stopped');
  }
});

test('what the head heard of this address counts by its time, as the record does', async () => {
  const { ports } = onPlatform();
  expect(await isSuppressed(ports, ana, { address: ana, at: 2, stopped: true })).toBe(true);
  expect(await isSuppressed(ports, ana, { address: jonas, at: 2, stopped: true })).toBe(false);

  await recordSuppression(ports, ana, { state: 'started', at: 3 });
  expect(await isSuppressed(ports, ana, { address: ana, at: 2, stopped: true })).toBe(false);

  await recordSuppression(ports, ana, { state: 'stopped', at: 4 });
  expect(await isSuppressed(ports, ana, { address: ana, at: 2, stopped: false })).toBe(true);
});

test('the record names no phone number', async () => {
  const { ports, state } = onPlatform();

  await recordSuppression(ports, ana, { state: 'stopped', at: 1 });

  expect(JSON.stringify(state.kvs)).not.toContain('385991903327');
});
