import { join } from 'node:path';
import { hashOf, keepNewest, type Part, placeOf } from './buildFolder';
import { entriesOf, readManifest } from './buildManifest';

/** What `forge deploy` would upload, made by the same bundler. Paths are absolute. */
export type Build = {
  readonly backend: { readonly file: string };
  /** By entry of the resource `ui`. The sentences lie beside the entries, in `__LOCALES__`. */
  readonly ui: Readonly<Record<string, { readonly dir: string; readonly htmlFile: string }>>;
  /** What was done, for people; empty when everything was up to date. */
  readonly steps: readonly { readonly what: string; readonly ms: number }[];
};

/**
 * Builds the app of the current folder into `build/`, skipping what is up to date. Prints nothing.
 * @throws Error with the compiler's words when the app cannot be built.
 */
export async function buildApp(): Promise<Build> {
  const manifest = readManifest();
  const backend = placeOf('backend', hashOf(['src', 'static/locales'], /[.]tsx$/));
  const ui = placeOf('ui', hashOf(['src/ui', 'src/contract', 'src/domain', 'static/locales']));
  const steps = [
    ...(await make('backend', backend, async () => (await bundlers()).bundleBackend(manifest, backend))),
    ...(await make('screens', ui, async () => (await bundlers()).bundleScreens(manifest, ui))),
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

/** Loaded only to build: it takes a second, and its error reporter slows down every promise of the process. */
const bundlers = () => import('./bundle');
