import { queuedAt } from '../../../src/domain/delivery';
import type { EffectResult } from '../../../src/domain/effectResult';
import { messageKey } from '../../../src/domain/ids';
import { SESSION_MS } from '../../../src/domain/rules/append';
import { MAX_SENDS, PAIR_PACE_MS } from '../../../src/domain/rules/tooFast';
import { after, aThreadWith, at, effectsIn, FIRST, NOW, theActive } from '../../support/builders';
import { aComment, anAnswer, aReport, endedWith, starting } from '../../support/eventBuilders';

const answering = after(aThreadWith(), anAnswer());
const commenting = after(aThreadWith(), aComment(), starting('phone'));
const key = messageKey(FIRST, 2);
const sent: EffectResult = { kind: 'sent', message: key, providerId: 'wamid.out', status: 'accepted' };
const unknown: EffectResult = { kind: 'send-unknown', message: key };
const refused = (failure: object = { reason: 'blocked' }) =>
  ({ kind: 'send-refused', message: key, failure }) as EffectResult;

const statusOf = (thread: typeof answering) => {
  const known = thread.messages[key];
  return known?.direction === 'outbound' ? known.delivery.status : undefined;
};

describe('an accepted answer', () => {
  test('of the tab becomes a public comment, kept for the agent’s own session for a while', () => {
    const thread = after(answering, endedWith(answering, 'phone', sent));
    expect(thread.messages[key]).toMatchObject({ providerId: 'wamid.out', delivery: { status: 'accepted' } });
    expect(theActive(thread).answered).toBe(2);
    expect(thread.head.lanes.phone).toEqual({ queue: [] });
    expect(thread.head.lanes.jira.queue.find(({ kind }) => kind === 'mirror')).toMatchObject({
      notBefore: NOW + SESSION_MS,
      reservedFor: 'tab-call',
    });
  });

  test('written as a comment stands in Jira already', () => {
    const thread = after(commenting, endedWith(commenting, 'phone', sent));
    expect(statusOf(thread)).toBe('accepted');
    expect(effectsIn(thread, 'jira')).not.toContain('mirror');
  });

  test('keeps what an early report has told', () => {
    const reported = after(answering, aReport({ status: 'delivered' }));
    const thread = after(reported, endedWith(reported, 'phone', sent));
    expect(statusOf(thread)).toBe('delivered');
    expect(effectsIn(thread, 'jira')).toContain('mirror');
  });
});

describe('an answer of unknown outcome', () => {
  test('is shown as such, leaves the lane at once and stands in Jira as perhaps sent', () => {
    const thread = after(answering, endedWith(answering, 'phone', unknown));
    expect(statusOf(thread)).toBe('unknown');
    expect(effectsIn(thread, 'phone')).toEqual([]);
    expect(effectsIn(thread, 'jira')).toContain('mirror');
  });

  test('written as a comment is followed by a note', () => {
    const thread = after(commenting, endedWith(commenting, 'phone', unknown));
    expect(thread.head.lanes.jira.queue).toContainEqual(
      expect.objectContaining({ kind: 'note', failure: { reason: 'no-answer' } }),
    );
  });

  test('is resolved by the result that comes late', () => {
    const end = endedWith(answering, 'phone', sent);
    const lost = after(answering, endedWith(answering, 'phone', unknown));
    expect(statusOf(after(lost, end))).toBe('accepted');
  });

  test('that turns out refused is followed by a note, for its words stand in Jira', () => {
    const end = endedWith(answering, 'phone', refused());
    const lost = after(answering, endedWith(answering, 'phone', unknown));
    const thread = after(lost, end, end);
    expect(statusOf(thread)).toBe('failed');
    expect(effectsIn(thread, 'jira').filter((kind) => kind === 'note')).toHaveLength(1);
  });
});

