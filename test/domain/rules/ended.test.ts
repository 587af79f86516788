import type { EffectResult } from '../../../src/domain/effectResult';
import { asAccountId } from '../../../src/domain/ids';
import { MAX_ATTEMPTS, SEARCH_MS } from '../../../src/domain/rules/ended';
import { factsKey, factsOf } from '../../../src/domain/facts';
import {
  aContact,
  after,
  anEffect,
  aThread,
  aThreadWith,
  at,
  effectsIn,
  FIRST,
  NOW,
  REQUEST,
  SECOND,
  theActive,
  withLaneOf,
} from '../../support/builders';
import { aCustomerMessage, endedWith, starting } from '../../support/eventBuilders';

const copy = { phase: 'description', description: { hash: 'h2', lastAt: NOW } } as const;
const created: EffectResult = { kind: 'request-created', request: REQUEST, upTo: 1, copy, facts: '' };
const failure = { reason: 'jira-down', detail: 'gateway' } as const;
const NEXT = { next: { owner: 'performer', until: NOW + 35_000 } };

/** A thread whose Jira lane is held by a performer doing this first. */
const doing = (queue: readonly ReturnType<typeof anEffect>[], conversation = {}) =>
  after(withLaneOf(aThreadWith(conversation), 'jira', { queue }), starting('jira'));
const creating = after(aThread(), aCustomerMessage(), starting('jira'));

describe('a customer', () => {
  const stranger = aThread({ contact: aContact({ customer: { kind: 'app', reason: 'refused' } }) });
  const asking = after(stranger, aCustomerMessage(), starting('jira'));

  test('is remembered with the contact, and the creation goes on in the same turn', () => {
    const customer = { kind: 'account', accountId: asAccountId('ana') } as const;
    const thread = after(asking, { ...endedWith(asking, 'jira', { kind: 'customer-ready', customer }), ...NEXT });
    expect(thread.contact.customer).toEqual(customer);
    expect(thread.head.lanes.jira.queue[0]).toMatchObject({ kind: 'create-request', attempts: 1 });
    expect(thread.head.lanes.jira.lease?.effect).toBe(thread.head.lanes.jira.queue[0]?.id);
  });
});

describe('a request that was created', () => {
  test('belongs to the conversation from now on, and its facts follow', () => {
    const thread = after(creating, endedWith(creating, 'jira', created));
    expect(theActive(thread)).toMatchObject({ request: REQUEST, mirrored: 1, copy, synced: '' });
    expect(effectsIn(thread, 'jira')).toEqual(['sync-property']);
    expect(thread.head.lanes.jira).not.toHaveProperty('lease');
  });

  test('gets what the customer wrote meanwhile', () => {
    const more = after(creating, aCustomerMessage());
    expect(effectsIn(after(more, endedWith(more, 'jira', created)), 'jira')).toContain('mirror');
  });

  test('told twice is attached once', () => {
    const end = endedWith(creating, 'jira', created);
    const thread = after(creating, end);
    expect(after(thread, end)).toBe(thread);
  });
});

describe('a creation of unknown outcome', () => {
  const again = (now: number, thread: typeof creating) => at(now, thread, starting('jira', `p${now}`, now + 35_000));
  const notFound = (now: number, thread: typeof creating) =>
    at(now, thread, endedWith(thread, 'jira', { kind: 'request-not-found', at: now + 5_000 }));

  test('is looked for at the given time, and since when it is unknown is kept', () => {
    const first = notFound(NOW, creating);
    expect(first.head.lanes.jira.queue[0]).toMatchObject({ unknownSince: NOW, notBefore: NOW + 5_000 });
    const second = notFound(NOW + 5_000, again(NOW + 5_000, first));
    expect(second.head.lanes.jira.queue[0]).toMatchObject({ unknownSince: NOW, notBefore: NOW + 10_000 });
  });

  test('is tried again with the same intent when ten minutes left no trace', () => {
    const later = NOW + SEARCH_MS;
    const given = notFound(later, again(later, notFound(NOW, creating)));
    expect(given.head.lanes.jira.queue[0]).toMatchObject({ kind: 'create-request', conversation: FIRST });
    expect(given.head.lanes.jira.queue[0]).not.toHaveProperty('unknownSince');
  });
});

