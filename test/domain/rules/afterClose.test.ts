import { decide } from '../../../src/domain/decide';
import type { ProjectSettings } from '../../../src/domain/settings';
import { conversationOf, type Thread } from '../../../src/domain/thread';
import {
  aConversation,
  aMoment,
  aThreadWith,
  effectsIn,
  FIRST,
  NOW,
  NUMBER,
  OTHER_NUMBER,
  REQUEST,
  SECOND,
  theActive,
} from '../../support/builders';
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

test('X7 X10 the rules after a close hold, too, where the scope was changed in between', () => {
  const settings = { scope: 'customer-number', afterClose: 'reopen' } as const;
  expect(theActive(after(HOUR, aCustomerMessage(), settings))).toMatchObject({ id: FIRST, slot: `number.${NUMBER}` });
  expect(theActive(after(HOUR, aCustomerMessage(), { scope: 'customer-number' }))).toMatchObject({ follows: REQUEST });
});

describe('while a conversation is paused', () => {
  const paused = (more: Partial<Thread['head']> = {}) => {
    const thread = aThreadWith({ id: SECOND, state: 'paused', openedAt: NOW - HOUR });
    return { ...thread, head: { ...thread.head, parked: [SECOND], ...more } };
  };
  const edit = aCustomerMessage({ content: { kind: 'edit', target: 'wamid.1', text: 'At the back door' } });
  const earlier = aConversation({ state: 'closed', closed: { at: NOW - HOUR, source: 'user' } });
  const withEarlier = (thread: Thread): Thread => ({
    ...thread,
    head: { ...thread.head, closed: { customer: { id: FIRST, at: NOW - HOUR, request: REQUEST } } },
    conversations: { ...thread.conversations, [FIRST]: earlier },
  });
  const messages = (thread: Thread, id: typeof FIRST) => conversationOf(thread, id)?.messages;

  test('S2-23 the customer’s message opens a request of its own, whatever the rules for closed ones', () => {
    const moment = aMoment(NOW, { afterClose: 'reopen' });
    expect(theActive(decide(withEarlier(paused()), aCustomerMessage(), moment)).id).not.toBe(FIRST);
    const thanks = aCustomerMessage({ text: 'Thanks' });
    expect(theActive(decide(withEarlier(paused()), thanks, aMoment())).id).not.toBe(FIRST);
  });

  test('S2-23 what asks for nothing is a row of it: an edit, a reaction, a STOP', () => {
    for (const event of [edit, aReaction(), aCustomerMessage({ text: 'STOP' })]) {
      const thread = decide(paused(), event, aMoment());
      expect(thread.head.active).toEqual({});
      expect(messages(thread, SECOND)).toBe(2);
    }
  });

  test('S2-23 and stays with the closed one where that is the newer', () => {
    const older = aConversation({ state: 'paused' });
    const last = aThreadWith({ id: SECOND, state: 'closed', closed: { at: NOW - HOUR, source: 'user' } });
    const thread: Thread = {
      ...last,
      head: { ...last.head, parked: [FIRST] },
      conversations: { ...last.conversations, [FIRST]: older },
    };
    const edited = decide(thread, edit, aMoment());
    expect([messages(edited, FIRST), messages(edited, SECOND)]).toEqual([1, 2]);
  });

  test('S2-23 and with nobody where the paused one is of another business number', () => {
    const settings = { scope: 'customer-number' } as const;
    const thread = aThreadWith({ id: SECOND, state: 'paused', slot: `number.${OTHER_NUMBER}` });
    const there = { ...thread, head: { ...thread.head, parked: [SECOND] } };
    expect(messages(decide(there, edit, aMoment(NOW, settings)), SECOND)).toBe(1);
  });
});
