import type { HttpCall, HttpReply, JiraCaller, JiraDoor } from '../doors';
import type { Actor, JiraCall, Site, UploadedFile } from './jiraCall';
import { assertQuota, countWrite, pointsOf, spend } from './limits';
import { findPerson } from './model/people';
import type { Issue } from './model/state';
import { record } from './read';
import { platformBody, Refusal, refuse, serviceDeskBody } from './refusal';
import { findRoute, type Answer, type Route } from './router';
import { platformRoutes, serviceDeskRoutes } from './routes';

type Api = {
  readonly routes: readonly Route[];
  readonly version: 2 | 3;
  readonly errorBody: (refusal: Refusal) => unknown;
};
const platform = (version: 2 | 3): Api => ({
  routes: platformRoutes,
  version,
  errorBody: ({ texts }) => platformBody(texts),
});
const APIS: Readonly<Record<string, Api>> = {
  '/rest/api/3': platform(3),
  '/rest/api/latest': platform(3),
  '/rest/api/2': platform(2),
  '/rest/servicedeskapi': { routes: serviceDeskRoutes, version: 2, errorBody: serviceDeskBody },
};

/** Jira's REST over the model: who calls is told by the caller, what is asked by path and body. */
export const createDoor =
  (site: Site): JiraDoor =>
  async (call) => {
    const url = new URL(call.url, site.baseUrl);
    const prefix = Object.keys(APIS).find((one) => url.pathname.startsWith(`${one}/`));
    const api = prefix === undefined ? undefined : APIS[prefix];
    if (prefix === undefined || !api)
      return reply({ status: 404, body: platformBody({ message: `Nothing lives at ${url.pathname}.` }) });
    try {
      assertQuota(site, call.caller);
      const body = await readBody(call);
      const answer = perform(site, api, {
        call,
        body,
        path: url.pathname.slice(prefix.length),
        query: url.searchParams,
      });
      const points = pointsOf(call.method, answer);
      return reply(answer, {
        ...spend(site, call.caller, points),
        'x-sandbox-points': String(points),
      });
    } catch (error) {
      const refusal = error instanceof URIError ? refuse(400, 'The path is not encoded correctly.') : error;
      if (!(refusal instanceof Refusal)) throw error;
      const points = refusal.status === 429 ? 0 : 1;
      const headers = { ...spend(site, call.caller, points), ...refusal.headers, 'x-sandbox-points': String(points) };
      return reply({ status: refusal.status, body: api.errorBody(refusal) }, headers);
    }
  };

type Asked = {
  readonly call: HttpCall & { readonly caller: JiraCaller };
  readonly body: Body;
  readonly path: string;
  readonly query: URLSearchParams;
};

function perform(site: Site, api: Api, { call, body, path, query }: Asked): Answer {
  const actor = actorOf(site, call);
  const match = findRoute(api.routes, call.method, path);
  if (match.kind === 'wrong-method') throw refuse(405, `${call.method} is not allowed here.`);
  // Not Jira's words: an endpoint the sandbox lacks must not look like something that is absent.
  if (match.kind === 'unknown') throw refuse(501, `The sandbox's Jira does not know ${call.method} ${path}.`);
  const { params, route } = match;
  const read: JiraCall = {
    site,
    actor,
    me: actor.person,
    version: api.version,
    params,
    query,
    headers: call.headers,
    body: record(body.json),
    rawBody: body.json,
    files: body.files,
  };
  if (call.method !== 'GET') guardIssue(site, params.issue ?? params.request);
  return route.run(read);
}

function actorOf(site: Site, { caller, headers }: Asked['call']): Actor {
  const accountId = caller.kind === 'app' ? site.appAccountId : caller.accountId;
  const person = findPerson(site, accountId);
  if (!person?.active) throw refuse(401, 'Client must be authenticated to access this resource.');
  const throughApp = caller.kind === 'app' || caller.throughApp;
  const trace = throughApp ? headers['x-atlassian-webhook-trace'] : undefined;
  return { person, asApp: caller.kind === 'app', ...(trace !== undefined && { trace }) };
}

type Body = { readonly json: unknown; readonly files: readonly UploadedFile[] };

async function readBody(call: HttpCall): Promise<Body> {
  const type = call.headers['content-type'] ?? '';
  if (call.method === 'GET' || call.body.length === 0) return { json: undefined, files: [] };
  if (type.startsWith('multipart/form-data')) return { json: undefined, files: await readFiles(call, type) };
  if (!type.includes('json')) throw refuse(415, 'The request body has to be JSON: set the header Content-Type.');
  return { json: parsed(Buffer.from(call.body).toString('utf8')), files: [] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError)
      throw refuse(400, 'There was an error parsing JSON. Check that your request body is valid.');
    throw error;
  }
}

/** Jira takes forms only with this header: it is how it keeps other sites' pages out (XSRF). */
async function readFiles({ headers, body }: HttpCall, type: string): Promise<UploadedFile[]> {
  if (headers['x-atlassian-token'] !== 'no-check') throw refuse(403, 'XSRF check failed');
  const form = await new Response(Buffer.from(body), { headers: { 'content-type': type } }).formData();
  const files = form.getAll('file').flatMap((part) => (typeof part === 'string' ? [] : [part]));
  return Promise.all(
    files.map(async (file) => ({
      name: file.name,
      mimeType: file.type || 'application/octet-stream',
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
}

function guardIssue(site: Site, idOrKey: string | undefined): void {
  if (idOrKey === undefined) return;
  const issue: Issue | undefined =
    site.state.issues[idOrKey] ?? Object.values(site.state.issues).find(({ key }) => key === idOrKey.toUpperCase());
  if (issue) countWrite(site, issue);
}

function reply({ status, body, file, headers }: Answer, more: Readonly<Record<string, string>> = {}): HttpReply {
  if (file) return { status, headers: { 'content-type': file.mimeType, ...headers, ...more }, body: file.bytes };
  return {
    status,
    headers: { ...(body !== undefined && { 'content-type': 'application/json;charset=UTF-8' }), ...headers, ...more },
    body: body === undefined ? '' : JSON.stringify(body),
  };
}
