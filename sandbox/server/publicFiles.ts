import { Hono } from 'hono';
import type { World } from '../world';
import { httpCallOf, responseOf } from './httpCall';

/** `/object-store/<key>?…`: what the app's object store gives out to whoever has the link. */
export function publicFilesOverHttp(world: World): Hono {
  const api = new Hono();
  api.get('/object-store/*', async (context) => {
    const { url } = await httpCallOf(context, world.baseUrl);
    return responseOf(world.platform.fetchLink(url));
  });
  return api;
}
