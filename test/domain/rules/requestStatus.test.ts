import { decide } from '../../../src/domain/decide';
import { asIssueId, messageKey } from '../../../src/domain/ids';
import { CUSTOMER_SLOT } from '../../../src/domain/slot';
import {
  aConversation,
  aMoment,
  after,
  anInbound,
  anOutbound,
  aThreadWith,
  at,
  BEN,
  effectsIn,
  FIRST,
  NOW,
  REQUEST,
  SECOND,
  theActive,
  withLaneOf,
} from '../../support/builders';
import { aCustomerMessage, aStatus } from '../../support/eventBuilders';

const NOT_SENT = {
  status: 'failed',
  history: [{ status: 'failed', at: NOW }],
  failure: { reason: 'written-after-close' },
} as const;
const CLOSED = { state: 'closed', closed: { at: NOW - 1_000, source: 'user' } } as const;

describe('Done', () => {
  test('S0-18 closes the conversation at the time of the change and tells the property', () => {
    const thread = after(aThreadWith(), aStatus(true, { at: NOW - 5_000 }));
    expect(thread.head.active).toEqual({});
    expect(thread.conversations[FIRST]).toMatchObject({ state: 'closed', closed: { at: NOW - 5_000, source: 'user' } });
    expect(thread.head.closed[CUSTOMER_SLOT]).toEqual({ id: FIRST, request: REQUEST, at: NOW - 5_000 });
    expect(effectsIn(thread, 'jira')).toEqual(['sync-property']);
  });

  test('says when it was automation', () => {
    const thread = after(aThreadWith(), aStatus(true, { source: 'automation' }));
    expect(thread.conversations[FIRST]?.closed?.source).toBe('automation');
  });

  test('told again changes nothing', () => {
    const thread = after(aThreadWith(), aStatus(true));
    expect(after(thread, aStatus(true, { at: NOW + 1 }))).toBe(thread);
  });

  test('of another request changes nothing', () => {
    const thread = aThreadWith();
    expect(after(thread, aStatus(true, { issueId: asIssueId('1') }))).toBe(thread);
  });

  test('leaves what waits for the old request to be done', () => {
    const thread = after(aThreadWith(), aCustomerMessage(), aStatus(true, { at: NOW + 1 }));
    expect(effectsIn(thread, 'jira')).toEqual(expect.arrayContaining(['mirror', 'sync-property']));
  });
});

