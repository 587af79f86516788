import { Hono } from 'hono';
import type { World } from '../world';
import { httpCallOf, responseOf } from './httpCall';

/** `/carriers/<provider>/…`: a provider's own API on its own paths, for clients that can be pointed at another host. */
export function carriersOverHttp(world: World): Hono {
  const api = new Hono();
  api.all('/carriers/:provider/*', async (context, next) => {
    const carrier = world.carriers.get(context.req.param('provider'));
    const path = context.req.path.replace(/^\/carriers\/[^/]+/, '');
    if (!carrier || path === '' || path === '/') return next();
    const call = await httpCallOf(context, `https://${carrier.hosts[0]?.replace('*.', 'api.') ?? 'localhost'}`, path);
    return responseOf(await world.drive(() => carrier.handle(call)));
  });
  return api;
}
