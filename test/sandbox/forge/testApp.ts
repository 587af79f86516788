import { buildSync } from 'esbuild';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * A backend bundle over the real SDKs whose functions do what a test says: `script(sdk, ...args)` of the test runs inside
 * the app, with the app's own globals in `sdk.own`.
 */
const SOURCE = `
  import * as api from '@forge/api';
  import kvs, * as kvsModule from '@forge/kvs';
  import * as events from '@forge/events';
  import * as realtime from '@forge/realtime';
  import Resolver from '@forge/resolver';
  import * as crypto from 'node:crypto';
  let memory = 0;
  const own = { Date, setTimeout, setInterval, clearTimeout, fetch, console, Math, AbortController, webCrypto: crypto && globalThis.crypto };
  const sdk = { ...api, ...kvsModule, kvs, ...events, ...realtime, crypto, own, remember: () => (memory += 1) };
  const run = (name) => (...args) => globalThis.testScripts[name](sdk, ...args);
  const definitions = new Resolver();
  definitions.define('call', (request) => globalThis.testScripts.resolver(sdk, request));
  export const resolver = definitions.getDefinitions();
  export const inbound = run('inbound');
  export const perform = run('perform');
  export const sweep = run('sweep');
  export const onEvent = run('onEvent');
`;

export function testAppFile(): string {
  const folder = resolve('node_modules/.cache/omnichat');
  const name = `test-app-${createHash('sha256').update(SOURCE).digest('hex').slice(0, 12)}-${process.pid}.cjs`;
  const file = join(folder, name);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const stdin = { contents: SOURCE, resolveDir: process.cwd(), loader: 'js' as const };
  const [output] = buildSync({
    stdin,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    logLevel: 'error',
  }).outputFiles;
  writeFileSync(file, output?.text ?? '');
  return file;
}
