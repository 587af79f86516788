import { asIssueId, messageKey } from '../../../src/domain/ids';
import { CUSTOMER_SLOT } from '../../../src/domain/slot';
import {
  after,
  anEffect,
  anInbound,
  aThreadWith,
  BEN,
  effectsIn,
  FIRST,
  NOW,
  SECOND,
  theActive,
  withLaneOf,
} from '../../support/builders';
import { aCustomerMessage } from '../../support/eventBuilders';

const CLOSED = { state: 'closed', closed: { at: NOW - 1_000, source: 'user' } } as const;
const deleted = (id = FIRST) => ({ kind: 'request-deleted', conversation: id, at: NOW }) as const;

test('a deleted request ends the conversation, and nothing more is written to it or linked to it', () => {
  const waiting = withLaneOf(aThreadWith(), 'jira', {
    queue: [anEffect({ kind: 'mirror' }), anEffect({ kind: 'mirror' }, { id: 'e2', conversation: SECOND })],
  });
  const thread = after(waiting, deleted());
  expect(thread.conversations[FIRST]).toMatchObject({ state: 'closed' });
  expect(thread.head.closed[CUSTOMER_SLOT]).toEqual({ id: FIRST, at: NOW });
  expect(thread.head.lanes.jira.queue.map(({ id }) => id)).toEqual(['e2']);
  expect(theActive(after(thread, aCustomerMessage()))).not.toHaveProperty('follows');
});

test('a deletion told again changes nothing', () => {
  const thread = after(aThreadWith(), deleted());
  expect(after(thread, { ...deleted(), at: NOW + 5_000 })).toBe(thread);
});

test('a deletion of an older conversation leaves the newest closed one to be followed', () => {
  const newest = { id: SECOND, request: { issueId: asIssueId('10101'), issueKey: 'SUP-2' }, at: NOW };
  const base = aThreadWith(CLOSED);
  const thread = after({ ...base, head: { ...base.head, closed: { [CUSTOMER_SLOT]: newest } } }, deleted());
  expect(thread.head.closed[CUSTOMER_SLOT]).toEqual(newest);
});

test('a deletion of a conversation nobody knows changes nothing', () => {
  const thread = aThreadWith();
  expect(after(thread, deleted(SECOND))).toBe(thread);
});

test('S4-12 a locked conversation whose request is deleted keeps no further messages out of sight', () => {
  const locked = aThreadWith({ ...CLOSED, locked: { at: NOW, by: BEN } });
  const known = { ...locked.head.closed[CUSTOMER_SLOT], locked: true };
  const head = { ...locked.head, closed: { [CUSTOMER_SLOT]: known as never } };
  const gone = after({ ...locked, head }, deleted());
  expect(theActive(after(gone, aCustomerMessage())).id).toBe(SECOND);
});

test('A3 what came after the deletion, before we heard of it, begins the next request', () => {
  const late = anInbound({ sequence: 2, at: NOW, receivedAt: NOW });
  const base = aThreadWith({ messages: 2 });
  const thread = { ...base, messages: { ...base.messages, [late.key]: late } };
  const gone = after(thread, { ...deleted(), at: NOW - 10_000 });
  expect(gone.conversations[FIRST]).toMatchObject({ state: 'closed' });
  expect(gone.messages[late.key]).toMatchObject({ movedTo: messageKey(SECOND, 1) });
  expect(theActive(gone)).toMatchObject({ id: SECOND, messages: 1 });
  expect(theActive(gone)).not.toHaveProperty('follows');
  expect(effectsIn(gone, 'jira')).toEqual(['create-request']);
});

test('A3 what nobody answered before the deletion ends with the request', () => {
  const gone = after(aThreadWith(), deleted());
  expect(gone.head.active).toEqual({});
  expect(effectsIn(gone, 'jira')).toEqual([]);
});
