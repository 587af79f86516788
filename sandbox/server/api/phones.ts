import { Hono } from 'hono';
import { z } from 'zod';
import type { World } from '../../world';
import { Refused } from '../../world/refused';
import { E164 } from '../e164';
import { inputOf } from '../input';
import { safely } from '../../safely';

const MIME_TYPE = /^[\w.+-]+\/[\w.+-]+(; ?[\w.+-]+=[\w.+-]+)*$/;

const Wish = z.strictObject({
  channel: z.enum(['whatsapp', 'sms']),
  to: z.string().regex(E164, 'is a business number in E.164'),
  text: z.string().exactOptional(),
  media: z
    .strictObject({
      kind: z.enum(['image', 'video', 'audio', 'voice', 'document', 'sticker']),
      caption: z.string().exactOptional(),
      fileName: z.string().exactOptional(),
      mimeType: z.string().regex(MIME_TYPE, 'is a type such as image/png').exactOptional(),
      base64: z.base64().exactOptional(),
    })
    .exactOptional(),
  quotes: z.string().exactOptional(),
  pressed: z.boolean().exactOptional(),
  reaction: z.strictObject({ target: z.string(), emoji: z.string().exactOptional() }).exactOptional(),
  edit: z.strictObject({ target: z.string(), text: z.string() }).exactOptional(),
  deletion: z.strictObject({ target: z.string() }).exactOptional(),
  identity: z.enum(['phone', 'user-id', 'both']).exactOptional(),
  name: z.string().exactOptional(),
  at: z.iso.datetime().exactOptional(),
});

/** `/phones/<E.164>/messages`: POST makes the customer write, GET shows what the phone shows; `/files/<id>` are its files. */
export function phonesApi(world: World): Hono {
  const api = new Hono();
  api.get('/phones', (context) =>
    context.json({ phones: world.phones.list().map((number) => ({ number, name: world.phones.name(number) })) }),
  );
  api.get('/phones/:number/messages', (context) =>
    context.json({ messages: world.phones.messages(numberOf(context.req.param('number'))) }),
  );
  api.get('/files/:id', (context) => {
    const file = world.phones.files.get(context.req.param('id'));
    if (!file) throw new Refused(`There is no file ${context.req.param('id')}.`, 404);
    return new Response(new Uint8Array(file.bytes), { headers: safely(file.mimeType) });
  });
  api.post('/phones/:number/messages', async (context) => {
    const from = numberOf(context.req.param('number'));
    return context.json(world.customerWrites({ ...(await inputOf(context, Wish)), from }));
  });
  return api;
}

function numberOf(raw: string): string {
  // A plus sign in a path may arrive as it is, as %2B, or be left out.
  const number = raw.startsWith('+') ? raw : `+${raw.trim()}`;
  if (!E164.test(number)) throw new Refused(`${raw} is not a phone number in E.164, such as +4915117607506.`);
  return number;
}
