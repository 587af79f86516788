import { getNodeBundler, NativeUIBundler } from '@forge/bundler';
import { ConfigFile, FileSystemReader, FileSystemWriter, I18nResourceBundlingService } from '@forge/cli-shared';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { hashOf, keepNewest, type Part, placeOf, put } from './buildFolder';

/** What `forge deploy` would upload, made by the same bundler. Paths are absolute. */
export type Build = {
  readonly backend: { readonly file: string };
  /** By entry of the resource `ui`. The sentences lie beside the entries, in `__LOCALES__`. */
  readonly ui: Readonly<Record<string, { readonly dir: string; readonly htmlFile: string }>>;
  /** What was done, for people; empty when everything was up to date. */
  readonly steps: readonly { readonly what: string; readonly ms: number }[];
};

type ManifestFile = Parameters<I18nResourceBundlingService['bundle']>[0] extends infer Modules
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

/**
 * Builds the app of the current folder into `build/`, skipping what is up to date. Prints nothing.
 * @throws Error with the compiler's words when the app cannot be built.
 */
export async function buildApp(): Promise<Build> {
  const manifest = parse(readFileSync('manifest.yml', 'utf8')) as ManifestFile;
  const backend = placeOf('backend', hashOf(['src', 'static/locales'], /[.]tsx$/));
  const ui = placeOf('ui', hashOf(['src/ui', 'src/contract', 'src/domain', 'static/locales']));
  const steps = [
    ...(await make('backend', backend, () => bundleBackend(manifest, backend))),
    ...(await make('screens', ui, () => bundleScreens(manifest, ui))),
  ];
  keepNewest('backend');
  keepNewest('ui');
  const screen = (entry: string) => ({ dir: join(ui.dir, entry), htmlFile: join(ui.dir, entry, 'index.html') });
  return {
    backend: { file: join(backend.dir, 'index.cjs') },
    ui: Object.fromEntries(entriesOf(manifest).map((entry) => [entry, screen(entry)])),
    steps,
  };
}

async function make(what: string, part: Part, work: () => Promise<void>): Promise<Build['steps']> {
  if (part.isUpToDate) return [];
  const startedAt = performance.now();
  await work();
  return [{ what, ms: Math.round(performance.now() - startedAt) }];
}

async function bundleBackend(manifest: ManifestFile, part: Part): Promise<void> {
  const config = new ConfigFile(new FileSystemReader(), new FileSystemWriter());
  const bundler = getNodeBundler(silent, withoutWrapper, config);
  const entryPoints = [{ name: 'index', path: './src/index.ts' }];
  const { outputDir } = await bundler.bundle({ appDirectory: process.cwd(), entryPoints });
  put(part, [{ from: outputDir, to: '.' }, await localesOf(manifest)]);
}

async function bundleScreens(manifest: ManifestFile, part: Part): Promise<void> {
  const bundler = new NativeUIBundler(silent);
  const resource = { ...uiResourceOf(manifest), resourceType: 'resource' };
  const { nativeUiBundlesDetails } = await bundler.bundleResources([resource as never], manifest.translations);
  const output = nativeUiBundlesDetails[0]?.path;
  if (!output) throw new Error('the bundler made no screens');
  // Every entry gets a folder of its own, so that a screen is served like any page: the files are few and small.
  const folders = entriesOf(manifest).map((entry) => ({
    from: output,
    to: entry,
    rename: [`${entry}.html`, 'index.html'] as const,
  }));
  put(part, [...folders, await localesOf(manifest)]);
}

async function localesOf({ modules, translations }: ManifestFile) {
  const bundle = await new I18nResourceBundlingService().bundle(modules, translations);
  if (!bundle.exists) throw new Error('the manifest names no translations');
  return { from: bundle.path, to: '__LOCALES__' };
}

function uiResourceOf({ resources }: ManifestFile) {
  const found = resources.find(({ key }) => key === 'ui');
  if (!found) throw new Error('manifest.yml has no resource ui');
  return found;
}

const entriesOf = (manifest: ManifestFile) => Object.keys(uiResourceOf(manifest).entry ?? {});

const nothing = () => undefined;
const silent = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing } as never;
/** The platform's own loader is fetched from the network by the CLI; here the sandbox is the platform. */
const noScript = async () => ({ script: '', source: '', version: 'none' });
const withoutWrapper = { getNodeRuntimeWrapper: noScript, getNodeRuntimeLoader: noScript };
