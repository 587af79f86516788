import { build, type Plugin } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Builds the page for browsers into `outdir` (0.6 s). Atlaskit asks for some of Node's globals: they are defined away, as
 * in Atlassian's own bundles.
 */
export async function bundlePage(outdir: string): Promise<void> {
  await build({
    entryPoints: { page: join(__dirname, 'page', 'main.tsx') },
    outdir,
    bundle: true,
    format: 'esm',
    splitting: true,
    minify: true,
    sourcemap: 'linked',
    jsx: 'automatic',
    mainFields: ['module', 'browser', 'main'],
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env.CI': 'undefined',
      'process.env': '{}',
      global: 'window',
    },
    loader: { '.woff2': 'file' },
    assetNames: '[name]',
    plugins: [weightsOverFonts],
    logLevel: 'warning',
  });
}

/**
 * Every component of Atlaskit brings its rules along, so a `font` of a later one stands behind the `font-weight` of an earlier one
 * and undoes it. Atlassian's bundler sorts them; here the weight's selector is the stronger one.
 */
const weightsOverFonts: Plugin = {
  name: 'weights over fonts',
  setup: (bundle) =>
    bundle.onLoad({ filter: /\.compiled\.css$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(/^(\.\w+)(?=\{font-weight:)/gm, '$1$1'),
      loader: 'css',
    })),
};
