import { z } from 'zod';
import type { Content, MediaKind } from '../../domain/content';
import { documentWords } from '../documentWords';
import { maybe, word } from '../lenient';
import { cardOf } from '../whatsAppCard';
import { orderOf } from '../whatsAppOrder';
import type { WhatsAppMessage } from './payloads';

/** What a WhatsApp message says. A kind or shape we do not know is `unsupported`, never lost. */
export function contentOf(message: WhatsAppMessage): Content {
  const type = message.type ?? 'unknown';
  return READERS[type]?.(message) ?? { kind: 'unsupported', description: plain(type) };
}

/** `INTERACTIVE_CALL_PERMISSION_REPLY` as people read it. */
function plain(type: string): string {
  if (type === 'UNSUPPORTED') return 'unknown';
  return word(type.toLowerCase())
    .replace(/^interactive_/, '')
    .replaceAll('_', ' ');
}

/** Undefined when a message has another shape than its type should have. */
type Reader = (message: WhatsAppMessage) => Content | undefined;

const reader =
  <Schema extends z.ZodType>(schema: Schema, content: (message: z.infer<Schema>) => Content): Reader =>
  (message) => {
    const parsed = schema.safeParse(message);
    return parsed.success ? content(parsed.data) : undefined;
  };

/** A file is named by its address alone: its type is known once it is fetched. */
const Media = z.object({ url: z.string().min(1), caption: maybe(z.string()) });

const media = (kind: MediaKind): Reader =>
  reader(Media, ({ url, caption }) => {
    const { fileName, caption: words } = documentWords(kind, caption);
    return {
      kind: 'media',
      media: { kind, providerId: url, ...(fileName && { fileName }) },
      ...(words && { caption: words }),
    };
  });

const Location = z.object({
  latitude: z.number(),
  longitude: z.number(),
  name: maybe(z.string()),
  address: maybe(z.string()),
});

const Button = z.object({ text: z.string(), payload: maybe(z.string()) });
const Reply = z.object({ title: z.string(), id: maybe(z.string()) });
const Flow = z.object({ text: maybe(z.string()), response: z.unknown() });
const Reaction = z.object({
  emoji: maybe(z.string()),
  action: maybe(z.string()),
  context: maybe(z.object({ id: maybe(z.string()) })),
});

/** Without the message meant it still speaks about another message. */
function reaction({ emoji, action, context }: z.infer<typeof Reaction>): Content {
  if (!context?.id) return { kind: 'unsupported', description: 'reaction', aboutAnother: true };
  return { kind: 'reaction', target: context.id, ...(emoji && action !== 'REMOVED' && { emoji }) };
}

/** As JSON text; nesting too deep to be written again is left out. */
function payloadOf(response: unknown): { payload?: string } {
  try {
    return response === undefined ? {} : { payload: JSON.stringify(response) };
  } catch {
    return {};
  }
}

const choice = reader(Reply, ({ title, id }) => ({ kind: 'choice', text: title, ...(id && { payload: id }) }));

// https://www.infobip.com/docs/api/channels/whatsapp/whatsapp-inbound-messages (read 2026-11)
const READERS: Readonly<Record<string, Reader>> = {
  TEXT: reader(z.object({ text: z.string() }), ({ text }) => ({ kind: 'text', text })),
  IMAGE: media('image'),
  VIDEO: media('video'),
  AUDIO: media('audio'),
  VOICE: media('voice'),
  DOCUMENT: media('document'),
  STICKER: media('sticker'),
  LOCATION: reader(Location, ({ latitude, longitude, name, address }) => ({
    kind: 'location',
    latitude,
    longitude,
    ...(name && { name }),
    ...(address && { address }),
  })),
  CONTACT: reader(z.object({ contacts: z.array(z.unknown()).min(1) }), ({ contacts }) => ({
    kind: 'contacts',
    cards: contacts.map(cardOf),
  })),
  ORDER: orderOf,
  BUTTON: reader(Button, ({ text, payload }) => ({ kind: 'choice', text, ...(payload && { payload }) })),
  INTERACTIVE_BUTTON_REPLY: choice,
  INTERACTIVE_LIST_REPLY: choice,
  // The answers of a flow are an object here, where Meta has a string.
  INTERACTIVE_FLOW_REPLY: reader(Flow, ({ text = '', response }) => ({
    kind: 'choice',
    text,
    ...payloadOf(response),
  })),
  REACTION: reader(Reaction, reaction),
};
