import { onComment } from '../../src/forge/onComment';
import { perform } from '../../src/forge/perform';
import { sweep } from '../../src/forge/sweep';
import { closeDoor, json, openDoor } from './door';
import { leavePlatform, onPlatform } from './onPlatform';

const head = `head:10000:${'a'.repeat(32)}`;
const again = (retryAfter: number) => ({
  _retry: true,
  retryOptions: { retryAfter, retryReason: 'FUNCTION_RETRY_REQUEST' },
});
const commented = (more: Record<string, unknown> = {}) => ({
  eventType: 'avi:jira:commented:issue',
  issue: { id: '10001', key: 'SUP-1', fields: {} },
  comment: { id: '1', author: { accountId: 'a' }, created: '2025-11-20T10:00:00.000+0000', jsdPublic: true },
  timestamp: '1763632800000',
  ...more,
});
const storeIsDown = () => openDoor(() => json({ code: 'INTERNAL', message: 'the store is not well' }, 500));

beforeEach(() => {
  for (const method of ['warn', 'error', 'log'] as const)
    jest.spyOn(console, method).mockImplementation(() => undefined);
});
afterEach(() => {
  leavePlatform();
  closeDoor();
  jest.restoreAllMocks();
});

test('a doorbell for a head with nothing to do is done', async () => {
  onPlatform();

  expect(await perform({ body: { head } })).toBeUndefined();
});

test('a doorbell whose work failed rings again after a minute', async () => {
  storeIsDown();

  expect(await perform({ body: { head } })).toEqual(again(60));
});

test('a queue event that names no head is dropped: coming again would not help it', async () => {
  onPlatform();

  expect(await perform({ body: {} })).toBeUndefined();
  expect(console.error).toHaveBeenCalledTimes(1);
});

test('a product event of an issue that is none of ours is done', async () => {
  onPlatform();

  expect(await onComment(commented())).toBeUndefined();
});

test.each([
  [undefined, 15],
  [{ retryCount: 1 }, 60],
  [{ retryCount: 3 }, 900],
  [{ retryCount: 7 }, 900],
])('a product event that failed after retry %j is asked for again after %i seconds', async (retryContext, seconds) => {
  storeIsDown();

  expect(await onComment(commented(retryContext && { retryContext }))).toEqual(again(seconds));
});

test('a sweep that failed says so to the platform and leaves the rest to the next one', async () => {
  onPlatform();
  expect(await sweep()).toEqual({ statusCode: 204 });

  storeIsDown();
  expect(await sweep()).toEqual({ statusCode: 500 });
});
