import { z } from 'zod';
import type { Content, MediaKind, MediaRef, Referral } from '../../domain/content';
import { documentWords } from '../documentWords';
import { maybe, word } from '../lenient';
import { orderOf } from '../whatsAppOrder';
import type { Message } from './payloads';

/** What a message says. A kind or shape we do not know is `unsupported`, never lost. */
export function contentOf({ type = 'unknown', content = {} }: Message): Content {
  const about = ABOUT_ANOTHER.has(type) ? ({ aboutAnother: true } as const) : {};
  return READERS[type]?.(content[type]) ?? { kind: 'unsupported', description: word(type), ...about };
}

/** The message that a reply quotes, as WhatsApp numbers it. */
export const quotedBy = (message: Message): string | undefined => whatsAppText(message)?.context?.id;

/** The advertisement that the customer came from. */
export function referralOf(message: Message): Referral | undefined {
  const { source_url: url, headline, body } = whatsAppText(message)?.referral ?? {};
  if (!url && !headline && !body) return undefined;
  return { ...(url && { url }), ...(headline && { headline }), ...(body && { body }) };
}

type Reader = (part: unknown) => Content | undefined;

const reader =
  <Schema extends z.ZodType>(schema: Schema, content: (part: z.infer<Schema>) => Content | undefined): Reader =>
  (part) => {
    const parsed = schema.safeParse(part);
    return parsed.success ? content(parsed.data) : undefined;
  };

const Media = z.object({ url: z.string().min(1), caption: maybe(z.string()) });

const media = (kind: MediaKind): Reader =>
  reader(Media, ({ url, caption }) => {
    const { fileName, caption: words } = documentWords(kind, caption);
    const file: MediaRef = { kind, providerId: url, ...(fileName && { fileName }) };
    return { kind: 'media', media: file, ...(words && { caption: words }) };
  });

const choice = ({ id, text }: { readonly id?: string | undefined; readonly text: string }): Content => ({
  kind: 'choice',
  text,
  ...(id && { payload: id }),
});

const WhatsAppText = z.object({
  text: maybe(z.object({ body: maybe(z.string()) })),
  context: maybe(z.object({ id: maybe(z.string()) })),
  referral: maybe(z.object({ source_url: maybe(z.string()), headline: maybe(z.string()), body: maybe(z.string()) })),
});

const whatsAppText = ({ content }: Message) => WhatsAppText.safeParse(content?.whatsappText).data;

/** Types that speak about a message sent before. */
const ABOUT_ANOTHER = new Set(['reaction', 'whatsappReaction']);

// https://developers.messagebird.com/api/conversations#message-content-object (read 2026-11)
const READERS: Readonly<Record<string, Reader>> = {
  text: reader(z.string(), (text) => ({ kind: 'text', text })),
  whatsappText: reader(WhatsAppText, ({ text }) => (text?.body ? { kind: 'text', text: text.body } : undefined)),
  image: media('image'),
  video: media('video'),
  audio: media('audio'),
  file: media('document'),
  whatsappSticker: reader(z.object({ link: z.string().min(1) }), ({ link }) => ({
    kind: 'media',
    media: { kind: 'sticker', providerId: link },
  })),
  // https://developers.messagebird.com/api/conversations/#whatsapporder-object (read 2026-11)
  whatsappOrder: orderOf,
  location: reader(z.object({ latitude: z.number(), longitude: z.number() }), ({ latitude, longitude }) => ({
    kind: 'location',
    latitude,
    longitude,
  })),
  // A tap on a button or on a row of a list.
  interactive: reader(z.object({ reply: z.object({ id: maybe(z.string()), text: z.string() }) }), ({ reply }) =>
    choice(reply),
  ),
  button: reader(z.object({ text: z.string(), payload: maybe(z.string()) }), ({ text, payload }) =>
    choice({ id: payload, text }),
  ),
};
