import { decide } from '../../../src/domain/decide';
import type { Thread } from '../../../src/domain/thread';
import { aMoment, aThreadWith, BEN, effectsIn, FIRST, NOW } from '../../support/builders';
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
  expect(written.head.timers).toEqual([{ kind: 'window-closing', conversation: FIRST, at: DUE }]);
  const told = later(written);
  expect(texts(told)).toEqual(['Write again, Ana']);
  expect(effectsIn(told, 'phone')).toEqual(['send-message']);
  expect(told.head.timers).toEqual([]);
});

test('S1-12 every message moves the invitation', () => {
  const again = decide(written, aCustomerMessage({ at: NOW + HOUR }), moment(NOW + HOUR));
  expect(again.head.timers).toMatchObject([{ at: DUE + HOUR }]);
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
