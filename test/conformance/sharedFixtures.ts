import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../../shared/fixtures');

/** Runs tests over published examples that lie beside the checkout; without them they are skipped, loudly. */
export function withSharedFixtures(provider: string, run: (folder: SharedFolder) => void): void {
  const folder = join(FOLDER, provider);
  if (existsSync(folder)) {
    describe(`the published examples of ${provider}`, () => run(sharedFolder(folder)));
    return;
  }
  const reason = `the folder ../shared/fixtures/${provider} is not beside this checkout`;
  console.warn(`SKIPPED: conformance with the published examples of ${provider}: ${reason}`);
  test.skip(`the published examples of ${provider} (${reason})`, () => undefined);
}

export type SharedFolder = { readonly read: (file: string) => string };

const sharedFolder = (folder: string): SharedFolder => ({
  read: (file) => readFileSync(join(folder, file), 'utf8'),
});
