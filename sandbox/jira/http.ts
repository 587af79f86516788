import { Hono } from 'hono';
import { safely } from '../safely';
import type { JiraSite } from './site';

/**
 * Jira's REST and its files for clients outside: Basic auth `<e-mail>:<anything>` says who calls (design, section 9). Mounts
 * `/rest/*`. What is only for the sandbox's books is stripped from the answers.
 */
export function jiraOverHttp(site: JiraSite): Hono {
  const app = new Hono();
  app.all('/rest/*', async ({ req }) => {
    const accountId = accountOf(site, req.header('authorization'));
    if (accountId === undefined) return unauthorized();
    const url = new URL(req.url);
    const { status, headers, body } = await site.door({
      method: req.method,
      url: `${url.pathname}${url.search}`,
      headers: req.header(),
      body: new Uint8Array(await req.arrayBuffer()),
      caller: { kind: 'person', accountId, throughApp: false },
    });
    const shown = Object.entries(headers).filter(([name]) => !name.startsWith('x-sandbox-'));
    return new Response(status === 204 ? null : Buffer.from(body), { status, headers: Object.fromEntries(shown) });
  });
  app.get('/secure/attachment/:id/:name', async ({ req }) => {
    const accountId = site.accountFor(req.query('as') ?? DEFAULT_READER);
    if (accountId === undefined) return unauthorized();
    return openFile(site, accountId, req.param('id'));
  });
  return app;
}

/** Whose browser it is taken for when nobody says so. */
const DEFAULT_READER = 'ben@example.com';

/**
 * The address of a file for browsers. On a real site the session says who opens it; here the link itself does (`?as=<e-mail>`) and
 * is believed: this is a toy on somebody's own machine. Jira's own rights apply to that person.
 */
async function openFile(site: JiraSite, accountId: string, id: string): Promise<Response> {
  const { status, headers, body } = await site.door({
    method: 'GET',
    url: `/rest/api/3/attachment/content/${encodeURIComponent(id)}?redirect=false`,
    headers: {},
    body: '',
    caller: { kind: 'person', accountId, throughApp: false },
  });
  const type = headers['content-type'] ?? 'application/octet-stream';
  return new Response(Buffer.from(body), { status, headers: status === 200 ? safely(type) : { 'content-type': type } });
}

function accountOf(site: JiraSite, authorization: string | undefined): string | undefined {
  const encoded = /^Basic (.+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [email = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return site.accountFor(email);
}

const unauthorized = (): Response =>
  Response.json(
    { errorMessages: ['Client must be authenticated to access this resource.'], errors: {} },
    { status: 401, headers: { 'www-authenticate': 'OAuth realm="Jira"' } },
  );
