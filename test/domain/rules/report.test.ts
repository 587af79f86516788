import { queuedAt } from '../../../src/domain/delivery';
import { after, anOutbound, aThreadWith, effectsIn, OTHER_NUMBER, theActive } from '../../support/builders';
import { aReport } from '../../support/eventBuilders';

const sent = anOutbound({ delivery: { status: 'sent', history: [...queuedAt(0).history, { status: 'sent', at: 1 }] } });
const threadWith = (message = sent) => {
  const thread = aThreadWith({ messages: 2, mirrored: 2 });
  return { ...thread, messages: { ...thread.messages, [message.key]: message } };
};
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
