import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { join, relative } from 'node:path';
import { bundlePage } from './bundlePage';
import { pageHtml } from './pageHtml';
import { serveScreens } from './serveScreens';

export type SiteParts = {
  /** The folder of each built screen by entry name (`issue-tab`, `settings`); `__LOCALES__` lies beside them. */
  readonly screens: Readonly<Record<string, string>>;
  /** Where the page's own bundle goes. */
  readonly outdir?: string;
};

/** Paths at which the page shows something: Jira's own, so that links lead somewhere, and a provider's console. */
const pagePaths = ['/', '/browse/:key', '/jira/*', '/servicedesk/customer/portal/*', '/carriers/:provider'];

/** Builds the page and serves it with the app's screens: mounted at `/`, after everything with paths of its own. */
export async function serveSite(parts: SiteParts): Promise<Hono> {
  const outdir = parts.outdir ?? join(process.cwd(), 'build', 'page');
  await bundlePage(outdir);
  const site = new Hono();
  for (const path of pagePaths) site.get(path, (context) => context.html(pageHtml));
  site.get('/favicon.ico', (context) => context.body(null, 204));
  site.use(
    '/sandbox/page/*',
    serveStatic({
      root: relative(process.cwd(), outdir) || '.',
      rewriteRequestPath: (path) => path.replace(/^\/sandbox\/page/, ''),
    }),
  );
  site.route('/', serveScreens(parts.screens));
  return site;
}
