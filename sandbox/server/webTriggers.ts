import { Hono } from 'hono';
import type { World } from '../world';
import { httpCallOf, responseOf } from './httpCall';

/** `/webtrigger/<module key>/…`: the app's web triggers as the internet reaches them, whatever name this machine was called by. */
export function webTriggersOverHttp(world: World): Hono {
  const api = new Hono();
  api.all('/webtrigger/*', async (context) => {
    const call = await httpCallOf(context, world.baseUrl);
    return responseOf(await world.drive(() => world.platform.webTrigger(call)));
  });
  return api;
}
