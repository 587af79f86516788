import { z } from 'zod';
import type { Content, MediaKind } from '../../domain/content';
import { list, maybe, word } from '../lenient';
import { cardOf } from '../whatsAppCard';
import { orderOf } from '../whatsAppOrder';
import { GraphError, type InboundMessage } from './payloads';

/** What a WhatsApp message says. A kind or shape we do not know is `unsupported`, never lost. */
export function contentOf(message: InboundMessage): Content {
  const kind = message.type ?? 'unknown';
  return READERS[kind]?.(message[kind], message) ?? { kind: 'unsupported', description: word(kind) };
}

/** Reads the part of a message that is named after its type; undefined when it has another shape than documented. */
type Reader = (part: unknown, message: InboundMessage) => Content | undefined;

const reader =
  <Schema extends z.ZodType>(schema: Schema, content: (part: z.infer<Schema>) => Content | undefined): Reader =>
  (part) => {
    const parsed = schema.safeParse(part);
    return parsed.success ? content(parsed.data) : undefined;
  };

const Media = z.object({
  id: z.string().min(1),
  mime_type: maybe(z.string()),
  filename: maybe(z.string()),
  caption: maybe(z.string()),
  voice: maybe(z.boolean()),
});

const media = (kindOf: (part: z.infer<typeof Media>) => MediaKind): Reader =>
  reader(Media, (part) => ({
    kind: 'media',
    media: {
      kind: kindOf(part),
      providerId: part.id,
      ...(part.mime_type && { mimeType: part.mime_type }),
      ...(part.filename && { fileName: part.filename }),
    },
    ...(part.caption && { caption: part.caption }),
  }));

const Location = z.object({
  latitude: z.number(),
  longitude: z.number(),
  name: maybe(z.string()),
  address: maybe(z.string()),
});

const Reply = z.object({ id: maybe(z.string()), title: z.string() });
const Interactive = z.object({
  type: z.string(),
  button_reply: maybe(Reply),
  list_reply: maybe(Reply),
  // The answers of a flow; `response_json` is a JSON string.
  nfm_reply: maybe(z.object({ body: maybe(z.string()), response_json: maybe(z.string()) })),
});

function interactive(part: z.infer<typeof Interactive>): Content {
  const reply = part.button_reply ?? part.list_reply;
  if (reply) return { kind: 'choice', text: reply.title, ...(reply.id && { payload: reply.id }) };
  const flow = part.nfm_reply;
  if (!flow) return { kind: 'unsupported', description: word(part.type) };
  return { kind: 'choice', text: flow.body ?? '', ...(flow.response_json && { payload: flow.response_json }) };
}

const Edit = z.object({ original_message_id: z.string(), message: z.looseObject({ type: maybe(z.string()) }) });
const Written = z.object({ body: maybe(z.string()), caption: maybe(z.string()) });

/** The new text or caption; an edit that leaves no words has an empty text. */
function edit(part: z.infer<typeof Edit>): Content {
  const written = Written.safeParse(part.message[part.message.type ?? '']).data;
  return { kind: 'edit', target: part.original_message_id, text: written?.body ?? written?.caption ?? '' };
}

/** Types of `unsupported` that speak about a message sent before. */
const ABOUT_ANOTHER = new Set(['edit', 'reaction', 'pin', 'poll_update', 'keep_in_chat']);

/** Meta itself could not pass it on: `unsupported.type` is an open set; 131060 means that the message is not available. */
function unsupported(part: unknown, message: InboundMessage): Content {
  const type = z.object({ type: z.string() }).safeParse(part).data?.type;
  const error = z.object({ errors: list }).safeParse(message).data?.errors[0];
  const about = type !== undefined && ABOUT_ANOTHER.has(type) ? ({ aboutAnother: true } as const) : {};
  if (type) return { kind: 'unsupported', description: word(type), ...about };
  const unavailable = GraphError.safeParse(error).data?.code === 131060;
  return { kind: 'unsupported', description: unavailable ? 'unavailable' : 'unknown' };
}

// https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages (read 2026-11)
const READERS: Readonly<Record<string, Reader>> = {
  text: reader(z.object({ body: z.string() }), ({ body }) => ({ kind: 'text', text: body })),
  image: media(() => 'image'),
  video: media(() => 'video'),
  audio: media(({ voice }) => (voice ? 'voice' : 'audio')),
  document: media(() => 'document'),
  sticker: media(() => 'sticker'),
  location: reader(Location, ({ latitude, longitude, name, address }) => ({
    kind: 'location',
    latitude,
    longitude,
    ...(name && { name }),
    ...(address && { address }),
  })),
  contacts: reader(z.array(z.unknown()).min(1), (cards) => ({ kind: 'contacts', cards: cards.map(cardOf) })),
  order: orderOf,
  button: reader(z.object({ text: z.string(), payload: maybe(z.string()) }), ({ text, payload }) => ({
    kind: 'choice',
    text,
    ...(payload && { payload }),
  })),
  interactive: reader(Interactive, interactive),
  // A reaction taken back comes with an empty emoji or without one.
  reaction: reader(z.object({ message_id: z.string(), emoji: maybe(z.string()) }), ({ message_id, emoji }) => ({
    kind: 'reaction',
    target: message_id,
    ...(emoji && { emoji }),
  })),
  edit: reader(Edit, edit),
  revoke: reader(z.object({ original_message_id: z.string() }), (part) => ({
    kind: 'deletion',
    target: part.original_message_id,
  })),
  unsupported,
};
