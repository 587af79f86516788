import { decide } from '../../../src/domain/decide';
import type { Thread } from '../../../src/domain/thread';
import type { ProjectSettings } from '../../../src/domain/settings';
import { conversationId } from '../../../src/domain/ids';
import { aMoment, aThread, aThreadWith, BEN, CONTACT, NOW, PROJECT } from '../../support/builders';
import { aCustomerMessage } from '../../support/eventBuilders';

const HOUR = 3_600_000;
const RULES: Partial<ProjectSettings> = { autoReply: 'We are on it.', statusNotices: [], coolDownMinutes: 60 };
/** NOW is a Monday at 09:00 UTC. */
const CLOSED: Partial<ProjectSettings> = {
  ...RULES,
  outOfHours: 'Back at ten.',
  businessHours: { days: [1, 2, 3, 4, 5], from: '10:00', to: '17:00', holidays: [] },
};

// oxlint-disable-next-line max-params -- where, when, by which rules, what
const writes = (thread: Thread, now = NOW, rules = RULES, text = 'The printer is on fire') =>
  decide(thread, aCustomerMessage({ text, at: now }), aMoment(now, rules));
const replies = (thread: Thread) =>
  Object.values(thread.messages).flatMap(({ author, content }) =>
    author.kind === 'auto-reply' && content.kind === 'text' ? [content.text] : [],
  );
/** An agent closes what is active. */
const closes = (thread: Thread, ordinal: number, now: number) =>
  decide(
    thread,
    { kind: 'order', conversation: conversationId(PROJECT, CONTACT, ordinal), agent: BEN, order: { kind: 'close' } },
    aMoment(now, RULES),
  );

test('S2-19 X15 the first message is answered, later ones are not', () => {
  expect(replies(writes(writes(aThread())))).toEqual(['We are on it.']);
});

test('S2-21 who texts is answered by SMS, in the administrator’s words', () => {
  const texted = decide(aThread(), aCustomerMessage({ channel: 'sms' }), aMoment(NOW, RULES));
  const answers = Object.values(texted.messages).filter(({ direction }) => direction === 'outbound');
  expect(answers).toMatchObject([{ channel: 'sms', content: { text: 'We are on it.' } }]);
});

test('X15 the same text goes out again only when it has cooled down', () => {
  const first = closes(writes(aThread()), 1, NOW + 1_000);
  const soon = closes(writes(first, NOW + HOUR - 1), 2, NOW + HOUR - 1);
  expect(replies(soon)).toHaveLength(1);
  expect(replies(writes(soon, NOW + HOUR))).toHaveLength(2);
});

test('X15 two machines come to an end: nobody gets more than five automatic answers a day', () => {
  const rules = { ...RULES, coolDownMinutes: 0, smallTalk: false };
  let thread = aThread();
  for (let turn = 1; turn <= 8; turn += 1) {
    const now = NOW + turn * 60_000;
    thread = closes(writes(thread, now, rules), turn, now + 1);
  }
  expect(replies(thread)).toHaveLength(5);
  expect(replies(writes(thread, NOW + 25 * HOUR, rules))).toHaveLength(6);
});

test('X15 outside the hours the text for that goes out instead; without one the usual text', () => {
  expect(replies(writes(aThread(), NOW, CLOSED))).toEqual(['Back at ten.']);
  expect(replies(writes(aThread(), NOW + HOUR, CLOSED))).toEqual(['We are on it.']);
  expect(replies(writes(aThread(), NOW, { ...CLOSED, outOfHours: '' }))).toEqual(['We are on it.']);
});

test('X15 who takes their turn again outside the hours is told, unless an agent is evidently there', () => {
  const answered = aThreadWith({ waitingOn: 'customer', answeredAt: NOW - 2 * HOUR });
  expect(replies(writes(answered, NOW, CLOSED))).toEqual(['Back at ten.']);
  expect(replies(writes(aThreadWith({ waitingOn: 'customer', answeredAt: NOW - HOUR + 1 }), NOW, CLOSED))).toEqual([]);
  expect(replies(writes(aThreadWith({ waitingOn: 'agent' }), NOW, CLOSED))).toEqual([]);
});

test('X15 an automatic message is not answered automatically', () => {
  expect(replies(writes(aThread(), NOW, RULES, 'Auto-Reply: back on Monday'))).toEqual([]);
});

test('X15 rules that are off leave no trace in the head', () => {
  const thread = writes(aThread(), NOW, { autoReply: '', statusNotices: [] });
  expect(thread.head.said).toBeUndefined();
  expect(thread.head.timers).toEqual([]);
});
