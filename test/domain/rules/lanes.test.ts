import type { Head } from '../../../src/domain/head';
import { messageKey } from '../../../src/domain/ids';
import { doorbellDelay, headDueAt, laneDueAt, LOOK_UP_AFTER_MS } from '../../../src/domain/rules/lanes';
import { after, anEffect, anOutbound, aThreadWith, at, effectsIn, NOW, withLaneOf } from '../../support/builders';
import { starting } from '../../support/eventBuilders';

const mirror = anEffect({ kind: 'mirror' });
const sync = anEffect({ kind: 'sync-property' }, { id: 'e2' });
const idle = aThreadWith();
const withMirror = withLaneOf(idle, 'jira', { queue: [mirror, sync] });
const lease = { owner: 'gone', until: NOW - 1, effect: 'e1', startedAt: NOW - 35_000 };

describe('taking a lane', () => {
  test('marks the first effect started under a lease', () => {
    expect(after(withMirror, starting('jira')).head.lanes.jira).toEqual({
      queue: [{ ...mirror, attempts: 1 }, sync],
      lease: { owner: 'performer', until: NOW + 35_000, effect: 'e1', startedAt: NOW },
    });
  });

  test('of the other lane leaves this one alone', () => {
    expect(after(withMirror, starting('phone'))).toBe(withMirror);
  });

  test('twice by the same owner, and by another while the lease lives, changes nothing', () => {
    const taken = after(withMirror, starting('jira'));
    expect(after(taken, starting('jira'))).toBe(taken);
    expect(after(taken, starting('jira', 'another'))).toBe(taken);
  });

  test('waits for the first effect’s time: a lane is done in order', () => {
    const later = withLaneOf(idle, 'jira', { queue: [{ ...mirror, notBefore: NOW + 1 }, sync] });
    expect(after(later, starting('jira'))).toBe(later);
    expect(at(NOW + 1, later, starting('jira')).head.lanes.jira.lease?.effect).toBe('e1');
  });

  test('before its time is for the performer whose session it is reserved for', () => {
    const reserved = withLaneOf(idle, 'jira', { queue: [{ ...mirror, notBefore: NOW + 20_000, reservedFor: 'tab' }] });
    expect(after(reserved, starting('jira'))).toBe(reserved);
    expect(after(reserved, starting('jira', 'tab')).head.lanes.jira.lease?.owner).toBe('tab');
  });
});

describe('an expired lease', () => {
  test('makes what was started unknown: it is looked for a minute after its start, before anything else', () => {
    const dead = withLaneOf(idle, 'jira', { queue: [{ ...mirror, attempts: 1 }, sync], lease });
    expect(after(dead, starting('jira')).head.lanes.jira).toEqual({
      queue: [
        { ...mirror, attempts: 1, unknownSince: lease.startedAt, notBefore: lease.startedAt + LOOK_UP_AFTER_MS },
        sync,
      ],
    });
  });

  test('keeps since when it is unknown, however many holders die', () => {
    const since = NOW - 600_000;
    const dead = withLaneOf(idle, 'jira', { queue: [{ ...mirror, attempts: 2, unknownSince: since }], lease });
    expect(after(dead, starting('jira')).head.lanes.jira.queue[0]?.unknownSince).toBe(since);
  });

  test('makes a send unknown, never a second one, and lets the next go at once', () => {
    const message = anOutbound();
    const sends = [message.key, messageKey(message.conversation, 3)].map((key, index) =>
      anEffect({ kind: 'send-message', message: key }, { id: `e${index + 1}`, attempts: 1 - index }),
    );
    const base = aThreadWith({ messages: 3 }, { messages: { [message.key]: message } });
    const thread = after(withLaneOf(base, 'phone', { queue: sends, lease }), starting('phone'));

    expect(thread.messages[message.key]).toMatchObject({ delivery: { status: 'unknown' } });
    expect(thread.head.lanes.phone.queue.map(({ id }) => id)).toEqual(['e2']);
    expect(thread.head.lanes.phone.lease?.effect).toBe('e2');
  });

  test('on an effect that is gone frees the lane', () => {
    const dead = withLaneOf(idle, 'jira', { queue: [sync], lease });
    expect(after(dead, starting('jira')).head.lanes.jira.lease?.effect).toBe('e2');
  });
});

describe('when a head is due', () => {
  test('is never, with nothing to do', () => {
    expect(headDueAt(idle.head)).toBeUndefined();
  });

  test('is at once, at the first effect’s time, or at the end of the lease', () => {
    expect(laneDueAt({ queue: [mirror] })).toBe(0);
    expect(laneDueAt({ queue: [{ ...mirror, notBefore: NOW }, sync] })).toBe(NOW);
    expect(laneDueAt({ queue: [mirror], lease: { ...lease, until: NOW + 9 } })).toBe(NOW + 9);
    expect(laneDueAt({ queue: [], lease })).toBe(lease.until);
  });

  test('is when the earlier of both lanes is', () => {
    const phone = { queue: [anEffect({ kind: 'send-message', message: messageKey(mirror.conversation, 1) })] };
    const both = withLaneOf(withLaneOf(idle, 'jira', { queue: [{ ...mirror, notBefore: NOW + 5 }] }), 'phone', {
      queue: phone.queue.map((effect) => ({ ...effect, notBefore: NOW + 3 })),
    });
    expect(headDueAt(both.head)).toBe(NOW + 3);
  });
});

describe('the doorbell', () => {
  const ringFor = (before: Head, afterwards: Head, performing: readonly ('phone' | 'jira')[] = []) =>
    doorbellDelay(before, afterwards, { now: NOW, lanes: ['phone', 'jira'], performing });

  test('rings for new work, at its time', () => {
    expect(ringFor(idle.head, withMirror.head)).toBe(0);
    const later = withLaneOf(idle, 'jira', { queue: [{ ...mirror, notBefore: NOW + 3_000 }] });
    expect(ringFor(idle.head, later.head)).toBe(3_000);
  });

  test('does not ring for work that already waited, that a performer holds or that the caller does itself', () => {
    expect(ringFor(withMirror.head, withMirror.head)).toBeUndefined();
    expect(ringFor(idle.head, after(withMirror, starting('jira')).head)).toBeUndefined();
    expect(ringFor(idle.head, withMirror.head, ['jira'])).toBeUndefined();
    expect(ringFor(idle.head, idle.head)).toBeUndefined();
  });

  test('rings again for work that was put off, and for what a dead performer left', () => {
    const put = withLaneOf(idle, 'jira', { queue: [{ ...mirror, notBefore: NOW + 5_000 }, sync] });
    expect(ringFor(withMirror.head, put.head)).toBe(5_000);
    expect(ringFor(idle.head, withLaneOf(idle, 'jira', { queue: [mirror], lease }).head)).toBe(0);
  });
});

test('neither lane waits for the other', () => {
  const busy = after(withMirror, starting('jira'));
  const message = anOutbound();
  const both = withLaneOf(busy, 'phone', {
    queue: [anEffect({ kind: 'send-message', message: message.key }, { id: 'e9' })],
  });
  const thread = after(both, starting('phone', 'another'));
  expect(thread.head.lanes.phone.lease?.owner).toBe('another');
  expect(effectsIn(thread, 'jira')).toEqual(['mirror', 'sync-property']);
});
