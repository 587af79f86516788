import { decide } from '../../../src/domain/decide';
import { messageKey } from '../../../src/domain/ids';
import { COMMENT_LIFE_MS, TRANSITION_MS } from '../../../src/domain/rules/answer';
import {
  aMoment,
  after,
  aThreadWith,
  BEN,
  effectsIn,
  FIRST,
  NOW,
  theActive,
  withLaneOf,
  anEffect,
} from '../../support/builders';
import { aComment, aCustomerMessage, anAnswer } from '../../support/eventBuilders';

const CLOSED_AT = NOW - 10_000;
const closed = aThreadWith({ state: 'closed', closed: { at: CLOSED_AT, source: 'user' } });
const second = messageKey(FIRST, 2);
const third = messageKey(FIRST, 3);

describe('an answer from the tab', () => {
  test('S1-09 is stored and its send started in the same turn', () => {
    const thread = after(aThreadWith(), anAnswer());
    expect(thread.messages[second]).toMatchObject({
      direction: 'outbound',
      via: 'tab',
      author: { kind: 'agent', accountId: BEN },
      content: { kind: 'text', text: 'On my way' },
      delivery: { status: 'queued' },
    });
    expect(thread.head.lanes.phone).toEqual({
      queue: [{ id: 'e1', conversation: FIRST, attempts: 1, kind: 'send-message', message: second }],
      lease: { owner: 'tab-call', until: NOW + 35_000, effect: 'e1', startedAt: NOW },
    });
    expect(theActive(thread)).toMatchObject({ waitingOn: 'customer', unread: false });
  });

  test('of the same draft is one answer', () => {
    const answer = anAnswer();
    const thread = after(aThreadWith(), answer);
    expect(after(thread, { ...answer, owner: 'another-call' })).toBe(thread);
  });

  test('S1-07 goes out however often either side wrote inside the window', () => {
    const turns = Array.from({ length: 30 }, (_, turn) => (turn % 3 === 2 ? aCustomerMessage() : anAnswer()));
    const thread = after(aThreadWith(), ...turns);
    expect(theActive(thread)).toMatchObject({ messages: 31, tally: { inbound: 10, outbound: 20 } });
    expect(effectsIn(thread, 'phone')).toHaveLength(20);
  });

  test('ends the description only when it was sent', () => {
    expect(theActive(after(aThreadWith(), anAnswer()))).not.toHaveProperty('answered');
  });

  test.each([
    ['to a customer who opted out', { carriage: { suppressed: true, maxCharacters: 4_096, numberRemoved: false } }],
    ['from a removed number', { carriage: { suppressed: false, maxCharacters: 0, numberRemoved: true } }],
    ['without text', { text: ' \n' }],
    ['that is too long', { text: 'x'.repeat(4_097) }],
  ])('%s changes nothing', (_, more) => {
    const thread = aThreadWith();
    expect(after(thread, anAnswer(more))).toBe(thread);
  });

  test('S0-20 S1-08 on a closed conversation or outside the window changes nothing', () => {
    expect(after(closed, anAnswer())).toBe(closed);
    const thread = aThreadWith();
    expect(decide(thread, anAnswer(), aMoment(NOW + 25 * 3_600_000))).toBe(thread);
  });

  test('waits behind a send that somebody else is performing', () => {
    const busy = withLaneOf(aThreadWith(), 'phone', {
      queue: [anEffect({ kind: 'send-message', message: messageKey(FIRST, 1) }, { id: 'e0' })],
      lease: { owner: 'another', until: NOW + 5_000, effect: 'e0', startedAt: NOW - 1_000 },
    });
    const { queue, lease } = after(busy, anAnswer()).head.lanes.phone;
    expect(queue.map(({ id }) => id)).toEqual(['e0', 'e1']);
    expect(lease?.owner).toBe('another');
  });
});

