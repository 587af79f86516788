import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium as playwright, type Browser, type Page } from 'playwright-core';

/** A browser for tests, or the reason why there is none. */
export type Found = { readonly launch: () => Promise<Browser> } | { readonly missing: string };

/**
 * On Linux the Chromium that came with npm; elsewhere an installed Chrome or Edge. None is no failure on a desk, but one
 * where `CI` is set: there a browser test must not pass by not running.
 */
export function findBrowser(): Found {
  if (process.platform === 'linux') return { launch: launchPacked };
  const installed = (['chrome', 'msedge'] as const).find((channel) => isInstalled(channel));
  if (installed) return { launch: () => playwright.launch({ channel: installed }) };
  const missing = 'neither Chrome nor Edge is installed';
  if (process.env.CI) throw new Error(`browser tests cannot run: ${missing}`);
  return { missing };
}

async function launchPacked(): Promise<Browser> {
  const { path, env } = unpack();
  // The package's own arguments are for a machine of one process (--single-process), in which a page with frames crashes.
  return playwright.launch({ executablePath: path, env, args: ['--no-sandbox', '--disable-gpu'] });
}

type Unpacked = { readonly path: string; readonly env: Record<string, string> };

/**
 * Unpacks Chromium and the libraries it needs below node_modules: a bare machine has none of them. The package is an ES
 * module, which jest cannot load below Node 24.9, and it reads and writes the environment: it gets a process of its own.
 */
function unpack(): Unpacked {
  const folder = join(process.cwd(), 'node_modules', '.cache', 'chromium');
  const script = `import packed from '@sparticuz/chromium';
    const path = await packed.executablePath();
    console.log(JSON.stringify({ path, libraries: process.env.LD_LIBRARY_PATH ?? '' }));`;
  // TMPDIR: where to unpack. VERCEL: its own libraries are wanted.
  const env = { ...process.env, TMPDIR: folder, VERCEL: '1', FONTCONFIG_PATH: writeFontSettings(folder) };
  const words = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { env, encoding: 'utf8' });
  const { path, libraries } = JSON.parse(words) as { path: string; libraries: string };
  return { path, env: { ...defined(env), LD_LIBRARY_PATH: libraries } };
}

const defined = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));

/** The package's own settings look for its fonts below /tmp; Chromium dies at the first input field when it finds none. */
function writeFontSettings(folder: string): string {
  const settings = join(folder, 'font-settings');
  mkdirSync(settings, { recursive: true });
  const fonts = join(folder, 'fonts');
  const cache = join(folder, 'font-cache');
  writeFileSync(
    join(settings, 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>\n`,
  );
  return settings;
}

const places = {
  chrome: ['/Applications/Google Chrome.app', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
  msedge: ['/Applications/Microsoft Edge.app', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
} as const;

const isInstalled = (channel: keyof typeof places): boolean => places[channel].some((path) => existsSync(path));

/** Where a failing test leaves what it saw. */
export async function keepScreenshot(page: Page, title: string): Promise<string> {
  const folder = join(process.cwd(), 'screenshots');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${title.replace(/[^a-z0-9]+/gi, '-').slice(0, 80)}.png`);
  await page.screenshot({ path });
  return path;
}
