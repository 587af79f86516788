import type { Operation, Store } from '../../src/app/ports';
import { decide } from '../../src/domain/decide';
import type { Thread } from '../../src/domain/thread';
import { commitThread } from '../../src/storage/commitThread';
import { NEVER } from '../../src/storage/threads';
import { aMoment, anEffect, after, aThread, aThreadWith, FIRST, NOW, REQUEST, withLaneOf } from '../support/builders';
import { aCustomerMessage, aStatus } from '../support/eventBuilders';

/** What a commit asks the store to write. */
async function written(before: Thread, next: Thread): Promise<readonly Operation[]> {
  const operations: Operation[] = [];
  const transact: Store['transact'] = async (asked) => void operations.push(...asked);
  await commitThread({ transact } as Store, before, next);
  return operations;
}
const keysOf = (operations: readonly Operation[]) =>
  operations.map(({ kind, ref }) => `${kind} ${ref.key.split(':')[0]}`);

test('a message is one transaction: the head under its rev, the message, its origin', async () => {
  const before = aThreadWith();
  const operations = await written(before, after(before, aCustomerMessage()));

  expect(keysOf(operations)).toEqual(['put head', 'put message', 'put origin']);
  expect(operations[0]).toMatchObject({ ifRev: 0, value: { rev: 1, doc: { rev: 1 } } });
  expect(operations.slice(1).every((one) => !('ifRev' in one))).toBe(true);
});

test('a contact that learned something is written under its own rev', async () => {
  const before = aThreadWith();
  const operations = await written(before, after(before, aCustomerMessage({ name: 'Ana H.' })));
  expect(operations.find(({ ref }) => ref.entity === 'contact')).toMatchObject({ ifRev: 0, value: { rev: 1 } });
});

test('a conversation that ends gets a record of its own', async () => {
  const before = aThreadWith();
  const operations = await written(before, after(before, aStatus(true)));
  expect(keysOf(operations)).toEqual(['put head', 'put conversation', 'put closing']);
});

test('a new request points to its conversation', async () => {
  const before = after(aThread(), aCustomerMessage());
  const found = { kind: 'request-found', conversation: FIRST, request: REQUEST, upTo: 1, facts: '' } as const;
  const operations = await written(before, after(before, { ...found, copy: { phase: 'description' } }));
  expect(operations.find(({ ref }) => ref.key === 'request:10100')).toMatchObject({ value: { conversation: FIRST } });
});

test('a dead letter is listed when it appears and unlisted when it is replayed', async () => {
  const effect = anEffect({ kind: 'sync-property' }, { id: 'e9' });
  const before = aThreadWith();
  const buried = aThreadWith({ dead: [{ effect, failure: { reason: 'rejected' }, at: NOW }] });
  expect(keysOf(await written(before, buried))).toContain('put dead');
  const risen = decide(buried, { kind: 'replay', conversation: FIRST, effect: 'e9' }, aMoment());
  expect(keysOf(await written(buried, risen))).toContain('delete dead');
});

test('a head is due when its first effect is, and never with nothing to do', async () => {
  const dueAt = async (thread: Thread) => {
    const [head] = await written(aThreadWith(), thread);
    return head?.kind === 'put' ? head.value.dueAt : undefined;
  };
  expect(await dueAt(aThreadWith())).toBe(NEVER);
  const waiting = withLaneOf(aThreadWith(), 'jira', { queue: [anEffect({ kind: 'mirror' }, { notBefore: NOW })] });
  expect(await dueAt(waiting)).toBe(new Date(NOW).toISOString());
});

test('the fullest turn fits one transaction of 25 operations on distinct keys', async () => {
  const moment = aMoment(NOW, { autoReply: 'We are on it.' });
  const before = aThread();
  const turn = Array.from({ length: 10 }, (_, index) => aCustomerMessage({ name: `Ana ${index}` })).reduce(
    (thread, event) => decide(thread, event, moment),
    before,
  );
  const operations = await written(before, turn);
  expect(operations.length).toBeLessThanOrEqual(25);
  expect(new Set(operations.map(({ ref }) => ref.key)).size).toBe(operations.length);
});