describe('a refused answer', () => {
  test('of the tab is written nowhere, and the customer still waits', () => {
    const thread = after(answering, endedWith(answering, 'phone', refused()));
    expect(thread.messages[key]).toMatchObject({ delivery: { status: 'failed', failure: { reason: 'blocked' } } });
    expect(theActive(thread)).toMatchObject({ waitingOn: 'agent' });
    expect(theActive(thread)).not.toHaveProperty('answered');
    expect(effectsIn(thread, 'jira')).not.toContain('note');
  });

  test('was no first answer for reports', () => {
    expect(theActive(answering).firstAnswer).toBeDefined();
    expect(theActive(after(answering, endedWith(answering, 'phone', refused())))).not.toHaveProperty('firstAnswer');
  });

  test('written as a comment is followed by one note, however often the result is told', () => {
    const end = endedWith(commenting, 'phone', refused());
    const thread = after(commenting, end);
    expect(effectsIn(thread, 'jira').filter((kind) => kind === 'note')).toHaveLength(1);
    expect(after(thread, end)).toBe(thread);
  });
});

describe('a provider that takes no more for the moment', () => {
  const tooFast = refused({ reason: 'rate-limited' });

  test('is asked again after 4, 16 and 64 seconds, then the answer is refused', () => {
    let thread = answering;
    let now = NOW;
    for (const wait of [4_000, 16_000, 64_000]) {
      thread = at(now, thread, endedWith(thread, 'phone', tooFast));
      expect(statusOf(thread)).toBe('queued');
      expect(thread.head.lanes.phone.queue[0]?.notBefore).toBe(now + wait);
      now += wait;
      thread = at(now, thread, starting('phone', `again-${wait}`, now + 35_000));
    }
    expect(thread.head.lanes.phone.queue[0]?.attempts).toBe(MAX_SENDS);
    expect(statusOf(at(now, thread, endedWith(thread, 'phone', tooFast)))).toBe('failed');
  });

  test('says itself when to come again', () => {
    const end = endedWith(answering, 'phone', refused({ reason: 'rate-limited', retryAfterSeconds: 30 }));
    expect(after(answering, end).head.lanes.phone.queue[0]?.notBefore).toBe(NOW + 30_000);
  });

  test('for longer than five minutes is a refusal: the agent must know', () => {
    const end = endedWith(answering, 'phone', refused({ reason: 'rate-limited', retryAfterSeconds: 3_600 }));
    expect(statusOf(after(answering, end))).toBe('failed');
  });
});

describe('a customer who got too many messages in a short time', () => {
  const two = after(answering, anAnswer({ text: 'Two minutes' }), anAnswer({ text: 'One minute' }));
  const waits = (reason: 'too-fast' | 'rate-limited') =>
    after(two, endedWith(two, 'phone', refused({ reason }))).head.lanes.phone.queue.map(
      ({ notBefore }) => (notBefore ?? NOW) - NOW,
    );

  test('gets the next ones six seconds apart from each other', () => {
    expect(waits('too-fast')).toEqual([4_000, 4_000 + PAIR_PACE_MS, 4_000 + 2 * PAIR_PACE_MS]);
  });

  test('is paced alone: where the account is limited, what follows waits only for the first', () => {
    expect(waits('rate-limited')).toEqual([4_000, 0, 0]);
  });
});

test('a result told twice changes nothing the second time', () => {
  for (const result of [sent, unknown, refused()]) {
    const end = endedWith(answering, 'phone', result);
    const thread = after(answering, end);
    expect(after(thread, end)).toBe(thread);
  }
  expect(queuedAt(NOW).status).toBe('queued');
});

test('the next send starts in the same turn that records the last', () => {
  const two = after(answering, anAnswer({ text: 'Two minutes' }));
  const next = { owner: 'tab-call', until: NOW + 35_000 };
  const thread = after(two, { ...endedWith(two, 'phone', sent), ...{ next } });
  expect(thread.head.lanes.phone.lease).toMatchObject({ owner: 'tab-call', startedAt: NOW });
  expect(thread.head.lanes.phone.queue).toHaveLength(1);
});
