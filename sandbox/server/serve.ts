import { Hono } from 'hono';
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

/** Everything the sandbox answers over HTTP but Jira and the page, which are handed in (docs/sandbox.md is its contract). */
export function serve(world: World, parts: { readonly jira: Hono; readonly page?: Hono }): Hono {
  const server = new Hono();
  server.route('/', webTriggersOverHttp(world));
  server.route('/', publicFilesOverHttp(world));
  server.route('/', carriersOverHttp(world));
  server.route('/sandbox/api', sandboxApi(world));
  server.route('/', parts.jira);
  if (parts.page) server.route('/', parts.page);
  server.notFound((context) => context.json({ error: `Nothing is served at ${context.req.path}.` }, 404));
  server.onError((error, context) => {
    if (error instanceof Refused) return context.json({ error: error.message }, error.status);
    console.error(error);
    return context.json({ error: 'The sandbox itself failed: see its console.' }, 500);
  });
  return server;
}

function sandboxApi(world: World): Hono {
  const api = new Hono();
  const parts = [stateApi, phonesApi, invokeApi, clockApi, faultsApi, ledgerApi, carriersApi, eventsApi, backstageApi];
  for (const part of parts) api.route('/', part(world));
  return api;
}
