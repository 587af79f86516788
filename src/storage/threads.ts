import type { Ports, Ref, Store, Stored } from '../app/ports';
import type { Contact } from '../domain/contact';
import type { Conversation } from '../domain/conversation';
import { emptyHead, type Head } from '../domain/head';
import type { ContactId, ConversationId, IssueId, MessageKey, ProjectId } from '../domain/ids';
import type { Message } from '../domain/message';
import type { ProjectSettings } from '../domain/settings';
import type { Thread } from '../domain/thread';
import { CONVERSATION, HEAD, ORIGIN, packMark, REQUEST_POINTER } from './headSchemas';
import { contactRef, conversationRef, headRef, messageRef, originRef, projectSettingsRef, requestRef } from './keys';
import { CONTACT, MESSAGE } from './messageSchemas';
import { readRecord, type RecordKind } from './record';
import { settingsFrom } from './settings';

export type HeadKey = { readonly project: ProjectId; readonly contact: ContactId };

/** What a turn reads beside the head and its contact. */
export type Touched = {
  readonly origins: readonly string[];
  readonly conversations: readonly ConversationId[];
  readonly messages: readonly MessageKey[];
};
export const NOTHING: Touched = { origins: [], conversations: [], messages: [] };

export type Loaded = { readonly thread: Thread; readonly settings: ProjectSettings };

/**
 * The thread of a head with what a turn touches, in one strong batch (two when it touches more than 22 records).
 * A missing head or contact is first created empty, so that no condition is ever put on a missing key.
 * A head that says it belongs to another contact is followed.
 */
export async function loadThread(store: Store, key: HeadKey, touched: Touched): Promise<Loaded> {
  const { origins, conversations, messages } = touched;
  const refs = [
    headRef(key.project, key.contact),
    contactRef(key.contact),
    projectSettingsRef(key.project),
    ...origins.map(originRef),
    ...conversations.map(conversationRef),
    ...messages.map(messageRef),
  ];
  const [head, contact, settings, ...rest] = await readAll(store, refs);
  const [found, person] = await Promise.all([headFrom(store, key, head), contactFrom(store, key, contact)]);
  if (found.sameAs) return loadThread(store, { ...key, contact: found.sameAs }, touched);
  const thread: Thread = {
    head: found,
    contact: person,
    origins: keyed(origins, rest.slice(0, origins.length), (stored) => readRecord(ORIGIN, stored).message),
    conversations: withoutActive(
      found,
      keyed(conversations, rest.slice(origins.length), (stored) => readRecord(CONVERSATION, stored)),
    ),
    messages: keyed(messages, rest.slice(origins.length + conversations.length), (stored) =>
      readRecord(MESSAGE, docOf(stored)),
    ),
  };
  return { thread, settings: settingsFrom(settings) };
}

/** Reads more of the same thread: what the head showed to be needed. */
export async function loadMore(store: Store, thread: Thread, more: Omit<Touched, 'origins'>): Promise<Thread> {
  const { conversations, messages } = more;
  const rows = await readAll(store, [...conversations.map(conversationRef), ...messages.map(messageRef)]);
  const found = keyed(conversations, rows, (stored) => readRecord(CONVERSATION, stored));
  const read = keyed(messages, rows.slice(conversations.length), (stored) => readRecord(MESSAGE, docOf(stored)));
  return {
    ...thread,
    conversations: { ...thread.conversations, ...withoutActive(thread.head, found) },
    messages: { ...thread.messages, ...read },
  };
}

/** The conversation a request belongs to; undefined when the request is none of ours. */
export async function conversationOfRequest(
  { store }: Pick<Ports, 'store'>,
  issue: IssueId,
): Promise<ConversationId | undefined> {
  const stored = await store.get(requestRef(issue));
  return stored && readRecord(REQUEST_POINTER, stored).conversation;
}

/** Did something of this origin become a message? */
export const isMessage = async ({ store }: Pick<Ports, 'store'>, origin: string): Promise<boolean> =>
  (await store.get(originRef(origin))) !== undefined;

/** Messages by key, in the order asked for; ones that do not exist are left out. */
export async function readMessages(store: Store, keys: readonly MessageKey[]): Promise<readonly Message[]> {
  const rows = await readAll(store, keys.map(messageRef));
  return rows.flatMap((row) => (row ? [readRecord(MESSAGE, docOf(row))] : []));
}

