import fc from 'fast-check';
import type { Content } from '../../src/domain/content';
import type { Conversation } from '../../src/domain/conversation';
import { decide } from '../../src/domain/decide';
import type { DeliveryStatus } from '../../src/domain/delivery';
import type { EffectResult } from '../../src/domain/effectResult';
import type { ConversationEvent } from '../../src/domain/event';
import { asIssueId, conversationId, messageKey } from '../../src/domain/ids';
import { headDueAt } from '../../src/domain/rules/lanes';
import type { Thread } from '../../src/domain/thread';
import { aContact, aMoment, aThread, CONTACT, NOW, NUMBER, PROJECT } from '../support/builders';
import { aComment, aCustomerMessage, anAnswer, aReport, aStatus, starting } from '../support/eventBuilders';

/** One step of a story: an event at a time, some of them impossible where they come. */
type Step = { readonly event: ConversationEvent; readonly afterMs: number };

const STATUSES: readonly DeliveryStatus[] = ['queued', 'unknown', 'accepted', 'sent', 'failed', 'delivered', 'read'];
const ids = fc.integer({ min: 1, max: 3 }).map((ordinal) => conversationId(PROJECT, CONTACT, ordinal));
const keys = fc.tuple(ids, fc.integer({ min: 1, max: 5 })).map(([id, sequence]) => messageKey(id, sequence));
const origins = fc.integer({ min: 1, max: 30 }).map((id) => `origin-${id}`);
const requests = fc.integer({ min: 1, max: 3 }).map((id) => ({ issueId: asIssueId(`${id}`), issueKey: `SUP-${id}` }));
const lanes = fc.constantFrom('phone' as const, 'jira' as const);
const effects = fc.integer({ min: 1, max: 20 }).map((count) => `e${count}`);
const times = fc.integer({ min: -3_600_000, max: 0 }).map((ago) => NOW + ago);
const copies = fc.constantFrom<Conversation['copy']>(
  { phase: 'description', description: { hash: 'h', lastAt: NOW } },
  { phase: 'comments', comment: { id: '1', hash: 'h', lastAt: NOW } },
);
const contents = fc.constantFrom<Content>(
  { kind: 'text', text: 'The printer is on fire' },
  { kind: 'text', text: 'STOP' },
  { kind: 'reaction', target: 'x', emoji: '🙏' },
  { kind: 'edit', target: 'x', text: 'y' },
  { kind: 'deletion', target: 'x' },
  { kind: 'unsupported', description: 'sticker' },
);

const results: fc.Arbitrary<EffectResult> = fc.oneof(
  fc.record({ kind: fc.constant('sent' as const), message: keys, status: fc.constantFrom(...STATUSES) }),
  fc.record({ kind: fc.constant('send-unknown' as const), message: keys }),
  fc.record({
    kind: fc.constant('send-refused' as const),
    message: keys,
    failure: fc.constantFrom({ reason: 'blocked' as const }, { reason: 'rate-limited' as const }),
  }),
  fc.constant({ kind: 'customer-ready' as const, customer: { kind: 'app' as const, reason: 'refused' as const } }),
  fc.record({
    kind: fc.constant('request-created' as const),
    request: requests,
    copy: copies,
    upTo: fc.nat(5),
    facts: fc.constant(''),
  }),
  fc.record({ kind: fc.constant('request-not-found' as const), at: times }),
  fc.record({ kind: fc.constant('mirrored' as const), upTo: fc.nat(5), copy: copies }),
  fc.record({ kind: fc.constant('synced' as const), facts: fc.constant('x') }),
  fc.constant({ kind: 'done' as const }),
  fc.record({ kind: fc.constant('later' as const), at: times, failure: fc.constant({ reason: 'jira-down' as const }) }),
  fc.constant({ kind: 'gave-up' as const, failure: { reason: 'rejected' as const } }),
);

/** What comes from outside: repeated, it must change nothing. */
const outside: fc.Arbitrary<ConversationEvent> = fc.oneof(
  fc.record({ origin: origins, content: contents, at: times }).map(aCustomerMessage),
  fc.record({ origin: origins, conversation: ids, createdAt: times }).map((more) => aComment(more)),
  fc.record({ origin: origins, conversation: ids }).map((more) => anAnswer(more)),
  fc.record({ message: keys, status: fc.constantFrom(...STATUSES), number: fc.constant(NUMBER) }).map(aReport),
  fc
    .record({ conversation: ids, issue: requests, done: fc.boolean(), at: times })
    .map(({ done, issue, ...more }) => aStatus(done, { ...more, issueId: issue.issueId })),
  fc.record({ kind: fc.constant('request-deleted' as const), conversation: ids, at: times }),
  fc.record({ kind: fc.constant('seen-by-agent' as const), conversation: ids }),
  fc.record({ kind: fc.constant('replay' as const), conversation: ids, effect: effects }),
  fc.record({
    kind: fc.constant('request-found' as const),
    conversation: ids,
    request: requests,
    copy: copies,
    upTo: fc.nat(5),
    facts: fc.constant(''),
  }),
  fc.tuple(lanes, fc.constantFrom('p1', 'p2')).map(([lane, owner]) => starting(lane, owner, NOW + 10_000_000)),
);
const performed: fc.Arbitrary<ConversationEvent> = fc.record(
  {
    kind: fc.constant('ended' as const),
    lane: lanes,
    effect: effects,
    conversation: ids,
    result: results,
    next: fc.constant({ owner: 'p1', until: NOW + 10_000_000 }),
  },
  { requiredKeys: ['kind', 'lane', 'effect', 'conversation', 'result'] },
);
const story = fc.array(
  fc.record({ event: fc.oneof(outside, performed), afterMs: fc.integer({ min: 0, max: 120_000 }) }),
  { maxLength: 40 },
);
const SETTINGS = { autoReply: 'We are on it.' };
const stranger = () => {
  const { customer: _, ...contact } = aContact();
  return aThread({ contact });
};

