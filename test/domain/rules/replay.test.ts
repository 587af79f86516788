import type { DeadLetter, Effect } from '../../../src/domain/effect';
import { withDeadLetter } from '../../../src/domain/rules/deadLetters';
import {
  aConversation,
  after,
  anEffect,
  aThread,
  aThreadWith,
  effectsIn,
  FIRST,
  NOW,
  theActive,
  withLaneOf,
} from '../../support/builders';
import { aCustomerMessage } from '../../support/eventBuilders';

const aLetter = (effect: Effect): DeadLetter => ({ effect, failure: { reason: 'rejected' }, at: NOW });
const note = (id: string) => anEffect({ kind: 'note', failure: { reason: 'blocked' } }, { id, attempts: 5 });
const replay = (effect: string) => ({ kind: 'replay', conversation: FIRST, effect }) as const;

test('a replayed effect begins anew under its own name, looks for what it may have done, and is no dead letter any more', () => {
  const thread = after(aThreadWith({ dead: [aLetter(note('e7'))] }), replay('e7'));
  expect(theActive(thread).dead).toEqual([]);
  expect(thread.head.lanes.jira.queue).toEqual([
    { id: 'e7', kind: 'note', conversation: FIRST, attempts: 0, failure: { reason: 'blocked' }, unknownSince: NOW },
  ]);
});

test('what was refused at its first try has left nothing to look for', () => {
  const refused = anEffect({ kind: 'note', failure: { reason: 'blocked' } }, { id: 'e7', attempts: 1 });
  const { queue } = after(aThreadWith({ dead: [aLetter(refused)] }), replay('e7')).head.lanes.jira;
  expect(queue).toMatchObject([{ id: 'e7', attempts: 0 }]);
  expect(queue[0]?.unknownSince).toBeUndefined();
});

test('the copy of what the customer says next looks for what a copy that was given up may have written', () => {
  const copy = anEffect({ kind: 'mirror' }, { id: 'e7', attempts: 5, unknownSince: NOW - 5_000 });
  const thread = after(aThreadWith({ dead: [aLetter(copy)] }), aCustomerMessage());
  expect(thread.head.lanes.jira.queue).toContainEqual(
    expect.objectContaining({ kind: 'mirror', attempts: 0, unknownSince: NOW - 5_000 }),
  );
});

test('replayed twice it is done once', () => {
  const thread = after(aThreadWith({ dead: [aLetter(note('e7'))] }), replay('e7'));
  expect(after(thread, replay('e7'))).toBe(thread);
});

test('a note is replayed even while another waits', () => {
  const waiting = withLaneOf(aThreadWith({ dead: [aLetter(note('e7'))] }), 'jira', { queue: [note('e8')] });
  expect(effectsIn(after(waiting, replay('e7')), 'jira')).toEqual(['note', 'note']);
});

test('work that waits already is not queued twice', () => {
  const sync = anEffect({ kind: 'sync-property' }, { id: 'e7' });
  const waiting = withLaneOf(aThreadWith({ dead: [aLetter(sync)] }), 'jira', { queue: [{ ...sync, id: 'e8' }] });
  expect(effectsIn(after(waiting, replay('e7')), 'jira')).toEqual(['sync-property']);
});

test('a replayed creation asks for everything the request needs again', () => {
  const { request: _, ...unborn } = aConversation({
    dead: [aLetter(anEffect({ kind: 'create-request', upTo: 1 }, { id: 'e7' }))],
  });
  const base = aThread();
  const thread = after({ ...base, head: { ...base.head, active: { customer: unborn } } }, replay('e7'));
  expect(effectsIn(thread, 'jira')).toEqual(['create-request']);
});

test('a creation that was given up while nobody knew whether it came about is looked for first', () => {
  const creation = anEffect({ kind: 'create-request', upTo: 1 }, { id: 'e7', unknownSince: NOW - 5_000 });
  const { request: _, ...unborn } = aConversation({ dead: [aLetter(creation)] });
  const base = aThread();
  const thread = { ...base, head: { ...base.head, active: { customer: unborn } } };
  const searching: unknown = expect.objectContaining({ kind: 'create-request', unknownSince: NOW - 5_000 });
  expect(after(thread, replay('e7')).head.lanes.jira.queue).toEqual([searching]);
  expect(after(thread, aCustomerMessage()).head.lanes.jira.queue).toContainEqual(searching);
});

test('a replayed copy that Jira has got meanwhile needs nothing', () => {
  const thread = after(aThreadWith({ dead: [aLetter(anEffect({ kind: 'mirror' }, { id: 'e7' }))] }), replay('e7'));
  expect(theActive(thread).dead).toEqual([]);
  expect(effectsIn(thread, 'jira')).toEqual([]);
});

describe('dead letters of a conversation', () => {
  const dead = (...ids: readonly Effect[]) =>
    ids.reduce((conversation, effect) => withDeadLetter(conversation, aLetter(effect)), aConversation()).dead;

  test('hold the newest of its work', () => {
    const sync = (id: string) => anEffect({ kind: 'sync-property' }, { id });
    expect(dead(sync('e1'), sync('e2')).map(({ effect }) => effect.id)).toEqual(['e2']);
  });

  test('hold every note, but never more than the five newest', () => {
    expect(dead(note('e1'), note('e2')).map(({ effect }) => effect.id)).toEqual(['e1', 'e2']);
    const ids = Array.from({ length: 7 }, (_, index) => `e${index + 1}`);
    expect(dead(...ids.map(note)).map(({ effect }) => effect.id)).toEqual(ids.slice(2));
  });

  test('never lose the copy of the conversation to what was given up after it', () => {
    const ofCopy = anEffect({ kind: 'mirror' }, { id: 'e0' });
    const ofStatus = anEffect({ kind: 'transition', because: 'customer-wrote' }, { id: 'e1' });
    const letters = dead(ofCopy, ofStatus, ...Array.from({ length: 7 }, (_, index) => note(`e${index + 2}`)));
    expect(letters.slice(0, 2).map(({ effect }) => effect.kind)).toEqual(['mirror', 'transition']);
    expect(letters).toHaveLength(7);
  });
});
