import { queue } from '../../src/forge/queue';
import { closeDoor, json, openDoor } from './door';

afterEach(closeDoor);

test('a doorbell is one event of the queue "effects" without a concurrency key', async () => {
  const passed = openDoor(() => json({}, 201));

  await queue.push({ head: 'head:1:a' }, 3);

  expect(passed).toMatchObject([
    { body: { queueName: 'effects', payload: [{ body: { head: 'head:1:a' }, delayInSeconds: 3 }] } },
  ]);
});

test.each([
  [5_000, 900],
  [-1, 0],
])('a delay of %i seconds becomes %i: the platform allows 0 to 900', async (asked, sent) => {
  const passed = openDoor(() => json({}, 201));

  await queue.push({ head: 'head:1:a' }, asked);

  expect(passed).toMatchObject([{ body: { payload: [{ delayInSeconds: sent }] } }]);
});

test('a refusal of the platform is an error: the sweep will find the head', async () => {
  openDoor(() => json({}, 429));

  await expect(queue.push({ head: 'head:1:a' }, 0)).rejects.toThrow();
});
