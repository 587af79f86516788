import { Hono } from 'hono';
import { z } from 'zod';
import { FAULT_KINDS } from '../../faults';
import type { World } from '../../world';
import { inputOf } from '../input';

const Plan = z.array(
  z.strictObject({
    at: z.string().regex(/^[a-z]+\.([a-z-]+|\*)$/, 'is a place such as kvs.transact or jira.*'),
    kind: z.enum(FAULT_KINDS),
    times: z.number().int().positive(),
    retryAfterSeconds: z.number().int().nonnegative().exactOptional(),
    lateSeconds: z.number().positive().exactOptional(),
  }),
);

/** `/faults`: POST replaces the plan, DELETE clears it, GET tells what is left of it. */
export function faultsApi(world: World): Hono {
  const api = new Hono();
  api.get('/faults', (context) => context.json(world.faults.list().filter((fault) => fault.times > 0)));
  api.post('/faults', async (context) => {
    world.faults.set(await inputOf(context, Plan));
    return context.json(world.faults.list());
  });
  api.delete('/faults', (context) => {
    world.faults.clear();
    return context.json([]);
  });
  return api;
}
