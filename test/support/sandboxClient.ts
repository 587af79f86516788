import type { Hono } from 'hono';
import { jiraOverHttp } from '../../sandbox/jira/http';
import { serve } from '../../sandbox/server/serve';
import type { World } from '../../sandbox/world';
import type { Description } from '../../sandbox/world/describe';
import type { LedgerSummary } from '../../sandbox/world/ledgerSummary';
import type { PhoneMessage } from '../../sandbox/phones';
import { newTestWorld } from './world';
import { ANA } from './worldSteps';

export const BASE = 'http://localhost:4400';
export const ANAS_PHONE = `/sandbox/api/phones/${encodeURIComponent(ANA)}/messages`;

export type Asking = { body?: unknown; headers?: Record<string, string> };
export type Told = { status: number; json: unknown };

/** The sandbox's own interface as an outside test uses it, without a port. */
export async function sandboxClient() {
  const world: World = await newTestWorld({});
  const server: Hono = serve(world, { jira: jiraOverHttp(world.jira) });
  const ask = async (method: string, path: string, { body, headers = {} }: Asking = {}): Promise<Told> => {
    const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
    const response = await server.request(BASE + path, { method, headers, ...(text !== undefined && { body: text }) });
    return { status: response.status, json: parsed(await response.text()) };
  };
  return {
    world,
    server,
    ask,
    state: async () => (await ask('GET', '/sandbox/api/state')).json as Description,
    ledger: async (query = '') => (await ask('GET', `/sandbox/api/ledger${query}`)).json as LedgerSummary,
    writes: (text: string) => ask('POST', ANAS_PHONE, { body: { channel: 'whatsapp', to: '+4930901820', text } }),
    idle: async () => (await ask('POST', '/sandbox/api/idle')).json as Idle,
    messages: async () => ((await ask('GET', ANAS_PHONE)).json as { messages: PhoneMessage[] }).messages,
  };
}

type Idle = { idle: boolean; invocations: number; effects: number; waiting: { what: string; at: string }[] };

const parsed = (text: string): unknown => (/^[[{]/.test(text) ? JSON.parse(text) : text);
