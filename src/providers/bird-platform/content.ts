import { z } from 'zod';
import type { Content, MediaKind } from '../../domain/content';
import { maybe, word } from '../lenient';
import type { Told } from './payloads';

/** What a message says: the one part of it that we know. A kind or shape we do not know is `unsupported`, never lost. */
export function contentOf(told: Told): Content {
  const kinds = Object.keys(told).filter((name) => told[name] != null && !AROUND.has(name));
  const known = kinds.find((name) => Object.hasOwn(READERS, name));
  const content = READERS[known ?? '']?.(told[known ?? ''], told);
  return content ?? { kind: 'unsupported', description: word(known ?? kinds[0] ?? 'empty') };
}

/** What stands around the content of a message. */
const AROUND = new Set([
  'whatsapp_id',
  'sms_id',
  'workspace_id',
  'direction',
  'from',
  'to',
  'tags',
  'metadata',
  'cost',
  'segments',
  'carrier',
  'mcc_mnc',
  'subject',
]);

type Reader = (part: unknown, told: Told) => Content | undefined;

const reader =
  <Schema extends z.ZodType>(schema: Schema, content: (part: z.infer<Schema>, told: Told) => Content): Reader =>
  (part, told) => {
    const parsed = schema.safeParse(part);
    return parsed.success ? content(parsed.data, told) : undefined;
  };

const Media = z.object({
  url: maybe(z.string().min(1)),
  mime_type: maybe(z.string()),
  caption: maybe(z.string()),
  filename: maybe(z.string()),
  voice: maybe(z.boolean()),
});

/** Without an address Bird could not get the file from WhatsApp, and never will: the row stays and says so. */
const media = (kindOf: (part: z.infer<typeof Media>) => MediaKind): Reader =>
  reader(Media, (part) => ({
    kind: 'media',
    media: {
      kind: kindOf(part),
      providerId: part.url ?? '',
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

/** WhatsApp's own types that speak about another message; Bird tells their name and nothing else. */
const ABOUT_ANOTHER = new Set(['edit', 'revoke', 'reaction', 'pin', 'poll_update', 'keep_in_chat']);

/** SMS has the text itself, WhatsApp an object. */
const Text = z.union([z.string().min(1), z.object({ body: z.string() }).transform(({ body }) => body)]);

const READERS: Readonly<Record<string, Reader>> = {
  text: reader(Text, (text, { subject }) => ({ kind: 'text', text: subject ? `${subject}\n${text}` : text })),
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
  unsupported: reader(z.object({ type: z.string() }), ({ type }) => ({
    kind: 'unsupported',
    description: word(type),
    ...(ABOUT_ANOTHER.has(type) && { aboutAnother: true }),
  })),
};
