import { decide } from '../../../src/domain/decide';
import { CUSTOMER_SLOT } from '../../../src/domain/slot';
import { aConversation, aMoment, aThreadWith, BEN, FIRST, NOW, REQUEST, SECOND } from '../../support/builders';
import { aCustomerMessage, aStatus } from '../../support/eventBuilders';

/** The first conversation is paused, the second one closed a minute ago and locked since. */
const LOCKED = {
  id: SECOND,
  state: 'closed',
  request: { ...REQUEST, issueKey: 'SUP-2' },
  closed: { at: NOW - 60_000, source: 'user' },
  locked: { at: NOW - 60_000, by: BEN },
} as const;

function pausedBesideLocked() {
  const thread = aThreadWith(LOCKED);
  const last = thread.head.closed[CUSTOMER_SLOT];
  const closed = last && { [CUSTOMER_SLOT]: { ...last, locked: true as const } };
  return {
    ...thread,
    head: { ...thread.head, parked: [FIRST], ...(closed && { closed }) },
    conversations: {
      ...thread.conversations,
      [FIRST]: aConversation({ state: 'paused', openAt: NOW - 7_200_000, openedAt: NOW - 7_200_000 }),
    },
  };
}

test('a close that is told late does not take the place of a newer one: its lock still keeps what the customer writes', () => {
  const before = pausedBesideLocked();

  const thread = decide(before, aStatus(true, { at: NOW - 3_600_000 }), aMoment());

  expect(thread.conversations[FIRST]?.state).toBe('closed');
  expect(thread.head.closed).toEqual(before.head.closed);
  const written = decide(thread, aCustomerMessage(), aMoment());
  expect(written.head.active).toEqual({});
  expect(written.conversations[SECOND]).toMatchObject({ unread: true });
});

test('a newer close does', () => {
  const thread = decide(pausedBesideLocked(), aStatus(true, { at: NOW - 1_000 }), aMoment());

  expect(thread.head.closed[CUSTOMER_SLOT]).toMatchObject({ id: FIRST, at: NOW - 1_000 });
});
