import { z } from 'zod';
import type { Ports } from '../app/ports';
import { CHANNELS, type Channel } from '../domain/contact';
import type { NumberId, ProjectId } from '../domain/ids';
import { NumberIdSchema } from './idSchemas';
import { routeTroublesRef } from './keys';
import { readRecord, type RecordKind } from './record';
import { remembered, type Memory } from './remembered';

/** Requests of this type cannot be created for messages to this number; `at` is when that was first seen (epoch ms). */
export type RouteTrouble = {
  readonly number: NumberId;
  readonly channel: Channel;
  readonly requestTypeId: string;
  /** The type is gone, or Jira wants fields that a message does not fill. */
  readonly reason: 'gone' | 'field';
  /** Jira's own words. */
  readonly detail?: string;
  readonly at: number;
};
type Troubles = { readonly version: 1; readonly troubles: readonly RouteTrouble[] };
type Needs = Pick<Ports, 'store' | 'cache'>;

const TROUBLES: RecordKind<Troubles> = {
  name: 'route troubles',
  version: 1,
  schema: z.object({
    version: z.literal(1),
    troubles: z.array(
      z.object({
        number: NumberIdSchema,
        channel: z.enum(CHANNELS),
        requestTypeId: z.string(),
        reason: z.enum(['gone', 'field']),
        detail: z.string().exactOptional(),
        at: z.number(),
      }),
    ),
  }) satisfies z.ZodType<Troubles>,
};

const LIFE_MS = 60_000;

export async function loadRouteTroubles({ store, cache }: Needs, project: ProjectId): Promise<readonly RouteTrouble[]> {
  const found = await remembered(cache, memoryOf(project), async () => {
    const stored = await store.get(routeTroublesRef(project));
    return stored ? readRecord(TROUBLES, stored) : NONE;
  });
  return found?.troubles ?? [];
}

/** Written only when it was not known: while a route is broken, every request meets the same trouble. */
export async function noteRouteTrouble(ports: Needs, project: ProjectId, trouble: RouteTrouble): Promise<void> {
  const known = await loadRouteTroubles(ports, project);
  if (known.some((one) => isSame(one, trouble) && one.detail === trouble.detail)) return;
  const since = known.find((one) => isSame(one, trouble))?.at ?? trouble.at;
  const others = known.filter((one) => !isSame(one, trouble));
  await save(ports, project, [...others, { ...trouble, at: since }].slice(-MOST));
}

/** It works again. */
export async function clearRouteTrouble(
  ports: Needs,
  project: ProjectId,
  works: Pick<RouteTrouble, 'number' | 'channel' | 'requestTypeId'>,
): Promise<void> {
  const known = await loadRouteTroubles(ports, project);
  const left = known.filter((one) => !isSame(one, works));
  if (left.length < known.length) await save(ports, project, left);
}

/** What nobody repairs must not grow. */
const MOST = 50;
const NONE: Troubles = { version: 1, troubles: [] };

const isSame = (
  one: RouteTrouble,
  { number, channel, requestTypeId }: Pick<RouteTrouble, 'number' | 'channel' | 'requestTypeId'>,
): boolean => one.number === number && one.channel === channel && one.requestTypeId === requestTypeId;

async function save({ store, cache }: Needs, project: ProjectId, troubles: readonly RouteTrouble[]): Promise<void> {
  await store.put(routeTroublesRef(project), { version: 1, troubles });
  cache.drop(memoryOf(project).key);
}

const memoryOf = (project: ProjectId): Memory<Troubles> => ({
  key: `route-troubles:${project}`,
  lifeMs: LIFE_MS,
  schema: TROUBLES.schema,
});
