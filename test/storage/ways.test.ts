import { asProjectId } from '../../src/domain/ids';
import { loadWays, rememberWays } from '../../src/storage/ways';
import { leavePlatform, onPlatform } from '../forge/onPlatform';

const project = asProjectId('10000');

afterEach(leavePlatform);

test('a project starts knowing no way', async () => {
  expect(await loadWays(onPlatform().ports, project)).toEqual({ version: 1 });
});

test('how comments and reporters came about is remembered side by side', async () => {
  const { ports } = onPlatform();

  await rememberWays(ports, project, { comment: { way: 'through-jsm', at: 1 } });
  await rememberWays(ports, project, { reporter: { way: 'app', reason: 'forbidden', at: 2 } });

  expect(await loadWays(ports, project)).toEqual({
    version: 1,
    comment: { way: 'through-jsm', at: 1 },
    reporter: { way: 'app', reason: 'forbidden', at: 2 },
  });
});

test('a reporter that could be made again takes the reason away', async () => {
  const { ports } = onPlatform();
  await rememberWays(ports, project, { reporter: { way: 'app', reason: 'forbidden', at: 1 } });

  await rememberWays(ports, project, { reporter: { way: 'customer', at: 2 } });

  expect((await loadWays(ports, project)).reporter).toEqual({ way: 'customer', at: 2 });
});

test('the same way again costs no write', async () => {
  const { ports, ledger } = onPlatform();
  const writes = () => ledger.since(0).filter((entry) => entry.kind === 'kvs' && entry.what === 'write').length;

  await rememberWays(ports, project, { comment: { way: 'as-customer', at: 1 } });
  await rememberWays(ports, project, { comment: { way: 'as-customer', at: 2 } });

  expect(writes()).toBe(1);
});
