import { asConnectionId } from '../../src/domain/ids';
import { LOG_DAYS, LOG_PAGE, readDeliveryLog, writeDeliveryLog } from '../../src/storage/deliveryLog';
import { leavePlatform, onPlatform } from '../forge/onPlatform';

const connection = asConnectionId('c1');
const noon = Date.parse('2026-11-20T12:00:00Z');
const refused = (at: number, reason = 'wrong-signature') => ({ at, kind: 'refused-webhook', reason }) as const;

const failure = { kind: 'failed-send', reason: 'blocked', code: '131049' } as const;

let now = noon;
const clock = { now: () => now, sleep: async () => undefined, remainingMs: () => 20_000 };
const start = () => {
  now = noon;
  return onPlatform({ replaced: { clock } });
};

afterEach(leavePlatform);

test('entries of a kind are listed newest first, and many of another hide none', async () => {
  const { ports } = start();

  await writeDeliveryLog(ports, connection, refused(noon - 2_000, 'stale'));
  await writeDeliveryLog(ports, connection, refused(noon - 1_000));
  for (let minute = 0; minute < 110; minute += 1)
    await writeDeliveryLog(ports, connection, { at: noon + minute * 60_000, ...failure });

  expect(await readDeliveryLog(ports, connection, 'failed-send')).toHaveLength(LOG_PAGE);
  expect(await readDeliveryLog(ports, connection, 'refused-webhook')).toEqual([
    { version: 1, ...refused(noon - 1_000) },
    { version: 1, ...refused(noon - 2_000, 'stale') },
  ]);
});

test('another connection’s entries are not among them, even if its id begins alike', async () => {
  const { ports } = start();

  await writeDeliveryLog(ports, asConnectionId('c11'), refused(noon));

  expect(await readDeliveryLog(ports, connection, 'refused-webhook')).toEqual([]);
});

test('a flood of refused webhooks costs a bounded number of writes a minute', async () => {
  const { ports, ledger } = start();

  for (let index = 0; index < 200; index += 1) await writeDeliveryLog(ports, connection, refused(noon + index));

  expect(ledger.since(0).filter((entry) => entry.kind === 'kvs' && entry.what === 'write')).toHaveLength(20);
});

test('a full log still shows its newest entry', async () => {
  const { ports } = start();
  for (let minute = 0; minute < 130; minute += 1) {
    await writeDeliveryLog(ports, connection, refused(noon + minute * 60_000));
  }
  now = noon + 130 * 60_000;

  const entries = await readDeliveryLog(ports, connection, 'refused-webhook');

  expect([entries.length, entries[0]?.at]).toEqual([LOG_PAGE, noon + 129 * 60_000]);
});

test('an entry past its time is not shown, though the platform has not deleted it yet', async () => {
  const { ports } = start();
  await writeDeliveryLog(ports, connection, refused(noon));

  now = noon + LOG_DAYS * 86_400_000 + 1;

  expect(await readDeliveryLog(ports, connection, 'refused-webhook')).toEqual([]);
});
