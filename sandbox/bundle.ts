import { getNodeBundler, NativeUIBundler } from '@forge/bundler';
import { ConfigFile, FileSystemReader, FileSystemWriter, I18nResourceBundlingService } from '@forge/cli-shared';
import { type Part, put } from './buildFolder';
import { entriesOf, type ManifestFile, uiResourceOf } from './buildManifest';

/** The backend as one file, and its sentences. */
export async function bundleBackend(manifest: ManifestFile, part: Part): Promise<void> {
  const config = new ConfigFile(new FileSystemReader(), new FileSystemWriter());
  const bundler = getNodeBundler(silent, withoutWrapper, config);
  const entryPoints = [{ name: 'index', path: './src/index.ts' }];
  const { outputDir } = await bundler.bundle({ appDirectory: process.cwd(), entryPoints });
  put(part, [{ from: outputDir, to: '.' }, await localesOf(manifest)]);
}

/** A page for each entry of the resource `ui`, and their sentences. */
export async function bundleScreens(manifest: ManifestFile, part: Part): Promise<void> {
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

const nothing = () => undefined;
const silent = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing } as never;
/** The platform's own loader is fetched from the network by the CLI; here the sandbox is the platform. */
const noScript = async () => ({ script: '', source: '', version: 'none' });
const withoutWrapper = { getNodeRuntimeWrapper: noScript, getNodeRuntimeLoader: noScript };
