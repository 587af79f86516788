import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The data folder of one running sandbox: its lock and its saved world. */
export type Folder = {
  /** The JSON value saved last; undefined when there is none. @throws when the file is damaged. */
  read(): unknown;
  /** Replaces the saved world in one step: a crash while writing leaves the old one. */
  write(state: unknown): void;
  clear(): void;
  release(): void;
};

/** Takes the folder for this process. An error is a sentence: another sandbox is running on it. */
export function takeFolder(path: string): Folder | { readonly error: string } {
  mkdirSync(path, { recursive: true });
  const lock = join(path, 'lock');
  const holder = takeLock(lock);
  if (holder !== undefined) {
    return {
      error: `Another sandbox (process ${holder}) is running on ${path}. Stop it, or start this one with --data <another folder>.`,
    };
  }
  const file = join(path, 'world.json');
  return {
    read: () => parse(file, readIfThere(file)),
    write(state) {
      writeFileSync(`${file}.new`, JSON.stringify(state));
      renameSync(`${file}.new`, file);
    },
    clear: () => rmSync(file, { force: true }),
    release: () => rmSync(lock, { force: true }),
  };
}

/** Undefined when the lock is ours now; else the process that holds it. A lock whose process is gone is taken over. */
function takeLock(lock: string): number | undefined {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return undefined;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
  const holder = Number(readIfThere(lock));
  if (Number.isInteger(holder) && holder > 0 && holder !== process.pid && isRunning(holder)) return holder;
  writeFileSync(lock, String(process.pid));
  return undefined;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, but belongs to somebody else.
    return hasCode(error, 'EPERM');
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function parse(file: string, text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new Error(`${file} is damaged. Start with --fresh to begin anew.`, { cause });
  }
}

// By its shape, not its class: a test's own realm has another `Error`.
const hasCode = (error: unknown, code: string) => (error as { readonly code?: unknown } | undefined)?.code === code;
