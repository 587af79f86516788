import { Hono } from 'hono';
import { z } from 'zod';
import type { World } from '../../world';
import { durationMs } from '../../world/duration';
import { Refused } from '../../world/refused';
import { inputOf } from '../input';

const Wish = z.union([z.strictObject({ advance: z.string() }), z.strictObject({ freeze: z.boolean() })], {
  error: 'is {"advance": "PT25H"} or {"freeze": true}',
});

/** A year: longer jumps are typing errors, and every five minutes of a jump are a run of the sweep. */
const LONGEST_MS = 366 * 86_400_000;

/** `/clock`, and `/idle`, which also moves the clock over short waits. */
export function clockApi(world: World): Hono {
  const clock = () => ({ now: new Date(world.agenda.now()).toISOString(), frozen: world.frozen() });
  const api = new Hono();
  api.get('/clock', (context) => context.json(clock()));
  api.post('/clock', async (context) => {
    const wish = await inputOf(context, Wish);
    if ('freeze' in wish) world.freeze(wish.freeze);
    else await world.advance(lengthOf(wish.advance));
    return context.json(clock());
  });
  api.post('/idle', async (context) => context.json(await world.idle(timeoutOf(context.req.query('timeoutMs')))));
  return api;
}

function lengthOf(text: string): number {
  const ms = durationMs(text);
  if (ms === undefined) throw new Refused(`advance is an ISO 8601 duration such as PT25H, not ${text}.`);
  if (ms > LONGEST_MS) throw new Refused('The clock jumps a year at most.');
  return ms;
}

function timeoutOf(text: string | undefined): number {
  const timeoutMs = text === undefined ? 20_000 : Number(text);
  if (!(timeoutMs > 0 && timeoutMs <= 600_000)) throw new Refused(`timeoutMs is 1 to 600000, not ${text ?? ''}.`);
  return timeoutMs;
}
