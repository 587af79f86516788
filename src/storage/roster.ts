import { z } from 'zod';
import type { Ports } from '../app/ports';
import type { ConnectionId, ProjectId } from '../domain/ids';
import type { BusinessNumber } from '../domain/settings';
import { loadConnection } from './connections';
import type { OpenConnection } from './connectionSchemas';
import { ConnectionIdSchema } from './idSchemas';
import { rosterPrefix, rosterRef } from './keys';
import { readRecord, type RecordKind } from './record';
import { remembered, type Memory } from './remembered';

type Needs = Pick<Ports, 'store' | 'cache'>;

/** One strong batch reads them all (Forge KVS: 25 keys a batch). */
export const MOST_CONNECTIONS = 25;

const SLOT: RecordKind<{ readonly version: 1; readonly connection: ConnectionId }> = {
  name: 'roster slot',
  version: 1,
  schema: z.object({ version: z.literal(1), connection: ConnectionIdSchema }),
};

/**
 * Which connections a project has. A slot per connection instead of one list: plain keys cannot be compared, so two
 * administrators adding at once would lose one of two lists, but never one of two slots.
 */
export async function connectionsOf(ports: Needs, project: ProjectId): Promise<readonly OpenConnection[]> {
  const entered = (await slotsOf(ports, project)).flatMap((connection) => connection ?? []);
  const open = await Promise.all(entered.map((id) => loadConnection(ports, id, { fresh: true })));
  return open.flatMap((one) => one ?? []).sort((one, other) => one.connection.createdAt - other.connection.createdAt);
}

/** The connections of every project, page by page: a list that may lag behind, for a look at each. */
export async function allConnections({ store }: Pick<Ports, 'store'>): Promise<readonly ConnectionId[]> {
  const ids: ConnectionId[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.query({ kind: 'prefix', prefix: rosterPrefix, limit: 100, ...(cursor && { cursor }) });
    ids.push(...page.rows.map(({ value }) => readRecord(SLOT, value).connection));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return [...new Set(ids)];
}

/** Every business number of a project. What was added elsewhere is known here within a minute. */
export async function numbersOf(ports: Needs, project: ProjectId): Promise<readonly BusinessNumber[]> {
  const entered = await remembered(ports.cache, memoryOf(project), async () =>
    (await slotsOf(ports, project)).flatMap((connection) => connection ?? []),
  );
  const open = await Promise.all((entered ?? []).map((id) => loadConnection(ports, id)));
  return open.flatMap((one) => one?.connection.numbers ?? []);
}

/** False when all slots are taken. */
export async function enterConnection(ports: Needs, project: ProjectId, connection: ConnectionId): Promise<boolean> {
  const slots = await slotsOf(ports, project);
  for (const [slot, taken] of slots.entries()) {
    if (taken !== undefined) continue;
    if (!(await ports.store.create(rosterRef(project, slot), { version: 1, connection }))) continue;
    ports.cache.drop(memoryOf(project).key);
    return true;
  }
  return false;
}

export const isEntered = async (ports: Needs, project: ProjectId, connection: ConnectionId): Promise<boolean> =>
  (await slotsOf(ports, project)).includes(connection);

export async function leaveConnection(ports: Needs, project: ProjectId, connection: ConnectionId): Promise<void> {
  const slots = await slotsOf(ports, project);
  const held = [...slots.entries()].filter(([, taken]) => taken === connection);
  await Promise.all(held.map(([slot]) => ports.store.delete(rosterRef(project, slot))));
  ports.cache.drop(memoryOf(project).key);
}

const memoryOf = (project: ProjectId): Memory<readonly ConnectionId[]> => ({
  key: `roster:${project}`,
  lifeMs: 60_000,
  schema: z.array(ConnectionIdSchema),
});

async function slotsOf({ store }: Needs, project: ProjectId): Promise<readonly (ConnectionId | undefined)[]> {
  const slots = Array.from({ length: MOST_CONNECTIONS }, (_, slot) => rosterRef(project, slot));
  return (await store.batch(slots)).map((stored) => stored && readRecord(SLOT, stored).connection);
}
