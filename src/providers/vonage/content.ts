import { z } from 'zod';
import type { Content, MediaKind } from '../../domain/content';
import { maybe, word } from '../lenient';
import { cardOf } from '../whatsAppCard';
import { orderOf } from '../whatsAppOrder';
import type { Inbound } from './payloads';

/**
 * What a message says: one content, but for an MMS of several parts, which gives one per file with the words on the
 * first. A kind or shape we do not know is `unsupported`, never lost.
 * https://developer.vonage.com/en/api/messages, inbound message (read 2026-11)
 */
export function contentsOf(message: Inbound): readonly [Content, ...Content[]] {
  const parts = message.content.flatMap((raw) => partOf(raw) ?? []);
  const [first, ...others] = parts.filter(({ kind }) => kind !== 'text');
  const text = parts.flatMap((part) => (part.kind === 'text' ? part.text : [])).join('\n');
  if (!first) return [text ? { kind: 'text', text } : contentOf(message)];
  return [first.kind === 'media' && text ? { ...first, caption: text } : first, ...others];
}

function contentOf(message: Inbound): Content {
  const kind = message.message_type ?? 'unknown';
  return READERS[kind]?.(message[kind], message) ?? unsupported(kind);
}

/** Reads the part of a message that is named after its type; undefined when it has another shape than documented. */
type Reader = (part: unknown, message: Pick<Inbound, 'context'>) => Content | undefined;

const reader =
  <Schema extends z.ZodType>(schema: Schema, content: (part: z.infer<Schema>) => Content | undefined): Reader =>
  (part) => {
    const parsed = schema.safeParse(part);
    return parsed.success ? content(parsed.data) : undefined;
  };

/** A part of an MMS: `type` says which, and the value is named after it or stands beside it. */
function partOf(raw: unknown): Content | undefined {
  const part = Part.safeParse(raw).data;
  return part && READERS[part.type]?.(part[part.type] ?? part, {});
}
const Part = z.looseObject({ type: z.string() });

const Media = z.object({ url: z.string().min(1), caption: maybe(z.string()), name: maybe(z.string()) });

/** Vonage tells neither the type of a file nor whether a sound is a voice note: the bytes tell the first. */
const media = (kind: MediaKind): Reader =>
  reader(Media, ({ url, caption, name }) => ({
    kind: 'media',
    media: { kind, providerId: url, ...(name && { fileName: name }) },
    ...(caption && { caption }),
  }));

const Location = z.object({
  lat: z.number(),
  long: z.number(),
  name: maybe(z.string()),
  address: maybe(z.string()),
});

const Reaction = z.object({ action: maybe(z.string()), emoji: maybe(z.string()) });

/** The message meant is the one replied to. Without it the reaction still speaks about another message. */
function reaction(part: unknown, { context }: Pick<Inbound, 'context'>): Content {
  const { action, emoji } = Reaction.safeParse(part).data ?? {};
  if (!context?.message_uuid) return { kind: 'unsupported', description: 'reaction', aboutAnother: true };
  const isSet = action !== 'unreact' && emoji;
  return { kind: 'reaction', target: context.message_uuid, ...(isSet && { emoji }) };
}

const unsupported = (kind: string): Content => ({
  kind: 'unsupported',
  description: kind === 'unsupported' ? 'unknown' : word(kind),
});

const READERS: Readonly<Record<string, Reader>> = {
  text: reader(z.union([z.string(), z.object({ text: z.string() })]), (part) => ({
    kind: 'text',
    text: typeof part === 'string' ? part : part.text,
  })),
  image: media('image'),
  video: media('video'),
  audio: media('audio'),
  file: media('document'),
  sticker: media('sticker'),
  vcard: media('document'),
  location: reader(Location, ({ lat, long, name, address }) => ({
    kind: 'location',
    latitude: lat,
    longitude: long,
    ...(name && { name }),
    ...(address && { address }),
  })),
  contact: reader(z.object({ contacts: z.array(z.unknown()).min(1) }), ({ contacts }) => ({
    kind: 'contacts',
    cards: contacts.map(cardOf),
  })),
  order: orderOf,
  button: reader(z.object({ text: z.string(), payload: maybe(z.string()) }), ({ text, payload }) => ({
    kind: 'choice',
    text,
    ...(payload && { payload }),
  })),
  reply: reader(z.object({ title: z.string(), id: maybe(z.string()) }), ({ title, id }) => ({
    kind: 'choice',
    text: title,
    ...(id && { payload: id }),
  })),
  reaction,
};
