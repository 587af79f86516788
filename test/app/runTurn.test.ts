import { runTurn, TURN_EVENTS } from '../../src/app/runTurn';
import { messageKey } from '../../src/domain/ids';
import { headRef } from '../../src/storage/keys';
import { NewerRecord } from '../../src/storage/record';
import { loadThread, NOTHING, readMessages } from '../../src/storage/threads';
import { leavePlatform } from '../forge/onPlatform';
import { CONTACT, FIRST, NUMBER, PROJECT, REQUEST, theActive } from '../support/builders';
import { aCustomerMessage, starting } from '../support/eventBuilders';
import { torn, transactions, turnWorld, type Fate } from './turnSteps';

afterEach(leavePlatform);

const key = { project: PROJECT, contact: CONTACT };
const now = () => Date.now();
const writing = (text: string) => ({ key, events: [aCustomerMessage({ text, at: now() - 1_000 })] });
const headNow = async ({ app }: ReturnType<typeof turnWorld>) =>
  (await loadThread(app.ports.store, key, NOTHING)).thread.head;
const found = {
  kind: 'request-found',
  conversation: FIRST,
  request: REQUEST,
  upTo: 1,
  facts: '',
  copy: { phase: 'description' },
} as const;

test('a turn stores the message, the head with its due time, and rings once', async () => {
  const world = turnWorld();

  await runTurn(world.app, writing('Hello'));

  const [message] = await readMessages(world.app.ports.store, [messageKey(FIRST, 1)]);
  expect(message).toMatchObject({ content: { kind: 'text', text: 'Hello' }, rev: 1 });
  expect(await headNow(world)).toMatchObject({ rev: 1, active: { customer: { id: FIRST, messages: 1 } } });
  expect((await world.app.ports.store.get(headRef(PROJECT, CONTACT)))?.dueAt).toBe('1970-01-01T00:00:00.000Z');
  expect(world.rung).toEqual([0]);
});

test('a turn whose answer was lost is not done twice', async () => {
  const world = turnWorld({ transact: transactions(['lost']) });

  const thread = await runTurn(world.app, writing('Hello'));

  expect(theActive(thread).messages).toBe(1);
  expect((await headNow(world)).rev).toBe(1);
});

test('a turn whose answer was lost still rings, even for work that is not due yet', async () => {
  const plan: Fate[] = [];
  const world = turnWorld({ transact: transactions(plan) });
  await runTurn(world.app, writing('Hello'));
  await runTurn(world.app, { key, events: [found] });
  await clearJiraLane(world);
  world.rung.length = 0;
  plan.push('lost');

  await runTurn(world.app, writing('Are you there?'));

  expect(plan).toEqual([]);
  expect(world.rung).toEqual([3]);
});

/** Lets a performer do what waits in the lane, so that the next message's work is the first there. */
async function clearJiraLane(world: ReturnType<typeof turnWorld>) {
  for (const { id: effect } of (await headNow(world)).lanes.jira.queue)
    await runTurn(world.app, {
      key,
      events: [{ kind: 'ended', lane: 'jira', effect, conversation: FIRST, result: { kind: 'done' } }],
      performing: ['jira', 'phone'],
    });
}

test('a store that refuses for a moment is asked again', async () => {
  const world = turnWorld({ transact: transactions(['refused', 'refused']) });

  await runTurn(world.app, writing('Hello'));

  expect((await headNow(world)).rev).toBe(1);
});

test('a store that refuses for good fails the turn with nothing stored: the event comes again', async () => {
  const world = turnWorld({ transact: transactions(['refused', 'refused', 'refused']) });

  await expect(runTurn(world.app, writing('Hello'))).rejects.toThrow('the turn could not be committed');

  expect(await headNow(world)).toMatchObject({ rev: 0, active: {} });
  expect(await readMessages(world.app.ports.store, [messageKey(FIRST, 1)])).toEqual([]);
  expect(world.rung).toEqual([]);
});

test('messages that arrive in the same moment all get in, without gaps, into one conversation', async () => {
  const world = turnWorld();
  const texts = Array.from({ length: 8 }, (_, index) => `Message ${index}`);

  await Promise.all(texts.map((text) => runTurn(world.app, writing(text))));

  const { active, rev } = await headNow(world);
  expect(active.customer).toMatchObject({ id: FIRST, messages: 8 });
  expect(rev).toBe(8);
  const stored = await readMessages(
    world.app.ports.store,
    texts.map((_, index) => messageKey(FIRST, index + 1)),
  );
  expect(stored.map(({ content }) => (content.kind === 'text' ? content.text : '')).sort()).toEqual(texts);
});

test('the same message delivered thrice at once is one message', async () => {
  const world = turnWorld();
  const turn = writing('Hello');

  await Promise.all([runTurn(world.app, turn), runTurn(world.app, turn), runTurn(world.app, turn)]);

  expect((await headNow(world)).active.customer?.messages).toBe(1);
});

test('a message that a whole turn of others took in while its origin was being read is not taken in again', async () => {
  const burst = Array.from({ length: TURN_EVENTS }, () => aCustomerMessage({ at: now() - 1_000 }));
  const other = turnWorld();
  const world = turnWorld({ batch: torn(() => runTurn(other.app, { key, events: burst })) });

  await runTurn(world.app, { key, events: burst.slice(0, 1) });

  expect((await headNow(world)).active.customer?.messages).toBe(TURN_EVENTS);
});

test('a doorbell that is refused fails no turn: the sweep finds the head', async () => {
  const world = turnWorld({
    rings: () => {
      throw new Error('the queue refuses');
    },
  });

  await expect(runTurn(world.app, writing('Hello'))).resolves.toBeDefined();
});

test('a redelivered message rings again while its work waits, and not while somebody performs it', async () => {
  const world = turnWorld();
  const turn = writing('Hello');
  await runTurn(world.app, turn);
  world.rung.length = 0;

  await runTurn(world.app, turn);
  expect(world.rung).toEqual([0]);

  await runTurn(world.app, { key, events: [starting('jira', 'p', now() + 35_000)], performing: ['jira'] });
  await runTurn(world.app, turn);
  expect(world.rung).toEqual([0]);
});

test('ten events of one head are one transaction', async () => {
  const world = turnWorld();
  const events = Array.from({ length: 10 }, (_, index) =>
    aCustomerMessage({ text: `Message ${index}`, at: now() - 1_000, number: NUMBER }),
  );

  await runTurn(world.app, { key, events });

  expect(await headNow(world)).toMatchObject({ rev: 1, active: { customer: { messages: 10 } } });
});

test('a head written by newer code is left alone', async () => {
  const world = turnWorld();
  await runTurn(world.app, writing('Hello'));
  const stored = (await world.app.ports.store.get(headRef(PROJECT, CONTACT))) as { doc: object };
  await world.app.ports.store.put(headRef(PROJECT, CONTACT), { ...stored, doc: { ...stored.doc, version: 99 } });

  await expect(runTurn(world.app, writing('Hello again'))).rejects.toThrow(NewerRecord);
});
