import type { ClosingNote, Conversation } from '../../../src/domain/conversation';
import { decide } from '../../../src/domain/decide';
import type { ConversationEvent, Order } from '../../../src/domain/event';
import { MOST_PAUSED } from '../../../src/domain/rules/pause';
import { orderRefusal } from '../../../src/domain/rules/orders';
import { messageKey } from '../../../src/domain/ids';
import type { ProjectSettings } from '../../../src/domain/settings';
import { conversationOf, type Thread } from '../../../src/domain/thread';
import {
  aMoment,
  aThread,
  aThreadWith,
  BEN,
  effectsIn,
  FIRST,
  NOW,
  NUMBER,
  OTHER_NUMBER,
  SECOND,
  theActive,
} from '../../support/builders';
import { aCustomerMessage, aStatus } from '../../support/eventBuilders';

const ordering = (order: Order): ConversationEvent => ({ kind: 'order', conversation: FIRST, agent: BEN, order });
const closing = (note?: ClosingNote) => ordering({ kind: 'close', ...(note && { note }) });
const pausing = ordering({ kind: 'pause' });
const activating = (pauseOther = false) => ordering({ kind: 'activate', pauseOther });
const reopening = (pauseOther = false) => ordering({ kind: 'reopen', pauseOther });
const locking = ordering({ kind: 'lock' });
const unlocking = ordering({ kind: 'unlock' });
const byProvider = { kind: 'provider-closed', channel: 'whatsapp', number: NUMBER, at: NOW } as const;

const then = (thread: Thread, event: ConversationEvent, settings: Partial<ProjectSettings> = {}) =>
  decide(thread, event, aMoment(NOW, settings));
const first = (thread: Thread): Conversation => {
  const found = conversationOf(thread, FIRST);
  if (!found) throw new Error('the conversation is gone');
  return found;
};
const refusalOf = (thread: Thread, order: Order, settings: Partial<ProjectSettings> = {}) =>
  orderRefusal({ thread, conversation: first(thread) }, order, aMoment(NOW, settings));
const CLOSED = { state: 'closed', closed: { at: NOW - 60_000, source: 'user' } } as const;

describe('closing', () => {
  test('S3-01 S3-02 ends the conversation with who did it and an optional note', () => {
    const note = { category: 'Billing', summary: 'Sent a new invoice' };
    const thread = then(aThreadWith(), closing(note));
    expect(first(thread)).toMatchObject({ state: 'closed', closed: { at: NOW, source: 'user', by: BEN, note } });
    expect(thread.head.active).toEqual({});
    expect(effectsIn(thread, 'jira')).toEqual(['sync-property']);
  });

  test('S0-19 by the provider is told as the provider’s', () => {
    const thread = then(aThreadWith(), byProvider);
    expect(first(thread).closed).toEqual({ at: NOW, source: 'provider', beside: true });
  });

  test('S0-19 by the provider ends no conversation that began after it', () => {
    const thread = aThreadWith({ openedAt: NOW });
    expect(then(thread, byProvider)).toBe(thread);
  });

  test('X8 by the button also moves the request where the rules name a status', () => {
    const settings = { closeTransition: { status: 'Resolved', resolution: 'Done' } };
    const thread = then(aThreadWith(), closing(), settings);
    expect(thread.head.lanes.jira.queue).toContainEqual(
      expect.objectContaining({
        kind: 'transition',
        because: 'close',
        status: 'Resolved',
        resolution: 'Done',
        person: BEN,
      }),
    );
    expect(effectsIn(then(aThreadWith(), byProvider, settings), 'jira')).not.toContain('transition');
  });

  test('X8 by named statuses happens at those and at no others', () => {
    const settings = { closeOn: 'statuses', closeStatuses: ['waiting for customer'] } as const;
    const waiting = aStatus(false, { status: { name: 'Waiting for customer', category: 'indeterminate' } });
    expect(first(then(aThreadWith(), waiting, settings)).state).toBe('closed');
    expect(first(then(aThreadWith(), aStatus(true), settings)).state).toBe('active');
  });

  test('X8 by the button only leaves a conversation open whose request is done', () => {
    expect(first(then(aThreadWith(), aStatus(true), { closeOn: 'button' })).state).toBe('active');
  });

  test('S3-07 X20 S3-08 S3-09 takes the request from its assignee only where a person closed it', () => {
    const settings = { onClose: 'unassign' } as const;
    expect(effectsIn(then(aThreadWith(), closing(), settings), 'jira')).toContain('assign');
    expect(effectsIn(then(aThreadWith(), aStatus(true), settings), 'jira')).toContain('assign');
    expect(effectsIn(then(aThreadWith(), aStatus(true, { source: 'automation' }), settings), 'jira')).not.toContain(
      'assign',
    );
    expect(effectsIn(then(aThreadWith(), closing(), { onClose: 'keep' }), 'jira')).not.toContain('assign');
  });

  test('X1 has the transcript written where the rules want it and something was said', () => {
    const settings = { transcript: 'internal-note' } as const;
    expect(effectsIn(then(aThreadWith(), closing(), settings), 'jira')).toContain('transcript');
    expect(effectsIn(then(aThreadWith({ messages: 0, mirrored: 0 }), closing(), settings), 'jira')).not.toContain(
      'transcript',
    );
  });

  test('twice changes nothing', () => {
    const thread = then(aThreadWith(), closing());
    expect(then(thread, byProvider)).toBe(thread);
  });
});

