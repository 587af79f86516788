import { asConnectionId } from '../../src/domain/ids';
import {
  countUnclaimed,
  eraseUnclaimed,
  forgetUnclaimed,
  listUnclaimed,
  MOST_UNCLAIMED,
} from '../../src/storage/unclaimed';
import { leavePlatform, onPlatform } from '../forge/onPlatform';

const connection = asConnectionId('c1');
const seen = (receiver: string, at: number, display = '') => ({ receiver, display, channel: 'sms', at }) as const;

afterEach(leavePlatform);

test('events of a number nobody added are counted, the newest number first', async () => {
  const { store } = onPlatform().ports;

  await countUnclaimed(store, connection, [seen('+385951006719', 1), seen('+4930901820', 2)]);
  await countUnclaimed(store, connection, [seen('+385951006719', 3)]);

  expect(await listUnclaimed(store, connection)).toEqual([
    { receiver: '+385951006719', display: '+385951006719', channel: 'sms', count: 2, lastAt: 3 },
    { receiver: '+4930901820', display: '+4930901820', channel: 'sms', count: 1, lastAt: 2 },
  ]);
});

test('a name once seen stays when a later event does not tell it', async () => {
  const { store } = onPlatform().ports;

  await countUnclaimed(store, connection, [seen('106540352242922', 1, '+4930901820'), seen('106540352242922', 2)]);

  expect((await listUnclaimed(store, connection))[0]).toMatchObject({ display: '+4930901820', count: 2 });
});

test('an event that comes late does not make the number look older', async () => {
  const { store } = onPlatform().ports;

  await countUnclaimed(store, connection, [seen('+4930901820', 5), seen('+4930901820', 2)]);

  expect((await listUnclaimed(store, connection))[0]?.lastAt).toBe(5);
});

test('a number carried on two channels is two rows', async () => {
  const { store } = onPlatform().ports;

  await countUnclaimed(store, connection, [seen('+4930901820', 1), { ...seen('+4930901820', 2), channel: 'whatsapp' }]);

  expect((await listUnclaimed(store, connection)).map(({ channel }) => channel)).toEqual(['whatsapp', 'sms']);
});

test('however many numbers are named, the record stays bounded and keeps the newest', async () => {
  const { store } = onPlatform().ports;

  await countUnclaimed(
    store,
    connection,
    Array.from({ length: 80 }, (_, index) => seen(`+49${1_000 + index}`, index)),
  );

  const rows = await listUnclaimed(store, connection);
  expect([rows.length, rows[0]?.receiver]).toEqual([MOST_UNCLAIMED, '+491079']);
});

test('a number that was added or dismissed is forgotten until it is seen again', async () => {
  const { store } = onPlatform().ports;
  await countUnclaimed(store, connection, [seen('+4930901820', 1), seen('+385951006719', 2)]);

  await forgetUnclaimed(store, connection, '+4930901820');

  expect((await listUnclaimed(store, connection)).map(({ receiver }) => receiver)).toEqual(['+385951006719']);
});

test('nothing to count writes nothing', async () => {
  const { ports, ledger } = onPlatform();

  await countUnclaimed(ports.store, connection, []);

  expect(ledger.since(0)).toEqual([]);
});

test('a removed connection leaves no row', async () => {
  const { store } = onPlatform().ports;
  await countUnclaimed(store, connection, [seen('+4930901820', 1)]);

  await eraseUnclaimed(store, connection);

  expect(await listUnclaimed(store, connection)).toEqual([]);
});
