import { messageKey } from '../../src/domain/ids';
import { commitThread } from '../../src/storage/commitThread';
import {
  conversationOfRequest,
  contactsOfHeads,
  loadMore,
  loadThread,
  NOTHING,
  pointTo,
} from '../../src/storage/threads';
import { asContactId, asIssueId } from '../../src/domain/ids';
import { contactRef } from '../../src/storage/keys';
import { leavePlatform, onPlatform } from '../forge/onPlatform';
import { after, CONTACT, FIRST, PROJECT, REQUEST } from '../support/builders';
import { aCustomerMessage, aStatus } from '../support/eventBuilders';

afterEach(leavePlatform);

const key = { project: PROJECT, contact: CONTACT };
const OTHER = asContactId('f'.repeat(32));
const found = {
  kind: 'request-found',
  conversation: FIRST,
  request: REQUEST,
  upTo: 1,
  facts: '',
  copy: { phase: 'description' },
} as const;

/** A stored thread of one customer with one request. */
async function stored(...events: Parameters<typeof after>[1][]) {
  const { ports } = onPlatform();
  const { thread } = await loadThread(ports.store, key, NOTHING);
  await commitThread(ports.store, thread, after(thread, aCustomerMessage({ origin: 'o1' }), found, ...events));
  return ports;
}

test('a contact who never wrote gets an empty head and contact, once', async () => {
  const { ports } = onPlatform();
  const [one, other] = await Promise.all([
    loadThread(ports.store, key, NOTHING),
    loadThread(ports.store, key, NOTHING),
  ]);
  expect(one).toEqual(other);
  expect(one.thread).toMatchObject({ head: { rev: 0, active: {} }, contact: { id: CONTACT, addresses: [] } });
});

test('a contact that cannot be read is one failure, also where its head cannot be created: none is left to end the process', async () => {
  const { ports } = onPlatform();
  await ports.store.put(contactRef(CONTACT), { rev: 1, doc: { version: 99 } });
  const refusing = { ...ports.store, create: () => Promise.reject(new Error('too many requests')) };
  const unheard: unknown[] = [];
  const hear = (reason: unknown) => unheard.push(reason);
  process.on('unhandledRejection', hear);

  await expect(loadThread(refusing, key, NOTHING)).rejects.toThrow();
  await new Promise((resolve) => setImmediate(resolve));

  process.off('unhandledRejection', hear);
  expect(unheard).toEqual([]);
});

test('what was committed is read again, with what the turn touches', async () => {
  const { store } = await stored();
  const touched = {
    origins: ['o1', 'o2'],
    conversations: [FIRST],
    messages: [messageKey(FIRST, 1), messageKey(FIRST, 2)],
  };
  const { thread } = await loadThread(store, key, touched);
  expect(thread.head).toMatchObject({ rev: 1, active: { customer: { id: FIRST, request: REQUEST } } });
  expect(thread.contact).toMatchObject({ rev: 1, name: 'Ana' });
  expect(thread.origins).toEqual({ o1: messageKey(FIRST, 1) });
  expect(Object.keys(thread.messages)).toEqual([messageKey(FIRST, 1)]);
});

test('where a message came from is kept with it', async () => {
  const referral = { headline: 'Printers', url: 'https://example.com/ad' };
  const { store } = await stored(aCustomerMessage({ origin: 'o2', referral }));
  const second = messageKey(FIRST, 2);
  const { thread } = await loadThread(store, key, { ...NOTHING, messages: [second] });
  expect(thread.messages[second]).toMatchObject({ referral });
});

test('a transaction on an older head is refused whole', async () => {
  const { store } = await stored();
  const { thread } = await loadThread(store, key, NOTHING);
  const stale = { ...thread, head: { ...thread.head, rev: 0 } };
  await expect(commitThread(store, stale, after(stale, aCustomerMessage()))).rejects.toThrow();
  expect((await loadThread(store, key, { ...NOTHING, messages: [messageKey(FIRST, 2)] })).thread.messages).toEqual({});
});

test('an active conversation’s older record beside the head is not believed', async () => {
  const { store } = await stored(aStatus(true));
  const closed = (await loadThread(store, key, { ...NOTHING, conversations: [FIRST] })).thread;
  expect(closed.conversations[FIRST]).toMatchObject({ state: 'closed' });
  await commitThread(store, closed, after(closed, aStatus(false, { at: Date.now() })));

  const active = (await loadThread(store, key, { ...NOTHING, conversations: [FIRST] })).thread;
  expect(active.conversations).toEqual({});
  expect(active.head.active.customer?.state).toBe('active');
  expect((await loadMore(store, active, { conversations: [FIRST], messages: [] })).conversations).toEqual({});
});

test('more than 25 records are read in several batches', async () => {
  const { store } = await stored();
  const messages = Array.from({ length: 60 }, (_, index) => messageKey(FIRST, index + 1));
  expect(Object.keys((await loadThread(store, key, { ...NOTHING, messages })).thread.messages)).toHaveLength(1);
});

test('a request leads to its conversation, any other to none', async () => {
  const ports = await stored();
  expect(await conversationOfRequest(ports, REQUEST.issueId)).toBe(FIRST);
  expect(await conversationOfRequest(ports, asIssueId('1'))).toBeUndefined();
});

test('an address that belongs to another contact leads to that contact’s head', async () => {
  const { store } = await stored();
  expect(await pointTo(store, { project: PROJECT, contact: OTHER }, CONTACT)).toBe(true);
  expect((await loadThread(store, { project: PROJECT, contact: OTHER }, NOTHING)).thread.head.contact).toBe(CONTACT);
  expect(await contactsOfHeads(store, [{ project: PROJECT, contact: OTHER }, key])).toEqual([CONTACT, CONTACT]);
});

test('an address with a head of its own keeps it', async () => {
  const { store } = await stored();
  expect(await pointTo(store, key, OTHER)).toBe(false);
  expect((await loadThread(store, key, NOTHING)).thread.head.contact).toBe(CONTACT);
});
