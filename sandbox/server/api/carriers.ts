import { Hono } from 'hono';
import { z } from 'zod';
import type { World } from '../../world';
import { Refused } from '../../world/refused';
import { consolesOf } from '../../world/describe';
import { E164 } from '../e164';
import { inputOf } from '../input';

/** `/carriers/<provider>/…`: what a provider's console shows, and every request the app sent to it. */
export function carriersApi(world: World): Hono {
  const carrierOf = (id: string) => {
    const carrier = world.carriers.get(id);
    if (carrier) return carrier;
    throw new Refused(`There is no provider ${id}: ${[...world.carriers.keys()].join(', ')}.`, 404);
  };
  const api = new Hono();
  api.get('/carriers', (context) => context.json({ carriers: consolesOf(world) }));
  api.get('/carriers/:provider/outbox', (context) =>
    context.json(carrierOf(context.req.param('provider')).outbox().map(readable)),
  );
  api.post('/carriers/:provider/webhook', async (context) => {
    const { url } = await inputOf(context, z.strictObject({ url: z.string() }));
    const carrier = carrierOf(context.req.param('provider'));
    return context.json(await world.drive(() => carrier.setWebhook(url)));
  });
  api.post('/carriers/:provider/messages', async (context) => {
    const carrier = carrierOf(context.req.param('provider'));
    const wish = await inputOf(context, Staff);
    if (carrier.numbers().some(({ number }) => number === wish.from)) return context.json(world.staffWrites(wish));
    throw new Refused(`${carrier.title} has no number ${wish.from}.`, 404);
  });
  return api;
}

const Staff = z.strictObject({
  from: z.string().regex(E164, 'is a business number in E.164'),
  to: z.string().regex(E164, 'is a customer’s phone in E.164'),
  text: z.string().trim().min(1),
});

const readable = <Call extends { readonly body: Uint8Array | string }>(call: Call) => ({
  ...call,
  body: typeof call.body === 'string' ? call.body : new TextDecoder().decode(call.body),
});
