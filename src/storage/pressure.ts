import { z } from 'zod';
import type { Ports } from '../app/ports';
import { pressureRef } from './keys';
import { readRecord, type RecordKind } from './record';

/** Jira's quota is shared: 1 = nothing that can wait, 2 = no call at all, until the given time (epoch ms). */
export type Pressure = { readonly version: 1; readonly level: 1 | 2; readonly until: number };

const PRESSURE: RecordKind<Pressure> = {
  name: 'pressure',
  version: 1,
  schema: z.object({ version: z.literal(1), level: z.union([z.literal(1), z.literal(2)]), until: z.number() }),
};

type Needs = Pick<Ports, 'store' | 'clock' | 'cache'>;

/** The pressure now: 0 when Jira has said nothing. */
export async function loadPressure({
  store,
  clock,
}: Pick<Ports, 'store' | 'clock'>): Promise<{ level: 0 | 1 | 2; until: number }> {
  const stored = await store.get(pressureRef);
  const known = stored && readRecord(PRESSURE, stored);
  return known && known.until > clock.now() ? known : { level: 0, until: 0 };
}

/** Tells every performer of this installation. The same word is written at most every ten seconds by one process. */
export async function notePressure(
  { store, clock, cache }: Needs,
  told: { level: 1 | 2; forSeconds: number },
): Promise<void> {
  const memory = `pressure:${told.level}`;
  if (cache.get(memory) === true) return;
  cache.set(memory, true, 10_000);
  await store.put(pressureRef, { version: 1, level: told.level, until: clock.now() + told.forSeconds * 1_000 });
}
