import { decide } from '../../src/domain/decide';
import type { EffectResult } from '../../src/domain/effectResult';
import { MARKS } from '../../src/domain/head';
import { MOST_PAUSED } from '../../src/domain/rules/pause';
import type { Thread } from '../../src/domain/thread';
import { aContact, aMoment, aThread, BEN, NOW, theActive } from '../support/builders';
import { aCustomerMessage, aReaction, endedWith, starting } from '../support/eventBuilders';

const HEAD_LIMIT = 8_192;
const sizeOf = ({ head }: Thread) => Buffer.byteLength(JSON.stringify(head));
const origin = (index: number) => String(index).padStart(40, 'a');
const DOWN: EffectResult = { kind: 'later', at: 0, failure: { reason: 'jira-down', detail: 'x'.repeat(500) } };

/** 300 messages while every try on Jira fails. */
function whileJiraIsDown(from: Thread, fails: (thread: Thread, now: number) => EffectResult): Thread {
  let thread = from;
  for (let index = 0; index < 300; index += 1) {
    const now = NOW + index * 600_000;
    const moment = aMoment(now, { autoReply: 'We are on it.' });
    const event =
      index % 10 === 9 ? aReaction({ origin: origin(index) }) : aCustomerMessage({ origin: origin(index), at: now });
    thread = decide(decide(thread, event, moment), starting('jira', `p${index}`.padEnd(32, '0'), now + 35_000), moment);
    expect(sizeOf(thread)).toBeLessThan(HEAD_LIMIT);
    if (thread.head.lanes.jira.lease) thread = decide(thread, endedWith(thread, 'jira', fails(thread, now)), moment);
    expect(sizeOf(thread)).toBeLessThan(HEAD_LIMIT);
  }
  return thread;
}

test('a head stays under 8 KB after 300 messages, however long Jira is down', () => {
  const { customer: _, ...contact } = aContact();
  const thread = whileJiraIsDown(aThread({ contact }), (__, now) => ({ ...DOWN, at: now + 900_000 }));
  expect(theActive(thread).messages).toBe(301);
});

test('a head stays under 8 KB although Jira refuses everything for good', () => {
  const thread = whileJiraIsDown(aThread(), () => ({
    kind: 'gave-up',
    failure: { reason: 'rejected', detail: 'ü'.repeat(500) },
  }));
  expect(theActive(thread).dead.length).toBeGreaterThan(0);
});

test('a head remembers the newest origins only', () => {
  const thread = whileJiraIsDown(aThread(), () => ({ kind: 'request-not-found', at: NOW }));
  expect(thread.head.marks).toHaveLength(MARKS);
  expect(thread.head.marks.at(-1)?.origin).toBe(origin(299));
});

test('S2-25 a head stays under 8 KB with as many paused conversations as a customer may have, and Jira down', () => {
  let thread = aThread();
  for (let count = 0; count < MOST_PAUSED; count += 1) {
    const asked = decide(thread, aCustomerMessage({ origin: origin(1_000 + count) }), aMoment());
    const conversation = theActive(asked).id;
    const idle = {
      ...asked,
      head: { ...asked.head, lanes: { phone: { queue: [] }, jira: { queue: [] }, media: { queue: [] } } },
    };
    thread = decide(idle, { kind: 'order', conversation, agent: BEN, order: { kind: 'pause' } }, aMoment());
  }
  expect(thread.head.parked).toHaveLength(MOST_PAUSED);
  whileJiraIsDown(thread, (_, now) => ({ ...DOWN, at: now + 900_000 }));
});
