import { Hono } from 'hono';
import { z } from 'zod';
import type { World } from '../../world';
import { inputOf } from '../input';

const Switches = z.strictObject({ realisticDelays: z.boolean() });

/** `/state`: the site, its projects and people, and the connected numbers with what a test needs to sign for them. */
export function stateApi(world: World): Hono {
  const api = new Hono();
  api.get('/state', async (context) => context.json(await world.describe()));
  api.post('/switches', async (context) => {
    world.state.switches.realisticDelays = (await inputOf(context, Switches)).realisticDelays;
    return context.json(world.state.switches);
  });
  return api;
}
