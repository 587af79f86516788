import * as nodeCrypto from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import type { Chance } from '../chance';
import type { TimeGlobals } from '../virtualTime';

/** The exports of the backend bundle: one per handler. */
export type AppExports = Readonly<Record<string, unknown>>;

/** What a bundle gets from its world instead of from Node. */
export type AppWorld = {
  readonly time: TimeGlobals;
  readonly chance: Chance;
  readonly console: object;
  readonly fetch: (...args: never[]) => Promise<unknown>;
  /** The runtime of the invocation at hand; undefined outside any. */
  readonly runtime: () => unknown;
  readonly forgeFetch: (...args: never[]) => Promise<unknown>;
};

type LoadModule = (...args: unknown[]) => void;

const loaders = new Map<string, LoadModule>();

/**
 * Loads the bundle with globals of its own, each time anew: its module memory is what a process of the platform would hold.
 * The parameters shadow the real globals, so no second realm is needed.
 */
export function loadApp(file: string, world: AppWorld): AppExports {
  const fixed = globalsFor(world);
  const names = Object.keys(fixed);
  const module = { exports: {} };
  loaderOf(file, names).call(
    module.exports,
    module.exports,
    requireFor(file, world.chance),
    module,
    ...names.map((name) => fixed[name]),
  );
  return module.exports;
}

function globalsFor(world: AppWorld): Record<string, unknown> {
  const own: object = Object.create(globalThis) as object;
  const fixed: Record<string, unknown> = {
    ...world.time,
    Math: seededMath(world.chance),
    console: world.console,
    fetch: world.fetch,
    crypto: seeded(globalThis.crypto, seededRandom(world.chance)),
    performance: { now: () => world.time.Date.now() },
    global: own,
    globalThis: own,
  };
  for (const [name, value] of Object.entries(fixed)) {
    Object.defineProperty(own, name, { value, writable: true, configurable: true });
  }
  // The SDKs read both at each call; `@forge/api` keeps `fetch` as it finds it when it loads.
  Object.defineProperty(own, '__forge_runtime__', { get: world.runtime });
  Object.defineProperty(own, '__forge_fetch__', { value: world.forgeFetch });
  return fixed;
}

/**
 * Made once for as long as the file stays as it is: stories start processes by the hundred. Each call of the one function
 * makes every object of the module anew, but what V8 has learnt of its code stays: it need not warm up again.
 */
function loaderOf(file: string, names: readonly string[]): LoadModule {
  const version = `${file} ${statSync(file).mtimeMs}`;
  const known = loaders.get(version);
  if (known) return known;
  const source = readFileSync(file, 'utf8');
  const script = new Script(`(function (exports, require, module, ${names.join(', ')}) {${source}\n})`, {
    filename: file,
  });
  const loader = script.runInThisContext() as LoadModule;
  loaders.set(version, loader);
  return loader;
}

function requireFor(file: string, chance: Chance): (name: string) => unknown {
  const real = createRequire(file);
  const crypto = seeded(nodeCrypto, seededRandom(chance));
  return (name) => (/^(node:)?crypto$/.test(name) ? crypto : (real(name) as unknown));
}

/** The same object, but for what must replay from a seed. */
function seeded<Original extends object>(original: Original, own: Record<string, unknown>): Original {
  return new Proxy(original, {
    get(target, name) {
      if (typeof name === 'string' && Object.hasOwn(own, name)) return own[name];
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' && isMethod(value) ? (value.bind(target) as unknown) : value;
    },
  });
}

/** Methods of built-in objects want their object; classes and plain functions are left alone. */
const isMethod = (value: object) => !Object.hasOwn(value, 'prototype');

function seededRandom(chance: Chance): Record<string, unknown> {
  const bytes = (size: number) => Buffer.from(Array.from({ length: size }, () => chance.below(256)));
  return {
    randomUUID: () => chance.uuid(),
    randomBytes: (size: number, done?: (error: null, bytes: Buffer) => void) =>
      done ? queueMicrotask(() => done(null, bytes(size))) : bytes(size),
    randomInt: (low: number, high?: number) =>
      high === undefined ? chance.below(low) : low + chance.below(high - low),
    getRandomValues: (target: Uint8Array) => {
      target.set(bytes(target.length));
      return target;
    },
  };
}

function seededMath(chance: Chance): Math {
  const own: object = Object.create(Math) as object;
  return Object.defineProperty(own, 'random', { value: () => chance.next() }) as Math;
}
