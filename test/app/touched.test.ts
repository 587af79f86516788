import { neededBesides, touchedBy } from '../../src/app/touched';
import { messageKey } from '../../src/domain/ids';
import { anEffect, aThreadWith, FIRST, NOW, REQUEST, SECOND, withLaneOf } from '../support/builders';
import { DEFAULT_SETTINGS } from '../../src/domain/settings';
import { aCustomerMessage, aReaction, aReport, aStaffMessage, aStatus, DONE, starting } from '../support/eventBuilders';

const closed = aThreadWith({ state: 'closed', closed: { at: NOW, source: 'user' } });
const unread = { ...closed, conversations: {} };

test('an event is read with its origin, its conversation and its message, each once', () => {
  const message = aCustomerMessage({ origin: 'o1' });
  const report = aReport();
  expect(touchedBy([message, message, report, report])).toEqual({
    origins: ['o1'],
    conversations: [FIRST],
    messages: [report.message],
  });
});

test('the closed conversation is read for what becomes a row of it, and only then', () => {
  expect(neededBesides(unread, [aReaction()], DEFAULT_SETTINGS).conversations).toEqual([FIRST]);
  expect(neededBesides(unread, [aCustomerMessage({ text: 'STOP' })], DEFAULT_SETTINGS).conversations).toEqual([FIRST]);
  expect(neededBesides(unread, [aCustomerMessage()], DEFAULT_SETTINGS).conversations).toEqual([]);
  expect(neededBesides(aThreadWith(), [aReaction()], DEFAULT_SETTINGS).conversations).toEqual([]);
});

test('a performer is given the closed conversations whose effects wait', () => {
  const waiting = withLaneOf(unread, 'jira', {
    queue: [
      anEffect({ kind: 'sync-property' }),
      anEffect({ kind: 'note', failure: { reason: 'blocked' } }, { id: 'e2' }),
    ],
  });
  expect(neededBesides(waiting, [starting('jira')], DEFAULT_SETTINGS).conversations).toEqual([FIRST]);
  expect(neededBesides(waiting, [aCustomerMessage()], DEFAULT_SETTINGS).conversations).toEqual([]);
});

test('the message under a lease is read with a start: if the holder is gone its outcome is unknown', () => {
  const message = messageKey(SECOND, 2);
  const sending = withLaneOf(aThreadWith(), 'phone', {
    queue: [anEffect({ kind: 'send-message', message }, { conversation: SECOND })],
    lease: { owner: 'gone', until: NOW - 1, effect: 'e1', startedAt: NOW - 40_000 },
  });
  expect(neededBesides(sending, [starting('phone')], DEFAULT_SETTINGS)).toEqual({
    conversations: [SECOND],
    messages: [message],
  });
});

test('the twenty newest messages are read when a conversation may end', () => {
  const { messages } = neededBesides(aThreadWith({ messages: 22 }), [aStatus(true)], DEFAULT_SETTINGS);
  expect(messages).toHaveLength(20);
  expect(messages).toContain(messageKey(FIRST, 22));
  const result = { kind: 'moved', move: { issueId: REQUEST.issueId, status: DONE, at: NOW } } as const;
  const own = { kind: 'ended', lane: 'jira', effect: 'e1', conversation: FIRST, result } as const;
  expect(neededBesides(aThreadWith({ messages: 22 }), [own], DEFAULT_SETTINGS).messages).toEqual(messages);
  expect(neededBesides(aThreadWith({ messages: 12 }), [aStatus(false)], DEFAULT_SETTINGS).messages).toEqual([]);
});

test('a paused conversation that is newer than the closed one is read with it', () => {
  const both = { ...unread, head: { ...unread.head, parked: [SECOND] } };
  expect(neededBesides(both, [aReaction()], DEFAULT_SETTINGS).conversations).toEqual([FIRST, SECOND]);
  expect(neededBesides(both, [aCustomerMessage()], DEFAULT_SETTINGS).conversations).toEqual([]);
});

test('the newest rows of the active conversation are read for an echo: it may be of one of them', () => {
  const { messages } = neededBesides(
    aThreadWith({ messages: 22 }, { messages: {} }),
    [aStaffMessage()],
    DEFAULT_SETTINGS,
  );
  expect(messages).toEqual(Array.from({ length: 10 }, (_, back) => messageKey(FIRST, 22 - back)));
  expect(neededBesides(unread, [aStaffMessage()], DEFAULT_SETTINGS).messages).toEqual([]);
});
