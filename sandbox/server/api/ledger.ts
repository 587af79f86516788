import { Hono } from 'hono';
import type { World } from '../../world';
import { summarize } from '../../world/ledgerSummary';
import { Refused } from '../../world/refused';

/**
 * `/ledger`: counted; `/ledger/entries`: one by one, the newest 500, without the kinds and functions named in
 * `?without=kvs,sweep-heads`. Both since the start or since `?since=`.
 */
export function ledgerApi(world: World): Hono {
  const api = new Hono();
  api.get('/ledger', (context) => context.json(summarize(world.ledger, sinceOf(world, context.req.query('since')))));
  api.get('/ledger/entries', (context) => {
    const without = (context.req.query('without') ?? '').split(',');
    const entries = world.ledger
      .since(sinceOf(world, context.req.query('since')))
      .filter((entry) => !without.includes(entry.kind) && !('function' in entry && without.includes(entry.function)))
      .slice(-500);
    return context.json({ entries: entries.map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() })) });
  });
  return api;
}

function sinceOf(world: World, text: string | undefined): number {
  if (text === undefined) return world.startedAt;
  const since = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  if (Number.isNaN(since)) throw new Refused(`since is a time in ISO 8601, not ${text}.`);
  return since;
}
