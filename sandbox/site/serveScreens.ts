import { Hono } from 'hono';
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join, normalize, sep } from 'node:path';

/** The first thing in every screen: @forge/bridge takes its bridge when it loads, from the page that opened the frame. */
export const bridgeScript = '<script>window.__bridge = parent.bridgeFor(window)</script>';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
};

/**
 * `/sandbox/ui/<entry>/…`: the built screens as they would be uploaded, with the bridge put in. The sentences, which a
 * screen looks for below itself, lie once beside the screens.
 */
export function serveScreens(screens: Readonly<Record<string, string>>): Hono {
  const server = new Hono();
  server.get('/sandbox/ui/:entry/*', async (context) => {
    const entry = context.req.param('entry');
    const folder = Object.hasOwn(screens, entry) ? screens[entry] : undefined;
    const path = normalize(context.req.path.slice(`/sandbox/ui/${entry}/`.length) || 'index.html');
    if (folder === undefined || path.startsWith('..') || path.startsWith(sep)) return context.notFound();
    const file = join(path.startsWith('__LOCALES__') ? dirname(folder) : folder, path);
    const content = statSync(file, { throwIfNoEntry: false })?.isFile() ? await readFile(file) : undefined;
    if (content === undefined) return context.notFound();
    const type = types[extname(path)] ?? 'application/octet-stream';
    if (!type.startsWith('text/html')) return context.body(new Uint8Array(content), 200, { 'content-type': type });
    return context.html(withBridge(content.toString('utf8')));
  });
  return server;
}

/** @throws for a document without a head: the bridge would come too late. */
export function withBridge(html: string): string {
  const head = /<head[^>]*>/i.exec(html);
  if (!head) throw new Error('a built screen has no head for the bridge to stand in');
  const end = head.index + head[0].length;
  return html.slice(0, end) + bridgeScript + html.slice(end);
}