describe('a public comment', () => {
  test('S0-09 S1-09 goes out, stands in Jira already and ends the description', () => {
    const thread = after(aThreadWith(), aComment());
    expect(thread.messages[second]).toMatchObject({ via: 'comment', commentId: '500', delivery: { status: 'queued' } });
    expect(theActive(thread)).toMatchObject({ answered: 2, waitingOn: 'customer', unread: false });
    expect(effectsIn(thread, 'phone')).toEqual(['send-message']);
    expect(effectsIn(thread, 'jira')).not.toContain('mirror');
  });

  test('is what reports call the first answer; a refused one is not, and does not count', () => {
    const tally = { inbound: 0, outbound: 1, reopened: 0 };
    expect(theActive(after(aThreadWith(), aComment()))).toMatchObject({ firstAnswer: { at: NOW, by: BEN }, tally });
    const refused = theActive(after(aThreadWith(), aComment({ text: '' })));
    expect(refused).not.toHaveProperty('firstAnswer');
    expect(refused).not.toHaveProperty('tally');
  });

  test('S0-15 X5 ends the customer’s last comment, which stays known: the next words are a new one', () => {
    const copy = { phase: 'comments', comment: { id: '1', hash: 'h', lastAt: NOW } } as const;
    const ended = { phase: 'comments', comment: { ...copy.comment, over: true } };
    expect(theActive(after(aThreadWith({ copy }), aComment())).copy).toEqual(ended);
  });

  test('sent again by an agent is another row of the same comment, and what becomes of the comment is told there', () => {
    const comment = aComment();
    const thread = after(aThreadWith(), comment);
    const again = anAnswer({ repeats: { message: second, origin: comment.origin } });
    const repeated = after(thread, again);
    expect(repeated.messages[third]).toMatchObject({
      via: 'comment',
      commentId: '500',
      content: { text: 'On my way' },
    });
    expect(effectsIn(repeated, 'jira')).not.toContain('mirror');
    expect(after(repeated, again)).toBe(repeated);
    const edited = after(repeated, { ...comment, text: 'On my way!' });
    expect(edited.messages[third]).toMatchObject({ comment: { change: 'edited' } });
    expect(edited.messages[second]).toBe(repeated.messages[second]);
  });

  test('known already is not sent again, however often it is told or edited', () => {
    const comment = aComment();
    const thread = after(aThreadWith(), comment);
    expect(after(thread, comment)).toBe(thread);
    const edited = after(thread, { ...comment, text: 'On my way!' });
    expect(edited.head).toBe(thread.head);
    expect(Object.values(edited.messages).at(-1)).toMatchObject({ comment: { change: 'edited' } });
  });

  const OPENED = NOW - 600_000;
  test('from before the conversation began is none of its answers', () => {
    const thread = aThreadWith({ openedAt: OPENED });
    expect(after(thread, aComment({ createdAt: OPENED - 60_001 }))).toBe(thread);
  });

  test('by a clock that is up to a minute behind ours is an answer where the customer began', () => {
    const thread = aThreadWith({ openedAt: OPENED });
    expect(effectsIn(after(thread, aComment({ createdAt: OPENED - 60_000 })), 'phone')).toEqual(['send-message']);
  });

  test.each([
    ['an agent started the conversation', { openedAt: OPENED, startedBy: BEN }],
    ['somebody linked the conversation to the request', { openedAt: OPENED - 3_600_000, linkedAt: OPENED }],
  ])('from just before %s is told not to go to a phone, and from long before is none of its answers', (_, began) => {
    const thread = aThreadWith(began);
    expect(after(thread, aComment({ createdAt: OPENED - 60_001 }))).toBe(thread);
    const refused = after(thread, aComment({ createdAt: OPENED - 1 }));
    expect(refused.messages[second]).toMatchObject({ delivery: { failure: { reason: 'written-before-start' } } });
    expect(effectsIn(refused, 'phone')).toEqual([]);
    expect(effectsIn(refused, 'jira')).toContain('note');
    expect(effectsIn(after(thread, aComment({ createdAt: OPENED })), 'phone')).toEqual(['send-message']);
  });

  test('written before the transition to Done goes out although the conversation is closed', () => {
    expect(effectsIn(after(closed, aComment({ createdAt: CLOSED_AT })), 'phone')).toEqual(['send-message']);
  });

  test.each([
    [0, ['send-message']],
    [TRANSITION_MS, ['send-message']],
    [TRANSITION_MS + 1, []],
  ])('written on the transition, %i ms later by Jira’s clock, goes out whichever event comes first: %j', (ms, sent) => {
    const comment = aComment({ createdAt: CLOSED_AT + ms });
    expect(effectsIn(after(aThreadWith(), { ...comment, doneAt: CLOSED_AT }), 'phone')).toEqual(sent);
    const thread = after(closed, comment);
    expect(effectsIn(thread, 'phone')).toEqual(sent);
    expect(effectsIn(after(thread, comment), 'phone')).toEqual(sent);
  });

  test.each([
    ['after the request was done', closed, { createdAt: NOW }, { reason: 'written-after-close', at: CLOSED_AT }],
    [
      'after the request was done, of which we have not heard yet',
      aThreadWith(),
      { createdAt: NOW, doneAt: CLOSED_AT },
      { reason: 'written-after-close', at: CLOSED_AT },
    ],
    ['in a paused conversation', aThreadWith({ state: 'paused' }), {}, { reason: 'conversation-paused' }],
    [
      'after the conversation was closed by the button',
      aThreadWith({ state: 'closed', closed: { at: CLOSED_AT, source: 'user', by: BEN, beside: true } }),
      { createdAt: NOW },
      { reason: 'conversation-closed', at: CLOSED_AT },
    ],
    [
      'in a locked conversation, whenever it was written,',
      aThreadWith({ state: 'closed', closed: { at: CLOSED_AT, source: 'user' }, locked: { at: NOW, by: BEN } }),
      { createdAt: CLOSED_AT },
      { reason: 'conversation-locked', at: NOW },
    ],
    ['with a file', aThreadWith(), { failure: { reason: 'cannot-carry-media' } }, { reason: 'cannot-carry-media' }],
    ['without text', aThreadWith(), { text: '' }, { reason: 'empty' }],
    [
      'for a customer who opted out',
      aThreadWith(),
      { carriage: { suppressed: true, maxCharacters: 4_096, numberRemoved: false } },
      { reason: 'suppressed' },
    ],
  ] as const)('%s is a row “not delivered” with a note', (...[, thread, more, failure]) => {
    const refused = after(thread, aComment(more));
    expect(refused.messages[second]).toMatchObject({ delivery: { status: 'failed', failure } });
    expect(effectsIn(refused, 'phone')).toEqual([]);
    expect(refused.head.lanes.jira.queue).toEqual([
      expect.objectContaining({ kind: 'note', message: second, failure }),
    ]);
  });

  test('X9 goes out in a reopened conversation although the request still is on its way out of Done', () => {
    const reopened = aThreadWith({ openAt: CLOSED_AT + 1 });
    const thread = after(reopened, aComment({ createdAt: NOW, doneAt: CLOSED_AT }));
    expect(effectsIn(thread, 'phone')).toEqual(['send-message']);
  });

  test('S1-10 outside the window is refused with the time it closed', () => {
    const now = NOW + 25 * 3_600_000;
    const refused = decide(aThreadWith(), aComment({ createdAt: now - 1_000 }), aMoment(now));
    const failure = { reason: 'window-closed', at: NOW - 60_000 + 24 * 3_600_000 };
    expect(refused.messages[second]).toMatchObject({ delivery: { status: 'failed', failure } });
    expect(theActive(refused).waitingOn).toBe('agent');
  });

  test('of which we hear after more than an hour is not sent any more', () => {
    const now = NOW + COMMENT_LIFE_MS + 1;
    const refused = decide(aThreadWith(), aComment({ createdAt: NOW }), aMoment(now));
    expect(refused.messages[second]).toMatchObject({ delivery: { failure: { reason: 'comment-too-old', at: NOW } } });
  });
});