/** Tells a story and looks at the thread before and after every step. Values must never be changed in place. */
function tell(
  steps: readonly Step[],
  look: (before: Thread, after: Thread, step: Step & { now: number }) => void = () => undefined,
) {
  let thread = frozen(stranger());
  let now = NOW;
  for (const step of steps) {
    now += step.afterMs;
    const after = frozen(decide(thread, step.event, aMoment(now, SETTINGS)));
    look(thread, after, { ...step, now });
    thread = after;
  }
  return thread;
}

function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

const everyConversation = ({ head, conversations }: Thread): readonly Conversation[] => [
  ...Object.values(head.active),
  ...Object.values(conversations),
];
const RUNS = { numRuns: 300 };

test('events in any order, possible or not, are decided without an error and change nothing in place', () => {
  fc.assert(
    fc.property(story, (steps) => void tell(steps)),
    RUNS,
  );
});

test('the same story told twice gives the same ids and the same thread', () => {
  fc.assert(
    fc.property(story, (steps) => expect(tell(steps)).toEqual(tell(steps))),
    { numRuns: 100 },
  );
});

test('what comes from outside changes nothing when it is repeated, not even the reference', () => {
  const repeats = fc.array(fc.record({ event: outside, afterMs: fc.nat(60_000) }), { maxLength: 25 });
  fc.assert(
    fc.property(fc.oneof(repeats, story), (steps) => {
      tell(steps, (_, after, { event, now }) => {
        if (event.kind !== 'ended') expect(decide(after, event, aMoment(now, SETTINGS))).toBe(after);
      });
    }),
    RUNS,
  );
});

test('a customer never has two active conversations, and none is both in the head and beside it', () => {
  fc.assert(
    fc.property(story, (steps) => {
      tell(steps, (_, after) => {
        const conversations = everyConversation(after);
        expect(new Set(conversations.map(({ id }) => id)).size).toBe(conversations.length);
        expect(conversations.filter(({ state }) => state === 'active').length).toBeLessThanOrEqual(1);
        expect(Object.values(after.head.active).every(({ state }) => state === 'active')).toBe(true);
      });
    }),
    RUNS,
  );
});

test('a conversation never waits for two creations, and never for one once it has its request', () => {
  fc.assert(
    fc.property(story, (steps) => {
      tell(steps, (before, after, { event }) => {
        if (event.kind === 'ended') return;
        for (const { id, request } of everyConversation(after)) {
          const creations = after.head.lanes.jira.queue.filter(
            (effect) => effect.conversation === id && effect.kind === 'create-request',
          );
          expect(creations.length).toBeLessThanOrEqual(1);
          const known = before.head.lanes.jira.queue.some((effect) => effect.id === creations[0]?.id);
          if (request && !known) expect(creations).toEqual([]);
        }
      });
    }),
    RUNS,
  );
});

test('delivery statuses never go back', () => {
  fc.assert(
    fc.property(story, (steps) => {
      tell(steps, (before, after) => {
        for (const [key, message] of Object.entries(after.messages)) {
          const old = before.messages[key];
          if (message.direction !== 'outbound' || old?.direction !== 'outbound') continue;
          expect(STATUSES.indexOf(message.delivery.status)).toBeGreaterThanOrEqual(
            STATUSES.indexOf(old.delivery.status),
          );
        }
      });
    }),
    RUNS,
  );
});

test('messages have no gaps and are never lost, and an origin keeps its message', () => {
  fc.assert(
    fc.property(story, (steps) => {
      tell(steps, (before, after) => {
        for (const { id, messages } of everyConversation(after))
          for (let sequence = 1; sequence <= messages; sequence += 1)
            expect(after.messages).toHaveProperty([messageKey(id, sequence)]);
        expect(after.origins).toMatchObject(before.origins);
      });
    }),
    { numRuns: 100 },
  );
});

test('a head with work always has a due time, and one without never has', () => {
  fc.assert(
    fc.property(story, (steps) => {
      tell(steps, (_, { head }) => {
        const works = Object.values(head.lanes).some(({ queue, lease }) => queue.length > 0 || lease !== undefined);
        expect(headDueAt(head) !== undefined).toBe(works);
      });
    }),
    RUNS,
  );
});

test('work is never lost: what was queued stays until it ends, is given up or its request is gone', () => {
  fc.assert(
    fc.property(story, (steps) => {
      tell(steps, (before, after, { event }) => {
        if (event.kind === 'ended' || event.kind === 'request-deleted' || event.kind === 'request-found') return;
        const left = after.head.lanes.jira.queue.map(({ id }) => id);
        for (const { id } of before.head.lanes.jira.queue) expect(left).toContain(id);
      });
    }),
    RUNS,
  );
});
