import { z } from 'zod';
import type { Ports } from '../app/ports';
import type { ProjectId } from '../domain/ids';
import { waysRef } from './keys';
import { readRecord, type RecordKind } from './record';
import { remembered, type Memory } from './remembered';

/** How a customer's comment gets into Jira: platform API as the customer, service desk API as the customer, or as the app. */
export type CommentWay = 'as-customer' | 'through-jsm' | 'as-app';

/** How the reporter of the latest request was made; with the app, why no customer could be. */
export type ReporterWay = { readonly way: 'customer' | 'app'; readonly reason?: string };

/** What worked in this project the last time it was tried. Times are epoch milliseconds. */
export type Ways = {
  readonly version: 1;
  readonly comment?: { readonly way: CommentWay; readonly at: number };
  readonly reporter?: ReporterWay & { readonly at: number };
};

type Needs = Pick<Ports, 'store' | 'cache'>;

const LIFE_MS = 60_000;

const WAYS: RecordKind<Ways> = {
  name: 'ways',
  version: 1,
  schema: z.object({
    version: z.literal(1),
    comment: z.object({ way: z.enum(['as-customer', 'through-jsm', 'as-app']), at: z.number() }).exactOptional(),
    reporter: z
      .object({ way: z.enum(['customer', 'app']), reason: z.string().exactOptional(), at: z.number() })
      .exactOptional(),
  }) satisfies z.ZodType<Ways>,
};

export async function loadWays({ store, cache }: Needs, project: ProjectId): Promise<Ways> {
  const ways = await remembered(cache, memoryOf(project), async () => {
    const stored = await store.get(waysRef(project));
    return stored && readRecord(WAYS, stored);
  });
  return ways ?? { version: 1 };
}

/** Written only when something changed: the record is a memory, not a log. */
export async function rememberWays(ports: Needs, project: ProjectId, learned: Omit<Ways, 'version'>): Promise<void> {
  const known = await loadWays(ports, project);
  const ways: Ways = { ...known, ...learned };
  if (sameWays(known, ways)) return;
  await ports.store.put(waysRef(project), ways);
  ports.cache.drop(memoryOf(project).key);
}

const sameWays = (one: Ways, other: Ways): boolean =>
  one.comment?.way === other.comment?.way &&
  one.reporter?.way === other.reporter?.way &&
  one.reporter?.reason === other.reporter?.reason;

const memoryOf = (project: ProjectId): Memory<Ways> => ({
  key: `ways:${project}`,
  lifeMs: LIFE_MS,
  schema: WAYS.schema,
});
