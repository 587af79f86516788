import { decide } from '../../../src/domain/decide';
import type { StatusNotice } from '../../../src/domain/conversationRules';
import type { ConversationEvent } from '../../../src/domain/event';
import { messageKey, type PhoneNumber } from '../../../src/domain/ids';
import type { ProjectSettings } from '../../../src/domain/settings';
import { conversationOf, type Thread } from '../../../src/domain/thread';
import { aContact, aMoment, aThreadWith, BEN, FIRST, NOW, NUMBER } from '../../support/builders';
import { aStatus } from '../../support/eventBuilders';

const DONE: StatusNotice = { on: { category: 'done' }, text: { en: '{key} is {status}' } };
const WAITING: StatusNotice = { on: { status: 'Waiting for parts' }, text: { en: 'We wait for parts', de: 'Teile' } };
const PARTS = { name: 'waiting for parts', category: 'indeterminate' } as const;
const RESOLVED = { name: 'Resolved', category: 'done' } as const;
const WORKING = { name: 'In progress', category: 'indeterminate' } as const;

/** The changes of status, each at its second. */
const changing = (
  thread: Thread,
  changes: readonly (readonly [number, typeof PARTS | typeof RESOLVED | typeof WORKING])[],
  rules: Rules = {},
) =>
  changes.reduce(
    (current, [second, status]) => then(current, second, aStatus(false, { status, at: NOW + second * 1_000 }), rules),
    thread,
  );
type Rules = Partial<ProjectSettings>;
// oxlint-disable-next-line max-params -- where, when, what, by which rules
const then = (thread: Thread, second: number, event: ConversationEvent, rules: Rules = {}) =>
  decide(thread, event, aMoment(NOW + second * 1_000, { statusNotices: [DONE, WAITING], ...rules }));
const later = (thread: Thread, second: number, rules: Rules = {}) => then(thread, second, { kind: 'time' }, rules);

const told = (thread: Thread) =>
  Object.values(thread.messages).flatMap((message) =>
    message.author.kind === 'notice' && message.content.kind === 'text' ? [message.content.text] : [],
  );

test('S0-16 X3 a status that has a notice is told to the customer, also beside the close', () => {
  const resolved = changing(aThreadWith(), [[0, RESOLVED]]);
  expect(told(later(resolved, 7))).toEqual([]);
  const thread = later(resolved, 8);
  expect(told(thread)).toEqual(['SUP-1 is Resolved']);
  expect(thread.messages[messageKey(FIRST, 2)]).toMatchObject({ via: 'rule', author: { kind: 'notice' } });
  expect(thread.head.lanes.phone.queue).toMatchObject([{ kind: 'send-message', message: messageKey(FIRST, 2) }]);
  expect(thread.head.lanes.jira.queue.map(({ kind }) => kind)).toEqual(['sync-property']);
});

test('S0-17 changes by automation are told like those of people', () => {
  const change = aStatus(true, { source: 'automation' });
  expect(told(later(then(aThreadWith(), 0, change), 10))).toEqual(['SUP-1 is Resolved']);
});

test('S2-12 without notices a change costs neither a timer nor a word', () => {
  const thread = changing(aThreadWith(), [[0, RESOLVED]], { statusNotices: [] });
  expect(thread.head.timers).toEqual([]);
  expect(conversationOf(thread, FIRST)).not.toHaveProperty('toTell');
});

test('X3 the notice on a status goes before the one on its category, in the language of the rules', () => {
  const both = { statusNotices: [{ ...DONE, on: { category: 'indeterminate' } }, WAITING], language: 'de' } as const;
  expect(told(later(changing(aThreadWith(), [[0, PARTS]], both), 10, both))).toEqual(['Teile']);
});

test('X3 of a storm of changes only the last status is told', () => {
  const storm = changing(aThreadWith(), [
    [0, PARTS],
    [4, RESOLVED],
  ]);
  expect(told(later(storm, 11))).toEqual([]);
  expect(told(later(storm, 12))).toEqual(['SUP-1 is Resolved']);
});

test('X3 a status that the request has left is not told', () => {
  const gone = changing(aThreadWith(), [
    [0, PARTS],
    [4, WORKING],
  ]);
  expect(gone.head.timers).toEqual([]);
  expect(told(later(gone, 20))).toEqual([]);
});

test('X3 the same change heard of twice keeps its time and is told once', () => {
  const twice = changing(aThreadWith(), [
    [0, PARTS],
    [4, PARTS],
  ]);
  const thread = later(twice, 8);
  expect(told(thread)).toEqual(['We wait for parts']);
  expect(told(later(changing(thread, [[12, PARTS]]), 30))).toHaveLength(1);
});

