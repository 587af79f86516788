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

type Needs = Pick<Ports, 'store'>;

/** Undefined while the provider answers: then there is no record. */
export async function loadBreaker({ store }: Needs, id: ConnectionId): Promise<Breaker | undefined> {
  const stored = await store.get(breakerRef(id));
  return stored && readRecord(BREAKER, stored);
}

/** Last write wins: of failures at the same moment one may be lost, and the connection rests a little later. */
export const saveBreaker = ({ store }: Needs, id: ConnectionId, breaker: Breaker): Promise<void> =>
  store.put(breakerRef(id), { version: 1, ...breaker }, LIFE_SECONDS);

export const forgetBreaker = ({ store }: Needs, id: ConnectionId): Promise<void> => store.delete(breakerRef(id));

/** True for one caller only, whoever else asks at the same time. */
export const claimProbe = ({ store }: Needs, id: ConnectionId, probe: string): Promise<boolean> =>
  store.create(probeRef(id, probe), { version: 1 }, LIFE_SECONDS);
