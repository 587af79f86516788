import type { EffectResult } from '../../../src/domain/effectResult';
import { messageKey } from '../../../src/domain/ids';
import type { Thread } from '../../../src/domain/thread';
import { after, anEffect, aThreadWith, effectsIn, FIRST, NOW, theActive, withLaneOf } from '../../support/builders';
import { aCustomerMessage, anAnswer, endedWith, starting } from '../../support/eventBuilders';

const ANSWER = messageKey(FIRST, 2);
const PASSED: EffectResult = { kind: 'passed-over', message: ANSWER };
const SENT: EffectResult = { kind: 'sent', message: ANSWER, status: 'accepted' };
const UNKNOWN: EffectResult = { kind: 'send-unknown', message: ANSWER };
const REFUSED: EffectResult = { kind: 'send-refused', message: ANSWER, failure: { reason: 'blocked' } };

/** An answer is under way or waits, the customer wrote after it, and a performer has Jira's copy in hand. */
function copying(): Thread {
  const answered = after(aThreadWith({ mirrored: 1 }), anAnswer(), aCustomerMessage({ origin: 'second' }));
  return after(withLaneOf(answered, 'jira', { queue: [anEffect({ kind: 'mirror' })] }), starting('jira'));
}
const passed = (thread = copying()) => after(thread, endedWith(thread, 'jira', PASSED));
const ended = (thread: Thread, result: EffectResult) => after(thread, endedWith(thread, 'phone', result));
const shows = (thread: Thread) => effectsIn(thread, 'jira').filter((kind) => kind === 'show-answer');

test('Jira’s copy goes on without an answer that waits to be sent', () => {
  const thread = passed();
  expect(theActive(thread).mirrored).toBe(2);
  expect(effectsIn(thread, 'jira')).toEqual(['mirror']);
});

test('the description ends before an answer passed over: what follows it is never told in both', () => {
  expect(theActive(passed()).answered).toBe(2);
  expect(theActive(passed(ended(copying(), REFUSED)))).not.toHaveProperty('answered');
});

test.each([SENT, UNKNOWN])(
  'the comment of an answer passed over follows once it is $kind, one comment however often that is told',
  (result) => {
    const thread = ended(passed(), result);
    expect(shows(thread)).toHaveLength(1);
    expect(shows(after(thread, endedWith(passed(), 'phone', SENT)))).toHaveLength(1);
  },
);

test('the comment of one answer that cannot be written stays a dead letter when that of another is', () => {
  const OTHER = messageKey(FIRST, 3);
  const letter = (message: typeof ANSWER) =>
    ({
      effect: anEffect({ kind: 'show-answer', message }, { id: `e-${message}` }),
      failure: { reason: 'rejected' },
      at: NOW,
    }) as const;
  const doing = (dead: readonly ReturnType<typeof letter>[]) => {
    const base = aThreadWith({ mirrored: 1, dead });
    const queue = [anEffect({ kind: 'show-answer', message: OTHER })];
    return after(withLaneOf(base, 'jira', { queue }), starting('jira'));
  };
  const done: EffectResult = { kind: 'mirrored', upTo: 3, copy: { phase: 'comments' } };
  const left = (thread: Thread, result: EffectResult) =>
    theActive(after(thread, endedWith(thread, 'jira', result))).dead.map(({ effect }) => effect);
  expect(left(doing([letter(ANSWER), letter(OTHER)]), done)).toMatchObject([{ message: ANSWER }]);
  const gaveUp: EffectResult = { kind: 'gave-up', failure: { reason: 'rejected' } };
  expect(left(doing([letter(ANSWER)]), gaveUp)).toMatchObject([{ message: ANSWER }, { message: OTHER }]);
});

test('an answer passed over that is refused gets no comment', () => {
  expect(shows(ended(passed(), REFUSED))).toEqual([]);
});

test('an answer that went out while the copy passed it over gets its comment, one that was refused none', () => {
  expect(shows(passed(ended(copying(), SENT)))).toHaveLength(1);
  expect(shows(passed(ended(copying(), REFUSED)))).toEqual([]);
});

test('an answer that the copy waited for gets its comment from the copy alone', () => {
  expect(shows(ended(copying(), SENT))).toEqual([]);
});

test('the comment of an answer passed over ends with its own step and leaves the cursor where it is', () => {
  const out = ended(passed(), SENT);
  const queue = [anEffect({ kind: 'show-answer', message: ANSWER })];
  const active = Object.fromEntries(
    Object.entries(out.head.active).map(([slot, one]) => [slot, { ...one, mirrored: 3 }]),
  );
  const showing = after(withLaneOf({ ...out, head: { ...out.head, active } }, 'jira', { queue }), starting('jira'));
  const wrote = { origin: 'comment', message: ANSWER };
  const result: EffectResult = { kind: 'mirrored', upTo: 2, copy: { phase: 'comments' }, wrote };
  const thread = after(showing, endedWith(showing, 'jira', result));
  expect(theActive(thread).mirrored).toBe(3);
  expect(effectsIn(thread, 'jira')).toEqual([]);
  expect(thread.origins.comment).toBe(ANSWER);
});