test('X3 a status is told once per episode, and again in the next one', () => {
  const first = later(
    changing(aThreadWith(), [
      [0, PARTS],
      [20, WORKING],
      [30, RESOLVED],
    ]),
    40,
  );
  const second = later(
    changing(first, [
      [50, WORKING],
      [60, PARTS],
    ]),
    70,
  );
  const third = later(
    changing(second, [
      [80, WORKING],
      [90, PARTS],
    ]),
    100,
  );
  expect(told(third)).toEqual(['SUP-1 is Resolved', 'We wait for parts']);
});

test('X3 a change after the close is told no more', () => {
  const closed = later(changing(aThreadWith(), [[0, RESOLVED]]), 10);
  expect(told(later(changing(closed, [[20, PARTS]], { reactivateOn: 'button' }), 40))).toHaveLength(1);
});

test('X3 the move that the close button itself orders is told', () => {
  const rules = { closeTransition: { status: 'resolved', resolution: '' } };
  const order = { kind: 'order', conversation: FIRST, agent: BEN, order: { kind: 'close' } } as const;
  const closed = then(aThreadWith(), 0, order, rules);
  expect(told(later(changing(closed, [[1, RESOLVED]], rules), 11, rules))).toEqual(['SUP-1 is Resolved']);
  const other = then(aThreadWith(), 0, order);
  expect(told(later(changing(other, [[1, RESOLVED]]), 11))).toEqual([]);
});

test('X3 what is locked before the storm is over is told nothing', () => {
  const closed = changing(aThreadWith(), [[0, RESOLVED]]);
  const locked = then(closed, 5, { kind: 'order', conversation: FIRST, agent: BEN, order: { kind: 'lock' } });
  expect(told(later(locked, 10))).toEqual([]);
});

test('X3 nobody is told of a request that was deleted', () => {
  const gone = then(changing(aThreadWith(), [[0, PARTS]]), 5, {
    kind: 'request-deleted',
    conversation: FIRST,
    at: NOW,
  });
  expect(gone.head.timers).toEqual([]);
  expect(told(later(gone, 10))).toEqual([]);
});

test('X3 outside the window the notice is a row that says why it was not sent', () => {
  const silent = aThreadWith();
  const shut = { ...silent, head: { ...silent.head, lines: { [`whatsapp.${NUMBER}`]: NOW - 25 * 3_600_000 } } };
  const thread = later(changing(shut, [[0, RESOLVED]]), 10);
  expect(thread.messages[messageKey(FIRST, 2)]).toMatchObject({
    author: { kind: 'notice' },
    delivery: { status: 'failed', failure: { reason: 'window-closed' } },
  });
  expect(thread.head.lanes.phone.queue).toEqual([]);
});

describe('X6 a notice by SMS to a customer who has never written in the conversation', () => {
  const address = { kind: 'phone', phone: '+385991903327' as PhoneNumber } as const;
  const unheard = aThreadWith({ route: { channel: 'sms', number: NUMBER, address }, startedBy: BEN });
  // It is nine in the morning.
  const quiet: Rules = { quietHours: { from: '09:00', to: '10:00' } };
  const waiting = later(changing(unheard, [[0, PARTS]], quiet), 10, quiet);

  test('waits for the end of the quiet hours', () => {
    expect(told(waiting)).toEqual([]);
    expect(waiting.head.timers).toEqual([{ kind: 'status-notice', conversation: FIRST, at: NOW + 3_600_000 }]);
    expect(told(later(waiting, 3_600, quiet))).toEqual(['We wait for parts']);
  });

  test('is not said where the request has left the status meanwhile', () => {
    const left = changing(waiting, [[20, WORKING]], quiet);
    expect(left.head.timers).toEqual([]);
    expect(told(later(left, 3_600, quiet))).toEqual([]);
  });

  test('waits for nothing once the customer has written', () => {
    const heard = aThreadWith({ route: { channel: 'sms', number: NUMBER, address }, startedBy: BEN, heard: true });
    expect(told(later(changing(heard, [[0, PARTS]], quiet), 10, quiet))).toEqual(['We wait for parts']);
  });
});

test('X3 a customer without a name is addressed without one', () => {
  const rules: Rules = { statusNotices: [{ on: DONE.on, text: { en: 'Hello {name}, {key} is done.' } }] };
  const { name: _, ...nameless } = aContact();
  const tell = (thread: Thread) => told(later(changing(thread, [[0, RESOLVED]], rules), 10, rules));
  expect(tell(aThreadWith())).toEqual(['Hello Ana, SUP-1 is done.']);
  expect(tell(aThreadWith({}, { contact: nameless }))).toEqual(['Hello, SUP-1 is done.']);
});
