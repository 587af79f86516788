import type { Channel } from './contact';
import type { MediaKind, StoredFile } from './content';
import type { SendFailure } from './delivery';
import { fail, ok, type Result } from './result';

/** Which files a channel carries to the customer, and the most bytes of each kind. Empty: none. */
export type FileLimits = Readonly<Partial<Record<MediaKind, number>>>;

/** WhatsApp shows so many characters below a file. https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/image-messages (read 2026-11) */
export const CAPTION_CHARACTERS = 1_024;

const CAPTIONED: readonly MediaKind[] = ['image', 'video', 'document'];
export const isCaptioned = (kind: MediaKind): boolean => CAPTIONED.includes(kind);

/** More files than this in one answer are refused: all of them are stored by one transaction. */
export const MOST_FILES = 8;

/**
 * As what a file goes out: by its type, or as a document where the channel shows that type only smaller or not at all.
 * Fails with the reason where the channel does not carry it.
 */
export function sendableAs(file: StoredFile, limits: FileLimits, channel: Channel): Result<MediaKind, SendFailure> {
  if (Object.keys(limits).length === 0)
    return fail({ reason: channel === 'sms' ? 'sms-text-only' : 'cannot-carry-media' });
  const kind = [kindOfType(file.mimeType), 'document' as const].find(
    (one) => one !== undefined && file.size <= (limits[one] ?? 0),
  );
  return kind ? ok(kind) : fail({ reason: 'file-too-large' });
}

/** As what WhatsApp shows a type; undefined for what it shows as a document. */
export const kindOfType = (mimeType: string): MediaKind | undefined => KINDS[mimeType];

/**
 * The types that WhatsApp shows as what they are; Ogg holds voice notes alone.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media (read 2026-11)
 */
const KINDS: Readonly<Record<string, MediaKind | undefined>> = {
  'image/jpeg': 'image',
  'image/png': 'image',
  'video/mp4': 'video',
  'video/3gpp': 'video',
  'audio/aac': 'audio',
  'audio/amr': 'audio',
  'audio/mpeg': 'audio',
  'audio/mp4': 'audio',
  'audio/ogg': 'voice',
};
