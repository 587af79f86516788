import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { World } from '../world';
import { Refused } from '../world/refused';
import { backstageApi } from './api/backstage';
import { carriersApi } from './api/carriers';
import { clockApi } from './api/clock';
import { eventsApi } from './api/events';
import { faultsApi } from './api/faults';
import { invokeApi } from './api/invoke';
import { ledgerApi } from './api/ledger';
import { phonesApi } from './api/phones';
import { stateApi } from './api/state';
import { carriersOverHttp } from './carriers';
import { publicFilesOverHttp } from './publicFiles';
import { webTriggersOverHttp } from './webTriggers';

type Parts = {
  readonly jira: Hono;
  readonly page?: Hono;
  /** Resolves once what happened so far outlives this process. */
  readonly kept?: () => Promise<void>;
};

/** Everything the sandbox answers over HTTP but Jira and the page, which are handed in (docs/sandbox.md is its contract). */
export function serve(world: World, { jira, page, kept }: Parts): Hono {
  const server = new Hono();
  if (kept) server.use(answeredOnceKept(kept));
  server.route('/', webTriggersOverHttp(world));
  server.route('/', publicFilesOverHttp(world));
  server.route('/', carriersOverHttp(world));
  server.route('/sandbox/api', sandboxApi(world));
  server.route('/', jira);
  if (page) server.route('/', page);
  server.notFound((context) => context.json({ error: `Nothing is served at ${context.req.path}.` }, 404));
  server.onError((error, context) => {
    if (error instanceof Refused) return context.json({ error: error.message }, error.status);
    console.error(error);
    return context.json({ error: 'The sandbox itself failed: see its console.' }, 500);
  });
  return server;
}

/** What a real site has said it has done survives the sandbox: nobody is answered before it is kept. Reading changes nothing. */
const answeredOnceKept = (kept: () => Promise<void>) =>
  createMiddleware(async ({ req }, next) => {
    await next();
    if (req.method !== 'GET' || req.path.startsWith('/webtrigger/')) await kept();
  });

function sandboxApi(world: World): Hono {
  const api = new Hono();
  const parts = [stateApi, phonesApi, invokeApi, clockApi, faultsApi, ledgerApi, carriersApi, eventsApi, backstageApi];
  for (const part of parts) api.route('/', part(world));
  return api;
}
