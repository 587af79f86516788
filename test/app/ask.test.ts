import { ask } from '../../src/app/ask';
import { asConnectionId } from '../../src/domain/ids';
import { ERRANDS, forgetBreakers, loadBreaker, type Errand } from '../../src/storage/breaker';
import { leavePlatform, onPlatform } from '../forge/onPlatform';

afterEach(leavePlatform);

const NOON = Date.parse('2026-11-20T12:00:00Z');
const connection = asConnectionId('c1');

type Reply = { readonly status: number; readonly wait?: string } | 'silence';

/** Somebody who asks a provider that answers as told, and a clock that is moved by hand. */
function asking() {
  const world = { now: NOON, asked: 0, writes: 0 };
  const warned: unknown[] = [];
  const { app, ports } = onPlatform({
    replaced: {
      clock: { now: () => world.now, remainingMs: () => 50_000, sleep: async () => undefined },
      log: { info: () => undefined, warn: (_, facts) => warned.push(facts), error: () => undefined },
    },
  });
  const asks = async (reply: Reply, errand: Errand = 'files') => {
    const asked = await ask(app, { connection, errand }, async () => {
      world.asked += 1;
      if (reply === 'silence') throw new TypeError('no answer');
      return { status: reply.status, headers: reply.wait === undefined ? {} : { 'retry-after': reply.wait } };
    });
    return asked.kind === 'limited' || asked.kind === 'resting'
      ? `${asked.kind} ${(asked.until - world.now) / 1_000} s`
      : asked.kind;
  };
  const rests = async (errand?: Errand) =>
    (await loadBreaker(ports, { connection, ...(errand && { errand }) }))?.rest !== undefined;
  return { world, asks, rests, ports, warned };
}

const OK: Reply = { status: 200 };

test.each<[string, { reply: Reply; now: string; next: string }]>([
  ['a 429 with its pause', { reply: { status: 429, wait: '60' }, now: 'limited 60 s', next: 'resting 60 s' }],
  ['a 429 that names none', { reply: { status: 429 }, now: 'limited 5 s', next: 'resting 5 s' }],
  ['a pause beyond reason', { reply: { status: 429, wait: '86400' }, now: 'limited 300 s', next: 'resting 300 s' }],
  ['a 503 with its pause', { reply: { status: 503, wait: '40' }, now: 'answered', next: 'resting 40 s' }],
  ['a 503 that names none', { reply: { status: 503 }, now: 'answered', next: 'answered' }],
  ['a refusal', { reply: { status: 403 }, now: 'answered', next: 'answered' }],
  ['silence', { reply: 'silence', now: 'no-answer', next: 'answered' }],
])('%s: what is asked next', async (_, { reply, now, next }) => {
  const { asks, world } = asking();
  expect([await asks(reply), await asks(OK)]).toEqual([now, next]);
  expect(world.asked).toBe(next.startsWith('resting') ? 1 : 2);
});

test('the next refusal after the pause doubles it, an answer ends it', async () => {
  const { asks, rests, world } = asking();
  await asks({ status: 429 });
  world.now += 5_000;
  expect(await asks({ status: 429 })).toBe('limited 10 s');
  world.now += 10_000;
  expect(await asks(OK)).toBe('answered');
  expect(await rests('files')).toBe(false);
});

test('what one errand was told concerns neither the others nor what is sent', async () => {
  const { asks, rests } = asking();
  await asks({ status: 429, wait: '60' }, 'templates');
  expect(await Promise.all([undefined, ...ERRANDS].map(async (errand) => [errand, await rests(errand)]))).toEqual([
    [undefined, false],
    ['files', false],
    ['templates', true],
    ['check', false],
    ['read-mark', false],
  ]);
  expect(await asks(OK, 'check')).toBe('answered');
});

test('a connection that is removed leaves no pause behind', async () => {
  const { asks, ports, rests } = asking();
  for (const errand of ERRANDS) await asks({ status: 429 }, errand);
  await forgetBreakers(ports, connection);
  for (const errand of ERRANDS) expect(await rests(errand)).toBe(false);
});

test('the log says which errand rests, and nothing of what was asked', async () => {
  const { asks, warned } = asking();
  await asks({ status: 429 });
  expect(warned).toEqual([{ connection, errand: 'files', because: 'rate-limited', until: NOON + 5_000 }]);
});
