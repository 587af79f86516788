import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** One result of a build, in a folder named after what it was made from. */
export type Part = { readonly dir: string; readonly isUpToDate: boolean };

const ROOT = 'build';
const KEPT = 3;
/** Whatever is built depends on these, too. */
const ALWAYS = ['manifest.yml', 'tsconfig.json', 'package-lock.json', 'sandbox/build.ts', 'sandbox/bundle.ts'];

/** A hash of every file below these paths; those whose name matches `except` do not count. */
export function hashOf(paths: readonly string[], except?: RegExp): string {
  const hash = createHash('sha256');
  for (const file of [...paths, ...ALWAYS].flatMap(filesBelow).sort()) {
    if (!except?.test(file)) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

function filesBelow(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => filesBelow(join(path, entry.name)));
}

export function placeOf(kind: string, hash: string): Part {
  const dir = resolve(ROOT, kind, hash);
  const isUpToDate = existsSync(dir);
  if (isUpToDate) utimesSync(dir, new Date(), new Date());
  return { dir, isUpToDate };
}

export type Source = {
  readonly from: string;
  /** A folder of the part. */
  readonly to: string;
  readonly rename?: readonly [from: string, to: string];
};

/** Moves into the part's folder, which appears at once and whole: others may be building the same. */
export function put({ dir }: Part, sources: readonly Source[]): void {
  const draft = `${dir}.${process.pid}`;
  for (const { from, to, rename } of sources) {
    cpSync(from, join(draft, to), { recursive: true });
    if (rename) renameSync(join(draft, to, rename[0]), join(draft, to, rename[1]));
  }
  for (const { from } of sources) rmSync(from, { recursive: true, force: true });
  if (existsSync(dir)) rmSync(draft, { recursive: true });
  else renameSync(draft, dir);
}

/** Older builds are removed, but not those that a running sandbox may still be serving. */
export function keepNewest(kind: string): void {
  const folder = join(ROOT, kind);
  if (!existsSync(folder)) return;
  const builds = readdirSync(folder).map((name) => ({
    path: join(folder, name),
    at: statSync(join(folder, name)).mtimeMs,
  }));
  builds.sort((one, other) => other.at - one.at);
  for (const { path } of builds.slice(KEPT)) rmSync(path, { recursive: true, force: true });
}
