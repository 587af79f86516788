import { z } from 'zod';
import type { Content, MediaKind, MediaRef } from '../../domain/content';
import { list, maybe, word } from '../lenient';
import type { Message } from './payloads';

/** What a message says, one content per file and at least one; the first carries the words. */
export function contentsOf({ body }: Message): readonly [Content, ...Content[]] {
  const kind = body?.type ?? 'unknown';
  const [first, ...others] = READERS[kind]?.(body?.[kind]) ?? [];
  const about = ABOUT_ANOTHER.has(kind) ? ({ aboutAnother: true } as const) : {};
  return first ? [first, ...others] : [{ kind: 'unsupported', description: word(kind), ...about }];
}

const ABOUT_ANOTHER = new Set(['reaction']);

type Reader = (part: unknown) => readonly Content[];

const Text = z.object({ text: maybe(z.string()), actions: list });
const Pressed = z.object({
  type: z.literal('postback'),
  postback: z.object({ text: z.string().min(1), payload: maybe(z.string()) }),
});
const Image = z.object({ mediaUrl: z.string().min(1), altText: maybe(z.string()) });
const Images = z.object({ images: list, text: maybe(z.string()) });
const File = z.object({
  mediaUrl: z.string().min(1),
  contentType: maybe(z.string()),
  filename: maybe(z.string()),
});
const Files = z.object({ files: list, text: maybe(z.string()) });
const Location = z.object({
  coordinates: z.object({ latitude: z.number(), longitude: z.number() }),
  location: maybe(z.object({ address: maybe(z.string()), label: maybe(z.string()) })),
});

/** A pressed button comes as a text with what was pressed as its action. */
function text(part: unknown): readonly Content[] {
  const { text: words, actions = [] } = Text.safeParse(part).data ?? {};
  const pressed = actions.flatMap((one) => Pressed.safeParse(one).data?.postback ?? [])[0];
  if (!pressed) return textOf(words);
  const { text: label, payload } = pressed;
  return [{ kind: 'choice', text: label, ...(payload && { payload }) }];
}

const textOf = (words: string | undefined): readonly Content[] => (words ? [{ kind: 'text', text: words }] : []);

function images(part: unknown): readonly Content[] {
  const { images: raw = [], text: words } = Images.safeParse(part).data ?? {};
  const found = raw.flatMap((one) => Image.safeParse(one).data ?? []);
  const media = found.map(({ mediaUrl }): MediaRef => ({ kind: 'image', providerId: mediaUrl }));
  return captioned(media, words ?? found[0]?.altText);
}

function files(part: unknown): readonly Content[] {
  const { files: raw = [], text: words } = Files.safeParse(part).data ?? {};
  const found = raw.flatMap((one) => File.safeParse(one).data ?? []);
  return captioned(found.map(fileOf), words);
}

const fileOf = ({ mediaUrl, contentType, filename }: z.infer<typeof File>): MediaRef => ({
  kind: KINDS[contentType?.split('/')[0] ?? ''] ?? 'document',
  providerId: mediaUrl,
  ...(contentType && { mimeType: contentType }),
  ...(filename && { fileName: filename }),
});

const KINDS: Readonly<Record<string, MediaKind>> = { image: 'image', video: 'video', audio: 'audio' };

/** Files with the words at the first; without any file the words alone. */
const captioned = (media: readonly MediaRef[], caption: string | undefined): readonly Content[] =>
  media.length === 0
    ? textOf(caption)
    : media.map((one, index) => ({ kind: 'media', media: one, ...(index === 0 && caption && { caption }) }));

function location(part: unknown): readonly Content[] {
  const found = Location.safeParse(part).data;
  if (!found) return [];
  const { label: name, address } = found.location ?? {};
  return [{ kind: 'location', ...found.coordinates, ...(name && { name }), ...(address && { address }) }];
}

// https://docs.bird.com/api/channels-api/message-types (read 2026-11)
const READERS: Readonly<Record<string, Reader>> = {
  text,
  image: images,
  file: files,
  location,
};
