import fc from 'fast-check';
import type { Conversation } from '../../../src/domain/conversation';
import { decide } from '../../../src/domain/decide';
import type { ConversationEvent, Order } from '../../../src/domain/event';
import { conversationOf, type Thread } from '../../../src/domain/thread';
import { aMoment, aThread, BEN, FIRST, NOW, OTHER_NUMBER, REQUEST } from '../../support/builders';
import { aCustomerMessage, aStatus } from '../../support/eventBuilders';

const scopes = ['customer', 'customer-channel', 'customer-number'] as const;
const ids = (thread: Thread) => [
  ...Object.values(thread.head.active).map(({ id }) => id),
  ...Object.keys(thread.conversations),
];

test('X10 S0-05 S2-08 whatever happens in whatever order, one conversation at most is active per slot and none is lost', () => {
  const step = fc.record({
    what: fc.constantFrom(
      'writes',
      'texts',
      'close',
      'pause',
      'activate',
      'reopen',
      'exchange',
      'lock',
      'unlock',
      'done',
      'open',
    ),
    which: fc.nat(9),
  });
  fc.assert(
    fc.property(fc.constantFrom(...scopes), fc.array(step, { maxLength: 40 }), (scope, steps) => {
      let thread = aThread();
      steps.forEach(({ what, which }, index) => {
        const known = ids(thread);
        const conversation = conversationOf(
          thread,
          (known[which % Math.max(1, known.length)] ?? FIRST) as typeof FIRST,
        );
        const event = eventOf(what, conversation ?? { id: FIRST }, NOW + index);
        const before = ids(thread).length;
        thread = withRequests(decide(thread, event, aMoment(NOW + index, { scope, smallTalk: false })));
        expect(ids(thread).length).toBeGreaterThanOrEqual(before);
        expect(new Set(ids(thread)).size).toBe(ids(thread).length);
        for (const [slot, one] of Object.entries(thread.head.active))
          expect(one).toMatchObject({ slot, state: 'active' });
        for (const one of Object.values(thread.conversations)) {
          expect(one.state).not.toBe('active');
          expect(thread.head.parked.includes(one.id)).toBe(one.state === 'paused');
        }
      });
    }),
    { numRuns: 300 },
  );
});

function eventOf(what: string, { id }: Pick<Conversation, 'id'>, at: number): ConversationEvent {
  switch (what) {
    case 'writes':
      return aCustomerMessage({ at });
    case 'texts':
      return aCustomerMessage({ at, channel: 'sms', number: OTHER_NUMBER });
    case 'activate':
    case 'exchange':
      return ordered(id, { kind: 'activate', pauseOther: what === 'exchange' });
    case 'reopen':
      return ordered(id, { kind: 'reopen', pauseOther: at % 2 === 0 });
    case 'lock':
      return ordered(id, { kind: 'lock' });
    case 'done':
    case 'open':
      return aStatus(what === 'done', { conversation: id, at });
    case 'close':
      return ordered(id, { kind: 'close' });
    default:
      return ordered(id, { kind: what as 'pause' | 'unlock' });
  }
}

const ordered = (conversation: Conversation['id'], order: Order): ConversationEvent => ({
  kind: 'order',
  conversation,
  agent: BEN,
  order,
});

/** Requests exist at once, so that changes of their status count. */
function withRequests(thread: Thread): Thread {
  const active = Object.fromEntries(
    Object.entries(thread.head.active).map(([slot, one]) => [slot, { ...one, request: REQUEST }]),
  );
  return { ...thread, head: { ...thread.head, active } };
}
