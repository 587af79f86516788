import { z } from 'zod';
import type { Ports } from '../app/ports';
import { REST_REASONS, type Breaker } from '../domain/breaker';
import type { ConnectionId } from '../domain/ids';
import { breakerRef, probeRef } from './keys';
import { readRecord, type RecordKind } from './record';

type StoredBreaker = Breaker & { readonly version: 1 };

const BREAKER: RecordKind<StoredBreaker> = {
  name: 'breaker',
  version: 1,
  schema: z.object({
    version: z.literal(1),
    failures: z.array(z.number()),
    rest: z
      .object({ because: z.enum(REST_REASONS), since: z.number(), until: z.number(), lastsMs: z.number() })
      .exactOptional(),
  }) satisfies z.ZodType<StoredBreaker>,
};

/** Nobody has sent anything for so long: how the provider answered before says nothing any more. */
const LIFE_SECONDS = 86_400;

/**
 * What is asked of a provider beside sending. Each rests by itself, for providers limit each by itself (Infobip: 4,000 sends
 * a second, 15 files, 10 signs of reading; x-throttling-info of its API, read 2026-11): no list of templates holds up an answer.
 */
export const ERRANDS = ['files', 'templates', 'check', 'read-mark'] as const;
export type Errand = (typeof ERRANDS)[number];

/** What rests together: the sends of a connection, or one of its errands. */
export type Line = { readonly connection: ConnectionId; readonly errand?: Errand };

type Needs = Pick<Ports, 'store'>;

/** Undefined while the provider answers: then there is no record. */
export async function loadBreaker({ store }: Needs, line: Line): Promise<Breaker | undefined> {
  const stored = await store.get(breakerRef(line));
  return stored && readRecord(BREAKER, stored);
}

/** Last write wins: of failures at the same moment one may be lost, and the connection rests a little later. */
export const saveBreaker = ({ store }: Needs, line: Line, breaker: Breaker): Promise<void> =>
  store.put(breakerRef(line), { version: 1, ...breaker }, LIFE_SECONDS);

export const forgetBreaker = ({ store }: Needs, line: Line): Promise<void> => store.delete(breakerRef(line));

/** The connection is removed. */
export async function forgetBreakers(needs: Needs, connection: ConnectionId): Promise<void> {
  await Promise.all([
    forgetBreaker(needs, { connection }),
    ...ERRANDS.map((errand) => forgetBreaker(needs, { connection, errand })),
  ]);
}

/** True for one caller only, whoever else asks at the same time. */
export const claimProbe = ({ store }: Needs, id: ConnectionId, probe: string): Promise<boolean> =>
  store.create(probeRef(id, probe), { version: 1 }, LIFE_SECONDS);