/** Says that everything of this address belongs to another contact. False when the address has a head of its own. */
export async function pointTo(store: Store, from: HeadKey, to: ContactId): Promise<boolean> {
  const head: Head = { ...emptyHead(from.project, from.contact), sameAs: to };
  return store.create(headRef(from.project, from.contact), headValue(head, undefined));
}

/** The contact an address's head names, if there is one. */
export async function contactsOfHeads(
  store: Store,
  keys: readonly HeadKey[],
): Promise<readonly (ContactId | undefined)[]> {
  const rows = await readAll(
    store,
    keys.map(({ project, contact }) => headRef(project, contact)),
  );
  return rows.map((row) => {
    const head = row && readRecord(HEAD, docOf(row));
    return head && (head.sameAs ?? head.contact);
  });
}

/** Where a contact can be reached, as far as anybody was told. */
export async function addressesOf(store: Store, id: ContactId): Promise<Contact['addresses']> {
  const stored = await store.get(contactRef(id));
  return stored ? readRecord(CONTACT, docOf(stored)).addresses : [];
}

/** `dueAt` sorts as text; a head with nothing to do is due in the year 9999. */
export const NEVER = '9999-12-31T00:00:00.000Z';

export const headValue = (head: Head, dueAt: number | undefined): Stored => ({
  rev: head.rev,
  dueAt: dueAt === undefined ? NEVER : new Date(dueAt).toISOString(),
  doc: { ...head, marks: head.marks.map(packMark) },
});
export const entityValue = (record: { readonly rev: number }): Stored => ({ rev: record.rev, doc: record });

/** Both reject where a record cannot be read, and never throw: the other one's rejection would be nobody's. */
const headFrom = async (store: Store, key: HeadKey, stored: Stored | undefined): Promise<Head> =>
  stored ? readRecord(HEAD, docOf(stored)) : createHead(store, key);
const contactFrom = async (store: Store, key: HeadKey, stored: Stored | undefined): Promise<Contact> =>
  stored ? readRecord(CONTACT, docOf(stored)) : createContact(store, key.contact);

async function createHead(store: Store, { project, contact }: HeadKey): Promise<Head> {
  const head = emptyHead(project, contact);
  if (await store.create(headRef(project, contact), headValue(head, undefined))) return head;
  return reread(store, headRef(project, contact), HEAD);
}

async function createContact(store: Store, id: ContactId): Promise<Contact> {
  const contact: Contact = { version: 1, rev: 0, id, addresses: [] };
  if (await store.create(contactRef(id), entityValue(contact))) return contact;
  return reread(store, contactRef(id), CONTACT);
}

async function reread<Value>(store: Store, ref: Ref, kind: RecordKind<Value>): Promise<Value> {
  const stored = await store.get(ref);
  if (!stored) throw new Error(`${kind.name} exists but cannot be read`);
  return readRecord(kind, docOf(stored));
}

/** Strong reads, 25 a batch. */
async function readAll(store: Store, refs: readonly Ref[]): Promise<readonly (Stored | undefined)[]> {
  const batches = Array.from({ length: Math.ceil(refs.length / 25) }, (_, index) =>
    refs.slice(index * 25, index * 25 + 25),
  );
  return (await Promise.all(batches.map((batch) => store.batch(batch)))).flat();
}

function docOf(stored: Stored): Stored {
  const { doc } = stored;
  if (typeof doc !== 'object' || doc === null) throw new Error('malformed entity: it has no doc');
  return { ...doc };
}

function keyed<Value>(
  keys: readonly string[],
  rows: readonly (Stored | undefined)[],
  read: (stored: Stored) => Value,
): Record<string, Value> {
  return Object.fromEntries(
    keys.flatMap((key, index) => {
      const row = rows[index];
      return row ? [[key, read(row)]] : [];
    }),
  );
}

/** An active conversation stands in the head; an older record of it under its own key is out of date. */
function withoutActive(
  head: Head,
  conversations: Readonly<Record<string, Conversation>>,
): Record<string, Conversation> {
  const active = new Set(Object.values(head.active).map((conversation): string => conversation.id));
  return Object.fromEntries(Object.entries(conversations).filter(([id]) => !active.has(id)));
}
