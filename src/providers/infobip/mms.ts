import { z } from 'zod';
import type { Content, MediaKind } from '../../domain/content';
import { maybe } from '../lenient';
import { parseJson } from '../parseJson';

/**
 * What an MMS says: one content per file, with the words on the first, or the words alone. The format MO_MMS_2 lists its parts; the one
 * before it has them in a text of JSON.
 * https://www.infobip.com/docs/api/channels/mms/receive-inbound-mms-messages and get-inbound-mms-messages (read 2026-11)
 */
export function mmsContents(message: unknown): readonly [Content, ...Content[]] {
  const parts = partsIn(message).flatMap((raw) => Part.safeParse(raw).data ?? []);
  const words = parts.filter(isWords).map(({ value = '' }) => value);
  const text = words.join('\n').trim();
  const [first, ...others] = parts.flatMap((part) => (isWords(part) ? [] : fileOf(part)));
  if (first) return [text ? { ...first, caption: text } : first, ...others];
  return [text ? { kind: 'text', text } : { kind: 'unsupported', description: 'mms' }];
}

function partsIn(message: unknown): readonly unknown[] {
  if (Array.isArray(message)) return message;
  return Parts.safeParse(parseJson(typeof message === 'string' ? message : '')).data?.mms_parts ?? [];
}

const Parts = z.object({ mms_parts: z.array(z.unknown()) });
const Part = z.object({ contentType: maybe(z.string()), value: maybe(z.string()), url: maybe(z.string().min(1)) });
type Part = z.infer<typeof Part>;

const isWords = ({ contentType = 'text/plain', url }: Part): boolean =>
  url === undefined && /^text\/plain\b/i.test(contentType);

type File = Extract<Content, { kind: 'media' }>;

/** Telephones send along how the parts are laid out on a page (SMIL): nothing to read. */
function fileOf({ contentType = '', url }: Part): File[] {
  const mimeType = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (url === undefined || mimeType.endsWith('smil')) return [];
  const kind = KINDS[mimeType.split('/')[0] ?? ''] ?? 'document';
  return [{ kind: 'media', media: { kind, providerId: url, ...(mimeType && { mimeType }) } }];
}

const KINDS: Readonly<Record<string, MediaKind>> = { image: 'image', video: 'video', audio: 'audio' };