describe('messages that came after a Done we hear of late', () => {
  const doneAt = NOW - 10_000;
  const late = (sequence: number, more = {}) => anInbound({ sequence, at: NOW, receivedAt: NOW, ...more });
  const early = anInbound({ sequence: 1, receivedAt: doneAt });
  const threadOf = (...messages: readonly { key: string }[]) =>
    aThreadWith(
      { messages: messages.length },
      { messages: Object.fromEntries(messages.map((message) => [message.key, message])) as never },
    );

  test('start the follow-up conversation, and say in the old one where they went', () => {
    const thread = after(threadOf(early, late(2), late(3)), aStatus(true, { at: doneAt }));

    expect(theActive(thread)).toMatchObject({ id: SECOND, messages: 2, mirrored: 0, follows: REQUEST, unread: true });
    expect(thread.messages[messageKey(SECOND, 1)]).toMatchObject({ sequence: 1, conversation: SECOND });
    expect(thread.messages[messageKey(FIRST, 2)]).toMatchObject({ movedTo: messageKey(SECOND, 1) });
    expect(thread.messages[messageKey(FIRST, 3)]).toMatchObject({ movedTo: messageKey(SECOND, 2) });
    expect(thread.messages[messageKey(FIRST, 1)]).toBe(early);
    expect(effectsIn(thread, 'jira')).toEqual(['sync-property', 'create-request', 'link-request']);
  });

  test('that were answered stay where they are', () => {
    const answer = anOutbound({ sequence: 3, receivedAt: NOW });
    expect(after(threadOf(early, late(2), answer), aStatus(true, { at: doneAt })).head.active).toEqual({});
  });

  test.each([
    ['an auto-reply', anOutbound({ sequence: 3, receivedAt: NOW, via: 'rule', author: { kind: 'auto-reply' } })],
    ['an answer that did not go out', anOutbound({ sequence: 3, receivedAt: NOW, delivery: NOT_SENT })],
    ['a comment in the portal', anInbound({ sequence: 3, receivedAt: NOW, via: 'portal' })],
  ])('are not answered by %s: it stays where it is', (_, row) => {
    const thread = after(threadOf(early, late(2), row, late(4)), aStatus(true, { at: doneAt }));
    expect(theActive(thread)).toMatchObject({ id: SECOND, messages: 2 });
    expect(thread.messages[messageKey(FIRST, 2)]).toMatchObject({ movedTo: messageKey(SECOND, 1) });
    expect(thread.messages[messageKey(FIRST, 3)]).toBe(row);
    expect(thread.messages[messageKey(FIRST, 4)]).toMatchObject({ movedTo: messageKey(SECOND, 2) });
  });

  test('that staff answered on a phone of the business stay where they are', () => {
    const answer = anOutbound({ sequence: 3, receivedAt: NOW, via: 'phone', author: { kind: 'staff' } });
    expect(after(threadOf(early, late(2), answer), aStatus(true, { at: doneAt })).head.active).toEqual({});
  });

  test('go on as far as one transaction holds them: the newest ten', () => {
    const many = Array.from({ length: 12 }, (_, index) => late(index + 2));
    const thread = after(threadOf(early, ...many), aStatus(true, { at: doneAt }));
    expect(theActive(thread).messages).toBe(10);
    expect(thread.messages[messageKey(FIRST, 3)]).not.toHaveProperty('movedTo');
    expect(thread.messages[messageKey(FIRST, 4)]).toMatchObject({ movedTo: messageKey(SECOND, 1) });
  });

  test('that came in the very moment of the change stay too', () => {
    expect(after(threadOf(early, late(2, { receivedAt: doneAt })), aStatus(true, { at: doneAt })).head.active).toEqual(
      {},
    );
  });

  test.each([
    ['a reaction', { kind: 'reaction', target: 'x', emoji: '🙏' }],
    ['an edit', { kind: 'edit', target: 'x', text: 'y' }],
    ['a bare STOP', { kind: 'text', text: 'Stop' }],
    ['thanks', { kind: 'text', text: 'Thank you!' }],
  ] as const)('open no request where they are but %s', (_, content) => {
    expect(after(threadOf(early, late(2, { content })), aStatus(true, { at: doneAt })).head.active).toEqual({});
  });

  test('begin with the first that opens a request; a reaction before it stays a row of the old one', () => {
    const reaction = late(2, { content: { kind: 'reaction', target: 'x', emoji: '🙏' } });
    const thread = after(threadOf(early, reaction, late(3)), aStatus(true, { at: doneAt }));
    expect(theActive(thread).messages).toBe(1);
    expect(thread.messages[messageKey(FIRST, 2)]).toBe(reaction);
  });

  test('count where they went', () => {
    const tally = { inbound: 3, outbound: 0, reopened: 0 };
    const base = threadOf(early, late(2), late(3));
    const thread = after(
      { ...base, head: { ...base.head, active: { [CUSTOMER_SLOT]: { ...theActive(base), tally } } } },
      aStatus(true, { at: doneAt }),
    );
    expect(thread.conversations[FIRST]?.tally).toEqual({ ...tally, inbound: 1 });
    expect(theActive(thread).tally).toEqual({ ...tally, inbound: 2 });
  });

  test('X7 take the request out of Done again where the rules want the old one to go on', () => {
    const reopening = aMoment(NOW, { afterClose: 'reopen', reopenDays: 3 });
    const thread = decide(threadOf(early, late(2)), aStatus(true, { at: doneAt }), reopening);
    expect(theActive(thread)).toMatchObject({ id: FIRST, messages: 2, openAt: NOW, tally: { reopened: 1 } });
    expect(thread.head.lanes.jira.queue).toContainEqual(
      expect.objectContaining({ kind: 'transition', because: 'reopen' }),
    );
    expect(decide(thread, aStatus(true, { at: doneAt }), reopening)).toBe(thread);
  });

  test('get the auto-reply as the first message of any other conversation does', () => {
    const thread = decide(
      threadOf(early, late(2)),
      aStatus(true, { at: doneAt }),
      aMoment(NOW, { autoReply: 'We are on it.' }),
    );
    expect(effectsIn(thread, 'phone')).toEqual(['send-message']);
    expect(thread.messages[messageKey(SECOND, 2)]).toMatchObject({ author: { kind: 'auto-reply' } });
  });
});

