import { asConnectionId, asProjectId } from '../../src/domain/ids';
import type { BusinessNumber, Connection } from '../../src/domain/settings';
import { saveConnection, saveNewConnection } from '../../src/storage/connections';
import { numberIdOf } from '../../src/storage/keys';
import { claimNumber, findNumber, releaseOf } from '../../src/storage/numbers';
import { leavePlatform, onPlatform } from '../forge/onPlatform';

const project = asProjectId('10000');
const id = numberIdOf('meta', '106540352242922');

const aNumber = (connection: string): BusinessNumber => ({
  version: 1,
  id,
  connection: asConnectionId(connection),
  provider: 'meta',
  receiver: '106540352242922',
  display: '+4930901820',
  project,
  serviceDeskId: '1',
  channels: [{ channel: 'whatsapp', requestTypeId: '10' }],
});

const aConnection = (name: string, numbers: readonly BusinessNumber[] = []): Connection => ({
  version: 1,
  id: asConnectionId(name),
  project,
  provider: 'meta',
  title: name,
  token: 't',
  createdAt: 1,
  numbers,
});

let now = 0;
const clock = { now: () => now, sleep: async () => undefined, remainingMs: () => 20_000 };

const start = async () => {
  now = 1_000_000;
  const { ports } = onPlatform({ replaced: { clock } });
  await saveNewConnection(ports, aConnection('a'), {});
  await saveNewConnection(ports, aConnection('b'), {});
  return ports;
};

afterEach(leavePlatform);

test('a number nobody added is not found', async () => {
  expect(await findNumber(await start(), id)).toBeUndefined();
});

test('a number is found with its connection, by the connection that carries it', async () => {
  const ports = await start();
  await claimNumber(ports, id, asConnectionId('a'));
  await saveConnection(ports, aConnection('a', [aNumber('a')]));

  expect(await findNumber(ports, id)).toMatchObject({
    number: aNumber('a'),
    connection: { title: 'a' },
    credentials: {},
  });
});

test('of two connections that want a number at once, one gets it', async () => {
  const ports = await start();

  const got = await Promise.all(['a', 'b'].map((name) => claimNumber(ports, id, asConnectionId(name))));

  expect(got.filter(Boolean)).toHaveLength(1);
});

test('a number in use stays with its connection, for ever, and can be claimed again by it', async () => {
  const ports = await start();
  await claimNumber(ports, id, asConnectionId('a'));
  await saveConnection(ports, aConnection('a', [aNumber('a')]));
  now += 3_600_000;

  expect(await claimNumber(ports, id, asConnectionId('b'))).toBe(false);
  expect(await claimNumber(ports, id, asConnectionId('a'))).toBe(true);
});

test('a claim that was cut off before its connection listed the number is free after a minute, not before', async () => {
  const ports = await start();
  await claimNumber(ports, id, asConnectionId('a'));

  expect(await claimNumber(ports, id, asConnectionId('b'))).toBe(false);
  now += 60_000;
  expect(await claimNumber(ports, id, asConnectionId('b'))).toBe(true);
});

test('a number moved to another connection is found there, though the process remembers the old one', async () => {
  const ports = await start();
  await claimNumber(ports, id, asConnectionId('a'));
  await saveConnection(ports, aConnection('a', [aNumber('a')]));
  await findNumber(ports, id);

  await saveConnection(ports, aConnection('a'));
  await ports.store.put({ key: `number:${id}` }, { version: 1, connection: 'b', at: now });
  await saveConnection(ports, aConnection('b', [aNumber('b')]));

  expect((await findNumber(ports, id))?.connection.id).toBe('b');
});

test('a released number is nobody’s', async () => {
  const ports = await start();
  await claimNumber(ports, id, asConnectionId('a'));

  await ports.store.transact([releaseOf(ports, id)]);

  expect(await claimNumber(ports, id, asConnectionId('b'))).toBe(true);
});