describe('pausing', () => {
  test('S2-22 S2-23 S2-25 puts the conversation aside, and the next message opens another request', () => {
    const thread = then(aThreadWith(), pausing);
    expect(first(thread).state).toBe('paused');
    const next = then(thread, aCustomerMessage());
    expect(theActive(next)).toMatchObject({ id: SECOND });
    expect(theActive(next)).not.toHaveProperty('follows');
    expect(effectsIn(next, 'jira')).toContain('create-request');
  });

  test('S2-24 is undone by activating', () => {
    const thread = then(then(aThreadWith(), pausing), activating());
    expect(theActive(thread).id).toBe(FIRST);
    expect(thread.head.parked).toEqual([]);
  });

  test('of a conversation that is not active is refused with its reason', () => {
    expect(refusalOf(aThreadWith(CLOSED), { kind: 'pause' })).toBe('conversation-closed');
  });

  test('is refused when the customer has as many paused ones as a head holds', () => {
    const base = aThreadWith();
    const full = { ...base, head: { ...base.head, parked: Array.from({ length: MOST_PAUSED }, () => SECOND) } };
    expect(refusalOf(full, { kind: 'pause' })).toBe('too-many-paused');
    expect(then(full, pausing)).toBe(full);
  });
});

describe('activating', () => {
  const busy = () => then(then(aThreadWith(), pausing), aCustomerMessage());

  test('X9 while another conversation is active is asked of the agent', () => {
    expect(refusalOf(busy(), { kind: 'activate', pauseOther: false })).toBe('another-active');
    const thread = then(busy(), activating(true));
    expect(theActive(thread).id).toBe(FIRST);
    expect(conversationOf(thread, SECOND)?.state).toBe('paused');
    expect(thread.head.parked).toEqual([SECOND]);
  });

  test('X9 S2-36 a closed conversation moves its request out of Done, and its old Done closes it no more', () => {
    const thread = then(aThreadWith(CLOSED), reopening());
    expect(theActive(thread)).toMatchObject({ id: FIRST, tally: { reopened: 1 } });
    expect(effectsIn(thread, 'jira')).toContain('transition');
    expect(then(thread, aStatus(true, { at: NOW - 1_000 }))).toBe(thread);
  });

  test('X9 is by status only, or by button only, where the rules say so', () => {
    const closed = aThreadWith(CLOSED);
    expect(refusalOf(closed, { kind: 'reopen', pauseOther: false }, { reactivateOn: 'leaving-status' })).toBe(
      'reopened-by-status',
    );
    expect(first(then(closed, aStatus(false), { reactivateOn: 'button' })).state).toBe('closed');
    expect(first(then(closed, aStatus(false), { reactivateOn: 'leaving-status' })).state).toBe('active');
  });

  test('X9 is always by button where the request has no closing status to leave, and leaves it where it is', () => {
    const beside = aThreadWith({ state: 'closed', closed: { at: NOW - 60_000, source: 'time', beside: true } });
    const thread = then(beside, reopening(), { reactivateOn: 'leaving-status' });
    expect(theActive(thread).id).toBe(FIRST);
    expect(effectsIn(thread, 'jira')).not.toContain('transition');
  });
});

