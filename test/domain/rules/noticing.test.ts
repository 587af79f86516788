import type { EffectResult } from '../../../src/domain/effectResult';
import { decide } from '../../../src/domain/decide';
import { asAccountId, messageKey } from '../../../src/domain/ids';
import type { ProjectSettings } from '../../../src/domain/settings';
import type { Thread } from '../../../src/domain/thread';
import {
  aMoment,
  aThread,
  aThreadWith,
  BEN,
  effectsIn,
  FIRST,
  NOW,
  theActive,
  withLaneOf,
} from '../../support/builders';
import { aComment, anAnswer, aCustomerMessage, endedWith, starting } from '../../support/eventBuilders';

const OFF = { unreadNote: false, whenCustomerWrites: '', whenAgentAnswers: '', assignOnAnswer: 'off' } as const;
/** On that Monday nobody is there. */
const CLOSED = { days: [2], from: '08:00', to: '17:00', holidays: [] };
const MIA = asAccountId('mia');
const answered = aThreadWith({ unread: false, waitingOn: 'customer' });

const wanted = (thread: Thread) =>
  thread.head.lanes.jira.queue.filter(({ kind }) => kind === 'remark' || kind === 'transition' || kind === 'assign');
const then = (thread: Thread, event: Parameters<typeof decide>[1], rules: Partial<ProjectSettings>) =>
  decide(thread, event, aMoment(NOW, { ...OFF, ...rules }));

/** An agent answers as a comment, and the provider says how it went. */
function sends(thread: Thread, result: 'sent' | 'send-unknown' | 'send-refused', rules: Partial<ProjectSettings>) {
  const moment = aMoment(NOW, { ...OFF, ...rules });
  const message = messageKey(FIRST, 2);
  const told = {
    sent: { kind: 'sent', message, status: 'accepted' },
    'send-unknown': { kind: 'send-unknown', message },
    'send-refused': { kind: 'send-refused', message, failure: { reason: 'blocked' } },
  } satisfies Record<string, EffectResult>;
  const started = decide(decide(thread, aComment(), moment), starting('phone'), moment);
  return decide(started, endedWith(started, 'phone', told[result]), moment);
}