describe('the mirror', () => {
  const mirroring = doing([anEffect({ kind: 'mirror' })], { messages: 3 });

  test('leaves the lane when Jira has everything', () => {
    const thread = after(mirroring, endedWith(mirroring, 'jira', { kind: 'mirrored', upTo: 3, copy }));
    expect(theActive(thread)).toMatchObject({ mirrored: 3, copy });
    expect(effectsIn(thread, 'jira')).toEqual([]);
  });

  test('goes on at once, as a fresh effect, while Jira lacks something', () => {
    const thread = after(mirroring, endedWith(mirroring, 'jira', { kind: 'mirrored', upTo: 2, copy }));
    expect(thread.head.lanes.jira).toEqual({
      queue: [{ id: 'e1', kind: 'mirror', conversation: FIRST, attempts: 0, notBefore: NOW }],
    });
  });

  test('never moves the cursor back', () => {
    const thread = after(mirroring, endedWith(mirroring, 'jira', { kind: 'mirrored', upTo: 0, copy }));
    expect(theActive(thread).mirrored).toBe(1);
  });

  test('that wrote a tab answer makes the comment’s id known', () => {
    const [key] = Object.values(mirroring.messages).map((message) => message.key);
    const wrote = { origin: 'comment-origin', message: key as NonNullable<typeof key> };
    const thread = after(mirroring, endedWith(mirroring, 'jira', { kind: 'mirrored', upTo: 2, copy, wrote }));
    expect(thread.origins).toMatchObject({ 'comment-origin': key });
  });
});

describe('the facts', () => {
  const syncing = doing([anEffect({ kind: 'sync-property' })]);

  test('once written are remembered', () => {
    const facts = factsKey(factsOf(syncing.head, theActive(syncing), NOW));
    const thread = after(syncing, endedWith(syncing, 'jira', { kind: 'synced', facts }));
    expect(theActive(thread).synced).toBe(facts);
    expect(effectsIn(thread, 'jira')).toEqual([]);
  });

  test('that changed while they were written are written again', () => {
    const thread = after(syncing, endedWith(syncing, 'jira', { kind: 'synced', facts: 'older' }));
    expect(effectsIn(thread, 'jira')).toEqual(['sync-property']);
  });
});

describe('an effect that must wait', () => {
  const waiting = doing([anEffect({ kind: 'mirror' }, { reservedFor: 'performer', notBefore: NOW + 20_000 })]);
  const later = (more = {}) => ({ kind: 'later', at: NOW + 5_000, ...more }) as EffectResult;

  test('is due at its time and counts the attempt', () => {
    const [effect] = after(waiting, endedWith(waiting, 'jira', later({ failure }))).head.lanes.jira.queue;
    expect(effect).toMatchObject({ attempts: 1, notBefore: NOW + 5_000 });
  });

  test('without having tried counts none', () => {
    const [effect] = after(waiting, endedWith(waiting, 'jira', later({ waiting: true }))).head.lanes.jira.queue;
    expect(effect?.attempts).toBe(0);
  });

  test('is not started again at once by the session it was reserved for', () => {
    const thread = after(waiting, { ...endedWith(waiting, 'jira', later({ failure })), ...NEXT });
    expect(thread.head.lanes.jira).not.toHaveProperty('lease');
    expect(thread.head.lanes.jira.queue[0]).not.toHaveProperty('reservedFor');
  });

  test('told twice counts once', () => {
    const end = endedWith(waiting, 'jira', later({ waiting: true }));
    const thread = after(waiting, end);
    expect(after(thread, end)).toBe(thread);
  });

  test('after its last attempt is a dead letter', () => {
    const worn = doing([anEffect({ kind: 'mirror' }, { attempts: MAX_ATTEMPTS - 1 })]);
    const thread = after(worn, endedWith(worn, 'jira', later({ failure })));
    expect(effectsIn(thread, 'jira')).toEqual([]);
    expect(theActive(thread).dead).toEqual([expect.objectContaining({ failure, at: NOW })]);
  });
});

