import { decide } from '../../../src/domain/decide';
import type { ProjectSettings } from '../../../src/domain/settings';
import { conversationOf } from '../../../src/domain/thread';
import { aMoment, aThreadWith, effectsIn, FIRST, NOW, REQUEST, SECOND, theActive } from '../../support/builders';
import { aCustomerMessage, aReaction, aStatus } from '../../support/eventBuilders';

const HOUR = 3_600_000;
const closedFor = (ms: number) => aThreadWith({ state: 'closed', closed: { at: NOW - ms, source: 'user' } });
const after = (ms: number, event = aCustomerMessage(), settings: Partial<ProjectSettings> = {}) =>
  decide(closedFor(ms), event, aMoment(NOW, settings));

test('X7 S0-21 S2-35 a message after the close opens a new request, linked to the one before', () => {
  const thread = after(HOUR);
  expect(theActive(thread)).toMatchObject({ id: SECOND, follows: REQUEST });
  expect(effectsIn(thread, 'jira')).toEqual(['create-request', 'link-request']);
});

test('X7 or one that is not linked', () => {
  const thread = after(HOUR, aCustomerMessage(), { afterClose: 'new' });
  expect(theActive(thread)).not.toHaveProperty('follows');
  expect(effectsIn(thread, 'jira')).toEqual(['create-request']);
});

test('X7 S4-11 or the old request again, for so many days', () => {
  const reopen = { afterClose: 'reopen', reopenDays: 3 } as const;
  const soon = after(72 * HOUR, aCustomerMessage(), reopen);
  expect(theActive(soon)).toMatchObject({ id: FIRST, messages: 2, waitingOn: 'agent', tally: { reopened: 1 } });
  expect(effectsIn(soon, 'jira')).toContain('transition');
  expect(theActive(after(72 * HOUR + 1, aCustomerMessage(), reopen))).toMatchObject({ id: SECOND, follows: REQUEST });
});

test('X7 a request that was opened again is not closed by older news of its end', () => {
  const thread = after(HOUR, aCustomerMessage(), { afterClose: 'reopen' });
  expect(decide(thread, aStatus(true, { at: NOW - 1_000 }), aMoment())).toBe(thread);
  expect(conversationOf(decide(thread, aStatus(true, { at: NOW + 1 }), aMoment(NOW + 1)), FIRST)?.state).toBe('closed');
});

test('thanks after the close stay a row of the closed conversation that agents see', () => {
  const thread = after(HOUR, aCustomerMessage({ text: 'Thank you so much! 🙏' }));
  expect(thread.head.active).toEqual({});
  expect(conversationOf(thread, FIRST)).toMatchObject({ state: 'closed', messages: 2, unread: true });
});

test('thanks open a request a day later, or where the rules say so', () => {
  expect(theActive(after(25 * HOUR, aCustomerMessage({ text: 'Thanks' }))).id).toBe(SECOND);
  expect(theActive(after(HOUR, aCustomerMessage({ text: 'Thanks' }), { smallTalk: false })).id).toBe(SECOND);
});

test('a reaction after the close opens nothing', () => {
  expect(after(HOUR, aReaction()).head.active).toEqual({});
});

test('X7 a conversation whose request was deleted does not come back', () => {
  const reopening = aMoment(NOW, { afterClose: 'reopen', reopenDays: 3 });
  const gone = { kind: 'request-deleted', conversation: FIRST, at: NOW } as const;
  const thread = decide(decide(closedFor(HOUR), gone, reopening), aCustomerMessage(), reopening);
  expect(theActive(thread)).toMatchObject({ id: SECOND });
  expect(theActive(thread)).not.toHaveProperty('follows');
});
