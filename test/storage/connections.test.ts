import { asConnectionId, asProjectId } from '../../src/domain/ids';
import type { Connection } from '../../src/domain/settings';
import { loadConnection, removeConnection, saveConnection, saveNewConnection } from '../../src/storage/connections';
import { connectionsOf, enterConnection, isEntered, leaveConnection, MOST_CONNECTIONS } from '../../src/storage/roster';
import { leavePlatform, onPlatform } from '../forge/onPlatform';

const project = asProjectId('10000');

const aConnection = (id: string, more: Partial<Connection> = {}): Connection => ({
  version: 1,
  id: asConnectionId(id),
  project,
  provider: 'meta',
  title: 'WhatsApp',
  token: 'token-of-it',
  createdAt: 1,
  numbers: [],
  ...more,
});

afterEach(leavePlatform);

test('a connection comes back with its credentials, and its secret lies among the secrets', async () => {
  const { ports, state } = onPlatform();

  await saveNewConnection(ports, aConnection('c1'), { appSecret: 's3cret' });

  expect(await loadConnection(ports, asConnectionId('c1'))).toEqual({
    connection: aConnection('c1'),
    credentials: { appSecret: 's3cret' },
  });
  expect(JSON.stringify(state.kvs.plain)).not.toContain('s3cret');
});

test('a warm process asks the store once a minute', async () => {
  const { ports, ledger } = onPlatform();
  await saveNewConnection(ports, aConnection('c1'), {});
  const reads = () => ledger.since(0).filter((entry) => entry.kind === 'kvs' && entry.what === 'read').length;

  await loadConnection(ports, asConnectionId('c1'));
  await loadConnection(ports, asConnectionId('c1'));

  expect(reads()).toBe(2); // the record and the secret, in one round
});

test('what is missing is looked for again each time', async () => {
  const { ports } = onPlatform();
  expect(await loadConnection(ports, asConnectionId('c1'))).toBeUndefined();

  await saveNewConnection(ports, aConnection('c1'), {});

  expect(await loadConnection(ports, asConnectionId('c1'))).toBeDefined();
});

test('credentials replaced by another process are known within a minute, at once when read fresh', async () => {
  const { ports } = onPlatform();
  const id = asConnectionId('c1');
  await saveNewConnection(ports, aConnection('c1'), { appSecret: 'old' });
  await loadConnection(ports, id);
  await ports.store.setSecret('credentials:c1', { version: 1, values: { appSecret: 'new' } });

  expect((await loadConnection(ports, id))?.credentials).toEqual({ appSecret: 'old' });
  expect((await loadConnection(ports, id, { fresh: true }))?.credentials).toEqual({ appSecret: 'new' });
  expect((await loadConnection(ports, id))?.credentials).toEqual({ appSecret: 'new' });
});

test('a change is seen by the process that made it at once', async () => {
  const { ports } = onPlatform();
  await saveNewConnection(ports, aConnection('c1'), {});
  await loadConnection(ports, asConnectionId('c1'));

  await saveConnection(ports, aConnection('c1', { title: 'Support line' }));

  expect((await loadConnection(ports, asConnectionId('c1')))?.connection.title).toBe('Support line');
});

test('nothing is left of a removed connection', async () => {
  const { ports } = onPlatform();
  await saveNewConnection(ports, aConnection('c1'), { appSecret: 's3cret' });

  await removeConnection(ports, asConnectionId('c1'));

  expect(await loadConnection(ports, asConnectionId('c1'))).toBeUndefined();
  expect(await ports.store.getSecret('credentials:c1')).toBeUndefined();
});

describe('the roster of a project', () => {
  const enter = async (id: string, createdAt = 1) => {
    const { ports } = platform;
    await saveNewConnection(ports, aConnection(id, { createdAt }), {});
    return enterConnection(ports, project, asConnectionId(id));
  };
  let platform: ReturnType<typeof onPlatform>;
  beforeEach(() => (platform = onPlatform({ queryLagMs: 60_000 })));

  const listed = async () => (await connectionsOf(platform.ports, project)).map(({ connection }) => connection.id);

  test('lists a connection the moment it was added, the oldest first', async () => {
    await enter('young', 2);
    await enter('old', 1);

    expect(await listed()).toEqual(['old', 'young']);
  });

  test('two administrators who add at the same time lose nothing', async () => {
    await Promise.all(Array.from({ length: 5 }, (_, index) => enter(`c${index}`, index)));

    expect(await listed()).toEqual(['c0', 'c1', 'c2', 'c3', 'c4']);
  });

  test('forgets a connection and gives its place to another', async () => {
    await enter('c1');
    await leaveConnection(platform.ports, project, asConnectionId('c1'));
    await enter('c2');

    expect(await listed()).toEqual(['c2']);
    expect(await isEntered(platform.ports, project, asConnectionId('c1'))).toBe(false);
  });

  test('is full some day, and says so', async () => {
    for (let index = 0; index < MOST_CONNECTIONS; index += 1) await enter(`c${index}`);

    expect(await enter('one-too-many')).toBe(false);
  });
});
