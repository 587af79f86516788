import type { HttpAnswer } from '../../src/app/ports';
import { deliver } from '../../src/app/deliver';
import { admitted, restingUntil } from '../../src/app/pacing';
import { FAILURES } from '../../src/domain/breaker';
import { asConnectionId, messageKey } from '../../src/domain/ids';
import { loadBreaker } from '../../src/storage/breaker';
import { loadConnection } from '../../src/storage/connections';
import { leavePlatform } from '../forge/onPlatform';
import { ANAS_PHONE, FIRST } from '../support/builders';
import { connectMeta, openSettings } from './settings/admin';

afterEach(leavePlatform);

const NOON = Date.parse('2026-11-20T12:00:00Z');
const MESSAGE = messageKey(FIRST, 2);
const ACCEPTED: HttpAnswer = { status: 200, headers: {}, body: JSON.stringify({ messages: [{ id: 'wamid.1' }] }) };
const DOWN: HttpAnswer = { status: 503, headers: {}, body: '' };

/** A connection whose provider answers as told, and a clock that is moved by hand. */
async function connected() {
  const world = { now: NOON, answer: ACCEPTED as HttpAnswer | undefined, asked: [] as string[], kvs: 0 };
  const settings = openSettings({
    clock: { now: () => world.now, sleep: async () => undefined, remainingMs: () => 50_000 },
    provider: async ({ method }) => {
      world.asked.push(method);
      if (!world.answer) throw new Error('no answer');
      return world.answer;
    },
  });
  const connection = asConnectionId(await connectMeta(settings));
  world.asked = [];
  const { app, ports, ledger } = settings;
  const open = await loadConnection(ports, connection);
  const gateway = app.registry.get('meta')?.connect(open?.credentials);
  if (!gateway?.ok) throw new Error('Meta does not connect');
  const gate = async () => ({ connection, gateway: gateway.value, breaker: await loadBreaker(ports, { connection }) });
  const request = { method: 'POST', url: 'https://graph.facebook.com/v25.0/1/messages', headers: {} } as const;
  const send = async (answer: HttpAnswer | undefined) => {
    world.answer = answer;
    return deliver(app, { ...(await gate()), message: MESSAGE, address: ANAS_PHONE, request });
  };
  const traffic = () => ledger.since(0).filter(({ kind }) => kind === 'kvs').length;
  /** After the fifth silence: everybody waits for the end of the rest. */
  const resting = async () => {
    for (let count = 0; count < FAILURES; count += 1) await send(undefined);
    world.asked = [];
  };
  return { ...settings, world, gate, send, traffic, resting };
}

test('a send that goes well reads and writes nothing for the pace', async () => {
  const { gate, app, send, traffic } = await connected();
  const open = await gate();
  const before = traffic();

  expect(await admitted(app, open)).toBeUndefined();
  expect(traffic()).toBe(before);
  expect(await send(ACCEPTED)).toMatchObject({ kind: 'sent' });
  // The one read is the gate's own.
  expect(traffic()).toBe(before + 1);
});

test('nothing is let through while the connection rests', async () => {
  const { app, gate, resting, world } = await connected();
  await resting();

  const until = restingUntil(app, (await gate()).breaker) ?? 0;
  expect(until).toBeGreaterThanOrEqual(NOON + 30_000);
  expect(until).toBeLessThan(NOON + 35_000);
  expect(world.asked).toEqual([]);
});

test('of many that come when the rest is over one is let through, after a question that risks no message', async () => {
  const { app, gate, resting, world } = await connected();
  await resting();
  Object.assign(world, { now: NOON + 30_000, answer: ACCEPTED });
  const open = await gate();

  const looked = await Promise.all(Array.from({ length: 6 }, () => admitted(app, open)));

  expect(looked.filter((later) => later === undefined)).toHaveLength(1);
  expect(looked.filter((later) => later !== undefined).every((later) => later >= world.now + 5_000)).toBe(true);
  expect(world.asked).toEqual(['GET']);
});

test.each([
  ['is silent', undefined],
  ['is down', DOWN],
])('a provider that %s at the question costs no message, and the rest doubles', async (_, answer) => {
  const { app, gate, resting, world } = await connected();
  await resting();
  Object.assign(world, { now: NOON + 30_000, answer });

  expect(await admitted(app, await gate())).toBeGreaterThan(world.now);
  expect((await gate()).breaker?.rest).toMatchObject({ until: world.now + 60_000 });
  expect(world.asked).toEqual(['GET']);
});

test('a provider that is well again leaves no trace', async () => {
  const { gate, resting, send, world } = await connected();
  await resting();
  world.now = NOON + 30_000;

  await send(ACCEPTED);

  expect((await gate()).breaker).toBeUndefined();
});

test('a store that fails changes nothing of what the provider said', async () => {
  const { app, gate, world } = await connected();
  const open = await gate();
  world.answer = DOWN;
  const put = () => Promise.reject(new Error('the store refuses'));
  const broken = { ...app, ports: { ...app.ports, store: { ...app.ports.store, put } } };
  const request = { method: 'POST', url: 'https://graph.facebook.com/v25.0/1/messages', headers: {} } as const;

  expect(await deliver(broken, { ...open, message: MESSAGE, address: ANAS_PHONE, request })).toMatchObject({
    kind: 'send-unknown',
  });
});
