import { installationKey } from '../../src/storage/installation';
import { leavePlatform, onPlatform } from '../forge/onPlatform';

afterEach(leavePlatform);

test('the key is made once, however many ask for it first', async () => {
  const { ports } = onPlatform();

  const keys = await Promise.all(Array.from({ length: 8 }, () => installationKey(ports)));

  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).toMatch(/^[0-9a-f]{64}$/);
});

test('another process reads the same key', async () => {
  const { ports, restart } = onPlatform();
  const key = await installationKey(ports);
  restart();

  expect(await installationKey(ports)).toBe(key);
});

test('a warm process does not ask again', async () => {
  const { ports, ledger } = onPlatform();
  await installationKey(ports);
  const before = ledger.since(0).length;

  await installationKey(ports);

  expect(ledger.since(0)).toHaveLength(before);
});

test('another installation has another key', async () => {
  const key = await installationKey(onPlatform().ports);

  expect(await installationKey(onPlatform().ports)).not.toBe(key);
});
