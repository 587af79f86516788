import { z } from 'zod';
import type { Ports, Store, Stored } from '../app/ports';
import type { ProjectId } from '../domain/ids';
import { ok, type Result } from '../domain/result';
import { DEFAULT_SETTINGS, DEFAULT_SITE_SETTINGS, type ProjectSettings, type SiteSettings } from '../domain/settings';
import { projectSettingsRef, siteSettingsRef } from './keys';
import { NumberIdSchema } from './idSchemas';
import { readRecord, type RecordKind } from './record';
import { rewrite } from './rewrite';
import { NumberRulesSchema, RulesSchema } from './rulesSchema';
import { remembered, type Memory } from './remembered';

type Needs = Pick<Ports, 'store' | 'cache'>;

/** What a record lacks was saved by older code: it has the default then. */
const PROJECT: RecordKind<ProjectSettings> = {
  name: 'project settings',
  version: 1,
  schema: z.preprocess(
    (stored) => (typeof stored === 'object' ? { ...DEFAULT_SETTINGS, ...stored } : stored),
    RulesSchema.extend({
      version: z.literal(1),
      timeZone: z.string(),
      numbers: z.record(NumberIdSchema, NumberRulesSchema),
    }) satisfies z.ZodType<ProjectSettings>,
  ),
};

const SITE: RecordKind<SiteSettings> = {
  name: 'site settings',
  version: 1,
  schema: z.object({
    version: z.literal(1),
    customerDomain: z.string().default(DEFAULT_SITE_SETTINGS.customerDomain),
  }) satisfies z.ZodType<SiteSettings>,
};

/** A change made elsewhere is known here within a minute. */
const SITE_MEMORY: Memory<SiteSettings> = { key: 'settings:site', lifeMs: 60_000, schema: SITE.schema };

/** Reads the record of `projectSettingsRef`, as a turn's batch brings it: defaults where nothing was saved. */
export const settingsFrom = (stored: Stored | undefined): ProjectSettings =>
  stored ? readRecord(PROJECT, stored) : DEFAULT_SETTINGS;

export const loadSettings = async (store: Store, project: ProjectId): Promise<ProjectSettings> =>
  settingsFrom(await store.get(projectSettingsRef(project)));

/** Of two changes in the same instant none is lost. A failure of `change` leaves the settings as they are. */
export const changeSettings = <Failure = never>(
  store: Store,
  project: ProjectId,
  change: (settings: ProjectSettings) => Result<ProjectSettings, Failure>,
): Promise<Result<void, Failure>> =>
  rewrite(store, projectSettingsRef(project), (stored) => {
    const changed = change(settingsFrom(stored));
    return changed.ok ? ok({ value: changed.value }) : changed;
  });

export async function loadSiteSettings({ store, cache }: Needs): Promise<SiteSettings> {
  const settings = await remembered(cache, SITE_MEMORY, async () => {
    const stored = await store.get(siteSettingsRef);
    return stored ? readRecord(SITE, stored) : DEFAULT_SITE_SETTINGS;
  });
  return settings ?? DEFAULT_SITE_SETTINGS;
}

export async function saveSiteSettings({ store, cache }: Needs, settings: SiteSettings): Promise<void> {
  await store.put(siteSettingsRef, settings);
  cache.drop(SITE_MEMORY.key);
}
