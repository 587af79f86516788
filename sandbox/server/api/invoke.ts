import { Hono } from 'hono';
import { z } from 'zod';
import type { World } from '../../world';
import { inputOf } from '../input';

const Invocation = z.strictObject({
  as: z.string(),
  module: z.string(),
  issueKey: z.string().exactOptional(),
  projectKey: z.string().exactOptional(),
  call: z.string(),
  input: z.unknown().optional(),
});

/** `/invoke`: what a screen would call, with the context Jira would hand to it. */
export function invokeApi(world: World): Hono {
  const api = new Hono();
  api.post('/invoke', async (context) => context.json(await world.invoke(await inputOf(context, Invocation))));
  return api;
}