describe('a conversation that closed beside its request', () => {
  const BESIDE = { state: 'closed', closed: { at: NOW - 1_000, source: 'user', by: BEN, beside: true } } as const;

  test('X9 is not opened by a status change: it had none to leave', () => {
    const thread = aThreadWith(BESIDE);
    expect(after(thread, aStatus(false))).toBe(thread);
  });

  test('X9 is opened by leaving the closing status that the request entered since', () => {
    const followed = after(aThreadWith(BESIDE), aStatus(true));
    expect(followed.conversations[FIRST]?.closed).toEqual({ at: NOW - 1_000, source: 'user', by: BEN });
    expect(theActive(after(followed, aStatus(false, { at: NOW + 1 }))).id).toBe(FIRST);
  });

  test('X9 told once why it stays closed, agents are told again only after the request was done again', () => {
    const busy = after(aThreadWith(CLOSED), aCustomerMessage());
    const remarks = (thread: typeof busy) => effectsIn(thread, 'jira').filter((kind) => kind === 'remark').length;
    const left = after(busy, aStatus(false));
    expect(remarks(left)).toBe(1);
    expect(remarks(after(left, aStatus(false, { at: NOW + 1 })))).toBe(1);
    const written = withLaneOf(left, 'jira', { queue: [] });
    expect(remarks(after(written, aStatus(false, { at: NOW + 1 })))).toBe(0);
    expect(remarks(after(written, aStatus(true, { at: NOW + 2 }), aStatus(false, { at: NOW + 3 })))).toBe(1);
  });

  test('S4-12 stays closed while it is locked, and says so', () => {
    const locked = aThreadWith({ ...CLOSED, locked: { at: NOW, by: BEN } });
    const left = after(locked, aStatus(false));
    expect(left.conversations[FIRST]?.state).toBe('closed');
    expect(left.head.lanes.jira.queue).toEqual([expect.objectContaining({ kind: 'remark', remark: 'locked' })]);
  });
});

describe('leaving Done', () => {
  test('activates the conversation again and copies what it lacks', () => {
    const thread = after(aThreadWith({ ...CLOSED, messages: 2, mirrored: 1 }), aStatus(false));
    expect(theActive(thread)).toMatchObject({ id: FIRST, state: 'active' });
    expect(theActive(thread)).not.toHaveProperty('closed');
    expect(thread.head).toHaveProperty('closed', {});
    expect(thread.conversations).toEqual({});
    expect(effectsIn(thread, 'jira')).toEqual(['mirror', 'sync-property']);
  });

  test('X9 leaves it closed while the customer has another active one, and tells agents why, once', () => {
    const thread = after(after(aThreadWith(CLOSED), aCustomerMessage()), aStatus(false));
    expect(theActive(thread).id).toBe(SECOND);
    expect(thread.conversations[FIRST]?.state).toBe('closed');
    expect(thread.head.lanes.jira.queue).toContainEqual(
      expect.objectContaining({ kind: 'remark', remark: 'another-active', conversation: FIRST }),
    );
    expect(after(thread, aStatus(false))).toBe(thread);
  });

  test('told before the closing, and processed after it, does nothing', () => {
    const thread = aThreadWith(CLOSED);
    expect(after(thread, aStatus(false, { at: NOW - 1_000 }))).toBe(thread);
  });

  test('of a conversation that is active is remembered: an older Done that is told later closes nothing', () => {
    const thread = after(aThreadWith(), aStatus(false, { at: NOW - 1_000 }));
    expect(theActive(thread).openAt).toBe(NOW - 1_000);
    expect(after(thread, aStatus(true, { at: NOW - 5_000 }))).toBe(thread);
    expect(after(thread, aStatus(true, { at: NOW })).head.active).toEqual({});
  });
});

test('there is never more than one active conversation, and reopening keeps its messages', () => {
  const thread = at(NOW, aThreadWith(), aStatus(true, { at: NOW - 10 }), aStatus(false), aCustomerMessage());
  expect(Object.values(thread.head.active)).toHaveLength(1);
  expect(theActive(thread)).toMatchObject({ id: FIRST, messages: 2 });
  expect(aConversation().messages).toBe(1);
});
