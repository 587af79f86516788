import { build, type Plugin } from 'esbuild';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Build } from '../../../sandbox/build';
import { builtApp } from '../../support/world';
import type { Guard } from './guard';

/**
 * The backend without one guard, or whole without a guard to remove. Bundled by esbuild alone: the Forge bundler takes
 * ten times as long, and `mutants.test.ts` shows that both bundles live the same story.
 * @throws Error when the guard's text is not found exactly once: it has moved, and the list must follow.
 */
export async function buildMutant(guard: Guard | undefined, name: string): Promise<Build> {
  const app = await builtApp();
  const file = resolve('build', 'mutants', `${name}.cjs`);
  await build({
    entryPoints: ['src/index.ts'],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'silent',
    plugins: guard ? [without(guard)] : [],
  });
  return { ...app, backend: { file } };
}

function without({ name, patches }: Guard): Plugin {
  const sources = new Map<string, string>();
  for (const { file, find, replace } of patches) {
    const path = resolve(file);
    const source = sources.get(path) ?? readFileSync(path, 'utf8');
    const places = source.split(find).length - 1;
    if (places !== 1)
      throw new Error(`"${name}": its text is ${places} times in ${file}. The list of guards must follow.`);
    sources.set(
      path,
      source.replace(find, () => replace),
    );
  }
  return {
    name: 'without-guard',
    setup(bundling) {
      bundling.onLoad({ filter: /[.]ts$/ }, ({ path }) => {
        const contents = sources.get(path);
        return contents === undefined ? undefined : { contents, loader: 'ts' };
      });
    },
  };
}