describe('when the customer writes', () => {
  test('X1 agents of the tab are told by one note per unread episode', () => {
    const rules = { unreadNote: true };
    const first = then(answered, aCustomerMessage(), rules);
    expect(wanted(first)).toEqual([expect.objectContaining({ kind: 'remark', remark: 'unread' })]);
    const written = withLaneOf(first, 'jira', { queue: [] });
    expect(wanted(then(written, aCustomerMessage(), rules))).toEqual([]);
    const seen = then(written, { kind: 'seen-by-agent', conversation: FIRST }, rules);
    expect(wanted(then(seen, aCustomerMessage(), rules))).toHaveLength(1);
  });

  test('X1 an episode that began with a comment in the portal gets its note with the next message, once', () => {
    const rules = { unreadNote: true };
    const portal = { kind: 'portal-comment', conversation: FIRST, text: 'Hello?', at: NOW } as const;
    const first = then(answered, { ...portal, origin: 'comment:1' }, rules);
    expect(wanted(first)).toEqual([]);
    const told = then(first, aCustomerMessage(), rules);
    expect(wanted(told)).toHaveLength(1);
    const again = then(withLaneOf(told, 'jira', { queue: [] }), { ...portal, origin: 'comment:2' }, rules);
    expect(wanted(then(again, aCustomerMessage(), rules))).toEqual([]);
  });

  test('X1 X7 thanks after the close need no note; what brings the request back does', () => {
    const rules = { unreadNote: true, afterClose: 'reopen' } as const;
    const notes = (thread: Thread) => wanted(thread).filter(({ kind }) => kind === 'remark');
    const closed = aThreadWith({ unread: false, state: 'closed', closed: { at: NOW, source: 'user' } });
    const thanked = then(closed, aCustomerMessage({ text: 'Thanks' }), rules);
    expect(notes(thanked)).toEqual([]);
    const reopened = then(thanked, aCustomerMessage(), rules);
    expect(theActive(reopened).id).toBe(FIRST);
    expect(notes(reopened)).toHaveLength(1);
    expect(notes(then(withLaneOf(reopened, 'jira', { queue: [] }), aCustomerMessage(), rules))).toEqual([]);
  });

  test('X1 an episode of an older version counts as noted', () => {
    expect(wanted(then(aThreadWith({ unread: true }), aCustomerMessage(), { unreadNote: true }))).toEqual([]);
  });

  test('X1 an automatic answer keeps no second note waiting', () => {
    const rules = { unreadNote: true, outOfHours: 'We are back in the morning.', businessHours: CLOSED } as const;
    const first = then(answered, aCustomerMessage(), rules);
    expect(effectsIn(first, 'phone')).toEqual(['send-message']);
    expect(theActive(first)).not.toHaveProperty('noteDue');
  });

  test('the first message needs no note: its request is new', () => {
    expect(
      wanted(then(then(aThread(), aCustomerMessage(), { unreadNote: true }), aCustomerMessage(), { unreadNote: true })),
    ).toEqual([]);
    expect(wanted(then(aThread(), aCustomerMessage(), { unreadNote: true, whenCustomerWrites: 'Open' }))).toEqual([]);
  });

  test('the request is moved after their words stand in it, once per turn of theirs', () => {
    const rules = { whenCustomerWrites: 'Waiting for support' };
    const first = then(answered, aCustomerMessage(), rules);
    expect(first.head.lanes.jira.queue.map(({ kind }) => kind)).toEqual(['mirror', 'transition', 'sync-property']);
    expect(wanted(then(first, aCustomerMessage(), rules))).toHaveLength(1);
  });

  test('nothing of it costs anything where the rules are off', () => {
    expect(wanted(then(answered, aCustomerMessage(), {}))).toEqual([]);
  });

  test('a lane holds the same move once, however often the turn changes while Jira is down', () => {
    const rules = { whenCustomerWrites: 'Waiting for support' };
    let thread = answered;
    for (let turn = 0; turn < 5; turn += 1) {
      thread = then(then(thread, aCustomerMessage(), rules), anAnswer(), rules);
      thread = withLaneOf(thread, 'phone', { queue: [] });
    }
    expect(wanted(thread)).toHaveLength(1);
  });
});

describe('when an agent answers', () => {
  const assigning = { assignOnAnswer: 'if-unassigned' } as const;

  test.each(['sent', 'send-unknown'] as const)('the agent takes the request once the answer is %s', (result) => {
    expect(wanted(sends(aThreadWith(), result, assigning))).toEqual([
      expect.objectContaining({ kind: 'assign', because: 'answered', to: BEN }),
    ]);
  });

  test('an answer that was refused takes and moves nothing', () => {
    expect(wanted(sends(aThreadWith(), 'send-refused', { ...assigning, whenAgentAnswers: 'In progress' }))).toEqual([]);
  });

  test('further answers of the agent who answered first ask nothing more', () => {
    const by = (account: typeof BEN) => aThreadWith({ firstAnswer: { at: NOW - 1_000, by: account } });
    expect(wanted(sends(by(BEN), 'sent', assigning))).toEqual([]);
    expect(wanted(sends(by(MIA), 'sent', assigning))).toHaveLength(1);
  });

  test('the request is moved where the rules name a status', () => {
    expect(wanted(sends(aThreadWith(), 'sent', { whenAgentAnswers: 'Waiting for customer' }))).toEqual([
      expect.objectContaining({ kind: 'transition', because: 'agent-answered', status: 'Waiting for customer' }),
    ]);
  });

  test('nothing of it costs anything where the rules are off', () => {
    expect(wanted(sends(aThreadWith(), 'sent', {}))).toEqual([]);
  });
});
