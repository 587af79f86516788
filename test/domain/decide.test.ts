import fc from 'fast-check';
import type { Conversation } from '../../src/domain/conversation';
import { decide } from '../../src/domain/decide';
import type { DeliveryStatus } from '../../src/domain/delivery';
import type { LaneName } from '../../src/domain/effect';
import type { EffectResult } from '../../src/domain/effectResult';
import type { ConversationEvent } from '../../src/domain/event';
import { messageKey } from '../../src/domain/ids';
import { headDueAt } from '../../src/domain/rules/lanes';
import type { ProjectSettings } from '../../src/domain/settings';
import { conversationOf, type Thread } from '../../src/domain/thread';
import { ANY, anyRules, TOLD_ANEW } from '../support/anyEvent';
import { aContact, aMoment, aThread, FIRST, NOW } from '../support/builders';
import { aCustomerMessage, aRequestFound, starting } from '../support/eventBuilders';

/** One step of a story: an event at a time, some of them impossible where they come. */
type Step = { readonly event: ConversationEvent; readonly afterMs: number };

/** What comes from outside: repeated, it must change nothing. */
const { ended, ...fromOutside } = ANY;
const outside = fc.oneof(...Object.values(fromOutside));
const event = fc.oneof({ weight: 2, arbitrary: outside }, { weight: 1, arbitrary: ended });
const afterMs = fc.oneof(fc.nat(120_000), fc.nat(120_000), fc.nat(2 * 86_400_000));
const furtherSteps = fc.array(fc.record({ event, afterMs }), { maxLength: 40, size: 'max' });
const BEGUN: readonly Step[] = [
  { event: aCustomerMessage(), afterMs: 0 },
  { event: aRequestFound(), afterMs: 1_000 },
];
const WITHOUT_FILE: readonly Step[] = [
  { event: aCustomerMessage({ content: { kind: 'media', media: { kind: 'image', providerId: '1' } } }), afterMs: 0 },
  { event: starting('media'), afterMs: 0 },
  { event: anEnd('media', { kind: 'not-attached', message: messageKey(FIRST, 1), reason: 'gone' }), afterMs: 0 },
];
/** Of a stranger, or of a customer who has written and has a request, or whose file is not there. */
const story = fc.tuple(fc.constantFrom([], BEGUN, WITHOUT_FILE), furtherSteps).map((steps) => steps.flat());
const SETTINGS = { autoReply: 'We are on it.' };
const stranger = () => {
  const { customer: _, ...contact } = aContact();
  return aThread({ contact });
};

function anEnd(lane: LaneName, result: EffectResult): ConversationEvent {
  return { kind: 'ended', lane, effect: 'e1', conversation: FIRST, result };
}

type Look = (before: Thread, after: Thread, step: Step & { now: number }) => void;

/** Tells a story and looks at the thread before and after every step. Values must never be changed in place. */
function tell(steps: readonly Step[], look: Look = () => undefined, rules: Partial<ProjectSettings> = SETTINGS) {
  let thread = frozen(stranger());
  let now = NOW;
  for (const { event: told, afterMs: passed } of steps) {
    now += passed;
    const event = fitting(thread, shifted(told, now - NOW));
    const after = frozen(decide(thread, event, aMoment(now, rules)));
    look(thread, after, { event, afterMs: passed, now });
    thread = after;
  }
  return thread;
}

/** Events are made for `NOW`: told later, all their times are as much later. */
function shifted(event: ConversationEvent, byMs: number): ConversationEvent {
  const next = event.kind === 'ended' && event.next && { next: { ...event.next, until: event.next.until + byMs } };
  const times = ['at', 'createdAt', 'publicAt', 'until'].flatMap((name): [string, number][] => {
    const time = (event as Record<string, unknown>)[name];
    return typeof time === 'number' ? [[name, time + byMs]] : [];
  });
  return Object.assign({ ...event }, Object.fromEntries(times), next);
}

/** A result is that of what the lane performs, and a dead letter one that is there, if there is any; which result comes is open. */
function fitting(thread: Thread, event: ConversationEvent): ConversationEvent {
  if (event.kind === 'replay') {
    const [letter] = conversationOf(thread, event.conversation)?.dead ?? [];
    return letter ? { ...event, effect: letter.effect.id } : event;
  }
  if (event.kind !== 'ended') return event;
  const { lease, queue } = thread.head.lanes[event.lane];
  const effect = queue.find(({ id }) => id === lease?.effect);
  if (!effect) return event;
  const about = 'message' in effect && 'message' in event.result && { message: effect.message };
  return { ...event, effect: effect.id, conversation: effect.conversation, result: { ...event.result, ...about } };
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

test('events of every kind in any order, possible or not, are decided under any rules without an error and change nothing in place', () => {
  fc.assert(
    fc.property(story, anyRules, (steps, rules) => void tell(steps, undefined, rules)),
    { numRuns: 600 },
  );
});

test('every kind of event changes something in some story: none of them is made up so that nothing can happen', () => {
  const changing = new Set<string>();
  const look: Look = (before, after, { event: { kind } }) => {
    if (after !== before) changing.add(kind);
  };
  for (const [steps, rules] of fc.sample(fc.tuple(story, anyRules), { numRuns: 1_000, seed: 7 }))
    tell(steps, look, rules);
  expect(Object.keys(ANY).filter((kind) => !changing.has(kind))).toEqual([]);
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
    fc.property(fc.oneof(repeats, story), anyRules, (steps, rules) => {
      tell(
        steps,
        (_, after, { event, now }) => {
          if (event.kind !== 'ended') expect(decide(after, event, aMoment(now, rules))).toBe(after);
        },
        rules,
      );
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

const LADDER: readonly DeliveryStatus[] = ['queued', 'unknown', 'accepted', 'sent', 'failed', 'delivered', 'read'];

test('delivery statuses never go back', () => {
  fc.assert(
    fc.property(story, (steps) => {
      tell(steps, (before, after) => {
        for (const [key, message] of Object.entries(after.messages)) {
          const old = before.messages[key];
          if (message.direction !== 'outbound' || old?.direction !== 'outbound') continue;
          expect(LADDER.indexOf(message.delivery.status)).toBeGreaterThanOrEqual(LADDER.indexOf(old.delivery.status));
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
        const { [TOLD_ANEW]: _, ...kept } = before.origins;
        expect(after.origins).toMatchObject(kept);
      });
    }),
    { numRuns: 100 },
  );
});

test('a head with work always has a due time, and one without never has', () => {
  fc.assert(
    fc.property(story, (steps) => {
      tell(steps, (_, { head }) => {
        const queues = Object.values(head.lanes).map(
          ({ queue, lease }) => lease ?? queue.find(({ awaits }) => !awaits),
        );
        const works = queues.some(Boolean) || head.timers.length > 0;
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
