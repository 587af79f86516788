import type { Operation, Ports } from '../app/ports';
import type { ConnectionId } from '../domain/ids';
import { fail, ok, type Result } from '../domain/result';
import type { BusinessNumber, Connection } from '../domain/settings';
import {
  CONNECTION,
  CREDENTIALS,
  OpenConnectionSchema,
  type Credentials,
  type OpenConnection,
  type StoredCredentials,
} from './connectionSchemas';
import { connectionRef, credentialsKey } from './keys';
import { readRecord } from './record';
import { rewrite } from './rewrite';
import { remembered, type Memory } from './remembered';

export type { OpenConnection } from './connectionSchemas';

type Needs = Pick<Ports, 'store' | 'cache'>;

/** Credentials replaced elsewhere are known here within this time; before a refusal the caller reads `fresh`. */
const LIFE_MS = 60_000;

/**
 * The connection and its credentials, read in parallel. Only hits are cached, a minute per installation; with `fresh`
 * the records are read again. Undefined when there is no such connection.
 */
export async function loadConnection(
  { store, cache }: Needs,
  id: ConnectionId,
  { fresh = false }: { readonly fresh?: boolean } = {},
): Promise<OpenConnection | undefined> {
  if (fresh) cache.drop(memoryOf(id).key);
  return remembered(cache, memoryOf(id), async () => {
    const [stored, secret] = await Promise.all([store.get(connectionRef(id)), store.getSecret(credentialsKey(id))]);
    if (!stored || !secret) return undefined;
    const { values, former } = readRecord(CREDENTIALS, secret);
    return { connection: readRecord(CONNECTION, stored), credentials: values, ...(former && { former }) };
  });
}

/** The secret first: a connection that can be found can always be opened. */
export async function saveNewConnection(ports: Needs, connection: Connection, credentials: Credentials): Promise<void> {
  await saveCredentials(ports, connection.id, { values: credentials });
  await saveConnection(ports, connection);
}

export async function saveConnection({ store, cache }: Needs, connection: Connection): Promise<void> {
  await store.put(connectionRef(connection.id), connection);
  cache.drop(memoryOf(connection.id).key);
}

/** A connection as somebody changed it, with what must be written along with it. */
export type Changed = { readonly connection: Connection; readonly also?: readonly Operation[] };

/** Of two changes in the same instant none is lost. Fails with `not-found` where the connection is gone meanwhile. */
export async function changeConnection<Failure = never>(
  { store, cache }: Needs,
  id: ConnectionId,
  change: (connection: Connection) => Result<Changed, Failure>,
): Promise<Result<void, Failure | 'not-found'>> {
  const done = await rewrite<Failure | 'not-found'>(store, connectionRef(id), (stored) => {
    if (!stored) return fail('not-found');
    const changed = change(readRecord(CONNECTION, stored));
    if (!changed.ok) return changed;
    const { connection, also = [] } = changed.value;
    return ok({ value: connection, also });
  });
  cache.drop(memoryOf(id).key);
  return done;
}

export async function saveCredentials(
  { store, cache }: Needs,
  id: ConnectionId,
  credentials: Omit<StoredCredentials, 'version'>,
): Promise<void> {
  await store.setSecret(credentialsKey(id), { version: 1, ...credentials });
  cache.drop(memoryOf(id).key);
}

/**
 * Only one without business numbers goes: somebody may have added one in this instant. The record first: from then on nothing
 * finds the secret, even if its removal has to be repeated.
 */
export async function removeConnection({ store, cache }: Needs, id: ConnectionId): Promise<Result<void, 'in-use'>> {
  const gone = await rewrite<'in-use'>(store, connectionRef(id), (stored) =>
    stored && readRecord(CONNECTION, stored).numbers.length > 0 ? fail('in-use') : ok({}),
  );
  cache.drop(memoryOf(id).key);
  if (gone.ok) await store.deleteSecret(credentialsKey(id));
  return gone;
}

/** The business number of this connection that provider events name as `receiver`. */
export const numberOf = ({ numbers }: Connection, receiver: string): BusinessNumber | undefined =>
  numbers.find((number) => number.receiver === receiver);

const memoryOf = (id: ConnectionId): Memory<OpenConnection> => ({
  key: `connection:${id}`,
  lifeMs: LIFE_MS,
  schema: OpenConnectionSchema,
});
