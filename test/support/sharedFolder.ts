import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reference material that may lie beside the checkout: provider payloads, OpenAPI files. Never needed, always welcome. */
const FOLDER = join(__dirname, '..', '..', '..', 'shared');

/** `test` where the file or folder is there; elsewhere the test is skipped, and the reason is said aloud. */
export function testWithShared(path: string): jest.It {
  if (existsSync(join(FOLDER, path))) return test;
  console.warn(`Skipped: conformance needs ../shared/${path} beside the checkout, which is not there.`);
  return test.skip;
}

export const readSharedText = (path: string): string => readFileSync(join(FOLDER, path), 'utf8');
export const readShared = (path: string): unknown => JSON.parse(readSharedText(path));

/** Names of the JSON files of a folder, as paths to `readShared`; none where it is missing. */
export function sharedFiles(path: string): readonly string[] {
  const folder = join(FOLDER, path);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${path}/${name}`);
}
