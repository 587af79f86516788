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

/** Unpacks Chromium and the libraries it needs below node_modules: a bare machine has none of them. */
async function launchPacked(): Promise<Browser> {
  const folder = join(process.cwd(), 'node_modules', '.cache', 'chromium');
  const settings = writeFontSettings(folder);
  // Read by @sparticuz/chromium when it loads: where to unpack, and that its own libraries are wanted.
  Object.assign(process.env, { TMPDIR: folder, VERCEL: '1', FONTCONFIG_PATH: settings });
  const { default: packed } = await import('@sparticuz/chromium');
  // Its own arguments are for a machine of one process (--single-process), in which a page with frames crashes.
  return playwright.launch({ executablePath: await packed.executablePath(), args: ['--no-sandbox', '--disable-gpu'] });
}

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
