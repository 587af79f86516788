import { decide } from '../../../src/domain/decide';
import type { Thread } from '../../../src/domain/thread';
import { aMoment, aThreadWith, BEN, effectsIn, FIRST, NOW, theActive } from '../../support/builders';
import { anAnswer, aCustomerMessage } from '../../support/eventBuilders';

const HOUR = 3_600_000;
const RULES = { windowClosing: { text: 'Write again, {name}', minutesBefore: 60 }, autoReply: '' };
const DUE = NOW + 23 * HOUR;

const moment = (now: number) => aMoment(now, RULES);
const written = decide(aThreadWith(), aCustomerMessage(), moment(NOW));
const later = (thread: Thread, now = DUE) => decide(thread, { kind: 'time' }, moment(now));
const texts = (thread: Thread) =>
  Object.values(thread.messages).flatMap(({ author, content }) =>
    author.kind === 'auto-reply' && content.kind === 'text' ? [content.text] : [],
  );

test('S1-12 X15 who waits for an agent is invited before the window closes, once', () => {
  expect(written.head.timers).toEqual([{ kind: 'window-closing', conversation: FIRST, at: DUE, since: NOW }]);
  const told = later(written);
  expect(texts(told)).toEqual(['Write again, Ana']);
  expect(effectsIn(told, 'phone')).toEqual(['send-message']);
  expect(told.head.timers).toEqual([]);
});

test('S1-12 every message moves the invitation', () => {
  const again = decide(written, aCustomerMessage({ at: NOW + HOUR }), moment(NOW + HOUR));
  expect(again.head.timers).toMatchObject([{ at: DUE + HOUR }]);
});

describe('an automatic message', () => {
  const away = (at: number) => aCustomerMessage({ text: 'Automatic reply: I am on holiday', at });
  const machine = (thread: Thread, at: number) => decide(thread, away(at), moment(at));

  test('S1-12 X15 invites nobody', () => {
    const thread = machine(aThreadWith(), NOW);
    expect(thread.head.timers).toEqual([]);
    expect(texts(later(thread))).toEqual([]);
  });

  test('S1-12 X15 neither takes the invitation away that the words before it deserve nor moves it', () => {
    const again = machine(machine(written, NOW + HOUR), NOW + 2 * HOUR);
    expect(again.head.timers).toEqual(written.head.timers);
    expect(texts(later(again, DUE - 1))).toEqual([]);
    expect(texts(later(again))).toEqual(['Write again, Ana']);
    expect(texts(later(later(again), DUE + 2 * HOUR))).toHaveLength(1);
  });

  test('S1-12 X15 that comes before older words does not put off their invitation', () => {
    const first = machine(aThreadWith(), NOW + HOUR);
    const thread = decide(first, aCustomerMessage(), moment(NOW + HOUR));
    expect(thread.head.timers).toMatchObject([{ at: DUE }]);
  });

  test('S1-12 X15 brings no invitation back for words that have been answered', () => {
    const thread = machine(decide(written, anAnswer(), moment(NOW)), NOW + HOUR);
    expect(theActive(thread).waitingOn).toBe('agent');
    expect(texts(later(later(thread), DUE + HOUR))).toEqual([]);
  });
});

test('S1-12 words that come late, after newer ones, do not bring the invitation forward', () => {
  const thread = decide(written, aCustomerMessage({ at: NOW - HOUR }), moment(NOW));
  expect(thread.head.timers).toEqual(written.head.timers);
});

test('S1-12 an invitation that an older version wrote down goes by the window', () => {
  const [timer] = written.head.timers;
  const { since: _, ...older } = timer ?? { kind: 'window-closing', conversation: FIRST, at: DUE };
  const thread = { ...written, head: { ...written.head, timers: [older] } };
  expect(texts(later(thread))).toEqual(['Write again, Ana']);
});

test('S1-12 who has been answered is not invited', () => {
  expect(texts(later(decide(written, anAnswer(), moment(NOW))))).toEqual([]);
});

test('S1-12 a timer that comes too late says nothing: the window has closed', () => {
  expect(texts(later(written, NOW + 24 * HOUR))).toEqual([]);
});

test('S1-12 a closed conversation invites nobody and keeps no timer', () => {
  const order = { kind: 'order', conversation: FIRST, agent: BEN, order: { kind: 'close' } } as const;
  const closed = decide(written, order, moment(NOW));
  expect(closed.head.timers).toEqual([]);
});

test('S1-12 SMS has no window and no invitation', () => {
  const thread = decide(aThreadWith(), aCustomerMessage({ channel: 'sms' }), moment(NOW));
  expect(thread.head.timers).toEqual([]);
});
