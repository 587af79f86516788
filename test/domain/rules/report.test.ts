import { queuedAt, type FailureReason } from '../../../src/domain/delivery';
import { PAIR_PACE_MS } from '../../../src/domain/rules/tooFast';
import type { Thread } from '../../../src/domain/thread';
import { after, NOW, anOutbound, aThreadWith, effectsIn, OTHER_NUMBER, theActive } from '../../support/builders';
import { anAnswer, aReport } from '../../support/eventBuilders';

const sent = anOutbound({ delivery: { status: 'sent', history: [...queuedAt(0).history, { status: 'sent', at: 1 }] } });
const threadWith = (message = sent) => {
  const thread = aThreadWith({ messages: 2, mirrored: 2 });
  return { ...thread, messages: { ...thread.messages, [message.key]: message } };
};
const queueOf = ({ head }: Thread) => head.lanes.phone.queue;
const failure = { reason: 'unreachable', detail: 'Unknown handset', code: '30003' } as const;

test('a report moves the message on and tells the provider’s id', () => {
  const thread = after(threadWith(), aReport());
  expect(thread.messages[sent.key]).toMatchObject({ providerId: 'wamid.out', delivery: { status: 'delivered' } });
  expect(effectsIn(thread, 'jira')).toEqual([]);
});

test('a repeated report changes nothing, not even the reference', () => {
  const thread = after(threadWith(), aReport());
  expect(after(thread, aReport())).toBe(thread);
});

test('a report for another number’s message changes nothing', () => {
  const thread = threadWith();
  expect(after(thread, aReport({ number: OTHER_NUMBER }))).toBe(thread);
});

test('a report about a message nobody knows, or one of the customer’s, changes nothing', () => {
  const thread = aThreadWith();
  expect(after(thread, aReport())).toBe(thread);
  expect(after(thread, aReport({ message: anOutbound({ sequence: 1 }).key }))).toBe(thread);
});

test.each(['tab', 'comment'] as const)('a %s answer that failed later is followed by one note', (via) => {
  const failed = aReport({ status: 'failed', failure });
  const thread = after(threadWith({ ...sent, via }), failed, failed);
  expect(thread.messages[sent.key]).toMatchObject({ delivery: { status: 'failed', failure } });
  expect(thread.head.lanes.jira.queue[0]).toMatchObject({ kind: 'note', message: sent.key });
  expect(effectsIn(thread, 'jira')).toEqual(['note', 'sync-property']);
  expect(theActive(thread).waitingOn).toBe('agent');
});

test('the note keeps the reason and leaves the provider’s words with the message: heads stay small', () => {
  const thread = after(threadWith(), aReport({ status: 'failed', failure }));
  expect(thread.head.lanes.jira.queue[0]).toMatchObject({ failure: { reason: 'unreachable', code: '30003' } });
  expect(JSON.stringify(thread.head)).not.toContain('Unknown handset');
});

test('an auto-reply that failed is told to nobody in Jira', () => {
  const thread = after(threadWith({ ...sent, via: 'rule' }), aReport({ status: 'failed', failure }));
  expect(effectsIn(thread, 'jira')).toEqual([]);
});

test('a failure told before the answer’s request exists needs no note', () => {
  const thread = threadWith();
  const { request: _, ...unborn } = theActive(thread);
  const early = { ...thread, head: { ...thread.head, active: { customer: unborn } } };
  expect(effectsIn(after(early, aReport({ status: 'failed', failure })), 'jira')).toEqual([]);
});

test('a failure after delivery changes nothing an agent must know', () => {
  const thread = after(threadWith(), aReport(), aReport({ status: 'failed', failure }));
  expect(thread.messages[sent.key]).toMatchObject({ delivery: { status: 'delivered' } });
  expect(effectsIn(thread, 'jira')).toEqual([]);
});

test('a price is kept through later reports, whenever it comes, and told again changes nothing', () => {
  const price = { amount: '0.0333', currency: 'EUR' };
  const priceless = after(threadWith(), aReport());
  const told = after(priceless, aReport({ price }));
  expect(told.messages[sent.key]).toMatchObject({ delivery: { status: 'delivered', price } });
  expect(after(told, aReport({ price }))).toBe(told);
  const read = after(told, aReport({ status: 'read' }));
  expect(read.messages[sent.key]).toMatchObject({ delivery: { status: 'read', price } });
});

describe('a report that the customer got one message too many (131056)', () => {
  const tooFast = (reason: FailureReason = 'too-fast') =>
    aReport({ status: 'failed', failure: { reason, code: '131056' }, at: NOW });
  const waiting = after(threadWith(), anAnswer({ text: 'Two minutes' }), anAnswer({ text: 'One minute' }));
  const idle = {
    ...waiting,
    head: { ...waiting.head, lanes: { ...waiting.head.lanes, phone: { queue: queueOf(waiting) } } },
  };
  const waits = (thread: Thread) => queueOf(thread).map(({ notBefore = NOW }) => notBefore - NOW);

  test('keeps what waits for the same customer six seconds apart', () => {
    expect(waits(after(idle, tooFast()))).toEqual([PAIR_PACE_MS, 2 * PAIR_PACE_MS]);
  });

  test('touches nothing that is on its way', () => {
    expect(waits(after(waiting, tooFast()))).toEqual([0, PAIR_PACE_MS]);
  });

  test('shortens no pause, and a repeated report changes nothing', () => {
    const paced = after(idle, tooFast());
    const longer = after(idle, { ...tooFast(), at: NOW - 60_000 });
    expect(waits(longer)).toEqual([0, 0]);
    expect(after(paced, tooFast())).toBe(paced);
  });

  test('is about this customer: a limit of the account is none of the thread', () => {
    expect(waits(after(idle, tooFast('rate-limited')))).toEqual([0, 0]);
  });
});
