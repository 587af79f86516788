import { getClientSideLintersOnly, parseSourceFile, tsParser } from '@forge/lint';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

type Manifest = { modules: { function: { handler: string }[] } };
const manifestFile = () => parse(readFileSync('manifest.yml', 'utf8')) as Manifest;
const silent = () => undefined;
const logger = { trace: silent, debug: silent, info: silent, warn: silent, error: silent, log: silent } as never;
const flags = { getDeprecatedRuntimes: async () => [] } as never;

/**
 * The offline linters of `forge lint`; its permission linter downloads Jira's API and is left out. They are run here one by
 * one, because `lint()` takes `include: ["src"]` of tsconfig.json for a file and would look at none.
 */
async function problems(manifest: Manifest, files: readonly string[]): Promise<readonly unknown[]> {
  const linters = await getClientSideLintersOnly(manifest as never, 'development', logger, flags);
  const offline = linters.filter((one) => one.constructor.name !== 'PermissionLinter');
  expect(offline.length).toBeGreaterThan(10);
  const inputs = await Promise.all(files.map((file) => parseSourceFile(file, tsParser)));
  for (const linter of offline) await linter.bootstrap();
  const results = (await Promise.all(offline.map((linter) => linter.batchExecute(inputs)))).flat();
  return results.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
}

test('forge lint finds neither errors nor warnings', async () => {
  const names = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => /[.]tsx?$/.test(name));
  const files = names.map((name) => `src/${name}`);
  expect(await problems(manifestFile(), files)).toEqual([]);
}, 240_000);

test('forge lint as it is run here sees a handler that is missing', async () => {
  const manifest = manifestFile();
  manifest.modules.function[0] = { ...manifest.modules.function[0], handler: 'index.nobody' };
  expect(await problems(manifest, ['src/index.ts'])).toMatchObject([
    { message: expect.stringContaining('nobody') as string },
  ]);
}, 240_000);
