import { live } from '../../src/forge/live';
import { closeDoor, json, openDoor, silence, type Passed } from './door';

const jwt = (channel: string, permission: string) =>
  [
    'h',
    Buffer.from(JSON.stringify({ channel: { name: channel }, permissions: [permission] })).toString('base64'),
    's',
  ].join('.');

const variablesOf = ({ body }: Passed) => (body as { variables: Record<string, unknown> }).variables;

/** Signs tokens and takes events, as Realtime does. */
function realtime(passed: Passed): Response {
  const { channelName, permissions } = variablesOf(passed);
  if (!channelName)
    return json({ data: { ecosystem: { publishRealtimeChannel: { eventId: '1', eventTimestamp: '2' } } } });
  const token = jwt(channelName as string, String(permissions));
  return json({
    data: {
      ecosystem: {
        signRealtimeToken: { forgeRealtimeToken: { jwt: token, expiresAt: Math.floor(Date.now() / 1_000) + 3_600 } },
      },
    },
  });
}

let counter = 0;
const freshInstallation = () => ({ installationId: `live ${(counter += 1)}` });

beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => {
  closeDoor();
  jest.restoreAllMocks();
  jest.useRealTimers();
});

test('an event carries a token with the claims of the subscribers and nothing that was said', async () => {
  const passed = openDoor(realtime, freshInstallation());

  await live.publish('conversation:1');

  expect(passed.map(variablesOf)).toMatchObject([
    { channelName: 'conversation:1', claims: { channel: 'conversation:1' }, permissions: ['publish'] },
    { name: 'conversation:1', isGlobal: true, payload: '{"changed":true}', token: jwt('conversation:1', 'publish') },
  ]);
});

test('the token to publish is signed once and used again', async () => {
  const passed = openDoor(realtime, freshInstallation());

  await live.publish('conversation:1');
  await live.publish('conversation:1');

  expect(passed).toHaveLength(3);
});

test('a token about to expire is signed anew', async () => {
  const passed = openDoor(realtime, freshInstallation());
  await live.publish('conversation:1');
  jest.useFakeTimers({ now: Date.now() + 3_590_000 });

  await live.publish('conversation:1');

  expect(passed).toHaveLength(4);
});

test('a screen gets a token that can only listen', async () => {
  const passed = openDoor(realtime, freshInstallation());

  expect(await live.subscribeToken('conversation:1')).toBe(jwt('conversation:1', 'subscribe'));
  expect(passed.map(variablesOf)).toMatchObject([{ permissions: ['subscribe'] }]);
});

test.each([
  ['refuses', () => json({ errors: [{ message: 'RATE_LIMIT_EXCEEDED' }] })],
  ['answers with an error', () => json({}, 500)],
])('nothing is thrown when Realtime %s: screens poll', async (_how, answer) => {
  openDoor(answer, freshInstallation());

  await expect(live.publish('conversation:1')).resolves.toBeUndefined();
  await expect(live.subscribeToken('conversation:1')).resolves.toBeUndefined();
});

test('silence of Realtime holds nobody up for long', async () => {
  jest.useFakeTimers();
  openDoor(silence, freshInstallation());

  const published = live.publish('conversation:1');
  await jest.advanceTimersByTimeAsync(4_000);

  await expect(published).resolves.toBeUndefined();
});
