import type { I18nResourceBundlingService } from '@forge/cli-shared';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** What the bundlers want of `manifest.yml`. */
export type ManifestFile = Parameters<I18nResourceBundlingService['bundle']>[0] extends infer Modules
  ? {
      readonly modules: NonNullable<Modules>;
      readonly translations: NonNullable<Parameters<I18nResourceBundlingService['bundle']>[1]>;
      readonly resources: readonly {
        readonly key: string;
        readonly path: string;
        readonly entry?: Record<string, string>;
      }[];
    }
  : never;

export const readManifest = (): ManifestFile => parse(readFileSync('manifest.yml', 'utf8')) as ManifestFile;

export function uiResourceOf({ resources }: ManifestFile) {
  const found = resources.find(({ key }) => key === 'ui');
  if (!found) throw new Error('manifest.yml has no resource ui');
  return found;
}

export const entriesOf = (manifest: ManifestFile) => Object.keys(uiResourceOf(manifest).entry ?? {});
