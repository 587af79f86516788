import type { Operation, Ports } from '../app/ports';
import type { ConnectionId, NumberId } from '../domain/ids';
import type { BusinessNumber } from '../domain/settings';
import { loadConnection } from './connections';
import { NUMBER_POINTER, type NumberPointer, type OpenConnection } from './connectionSchemas';
import { numberRef } from './keys';
import { readRecord } from './record';
import { remembered, type Memory } from './remembered';

type Needs = Pick<Ports, 'store' | 'cache'>;

/** A business number with the connection that carries it. */
export type OpenNumber = OpenConnection & { readonly number: BusinessNumber };

const LIFE_MS = 60_000;
/** A claim younger than this may belong to a connection that is still being written. */
const CLAIM_MS = 60_000;

/** Finds the number and its connection, whichever connection's address was called. Undefined when nobody added it. */
export async function findNumber(ports: Needs, id: NumberId): Promise<OpenNumber | undefined> {
  const pointer = await remembered(ports.cache, memoryOf(id), () => loadPointer(ports, id));
  if (!pointer) return undefined;
  const known = carried(id, await loadConnection(ports, pointer.connection));
  return known ?? findAnew(ports, id);
}

/** What this process remembers may be a minute old: the number may have moved, or its connection only now lists it. */
async function findAnew(ports: Needs, id: NumberId): Promise<OpenNumber | undefined> {
  ports.cache.drop(memoryOf(id).key);
  const pointer = await loadPointer(ports, id);
  return pointer && carried(id, await loadConnection(ports, pointer.connection, { fresh: true }));
}

function carried(id: NumberId, open: OpenConnection | undefined): OpenNumber | undefined {
  const number = open?.connection.numbers.find((one) => one.id === id);
  return open && number && { ...open, number };
}

/**
 * Makes the number this connection's. False when another connection has it. A claim whose connection never came to list
 * the number (an administrator's browser closed in between) is taken over after a minute.
 */
export async function claimNumber(
  ports: Needs & Pick<Ports, 'clock'>,
  id: NumberId,
  connection: ConnectionId,
): Promise<boolean> {
  const claim: NumberPointer = { version: 1, connection, at: ports.clock.now() };
  if (await ports.store.create(numberRef(id), claim)) return true;
  const held = await loadPointer(ports, id);
  if (held?.connection === connection) return true;
  if (held && claim.at - held.at < CLAIM_MS) return false;
  if (held && carried(id, await loadConnection(ports, held.connection, { fresh: true }))) return false;
  await ports.store.put(numberRef(id), claim);
  ports.cache.drop(memoryOf(id).key);
  return true;
}

/** Written along with the change of the connection that lists the number from now on, or does not any more. */
export function claimOf(ports: Needs & Pick<Ports, 'clock'>, id: NumberId, connection: ConnectionId): Operation {
  ports.cache.drop(memoryOf(id).key);
  const claim: NumberPointer = { version: 1, connection, at: ports.clock.now() };
  return { kind: 'put', ref: numberRef(id), value: claim };
}
export function releaseOf({ cache }: Needs, id: NumberId): Operation {
  cache.drop(memoryOf(id).key);
  return { kind: 'delete', ref: numberRef(id) };
}

async function loadPointer({ store }: Needs, id: NumberId): Promise<NumberPointer | undefined> {
  const stored = await store.get(numberRef(id));
  return stored && readRecord(NUMBER_POINTER, stored);
}

const memoryOf = (id: NumberId): Memory<NumberPointer> => ({
  key: `number:${id}`,
  lifeMs: LIFE_MS,
  schema: NUMBER_POINTER.schema,
});
