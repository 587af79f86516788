import { decide } from '../../../src/domain/decide';
import { messageKey } from '../../../src/domain/ids';
import type { Thread } from '../../../src/domain/thread';
import { after, aMoment, aThreadWith, BEN, effectsIn, FIRST, NOW } from '../../support/builders';
import { aComment, anAnswer, aCustomerMessage, aStatus } from '../../support/eventBuilders';

const block = { kind: 'contact-block', conversation: FIRST, agent: BEN, blocked: true } as const;
const unblock = { ...block, blocked: false } as const;
const blocked = after(aThreadWith(), block);
const idle = (thread: Thread): Thread => ({
  ...thread,
  head: { ...thread.head, lanes: { phone: { queue: [] }, jira: { queue: [] }, media: { queue: [] } } },
});

test('blocking closes the conversation as the agent would, once', () => {
  expect(blocked.head).toMatchObject({ active: {}, blocked: { at: NOW, by: BEN, count: 0 } });
  expect(blocked.conversations[FIRST]?.closed).toEqual({ at: NOW, source: 'user', by: BEN, beside: true });
  expect(after(blocked, block)).toBe(blocked);
});

test('a paused conversation is closed as well when its customer is blocked from it', () => {
  const paused = aThreadWith({ state: 'paused' });
  const thread = after({ ...paused, head: { ...paused.head, parked: [FIRST] } }, block);
  expect(thread.conversations[FIRST]?.state).toBe('closed');
  expect(thread.head.parked).toEqual([]);
});

test('what a blocked customer writes is a row and a count, and costs Jira and the phone nothing', () => {
  const moment = aMoment(NOW, { autoReply: 'We are on it.', unreadNote: true });
  const thread = decide(idle(blocked), aCustomerMessage({ text: 'Answer me!' }), moment);
  expect(thread.head).toMatchObject({ active: {}, blocked: { count: 1 } });
  expect(thread.messages[messageKey(FIRST, 2)]).toMatchObject({ content: { text: 'Answer me!' } });
  expect(thread.conversations[FIRST]).toMatchObject({ messages: 2, mirrored: 2 });
  expect([effectsIn(thread, 'phone'), effectsIn(thread, 'jira')]).toEqual([[], []]);
});

test('a repeated message of a blocked customer is counted once', () => {
  const message = aCustomerMessage({ origin: 'o1' });
  const once = after(blocked, message);
  expect(after(once, message)).toBe(once);
});

test('what Jira lacks from before the block stays owed', () => {
  const behind = after(aThreadWith({ messages: 2, mirrored: 1 }), block, aCustomerMessage());
  expect(behind.conversations[FIRST]).toMatchObject({ messages: 3, mirrored: 1 });
});

test('nobody answers a blocked customer: a comment is marked not delivered for that reason', () => {
  const thread = after(idle(blocked), aComment({ createdAt: NOW + 1 }));
  expect(thread.head.lanes.jira.queue).toMatchObject([{ kind: 'note', failure: { reason: 'contact-blocked' } }]);
  expect(after(idle(blocked), anAnswer())).toEqual(idle(blocked));
});

test('nothing of a blocked customer is activated: not by the status, not by the button', () => {
  const done = after(aThreadWith(), aStatus(true, { at: NOW - 5 }), block);
  const left = after(idle(done), aStatus(false, { at: NOW + 1 }));
  expect(left.head.active).toEqual({});
  expect(left.head.lanes.jira.queue).toMatchObject([{ kind: 'remark', remark: 'contact-blocked' }]);
  const order = {
    kind: 'order',
    conversation: FIRST,
    agent: BEN,
    order: { kind: 'reopen', pauseOther: true },
  } as const;
  expect(after(left, order)).toBe(left);
});

test('X3 a blocked customer gets no status notice either', () => {
  const thread = after(aThreadWith(), aStatus(true, { at: NOW - 5 }), block);
  const later = decide(idle(thread), { kind: 'time' }, aMoment(NOW + 60_000));
  expect(effectsIn(later, 'phone')).toEqual([]);
});

test('X18 a STOP of a blocked customer is heeded all the same', () => {
  expect(after(blocked, aCustomerMessage({ text: 'STOP' })).head.optOut).toMatchObject({ stopped: true });
});

test('after unblocking the next message opens a request as ever', () => {
  const free = after(blocked, aCustomerMessage(), unblock);
  expect(free.head.blocked).toBeUndefined();
  expect(Object.values(after(free, aCustomerMessage()).head.active)).toHaveLength(1);
  expect(after(free, unblock)).toBe(free);
});