describe('giving up', () => {
  const gaveUp: EffectResult = { kind: 'gave-up', failure: { reason: 'rejected', detail: 'x'.repeat(500) } };

  test('leaves a dead letter that can be read and does not make the head big', () => {
    const noting = doing([anEffect({ kind: 'note', failure: { reason: 'blocked' } })]);
    const [letter] = theActive(after(noting, endedWith(noting, 'jira', gaveUp))).dead;
    expect(letter).toMatchObject({ effect: { id: 'e1', kind: 'note' }, at: NOW, failure: { reason: 'rejected' } });
    expect(letter?.failure.detail?.length).toBe(200);
  });

  test('a creation takes with it what needs the request, and nothing of other conversations', () => {
    const other = anEffect({ kind: 'mirror' }, { id: 'e9', conversation: SECOND });
    const thread = doing([
      anEffect({ kind: 'create-request', upTo: 1 }),
      anEffect({ kind: 'link-request' }, { id: 'e2' }),
      other,
    ]);
    const buried = after(thread, endedWith(thread, 'jira', gaveUp));
    expect(buried.head.lanes.jira.queue).toEqual([other]);
  });

  test('a creation is tried again when the customer writes again', () => {
    const thread = after(creating, endedWith(creating, 'jira', gaveUp), aCustomerMessage());
    expect(effectsIn(thread, 'jira')).toEqual(['create-request']);
  });
});

test.each([
  ['the mirror', { kind: 'mirror' }, { kind: 'mirrored', upTo: 1, copy }],
  ['the facts', { kind: 'sync-property' }, { kind: 'synced', facts: 'x' }],
] as const)('a dead letter of %s is gone once the work is done after all', (_, work, result) => {
  const letter = { effect: anEffect(work, { id: 'e0' }), failure, at: NOW };
  const thread = doing([anEffect(work)], { dead: [letter] });
  expect(theActive(after(thread, endedWith(thread, 'jira', result))).dead).toEqual([]);
});

test('a result is accepted whoever holds the lease now', () => {
  const slow = doing([anEffect({ kind: 'mirror' })], { messages: 3 });
  const end = endedWith(slow, 'jira', { kind: 'mirrored', upTo: 3, copy });
  const taken = at(
    NOW + 100_000,
    slow,
    starting('jira', 'second', NOW + 135_000),
    starting('jira', 'third', NOW + 200_000),
  );
  expect(theActive(at(NOW + 101_000, taken, end)).mirrored).toBe(3);
  expect(effectsIn(at(NOW + 101_000, taken, end), 'jira')).toEqual([]);
});

test('the result of an effect that is gone releases its lease and changes nothing else', () => {
  const thread = doing([anEffect({ kind: 'mirror' })]);
  const end = endedWith(thread, 'jira', { kind: 'mirrored', upTo: 1, copy });
  const gone = after(thread, { kind: 'request-deleted', conversation: FIRST, at: NOW });
  expect(after(gone, end).head.lanes.jira).toEqual({ queue: [] });
});

describe('an issue property that waits while Jira’s budget runs low', () => {
  const sync = anEffect({ kind: 'sync-property' });
  const mirror = anEffect({ kind: 'mirror' }, { id: 'e2' });
  const putOff = (queue: readonly ReturnType<typeof anEffect>[]) => {
    const thread = doing(queue, { messages: 2 });
    return after(thread, endedWith(thread, 'jira', { kind: 'later', at: NOW + 60_000, waiting: true }));
  };

  test('holds up no copy that was queued behind it', () => {
    const [first, second] = putOff([sync, mirror]).head.lanes.jira.queue;
    expect(first).toEqual(mirror);
    expect(second).toMatchObject({ kind: 'sync-property', notBefore: NOW + 60_000, attempts: 0 });
  });

  test('holds up nothing that comes after it', () => {
    const thread = after(putOff([sync]), aCustomerMessage());
    expect(effectsIn(thread, 'jira')).toEqual(['mirror', 'sync-property']);
  });
});
