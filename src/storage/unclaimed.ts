import { z } from 'zod';
import type { Ports } from '../app/ports';
import { CHANNELS, type Channel } from '../domain/contact';
import type { ConnectionId } from '../domain/ids';
import { unclaimedRef } from './keys';
import { readRecord, type RecordKind } from './record';

/** A receiver that a connection's events named but nobody added. `lastAt` is epoch milliseconds. */
export type Unclaimed = {
  readonly receiver: string;
  readonly display: string;
  readonly channel: Channel;
  readonly count: number;
  readonly lastAt: number;
};

export type UnclaimedSighting = Omit<Unclaimed, 'count' | 'lastAt'> & { readonly at: number };

export const MOST_UNCLAIMED = 50;

const UNCLAIMED: RecordKind<{ readonly version: 1; readonly receivers: readonly Unclaimed[] }> = {
  name: 'unclaimed receivers',
  version: 1,
  schema: z.object({
    version: z.literal(1),
    receivers: z.array(
      z.object({
        receiver: z.string(),
        display: z.string(),
        channel: z.enum(CHANNELS),
        count: z.number(),
        lastAt: z.number(),
      }) satisfies z.ZodType<Unclaimed>,
    ),
  }),
};

/** Newest first. */
export async function listUnclaimed(store: Ports['store'], connection: ConnectionId): Promise<readonly Unclaimed[]> {
  const stored = await store.get(unclaimedRef(connection));
  return stored ? readRecord(UNCLAIMED, stored).receivers : [];
}

/** Counts events nobody wants. Two counts at once may become one: the number is a hint for people, not a fact. */
export async function countUnclaimed(
  store: Ports['store'],
  connection: ConnectionId,
  sightings: readonly UnclaimedSighting[],
): Promise<void> {
  if (sightings.length === 0) return;
  const known = await listUnclaimed(store, connection);
  await save(store, connection, sightings.reduce(counted, known));
}

/** The oldest receivers give way to the newest. */
function counted(known: readonly Unclaimed[], { at, ...seen }: UnclaimedSighting): readonly Unclaimed[] {
  const isSame = (one: Unclaimed) => one.receiver === seen.receiver && one.channel === seen.channel;
  const before = known.find(isSame);
  const display = seen.display || (before?.display ?? seen.receiver);
  const now = { ...seen, display, count: (before?.count ?? 0) + 1, lastAt: Math.max(at, before?.lastAt ?? 0) };
  return [now, ...known.filter((one) => !isSame(one))].slice(0, MOST_UNCLAIMED);
}

/** Forgets the receiver: it was added, or dismissed until it is seen again. */
export async function forgetUnclaimed(
  store: Ports['store'],
  connection: ConnectionId,
  receiver: string,
): Promise<void> {
  const known = await listUnclaimed(store, connection);
  const left = known.filter((one) => one.receiver !== receiver);
  if (left.length !== known.length) await save(store, connection, left);
}

export const eraseUnclaimed = (store: Ports['store'], connection: ConnectionId): Promise<void> =>
  store.delete(unclaimedRef(connection));

const save = (store: Ports['store'], connection: ConnectionId, receivers: readonly Unclaimed[]) =>
  store.put(unclaimedRef(connection), { version: 1, receivers });