describe('locking', () => {
  const locked = () => then(aThreadWith(CLOSED), locking);

  test('S4-12 comes after closing', () => {
    expect(refusalOf(aThreadWith(), { kind: 'lock' })).toBe('not-closed');
    expect(first(locked()).locked).toEqual({ at: NOW, by: BEN });
    expect(then(locked(), locking)).toEqual(locked());
  });

  test('S4-12 holds against the button and the status, until it is taken away', () => {
    expect(refusalOf(locked(), { kind: 'reopen', pauseOther: false })).toBe('conversation-locked');
    expect(first(then(locked(), aStatus(false))).state).toBe('closed');
    expect(theActive(then(then(locked(), unlocking), reopening())).id).toBe(FIRST);
  });

  test('X7 keeps the customer’s message as an unread row and tells them once', () => {
    const settings = { lockedText: 'Nobody reads this conversation any more.' };
    const told = then(locked(), aCustomerMessage(), settings);
    expect(first(told)).toMatchObject({ state: 'closed', messages: 3, unread: true });
    expect(told.head.active).toEqual({});
    expect(effectsIn(told, 'phone')).toEqual(['send-message']);
    const again = then(told, aCustomerMessage(), settings);
    expect(first(again).messages).toBe(4);
    expect(effectsIn(again, 'phone')).toEqual(['send-message']);
  });

  test('X7 fills in what its text asks for, and says nothing to a machine', () => {
    const settings = { lockedText: 'Dear {name}, {key} is over.' };
    const told = then(locked(), aCustomerMessage(), settings);
    expect(told.messages[messageKey(FIRST, 3)]?.content).toEqual({ kind: 'text', text: 'Dear Ana, SUP-1 is over.' });
    const machine = then(locked(), aCustomerMessage({ text: 'Automatic reply: I am away' }), settings);
    expect(effectsIn(machine, 'phone')).toEqual([]);
    expect(effectsIn(then(machine, aCustomerMessage(), settings), 'phone')).toEqual(['send-message']);
  });

  test('X7 counts as told only once it has been said: not after STOP, not outside the window', () => {
    const settings = { lockedText: 'Nobody reads this conversation any more.' };
    const stopped = then(then(locked(), aCustomerMessage({ text: 'STOP' }), settings), aCustomerMessage(), settings);
    const late = then(locked(), aCustomerMessage({ at: NOW - 25 * 3_600_000, number: OTHER_NUMBER }), settings);
    for (const thread of [stopped, late]) {
      expect(effectsIn(thread, 'phone')).toEqual([]);
      expect(first(thread).locked).toEqual({ at: NOW, by: BEN });
    }
    const back = then(stopped, aCustomerMessage({ text: 'START', at: NOW + 1 }), settings);
    expect(effectsIn(then(back, aCustomerMessage(), settings), 'phone')).toEqual(['send-message']);
    expect(effectsIn(then(late, aCustomerMessage(), settings), 'phone')).toEqual(['send-message']);
  });

  test('X7 without a text says nothing and loses nothing', () => {
    const thread = then(locked(), aCustomerMessage());
    expect(first(thread).messages).toBe(2);
    expect(effectsIn(thread, 'phone')).toEqual([]);
  });
});

test('a button on a conversation nobody knows changes nothing', () => {
  const thread = aThread();
  for (const event of [closing(), pausing, activating(true), locking, unlocking])
    expect(then(thread, event)).toBe(thread);
});
